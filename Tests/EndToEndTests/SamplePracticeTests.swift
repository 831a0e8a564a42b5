import Foundation
import Testing
import TestSupport

@Suite struct `The sample practice` {
  private static let job = PackageRoot.path("benchmarks-data/sample-practice/job.yaml")
  private static let golden = PackageRoot.path("Reports/sample")
  /// Too large to keep: the golden manifest holds their hashes.
  private static let byHash: Set<String> = ["data/credits.csv", "data/adjustments.csv"]

  /// Those whose bytes do not depend on the system's libraries.
  private static let formats = ["--format", "html", "--format", "csv", "--format", "json"]

  @Test func `makes the golden reports, byte for byte`() throws {
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run(["run", Self.job, "--output", "\(folder.path)/out", "--quiet"] + Self.formats)
    #expect(outcome.code == 0)
    let listing = "find . -type f -not -name '*.pdf' -not -name '*.xlsx' | sort"
    let made = try BuiltProgram.shell(listing, in: "\(folder.path)/out").output.split(separator: "\n").map(String.init)
    let kept = try BuiltProgram.shell(listing, in: Self.golden).output.split(separator: "\n").map(String.init)
    #expect(Set(made).subtracting(Self.byHash.map { "./\($0)" }) == Set(kept))
    for path in kept {
      let new = folder.text("out/\(path)")
      let old = try String(contentsOf: URL(filePath: "\(Self.golden)/\(path)"), encoding: .utf8)
      // A golden report moves only with a "Results change" line in CHANGELOG.md: scripts/golden makes it anew.
      #expect(new == old, "\(path) is not the golden report")
    }
  }

  @Test func `shows where every clinician stands on the terminal`() throws {
    let outcome = try BuiltProgram.run(["run", Self.job, "--dry-run", "--quiet"])
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("percentile, 1."))
    #expect(outcome.output.contains("above the 90th percentile"))
    #expect(outcome.output.contains("below the 10th percentile"))
    #expect(outcome.output.contains("synthetic"))
    #expect(outcome.output.contains("Nothing was written (--dry-run)."))
    #expect(outcome.messages.isEmpty)
  }

  @Test func `compares one clinician with the basis of every figure`() throws {
    let outcome = try BuiltProgram.run(["compare", Self.job, "--clinician", "C-1008", "--quiet"])
    #expect(outcome.code == 0)
    for words in [
      "Orthopedic Surgery", "percentile", "x median", "survey-comparable", "n = 163", "2025D, 2026A", "1 of 6",
    ] {
      #expect(outcome.output.contains(words), "\(words) is missing in:\n\(outcome.output)")
    }
    let json = try BuiltProgram.run(["compare", Self.job, "--clinician", "C-1008", "--format", "json", "--quiet"])
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
    let html = try BuiltProgram.run(["compare", Self.job, "--clinician", "C-1008", "--format", "html", "--quiet"])
    #expect(html.output.hasPrefix("<!DOCTYPE html>") || html.output.hasPrefix("<!doctype html>"))
    let unknown = try BuiltProgram.run(["compare", Self.job, "--clinician", "C-1O08", "--quiet"])
    #expect(unknown.code == 2 && unknown.messages.contains("did you mean"))
  }

  @Test func `is shown as understood by check, without a patient`() throws {
    let outcome = try BuiltProgram.run(["check", Self.job])
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("line  clinician  date"))
    #expect(outcome.output.contains("given"))
    #expect(!outcome.output.contains("MRN"))
  }

  @Test func `its smallest specialty is suppressed`() throws {
    let folder = try TemporaryFolder()
    #expect(
      try BuiltProgram.run(["run", Self.job, "--output", "\(folder.path)/out", "--quiet", "--format", "csv"]).code == 0)
    let text = try #require(folder.text("out/data/clinicians.csv"))
    let header = try #require(text.split(separator: "\n").first).split(separator: ",", omittingEmptySubsequences: false)
    let rank = try #require(header.firstIndex(of: "peer_rank"))
    let small = try #require(text.split(separator: "\n").first { $0.contains("Diagnostic Radiology") })
    #expect(small.split(separator: ",", omittingEmptySubsequences: false)[rank].isEmpty)
  }
}
