import Foundation
import ProductivityModel
import Testing
import TestSupport

@Suite struct `The documents say what is true` {
  /// The lines of all `sh` blocks of a document.
  static func commands(in document: String) throws -> [String] {
    let text = try String(contentsOf: URL(filePath: PackageRoot.path(document)), encoding: .utf8)
    var commands: [String] = []
    var isCommand = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isCommand = line == "```sh"
      } else if isCommand, !line.isEmpty, !line.hasPrefix("#") {
        commands.append(String(line))
      }
    }
    return commands
  }

  /// All documents with commands for users.
  static let documents: [String] = {
    let manual = (try? FileManager.default.contentsOfDirectory(atPath: PackageRoot.path("docs/manual"))) ?? []
    return ["README.md", "docs/trace-a-line.md", "docs/work-out-a-year.md"]
      + manual.filter { $0.hasSuffix(".md") }.sorted().map { "docs/manual/\($0)" }
  }()

  // One after the other: the documents use the same folders for their examples.
  @Test(.serialized, arguments: documents)
  func `every command runs`(document: String) throws {
    let commands = try Self.commands(in: document)
    // The commands run in a copy of what they need, against the program of this build.
    let folder = try TemporaryFolder()
    let root = PackageRoot.path("")
    let program = try BuiltProgram.path
    let setUp = """
      mkdir -p .build/release Reports && ln -s '\(program)' .build/release/rvubench && ln -s '\(root)/docs' docs \
      && cp -r '\(root)/benchmarks-data' benchmarks-data
      """
    #expect(try BuiltProgram.shell(setUp, in: folder.path).code == 0)
    if commands.contains(where: { $0.contains("Reports/demo") }) {
      let demonstration = """
        RVUBENCH_DATA="$PWD/benchmarks-data" .build/release/rvubench run benchmarks-data/sample-practice/job.yaml \
        --output Reports/demo --quiet >/dev/null
        """
      #expect(try BuiltProgram.shell(demonstration, in: folder.path).code == 0)
    }
    for command in commands where !command.hasPrefix("scripts/") && !command.hasPrefix("git clone") {
      let outcome = try BuiltProgram.shell(
        "set -o pipefail; export RVUBENCH_DATA=\"$PWD/benchmarks-data\"; \(command)", in: folder.path)
      #expect(outcome.code == 0, "\(document): \(command)\n\(outcome.output)\n\(outcome.messages)")
    }
  }

  @Test func `the README's scripts are there and can be run`() throws {
    for command in try Self.commands(in: "README.md") where command.hasPrefix("scripts/") {
      let script = command.split(separator: " ")[0]
      #expect(FileManager.default.isExecutableFile(atPath: PackageRoot.path(String(script))), "\(script)")
    }
  }

  @Test func `every link to a finding leads to its heading`() throws {
    let listing = try BuiltProgram.shell("git ls-files '*.md'", in: PackageRoot.path(""))
    for document in listing.output.split(separator: "\n") {
      let text = try String(contentsOf: URL(filePath: PackageRoot.path(String(document))), encoding: .utf8)
      for match in text.matches(of: /errors\.md#([a-z-]+)/) {
        #expect(Problem(rawValue: String(match.1)) != nil, "\(document): \(match.0)")
      }
    }
  }

  @Test func `every link to a file leads somewhere`() throws {
    let listing = try BuiltProgram.shell("git ls-files '*.md'", in: PackageRoot.path(""))
    for document in listing.output.split(separator: "\n") {
      let text = try String(contentsOf: URL(filePath: PackageRoot.path(String(document))), encoding: .utf8)
      let folder = URL(filePath: PackageRoot.path(String(document))).deletingLastPathComponent()
      for match in text.matches(of: /\]\(([^)#\s]+)[^)]*\)/) where !match.1.contains("://") {
        let target = folder.appending(path: String(match.1)).path
        #expect(FileManager.default.fileExists(atPath: target), "\(document): \(match.1)")
      }
    }
  }
}
