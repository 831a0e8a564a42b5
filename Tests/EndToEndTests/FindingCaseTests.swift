import Foundation
import ProductivityModel
import TestSupport
import Testing

@Suite struct `Every finding has a case that brings it about` {
  static let folder = PackageRoot.path("docs/errors")

  /// The folders of cases.
  static func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

  @Test func `every finding has a folder, and every folder a finding`() throws {
    #expect(try Self.names() == Problem.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: Problem.allCases)
  func `the program says of the case what is expected, and nothing worse`(problem: Problem) throws {
    let folder = "\(Self.folder)/\(problem.rawValue)"
    let command = (try? String(contentsOfFile: "\(folder)/command", encoding: .utf8)) ?? "check job.yaml"
    let lines = command.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    // What comes before the last line leads up to the case; it is done in a copy.
    let scratch = try TemporaryFolder()
    let place = lines.count > 1 ? "\(scratch.path)/case" : folder
    if lines.count > 1 { try FileManager.default.copyItem(atPath: folder, toPath: place) }
    for words in lines.dropLast() {
      if words[0] == "copy" {
        try FileManager.default.removeItem(atPath: "\(place)/\(words[2])")
        try FileManager.default.copyItem(atPath: "\(place)/\(words[1])", toPath: "\(place)/\(words[2])")
      } else {
        let outcome = try BuiltProgram.run(words, in: place)
        #expect(outcome.code == 0, "\(outcome.messages)")
      }
    }
    let outcome = try BuiltProgram.run(try #require(lines.last), in: place)
    let said = Self.finding(problem, in: outcome.output + outcome.messages)
      .replacing(/closed on \d{4}-\d\d-\d\d/, with: "closed on YYYY-MM-DD")
    #expect(try said == String(contentsOfFile: "\(folder)/expected.txt", encoding: .utf8))
    #expect(outcome.code == (problem.severity == .error ? 1 : 0), "\(outcome.output)\(outcome.messages)")
  }

  @Test func `a case is small and is all there`() throws {
    for name in try Self.names() {
      let files = try FileManager.default.subpathsOfDirectory(atPath: "\(Self.folder)/\(name)")
      // A folder within a case has no text.
      let sizes = files.map { file in
        ((try? String(contentsOfFile: "\(Self.folder)/\(name)/\(file)", encoding: .utf8)) ?? "").utf8.count
      }
      #expect(sizes.reduce(0, +) <= 2_048, "\(name)")
      #expect(files.contains("expected.txt"), "\(name)")
      #expect(files.contains("command") || files.contains("job.yaml"), "\(name)")
    }
  }

  @Test func `the page of findings is what the catalogue and the cases give`() throws {
    let outcome = try BuiltProgram.run(["errors", "--format", "markdown", "--cases", Self.folder])
    #expect(outcome.code == 0)
    let page = try String(contentsOfFile: PackageRoot.path("docs/errors.md"), encoding: .utf8)
    #expect(outcome.output == page, "scripts/errors-page writes it anew")
  }

  @Test func `a finding is explained at the terminal, and a misspelt one is guessed`() throws {
    let list = try BuiltProgram.run(["errors"])
    #expect(list.code == 0)
    for problem in Problem.allCases { #expect(list.output.contains("  \(problem.rawValue) ")) }
    let one = try BuiltProgram.run(["errors", "impossible-date"])
    #expect(one.code == 0)
    for words in ["impossible-date: ", "Severity", "Cause", "Do", "dates: [US]"] {
      #expect(one.output.contains(words), "\(one.output)")
    }
    let slip = try BuiltProgram.run(["errors", "imposible-date"])
    #expect(slip.code == 2)
    #expect(slip.messages.contains("hint: did you mean impossible-date?"))
    let json = try BuiltProgram.run(["errors", "--format", "json"])
    let entries = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(entries?.count == Problem.allCases.count)
  }

  /// The lines of a finding: those that end with its name, and the hints after them.
  static func finding(_ problem: Problem, in text: String) -> String {
    var lines: [Substring] = []
    var isHint = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasSuffix("[\(problem.rawValue)]") {
        lines.append(line)
        isHint = true
      } else {
        if isHint, line.hasPrefix("hint: ") { lines.append(line) }
        isHint = false
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
