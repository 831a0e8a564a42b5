import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import TestSupport
import Testing

@testable import Pipeline

/// The run keeps the credit of each combination of code, modifiers and setting, and looks together only at days that need
/// it. This works every line out by the rules themselves, in the plainest way, and compares.
@Suite struct `The cached credit of a line` {
  private struct Exact {
    let library: FeeLibrary
    var schedules: [String: FeeSchedule] = [:]

    init() throws { library = try FeeLibrary(dataFolder: PackageRoot.path("benchmarks-data")) }

    mutating func schedule(_ day: CalendarDate) throws -> FeeSchedule {
      let release = try #require(library.calendar.choose(for: day)).release
      if let known = schedules[release] { return known }
      let loaded = try library.load(release).schedule
      schedules[release] = loaded
      return loaded
    }

    /// The credits of lines that name no other line and hold no reversal, in their order.
    mutating func credits(_ lines: [LogLine], _ policy: CreditPolicy) throws -> [WorkRVU] {
      var result = [WorkRVU](repeating: .zero, count: lines.count)
      let groups = Dictionary(grouping: lines.indices) {
        "\(lines[$0].clinician) \(lines[$0].patient) \(lines[$0].date)"
      }
      let texts = Set(lines.map { Self.modifiers($0).sorted.map(\.description).joined(separator: " ") }).sorted()
      for group in groups.values {
        var session: [SessionLine] = []
        var credits: [Int: LineCredit] = [:]
        let day = try #require(CalendarDate(iso: lines[group[0]].date))
        let engine = CreditEngine(policy.inEffect(on: day))
        let schedule = try schedule(day)
        for index in group {
          let line = lines[index]
          let place = Int(line.place).flatMap { PlaceOfService($0) }
          let setting = place.map { library.facilityPlaces.setting(of: $0) } ?? .facility
          let modifiers = Self.modifiers(line)
          let credit = engine.lineCredit(
            code: ProcedureCode(line.code), modifiers: modifiers, setting: setting, schedule: schedule)
          credits[index] = credit
          if credit.fate == .credited {
            result[index] = credit.credit(units: Units(tenThousandths: line.tenThousandths))
          }
          guard credit.row != nil, !line.patient.isEmpty else { continue }
          var id = line.id
          session.append(
            SessionLine(
              index: index, terms: credit.session, code: ProcedureCode(line.code)?.packed ?? 0,
              modifiers: Int32(
                texts.firstIndex(of: modifiers.sorted.map(\.description).joined(separator: " ")) ?? 0),
              lineID: id.withUTF8 { LineID($0) }, units: credit.countsUnits ? line.tenThousandths : 10_000))
        }
        engine.session.settle(&session)
        for line in session where !line.isUnchanged {
          let credit = try #require(credits[line.index])
          result[line.index] = credit.fate == .credited ? credit.credit(line) : .zero
        }
      }
      return result
    }

    static func modifiers(_ line: LogLine) -> ModifierList {
      ModifierList(line.modifiers.split(separator: " ").compactMap { Modifier($0) })
    }
  }

  @Test(arguments: ["unadjusted", "flat-factors", "survey-comparable", "cms-payment"], [UInt64(11), 12])
  func `is the credit that the rules give, line by line`(policy name: String, seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    // Few patients make crowded days; many make days of one line.
    let lines = log.lines(400, patients: seed == 11 ? 3 : 60)
    var practice = Practice(lines)
    practice.pay = name
    let outcome = try practice.run()
    let path = PackageRoot.path("benchmarks-data/credit-policies/\(name).yaml")
    let policy = try CreditPolicyFile.read(FileSource.contents(path).bytes, file: path)
    var exact = try Exact()
    let expected = try exact.credits(lines, policy)
    let records = Dictionary(outcome.records("credits").map { ($0["line"] ?? "", $0) }) { first, _ in first }
    #expect(records.count == lines.count)
    for (index, line) in lines.enumerated() {
      let record = try #require(records[String(index + 2)])
      #expect(record["pay_credit"] == expected[index].description, "seed \(seed): \(line.text)")
      if name == "survey-comparable" { #expect(record["benchmark_credit"] == expected[index].description) }
    }
  }
}
