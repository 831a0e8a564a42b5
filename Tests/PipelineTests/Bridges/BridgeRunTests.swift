import Benchmarking
import Ingest
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `A bridge between periods` {
  private static let seeds: [UInt64] = [51, 52, 53]
  private static let before = "2025-10-01..2025-12-31"
  private static let after = "2026-01-01..2026-03-31"

  private func range(_ text: String) throws -> DayRange { try #require(JobFile.period(text)) }

  private func bridge(
    _ practice: Practice, from: String = before, to: String = after, policies: (from: String, to: String)? = nil,
    ledger: Bridge.Ledger = .benchmark, clinician: String? = nil
  ) throws -> Bridge {
    let folder = try TemporaryFolder()
    return try BridgeRun.bridge(
      of: practice.inputs(in: folder),
      BridgeRun.Comparison(from: range(from), to: range(to), policies: policies, ledger: ledger), clinician: clinician)
  }

  private func practice(_ seed: UInt64, _ count: Int = 250) -> Practice {
    var log = RandomLog(seed: seed)
    var practice = Practice(log.lines(count, clinicians: 5))
    practice.period = "2025-07-01..2026-03-31"
    return practice
  }

  @Test(arguments: seeds)
  func `begins and ends with what a run of each period credits, and ties`(seed: UInt64) throws {
    var practice = practice(seed)
    let bridge = try bridge(practice)
    for (period, side) in [(Self.before, PeriodPair.Side.from), (Self.after, .to)] {
      practice.period = period
      let run = try practice.run().results
      for row in bridge.rows {
        let result = try #require(run.clinicians.first { $0.id == row.id && $0.specialty == row.specialty })
        let part = side == .from ? row.from : row.to
        #expect(part.work[side, side] == result.totals.benchmark, "seed \(seed), \(row.id), \(period)")
      }
      let total = run.clinicians.reduce(WorkRVU.zero) { $0 + $1.totals.benchmark }
      #expect((side == .from ? bridge.total.from : bridge.total.to) == total, "seed \(seed), \(period)")
    }
    #expect(bridge.rows.contains { $0.isSplit && $0.timeGap == nil }, "seed \(seed)")
    for row in bridge.rows {
      #expect(
        row.steps.total == row.to.work[.to, .to] - row.from.work[.from, .from], "seed \(seed), \(row.id)")
      #expect(row.from.familiesAddUp && row.to.familiesAddUp, "seed \(seed), \(row.id)")
    }
    #expect(bridge.total.steps.total == bridge.total.change, "seed \(seed)")
    #expect(bridge.families.reduce(WorkRVU.zero) { $0 + $1.mix } == bridge.total.steps.mix, "seed \(seed)")
    #expect(
      bridge.specialties.reduce(into: BridgeSteps()) { $0 += $1.steps } == bridge.total.steps, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `credits each period's lines under the other's releases as a run frozen at them does`(seed: UInt64) throws {
    var practice = practice(seed)
    let bridge = try bridge(practice)
    for (period, release, side, vintage) in [
      (Self.before, "2026A", PeriodPair.Side.from, PeriodPair.Side.to), (Self.after, "2025D", .to, .from),
    ] {
      practice.period = period
      practice.fees = "fees: {vintage: frozen \(release)}"
      let run = try practice.run().results
      for row in bridge.rows {
        let result = try #require(run.clinicians.first { $0.id == row.id && $0.specialty == row.specialty })
        let part = side == .from ? row.from : row.to
        #expect(part.work[vintage, .from] == result.totals.benchmark, "seed \(seed), \(row.id), \(period)")
        #expect(part.work[vintage, .to] == result.totals.benchmark, "seed \(seed), \(row.id), \(period)")
      }
    }
  }

  @Test(arguments: seeds)
  func `credits under either policy as runs of that policy do, each with either release`(seed: UInt64) throws {
    var practice = practice(seed)
    let bridge = try bridge(practice, policies: ("unadjusted", "survey-comparable"))
    practice.period = Self.before
    practice.fees = "fees: {vintage: frozen 2026A}"
    practice.pay = "survey-comparable"
    practice.benchmark = "unadjusted"
    let run = try practice.run().results
    for row in bridge.rows {
      let result = try #require(run.clinicians.first { $0.id == row.id && $0.specialty == row.specialty })
      #expect(row.from.work[.to, .to] == result.totals.pay, "seed \(seed), \(row.id)")
      #expect(row.from.work[.to, .from] == result.totals.benchmark, "seed \(seed), \(row.id)")
    }
    #expect(bridge.total.steps.total == bridge.total.change, "seed \(seed)")
    #expect(bridge.total.steps.policy != .zero, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `turned about is exactly the negative, and of a period with itself zero`(seed: UInt64) throws {
    let practice = practice(seed)
    let policies = (from: "unadjusted", to: "survey-comparable")
    let there = try bridge(practice, policies: policies)
    let back = try bridge(
      practice, from: Self.after, to: Self.before, policies: (policies.to, policies.from))
    var sum = there.total.steps
    sum += back.total.steps
    sum.joined += sum.left
    sum.left = .zero
    #expect(sum == BridgeSteps(), "seed \(seed)")
    let own = try bridge(practice, from: Self.after, to: Self.after)
    #expect(own.total.steps == BridgeSteps(), "seed \(seed)")
    #expect(own.total.from > .zero && own.total.change == .zero, "seed \(seed)")
  }

  @Test func `has a change of value alone in its step`() throws {
    // The same surgery and visits a quarter later: 44310 went from 17.59 to 17.15, 99213 stayed at 1.30.
    var lines: [LogLine] = []
    for (number, date) in ["2025-10-06", "2026-01-06"].enumerated() {
      for (code, count) in [("44310", 2), ("99213", 6)] {
        for line in 0..<count {
          lines.append(
            LogLine(code, id: "\(number)-\(code)-\(line)", date: date, patient: "PAT-\(number)\(code)\(line)"))
        }
      }
    }
    var practice = Practice(lines)
    practice.roster = nil
    practice.period = "2025-10-01..2026-03-31"
    let same = try bridge(practice, from: "2025-10-01..2025-10-31", to: "2026-01-01..2026-01-31").total
    #expect(same.steps.vintage == WorkRVU(millionths: -880_000))
    #expect(same.steps.vintage == same.change)
    #expect(same.steps.days == .zero && same.steps.volume == .zero)
  }

  @Test func `tells of a period without lines, of unlike ones, and of who joins`() throws {
    var log = RandomLog(seed: 54)
    let practice = Practice(log.lines(60))
    let empty = try bridge(practice, from: "2025-07-01..2025-08-31", to: "2025-10-01..2025-12-31")
    #expect(Set(empty.findings.map(\.problem)).isSuperset(of: [.emptyPeriod, .unlikePeriods]))
    #expect(empty.total.splitCount == 0)
    #expect(empty.total.steps.joined == empty.total.change)
    let alike = try bridge(practice)
    #expect(!alike.findings.contains { $0.problem == .emptyPeriod || $0.problem == .unlikePeriods })
  }

  @Test func `knows no clinical time of who is not in the roster, and says so`() throws {
    var log = RandomLog(seed: 55)
    var practice = Practice(log.lines(200, clinicians: 5))
    practice.period = "2025-07-01..2026-03-31"
    let bridge = try bridge(practice, clinician: "C-5")
    let row = try #require(bridge.rows.first)
    #expect(bridge.rows.count == 1)
    #expect(row.timeGap == .notInRoster)
    #expect(row.steps.time == .zero)
    let days = try #require(BridgeStep.steps(of: bridge.total, in: bridge).first { $0.cause == .days })
    #expect(days.amount == nil)
    #expect(days.sentence.contains("not in the roster"))
  }

  @Test func `stops where nobody has the id`() throws {
    let error = #expect(throws: InputFailure.self) {
      try bridge(Practice([LogLine("99213", date: "2026-01-06")]), clinician: "C-11")
    }
    #expect(error?.hint == "did you mean C-1?")
  }
}

@Suite struct `A bridge from the median peer` {
  /// Seven of one specialty, of whom the fourth has the middle figure of the others of any below it.
  private func practice() -> Practice {
    var lines: [LogLine] = []
    var roster = "clinician_id,name,specialty,clinical_fte,start,end\n"
    for number in 1...7 {
      roster += "C-\(number),Doctor Name\(number),Alpha,0.\(number + 2),2020-01-01,\n"
      for line in 0..<(10 * number) {
        let day = line % 28 + 1
        lines.append(
          LogLine(
            line % 3 == 0 ? "99214" : "99213", id: "\(number)-\(line)", clinician: "C-\(number)",
            date: "2026-0\(line % 3 + 1)-\(day < 10 ? "0" : "")\(day)", patient: "PAT-\(number)\(line)"))
      }
    }
    // One family that only the last has.
    lines.append(LogLine("44310", id: "own", clinician: "C-7", date: "2026-02-03", patient: "PAT-own"))
    var practice = Practice(lines)
    practice.roster = roster
    practice.period = "2026-01-01..2026-03-31"
    practice.minimumPeers = 5
    return practice
  }

  private func bridge(_ practice: Practice, of clinician: String) throws -> Bridge {
    let folder = try TemporaryFolder()
    return try BridgeRun.bridge(
      toPeersOf: clinician, specialty: nil, of: practice.inputs(in: folder), ledger: .benchmark)
  }

  @Test func `goes from the lower median of the others, ties, and has no step of value or rule`() throws {
    let practice = practice()
    let results = try practice.run().results
    let bridge = try bridge(practice, of: "C-7")
    // Of six others the third from below.
    let others = results.clinicians.filter { $0.id != "C-7" }.sorted {
      ($0.annualizedPerFTE ?? .zero) < ($1.annualizedPerFTE ?? .zero)
    }
    let own = try #require(results.clinicians.first { $0.id == "C-7" })
    #expect(bridge.peerCount == 6)
    #expect(bridge.total.from == others[2].totals.benchmark)
    #expect(bridge.total.to == own.totals.benchmark)
    #expect(bridge.total.steps.total == bridge.total.change)
    #expect(bridge.total.steps.vintage == .zero && bridge.total.steps.policy == .zero)
    #expect(bridge.total.steps.meanFTE != .zero && bridge.total.steps.volume != .zero)
    #expect(bridge.families.reduce(WorkRVU.zero) { $0 + $1.mix } == bridge.total.steps.mix)
  }

  @Test func `names no peer, and no family that few of the others have`() throws {
    let bridge = try bridge(practice(), of: "C-7")
    let report = BridgeReport.report(of: bridge)
    let words = String(describing: report) + String(describing: BridgeStep.steps(of: bridge.total, in: bridge))
    #expect(words.contains("Doctor Name7"))
    for number in 1...6 {
      #expect(!words.contains("Doctor Name\(number)"))
      #expect(!words.contains("C-\(number)"))
    }
    #expect(bridge.hidesFamilies)
    #expect(!bridge.families.contains { $0.name.contains("Digestive") })
    #expect(bridge.families.contains { $0.name == "Families that few of the others have" })
  }

  @Test func `is not shown among fewer others than the job shows`() throws {
    var practice = practice()
    practice.minimumPeers = 7
    let error = #expect(throws: InputFailure.self) { try bridge(practice, of: "C-7") }
    #expect(error?.message.contains("fewer than 7") == true)
    #expect(error?.isUsage == false)
  }

  /// Those whom a run ranks: a role that is split is ranked in none of its specialties, and so is nobody's peer in one.
  @Test func `counts no split role among the peers, as a run's rank does not`() throws {
    var practice = practice()
    let split = ["C-1", "C-2"]
    practice.roster = practice.roster.map { roster in
      roster.split(separator: "\n").flatMap { row -> [String] in
        var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let isSplit = split.contains(cells[0])
        cells.insert(cells[0] == "clinician_id" ? "share" : isSplit ? "0.7" : "", at: 3)
        let own = cells.joined(separator: ",")
        if !isSplit { return [own] }
        (cells[2], cells[3]) = ("Beta", "0.3")
        return [own, cells.joined(separator: ",")]
      }.joined(separator: "\n") + "\n"
    }
    let error = #expect(throws: InputFailure.self) { try bridge(practice, of: "C-7") }
    #expect(error?.message.contains("4 others of Alpha are ranked") == true, "\(error?.message ?? "")")
    practice.minimumPeers = 4
    let own = try #require(try practice.run().results.clinicians.first { $0.id == "C-7" })
    #expect(own.peers?.count == 5)
    #expect(try bridge(practice, of: "C-7").peerCount == 4)
  }
}

extension BridgePart {
  /// Whether the families add up to the services and the work under every pairing.
  fileprivate var familiesAddUp: Bool {
    var work = Work()
    for family in families.values { work += family.work }
    return work == self.work && families.values.reduce(Units.zero) { $0 + $1.services } == services
  }
}

@Suite struct `A bridge of a split role` {
  @Test func `has the time of the whole role, and its lines under the largest part`() throws {
    var lines: [LogLine] = []
    for (month, count) in [("2025-10", 6), ("2026-01", 9)] {
      for number in 0..<count {
        lines.append(
          LogLine("99213", id: "\(month)-\(number)", date: "\(month)-1\(number)", patient: "PAT-\(month)\(number)"))
      }
    }
    var practice = Practice(lines)
    practice.period = "2025-10-01..2026-01-31"
    practice.roster = """
      clinician_id,name,specialty,share,clinical_fte,start,end
      C-1,Ada,Alpha,0.7,0.6,2020-01-01,2025-12-31
      C-1,Ada,Beta,0.3,0.6,2020-01-01,2025-12-31
      C-1,Ada,Alpha,0.7,0.9,2026-01-01,
      C-1,Ada,Beta,0.3,0.9,2026-01-01,

      """
    let folder = try TemporaryFolder()
    let (from, to) = (JobFile.period("2025-10-01..2025-10-31"), JobFile.period("2026-01-01..2026-01-31"))
    let bridge = try BridgeRun.bridge(
      of: practice.inputs(in: folder), BridgeRun.Comparison(from: #require(from), to: #require(to)))
    let row = try #require(bridge.rows.first)
    #expect(bridge.rows.count == 1 && row.specialty == "Alpha" && row.timeGap == nil)
    // Half as many visits again in half as much FTE again.
    #expect(row.from.time == BridgePart.Time(days: 31, fteDays: 18_600_000))
    #expect(row.steps.meanFTE == WorkRVU(hundredths: 390))
    #expect(row.steps.total == row.steps.meanFTE)
  }
}
