import ProductivityModel
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `Weeks of clinical time without a service` {
  private static let first = CalendarDate(daysSinceEpoch: 20_089)  // 2025-01-01, a Wednesday

  /// A quarter of two clinicians: the second has a line every day, the first on all days but some.
  private static func messages(
    without days: [ClosedRange<Int>], every step: Int = 1, roster row: String = "1,2020-01-01,,", alone: Bool = false
  ) throws -> [String] {
    var lines: [LogLine] = []
    for offset in 0..<120 {
      let date = first.advanced(by: offset).description
      if !alone {
        lines.append(LogLine("99213", id: "B\(offset)", clinician: "C-2", date: date, patient: "Q\(offset)"))
      }
      guard offset % step == 0, !days.contains(where: { $0.contains(offset) }) else { continue }
      lines.append(LogLine("99213", id: "A\(offset)", date: date, patient: "P\(offset)"))
    }
    var practice = Practice(lines)
    practice.period = "2025-01-01..2025-04-30"
    practice.fees = "fees: {vintage: frozen 2025D}"
    practice.roster = """
      clinician_id,name,specialty,clinical_fte,start,end,leave
      C-1,Ada,Alpha,\(row)
      C-2,Ben,Alpha,1,2020-01-01,,

      """
    return try practice.run().findings(.serviceGap).map(\.message)
  }

  @Test func `are told from four weeks on, with their days`() throws {
    // 2025-01-11, a Saturday, to 2025-02-07, a Friday: twenty weekdays.
    #expect(
      try Self.messages(without: [10...37]) == [
        "Ada has no services from 2025-01-11 to 2025-02-07, where the roster has 20 weekdays at 1.00 clinical FTE"
      ])
    #expect(try Self.messages(without: [10...36]) == [])
  }

  @Test func `are told of each stretch, at both ends too`() throws {
    let told = try Self.messages(without: [0...30, 85...119])
    #expect(told.count == 1)
    for days in ["from 2025-01-01 to 2025-01-31", "from 2025-03-27 to 2025-04-30"] {
      #expect(told.first?.contains(days) == true, "\(told)")
    }
  }

  @Test func `are weeks of full time, without leave and before and after employment`() throws {
    #expect(try Self.messages(without: [10...60], roster: "0.5,2020-01-01,,") == [])
    #expect(
      try Self.messages(without: [10...67], roster: "0.5,2020-01-01,,") == [
        "Ada has no services from 2025-01-11 to 2025-03-09, where the roster has 40 weekdays at 0.50 clinical FTE"
      ])
    #expect(try Self.messages(without: [10...40], roster: "1,2020-01-01,,2025-01-15..2025-02-05") == [])
    #expect(try Self.messages(without: [0...60], roster: "1,2025-02-15,,") == [])
    #expect(try Self.messages(without: [60...119], roster: "1,2020-01-01,2025-03-10,") == [])
  }

  @Test func `are not told of who has few services at any time`() throws {
    #expect(try Self.messages(without: [10...45], every: 3) != [])
    #expect(try Self.messages(without: [10...45], every: 10) == [])
    #expect(try Self.messages(without: [0...119]) == [])
  }

  @Test func `are not told where nobody has any`() throws {
    // The whole of February, and what is beyond two weeks at an end, is told of the logs.
    #expect(try Self.messages(without: [31...58], alone: true) == [])
    #expect(try Self.messages(without: [80...119], alone: true) == [])
  }
}
