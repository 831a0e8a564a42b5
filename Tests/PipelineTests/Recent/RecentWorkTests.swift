import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// The months before the period, and the windows that reach into them.
@Suite struct `Earlier months` {
  /// Lines of all days from March 2024 to February 2026.
  private static func practice(seed: UInt64, period: String) throws -> Practice {
    let first = try #require(CalendarDate(iso: "2024-03-01"))
    var log = RandomLog(seed: seed)
    var lines = log.lines(900, patients: 40)
    for index in lines.indices {
      lines[index].date = first.advanced(by: Int.random(in: 0..<730, using: &log.random)).description
    }
    // The logs are seen to begin with the first day.
    lines.append(LogLine("99213", id: "L1", date: "2024-03-01"))
    // A patient's days with several lines, which change each other, on both sides of the period's first day.
    for (number, day) in ["2025-12-31", "2026-01-01"].enumerated() {
      for (place, code) in ["45385", "45380", "20610", "29881"].enumerated() {
        lines.append(LogLine(code, id: "M\(number)\(place)", date: day, patient: "PAT-M"))
      }
    }
    var practice = Practice(lines)
    practice.period = period
    return practice
  }

  private static func results(_ practice: Practice, comparing: Bool) throws -> RunResults {
    let folder = try TemporaryFolder()
    // A report that compares would ask by itself.
    var inputs = try practice.inputs(in: folder).choosing(reports: [.practice], formats: [])
    inputs.comparesEarlierMonths = comparing
    return try Run.execute(inputs, version: "test").results
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `are what a run of their own days comes to`(seed: UInt64) throws {
    let run = try Self.results(try Self.practice(seed: seed, period: "2026-01-01..2026-02-28"), comparing: true)
    let windows: [(period: String, path: KeyPath<RecentWork, WorkWindow>)] = [
      ("2026-02-01..2026-02-28", \.month.now), ("2025-02-01..2025-02-28", \.month.yearBefore),
      ("2026-01-01..2026-02-28", \.yearToDate.now), ("2025-01-01..2025-02-28", \.yearToDate.yearBefore),
      ("2025-03-01..2026-02-28", \.rollingTwelve.now), ("2024-03-01..2025-02-28", \.rollingTwelve.yearBefore),
    ]
    for (period, path) in windows {
      let own = try Self.results(try Self.practice(seed: seed, period: period), comparing: false)
      var compared = 0
      for clinician in run.clinicians {
        let window = try #require(clinician.recent?[keyPath: path])
        #expect(window.days.description == period)
        let same = own.clinicians.first { $0.id == clinician.id && $0.specialty == clinician.specialty }
        guard let same else { continue }
        #expect(window.totals == same.totals, "seed \(seed), \(clinician.id), \(period)")
        #expect(window.perFTE == same.perFTE, "seed \(seed), \(clinician.id), \(period)")
        #expect(window.daysCounted == same.days && window.clinicalFTEMillionths == same.clinicalFTEMillionths)
        compared += 1
      }
      #expect(compared >= 3, "\(period)")
    }
  }

  @Test(arguments: [4, 5] as [UInt64])
  func `add up to the windows, and move nothing in the period`(seed: UInt64) throws {
    let practice = try Self.practice(seed: seed, period: "2026-01-01..2026-02-28")
    let run = try Self.results(practice, comparing: true)
    let plain = try Self.results(practice, comparing: false)
    #expect(run.clinicians.map(\.totals) == plain.clinicians.map(\.totals))
    #expect(run.clinicians.map(\.monthly) == plain.clinicians.map(\.monthly))
    #expect(run.controlTotals.map(\.counts) == plain.controlTotals.map(\.counts))
    #expect(plain.clinicians.allSatisfy { $0.recent == nil } && plain.lastYear == nil)
    for clinician in run.clinicians {
      let recent = try #require(clinician.recent)
      #expect(recent.months.count == 24 && recent.months.first?.description == "2024-03")
      let twelve = recent.monthly.suffix(12).compactMap { $0?.benchmark }.reduce(WorkRVU.zero, +)
      #expect(twelve == recent.rollingTwelve.now.totals?.benchmark, "seed \(seed), \(clinician.id)")
      #expect(Array(recent.monthly.suffix(2)) == Array(clinician.monthly))
    }
  }

  @Test func `make the bridge from the year before, also of one clinician`() throws {
    let run = try Self.results(try Self.practice(seed: 6, period: "2026-01-01..2026-02-28"), comparing: true)
    let bridge = try #require(run.lastYear)
    #expect(bridge.from.period.description == "2024-03-01..2025-02-28")
    let work = run.clinicians.compactMap { $0.recent?.rollingTwelve.now.totals?.benchmark }.reduce(WorkRVU.zero, +)
    #expect(bridge.total.to == work && bridge.total.steps.total == bridge.total.change)
    let one = try #require(bridge.only("C-1"))
    #expect(one.rows.map(\.id) == ["C-1"] && one.total.name == "Ada" && one.specialties.isEmpty)
    #expect(one.total.steps.total == one.total.change)
    #expect(bridge.only("C-99") == nil)
  }

  @Test func `are not known where the logs begin later`() throws {
    var practice = try Self.practice(seed: 7, period: "2026-01-01..2026-02-28")
    practice.files = [
      practice.files[0].filter { $0.date >= "2025-06-01" } + [LogLine("99213", id: "L2", date: "2025-02-03")]
    ]
    practice.files[0].append(LogLine("99213", id: "L3", date: "2025-06-02"))
    let run = try Self.results(practice, comparing: true)
    let ada = try #require(run.clinicians.first { $0.id == "C-1" }?.recent)
    // One line of February is no log of February.
    #expect(ada.rollingTwelve.now.totals == nil && ada.rollingTwelve.now.gap == "the logs begin at 2025-06-01")
    #expect(ada.month.yearBefore.gap == "the logs begin at 2025-06-01")
    #expect(ada.yearToDate.now.totals != nil && ada.monthly.prefix(15).allSatisfy { $0 == nil })
    #expect(run.lastYear == nil && run.lastYearGap?.hasPrefix("the logs begin at 2025-06-01") == true)
  }

  @Test(arguments: [
    ("2026-02-28", "2025-02-28"), ("2024-02-29", "2023-02-28"), ("2025-02-28", "2024-02-29"),
    ("2026-09-15", "2025-09-15"),
    ("2024-02-28", "2023-02-28"),
  ])
  func `a year before is the same day, and the last of a month stays the last`(day: String, before: String) throws {
    #expect(try #require(CalendarDate(iso: day)).yearBefore.description == before)
  }

  @Test func `windows within a month are cut where they begin`() throws {
    let last = try #require(CalendarDate(iso: "2026-09-15"))
    let days = RecentDays(through: last, year: DayRange(year: 2026))
    #expect(days.rollingTwelve.now.description == "2025-09-16..2026-09-15")
    #expect(days.rollingTwelve.yearBefore.description == "2024-09-16..2025-09-15")
    #expect(days.month.yearBefore.description == "2025-09-01..2025-09-15")
    #expect(days.months.count == 24 && days.first.description == "2024-09-16")
    let period = try #require(DayRange(days.first, through: last))
    for window in days.all where period.contains(window.first) {
      let inside = days.pieces(of: period).filter { window.contains($0.first) || window.contains($0.last) }
      #expect(inside.allSatisfy { window.contains($0.first) && window.contains($0.last) }, "\(window)")
      #expect(inside.reduce(0) { $0 + $1.count } == window.count, "\(window)")
    }
  }
}
