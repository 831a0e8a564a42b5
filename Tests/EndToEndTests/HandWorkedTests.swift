import Foundation
import TestSupport
import Testing

/// The case that `HandWorked/README.md` works on paper, and the second computation of `scripts/recompute`.
@Suite struct `The case worked by hand` {
  private static let folder = PackageRoot.path("Tests/EndToEndTests/HandWorked")

  private static func run() throws -> TemporaryFolder {
    let output = try TemporaryFolder()
    let outcome = try BuiltProgram.run(["run", "\(folder)/job.yaml", "--output", "\(output.path)/out", "--quiet"])
    #expect(outcome.code == 0, "\(outcome.messages)")
    return output
  }

  private static func recompute(_ output: TemporaryFolder) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("'\(PackageRoot.path("scripts/recompute"))' '\(folder)' '\(output.path)/out'")
  }

  @Test(arguments: ["clinicians", "control_totals", "credits"])
  func `gives every number of the paper`(file: String) throws {
    let output = try Self.run()
    let made = try #require(output.text("out/data/\(file).csv")).split(separator: "\n")
    let paper = try String(contentsOfFile: "\(Self.folder)/expected/\(file).csv", encoding: .utf8).split(
      separator: "\n")
    for (made, paper) in zip(made, paper) { #expect(made == paper) }
    #expect(made.count == paper.count)
  }

  @Test func `tells of everything that the paper calls out`() throws {
    let output = try Self.run()
    let findings = try #require(output.text("out/data/findings.csv"))
    for problem in ["impossible-date", "unknown-code", "repeated-line", "corrected-line", "out-of-period", "low-fte"] {
      #expect(findings.contains(",\(problem),"), "\(problem) is not among the findings")
    }
    #expect(output.text("out/data/rejects.csv")?.contains("log.csv,17,") == true)
  }

  @Test func `leaves a trail whose factors multiply to the factor of each credit`() throws {
    let output = try Self.run()
    let credits = try #require(output.text("out/data/credits.csv")).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let steps = try #require(output.text("out/data/adjustments.csv")).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", maxSplits: 6, omittingEmptySubsequences: false) }
    var compared = 0
    for credit in credits where credit[7] == "credited" {
      for (ledger, column) in [("pay", 10), ("benchmark", 14)] {
        let own = steps.filter { $0[1] == credit[1] && $0[2] == ledger }
        let product = own.reduce(1.0) { $0 * (Double($1[5]) ?? .nan) }
        #expect(product == Double(credit[column]), "line \(credit[1]), \(ledger)")
        #expect(own.map { Int($0[3]) ?? 0 } == own.map { Int($0[3]) ?? 0 }.sorted(), "line \(credit[1]): the order")
        compared += 1
      }
    }
    #expect(compared == 24)
  }

  @Test func `is recomputed to the last digit, and a figure that is off by one is found`() throws {
    let output = try Self.run()
    let equal = try Self.recompute(output)
    #expect(equal.code == 0)
    #expect(equal.output.contains("all equal"))
    let file = "out/data/clinicians.csv"
    let text = try #require(output.text(file))
    try output.write(file, text.replacingOccurrences(of: "6.29224,", with: "6.292241,"))
    let different = try Self.recompute(output)
    #expect(different.code == 1)
    #expect(
      different.output.contains("W-2 General Surgery: work_rvu_benchmark: 6.29224 recomputed, 6.292241 in the file"))
  }
}
