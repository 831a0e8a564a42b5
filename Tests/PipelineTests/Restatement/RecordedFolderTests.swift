import Ingest
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `The folder of an earlier run` {
  private static let practice = Practice([LogLine("44140", id: "L1", patient: "A"), LogLine("99214", id: "L2")])

  private func failure(
    after: Practice = practice, spoil: @escaping (String) throws -> Void = { _ in }
  ) throws -> InputFailure? {
    do {
      _ = try RestatedPractice.restate(Self.practice, after, spoil: spoil)
      return nil
    } catch let failure as InputFailure {
      return failure
    }
  }

  private static func edit(_ path: String, _ old: String, _ new: String) throws {
    #expect(try BuiltProgram.shell("sed -i 's/\(old)/\(new)/' '\(path)'").code == 0)
  }

  @Test func `is taken as the run left it`() throws { #expect(try failure() == nil) }

  @Test(arguments: ["credits", "months", "clinicians", "placements"])
  func `is refused where a file was changed by hand`(file: String) throws {
    let failure = try #require(
      try failure { folder in try Self.edit("\(folder)/data/\(file).csv", "1", "2") })
    #expect(failure.message.contains("is not as the run wrote it") && failure.position.file.hasSuffix("\(file).csv"))
    #expect(failure.hint != nil)
  }

  @Test func `is refused without a manifest, with another's, or without the lines`() throws {
    let gone = try #require(try failure { _ = try BuiltProgram.shell("rm '\($0)/manifest.json'") })
    #expect(gone.position.file.hasSuffix("manifest.json") && gone.hint?.contains("output folder") == true)
    let other = try #require(try failure { try Self.edit("\($0)/manifest.json", "rvubench", "something") })
    #expect(other.message == "is not the manifest of a run")
    let lines = try #require(try failure { try Self.edit("\($0)/manifest.json", "credits.csv", "creditz.csv") })
    #expect(lines.message.contains("kept no line's credit") && lines.hint?.contains("credits: true") == true)
    let months = try #require(try failure { try Self.edit("\($0)/manifest.json", "months.csv", "monthz.csv") })
    #expect(months.message.contains("data/months.csv") && months.hint?.contains("csv") == true)
  }

  @Test func `is refused where it is another practice's, another job's, or of days that the job cannot count`() throws {
    let practice = try #require(
      try failure { try Self.edit("\($0)/manifest.json", "\"practice\" : \"Invented", "\"practice\" : \"Other") })
    #expect(practice.message.contains("another practice") && practice.isUsage)
    let job = try #require(try failure { try Self.edit("\($0)/manifest.json", "job.yaml", "other.yaml") })
    #expect(job.message == "is of a run of the job other.yaml, not of job.yaml")
    var later = Self.practice
    later.period = "2025-08-01..2026-02-28"
    let days = try #require(try failure(after: later))
    #expect(days.message.contains("cannot count the days of the earlier run"))
  }
}
