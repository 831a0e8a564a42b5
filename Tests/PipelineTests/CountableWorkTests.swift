import Ingest
import Testing

@testable import Pipeline

/// Sums beyond what is exact stop a run with words, before they are made.
@Suite struct `Work that cannot be counted exactly` {
  private static func failure(_ practice: Practice) -> InputFailure? {
    do {
      _ = try practice.run()
      return nil
    } catch { return error as? InputFailure }
  }

  private static func lines(_ count: Int) -> [LogLine] {
    [LogLine("99213")]
      + (1...count).map { LogLine("99214", clinician: "C-\($0 % 4)", patient: "PAT-\($0)", units: "1000000") }
  }

  @Test func `stops the run before lines are added up whose sum may not fit`() throws {
    let failure = try #require(Self.failure(Practice(Self.lines(22_000))))
    #expect(
      failure.message
        == "the lines have 22,000,000,001 units of up to 217 wRVUs each, and may come to more than the 4,611,686,018,427 wRVUs that are counted"
    )
    #expect(failure.position.description.hasSuffix("0000.csv:3"))
    #expect(failure.hint?.hasPrefix("this line has the most units, 1,000,000: ") == true)
  }

  @Test func `stops it where what was credited cannot be compared or paid`() throws {
    let failure = try #require(Self.failure(Practice(Self.lines(5_300))))
    #expect(
      failure.message
        == "the lines are credited with 10,176,000,001 wRVUs altogether, more than the 10,000,000,000 that are counted"
    )
    #expect(failure.position.description.hasSuffix("0000.csv:3"))
    #expect(Self.failure(Practice(Self.lines(5_000))) == nil)
  }

  @Test func `stops it where reversals alone are as many`() throws {
    let lines = (1...22_000).map {
      LogLine("99214", clinician: "C-\($0 % 4)", patient: "PAT-\($0)", units: "-1000000")
    }
    #expect(Self.failure(Practice(lines))?.message.hasPrefix("the lines have 22,000,000,000 units") == true)
  }

  @Test func `stops it where charges are worth as much`() throws {
    var practice = Practice([
      LogLine("99214", units: "1000", charge: 1), LogLine("64999", patient: "PAT-2", charge: 99_000_000),
      LogLine("64999", patient: "PAT-3", charge: 99_000_000),
    ])
    practice.pay = "own.yaml"
    practice.policies["own.yaml"] = """
      policy: own
      title: invented
      statuses: {credited: [A, R, T]}
      unpriced: charge-ratio

      """
    let failure = try #require(Self.failure(practice))
    #expect(
      failure.message.hasPrefix("the charges of lines without a price are worth 380,160,000,000 wRVUs altogether"))
    #expect(failure.hint?.contains("unpriced") == true)
  }

  @Test func `stops it where the source's own RVUs are as many`() throws {
    var practice = Practice(
      log: "clinician_id,service_date,patient_id,code,units,theirs\n"
        + (0..<10_001).map { "C-1,2025-12-20,P\($0),99214,1,1000000\n" }.joined())
    practice.logKeys = ", reconcile: theirs"
    let failure = try #require(Self.failure(practice))
    #expect(failure.message.hasPrefix("the source's own RVUs are 10,001,000,000 altogether"))
  }
}
