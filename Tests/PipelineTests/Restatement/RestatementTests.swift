import Ingest
import ProductivityModel
import Publishing
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// Two runs of one job, the one after the other, and what changed between them.
enum RestatedPractice {
  /// - Parameters:
  ///   - spoil: what happens to the earlier output before it is read.
  static func restate(
    _ before: Practice, _ after: Practice, period: String? = nil, spoil: (String) throws -> Void = { _ in }
  ) throws -> Restatement {
    let folder = try TemporaryFolder()
    let out = "\(folder.path)/out"
    _ = try Run.execute(
      before.inputs(in: folder), output: StagedOutput(replacing: out), version: "test", progress: nil)
    try spoil(out)
    let earlier = try RecordedFolder.read(out)
    return try RestatementRun.restate(
      after.inputs(in: folder), against: earlier, in: out, period: period.flatMap(JobFile.period), version: "test"
    ).restatement
  }

  /// A policy with a factor for 22.
  static func policy(extended factor: String) -> String {
    """
    policy: own
    title: invented
    statuses: {credited: [A, R, T]}
    modifiers:
      - {modifiers: [22], slot: extended, factor: \(factor), from: 2020-01-01, citation: contract}

    """
  }
}

@Suite struct `A restatement` {
  private static let lines = [
    LogLine("44140", id: "L1", patient: "A"), LogLine("99214", id: "L2", date: "2025-11-20", patient: "B"),
    LogLine("99213", id: "L3", clinician: "C-2", date: "2025-11-20", patient: "C"),
    LogLine("20610", id: "L4", clinician: "C-2", date: "2026-01-05", patient: "D"),
  ]

  private static func changed(_ edit: (inout [LogLine]) -> Void) throws -> Restatement {
    var lines = lines
    edit(&lines)
    return try RestatedPractice.restate(Practice(Self.lines), Practice(lines))
  }

  private static func only(_ cause: RestatementCause, _ hundredths: Int64, _ restatement: Restatement) {
    #expect(Set(restatement.total.causes.keys) == [cause], "\(restatement.total.causes)")
    #expect(restatement.total.causes[cause]?.benchmark == WorkRVU(hundredths: hundredths))
    #expect(restatement.total.change.benchmark == WorkRVU(hundredths: hundredths))
  }

  @Test func `of what did not change is empty and says so`() throws {
    let restatement = try Self.changed { _ in }
    #expect(restatement.isEmpty && restatement.unchangedLines == 4 && restatement.linesWithoutEffect == 0)
    let report = RestatementReport.report(of: restatement, cautions: [])
    #expect(report.summary.hasPrefix("Nothing changed: all 4 lines"))
  }

  @Test func `tells a line that came late`() throws {
    // 99214 in 2025D is worth 1.92.
    let restatement = try Self.changed { $0.append(LogLine("99214", id: "L9", date: "2025-10-07", patient: "Z")) }
    Self.only(.late, 192, restatement)
    #expect(restatement.lines.map(\.position.line) == [6] && restatement.lines[0].earlier == nil)
    #expect(restatement.months.map(\.month.description) == ["2025-10"] && restatement.unchangedLines == 4)
  }

  @Test func `tells a line that is gone, and one that is voided`() throws {
    Self.only(.void, -2259, try Self.changed { $0.removeFirst() })
    let voided = try Self.changed { $0.append(Self.lines[0].reversed(id: "R1", void: "L1")) }
    Self.only(.void, -2259, voided)
    #expect(voided.lines.map { $0.later?.fate } == [.voided] && voided.linesWithoutEffect == 1)
  }

  @Test func `tells a line that was corrected in its place`() throws {
    // From 1.92 to 1.3, 99214 to 99213 in 2025D.
    let restatement = try Self.changed { $0[1].code = "99213" }
    Self.only(.correction, -62, restatement)
    #expect(restatement.lines.map { $0.earlier?.identity.code } == ["99214"])
    #expect(restatement.lines.map { $0.later?.identity.code } == ["99213"])
  }

  @Test func `tells a record that supersedes another as one correction`() throws {
    let later = LogLine("99213", id: "L2", date: "2025-11-20", patient: "B")
    let restatement = try Self.changed { $0.append(later) }
    Self.only(.correction, -62, restatement)
    #expect(restatement.lines.count == 1 && restatement.lines[0].position.line == 6)
    #expect(restatement.lines[0].earlier?.identity.code == "99214")
  }

  @Test func `tells a line that a late one ranks below itself`() throws {
    // Of the lower of two procedures of a session half is left in the benchmark ledger.
    let hernia = LogLine("49505", id: "L1", patient: "A")
    let ranked = try RestatedPractice.restate(
      Practice([hernia]), Practice([hernia, LogLine("44140", id: "L9", patient: "A")]))
    #expect(Set(ranked.total.causes.keys) == [.late, .session])
    // In the pay ledger nothing is ranked.
    #expect(ranked.total.causes[.session]?.pay == .zero && ranked.total.causes[.session]?.benchmark != .zero)
  }

  @Test func `tells another policy, and another fee schedule`() throws {
    var before = Practice(Self.lines + [LogLine("27447", id: "L5", patient: "A")])
    before.benchmark = "unadjusted"
    var after = before
    after.benchmark = "survey-comparable"
    let policy = try RestatedPractice.restate(before, after)
    #expect(Set(policy.total.causes.keys) == [.policy] && policy.total.change.pay == .zero)
    after.benchmark = "unadjusted"
    after.fees = "fees: {vintage: frozen 2026A}"
    let release = try RestatedPractice.restate(before, after)
    #expect(Set(release.total.causes.keys) == [.release])
    #expect(release.total.causes[.release] == release.total.change && release.total.change.pay != .zero)
  }

  @Test func `tells another roster by its time and placement, and no line`() throws {
    let before = Practice(Self.lines)
    var after = before
    after.roster = before.roster?.replacing("C-1,Ada,Alpha,1,", with: "C-1,Ada,Alpha,0.5,")
    let restatement = try RestatedPractice.restate(before, after)
    #expect(restatement.lines.isEmpty && restatement.months.isEmpty && restatement.unchangedLines == 4)
    #expect(restatement.roles.map { $0.later?.clinician } == ["C-1"])
    #expect(restatement.roles[0].earlier?.clinicalFTE == "1" && restatement.roles[0].later?.clinicalFTE == "0.5")
    #expect(restatement.roles[0].earlier?.percentile != restatement.roles[0].later?.percentile)
  }

  @Test
  func `tells a line that the log gives to another clinician as a correction, though it comes to nothing over all`()
    throws
  {
    let moved = try Self.changed {
      $0[1] = LogLine("99214", id: "L2", clinician: "C-2", date: "2025-11-20", patient: "B")
    }
    #expect(moved.lines.map(\.causes) == [[.correction]])
    #expect(moved.total.causes[.correction]?.isZero == true && moved.total.change.isZero)
    #expect(moved.clinicians.map(\.id) == ["C-1", "C-2"])
    let text = RestatementReport.report(of: moved, cautions: []).summary
    #expect(text.contains("What corrected takes from one clinician or month it gives to another."))
  }

  @Test func `tells another factor of a policy's row by it, where no line changed`() throws {
    var before = Practice(Self.lines + [LogLine("27447", "22", id: "L5", patient: "A")])
    before.pay = "own.yaml"
    before.policies["own.yaml"] = RestatedPractice.policy(extended: "1.25")
    var after = before
    after.policies["own.yaml"] = RestatedPractice.policy(extended: "1.20")
    let restatement = try RestatedPractice.restate(before, after)
    #expect(restatement.lines.map(\.causes) == [[.policy]])
    let text = RestatementReport.report(of: restatement, cautions: []).summary
    #expect(text.contains("By cause, in the pay ledger: policy -") && !text.contains("in the benchmark ledger: "))
  }

  @Test func `splits what a release and a policy make of the same line`() throws {
    var before = Practice([LogLine("27447", "22", id: "L1", date: "2026-01-05")])
    before.pay = "own.yaml"
    before.policies["own.yaml"] = RestatedPractice.policy(extended: "1.25")
    before.fees = "fees: {vintage: frozen 2025D}"
    var after = before
    after.policies["own.yaml"] = RestatedPractice.policy(extended: "1")
    after.fees = "fees: {vintage: frozen 2026A}"
    let both = try RestatedPractice.restate(before, after)
    #expect(Set(both.total.causes.keys) == [.release, .policy])
    var first = before
    first.fees = after.fees
    let release = try RestatedPractice.restate(before, first)
    #expect(both.total.causes[.release]?.pay == release.total.change.pay)
    #expect(both.total.causes[.policy]?.pay == both.total.change.pay - release.total.change.pay)
    #expect(both.earlier.releases == ["2025D"] && both.later.releases == ["2026A"])
  }

  @Test func `tells a line's other day in its row, and only what falls into the days told`() throws {
    var lines = Self.lines
    lines[2] = LogLine("99213", id: "L3", clinician: "C-2", date: "2025-12-20", patient: "C")
    let moved = try RestatedPractice.restate(Practice(Self.lines), Practice(lines), period: "2025-11")
    let page = RestatementReport.report(of: moved, cautions: [])
    let table = page.sections.first { $0.title == "Lines" }?.blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }.first
    let row = try #require(table?.groups.first?.rows.first)
    #expect(row[2].value == .text("2025-11-20, now 2025-12-20"))
    #expect(row[8].value == .workRVU(moved.total.change.benchmark) && moved.total.change.benchmark < .zero)
  }

  @Test func `tells another rank, and lines that another release values alike`() throws {
    let lines = (1...7).map {
      LogLine("9921\(1 + $0 % 4)", id: "L\($0)", clinician: "C-\($0)", date: "2026-01-05", patient: "P\($0)")
    }
    let before = Practice(lines)
    var after = before
    after.fees = "fees: {vintage: frozen 2025D}"
    let restatement = try RestatedPractice.restate(before, after)
    let otherwise = restatement.linesValuedOtherwise
    #expect(otherwise + restatement.lines.count == 7 && restatement.linesWithoutEffect == 0)
    let same = RestatementReport.report(of: restatement, cautions: []).sections.first { $0.title == "What is the same" }
    guard case .list(let sentences)? = same?.blocks.first else { throw Missing() }
    #expect(otherwise == 0 || sentences.contains { $0.contains("valued by another release or rule") })
    #expect(!sentences.contains { $0.contains("new, gone") })
  }

  private struct Missing: Error {}

  @Test func `finds lines again in files of other names and in other orders`() throws {
    let before = Practice(files: [Array(Self.lines[..<2]), Array(Self.lines[2...])])
    // The two files change places: their content is found under the other name.
    let swapped = try RestatedPractice.restate(
      before, Practice(files: [Array(Self.lines[2...]), Array(Self.lines[..<2])]))
    #expect(swapped.isEmpty && swapped.unchangedLines == 4)
    let mixed = try RestatedPractice.restate(
      before, Practice(files: [[Self.lines[3], Self.lines[1]], [Self.lines[0], Self.lines[2]]]))
    #expect(mixed.isEmpty && mixed.unchangedLines == 4)
  }

  @Test func `of a month tells its lines and sums alone`() throws {
    var lines = Self.lines
    lines[1].code = "99213"
    lines[3].units = "2"
    let restatement = try RestatedPractice.restate(
      Practice(Self.lines), Practice(lines), period: "2025-11")
    #expect(restatement.lines.map(\.position.line) == [3])
    Self.only(.correction, -62, restatement)
    #expect(throws: InputFailure.self) {
      try RestatedPractice.restate(Practice(Self.lines), Practice(lines), period: "2025-11-02..2025-11-30")
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func `has causes that add up from the earlier sums to the later ones, exactly`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    let lines = log.lines(300)
    var edited = lines
    for number in 0..<40 {
      let place = Int.random(in: 0..<edited.count, using: &log.random)
      switch number % 5 {
      case 0: edited.remove(at: place)
      case 1: edited[place].code = log.pick(RandomLog.codes)
      case 2: edited[place].units = log.pick(["1", "2", "3"])
      case 3: edited.append(edited[place].reversed(id: "R\(number)", void: edited[place].id))
      default: edited += log.lines(1, prefix: "N\(number)")
      }
    }
    let before = Practice(lines)
    var after = Practice(edited)
    if seed.isMultiple(of: 2) { after.fees = "fees: {vintage: frozen 2024A}" }
    if seed.isMultiple(of: 3) { after.benchmark = "cms-payment" }
    let restatement = try RestatedPractice.restate(before, after)
    let (one, other) = (try before.run().results, try after.run().results)
    func sum(_ results: RunResults) -> LedgerPair {
      results.clinicians.reduce(LedgerPair()) { $0 + LedgerPair(pay: $1.totals.pay, benchmark: $1.totals.benchmark) }
    }
    #expect(restatement.total.earlier == sum(one) && restatement.total.later == sum(other), "seed \(seed)")
    for month in restatement.months {
      #expect(month.sums.causes.values.reduce(LedgerPair(), +) == month.sums.change, "seed \(seed)")
      // Nothing is attributed by these policies, so lines explain all.
      #expect(month.sums.causes[.attribution] == nil, "seed \(seed) \(month)")
    }
    let total = restatement.total.causes.values.reduce(LedgerPair(), +)
    #expect(total == restatement.total.change && !total.isZero, "seed \(seed)")
    let byLine = restatement.lines.reduce(LedgerPair()) { $0 + ($1.after - $1.before) }
    #expect(byLine == restatement.total.change, "seed \(seed)")
    let clinicians = restatement.clinicians.reduce(LedgerPair()) { $0 + $1.sums.change }
    #expect(clinicians == restatement.total.change, "seed \(seed)")
  }

  @Test func `has what goes to others as a cause of its own`() throws {
    // A visit of 1.92 in the pay ledger: 0.4 of it stays, then half.
    func practice(_ shares: String) -> Practice {
      var practice = Practice(
        log: "line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service,billing_id\n"
          + "1,C-1,2025-10-06,A,99214,FS,1,11,C-2\n")
      practice.pay = "own.yaml"
      practice.policies["own.yaml"] = """
        policy: own
        title: invented
        statuses: {credited: [A, R, T]}
        informational: [FS]
        attribution:
          - {modifiers: [FS], shares: {\(shares)}, from: 2020-01-01, citation: contract}

        """
      return practice
    }
    let restatement = try RestatedPractice.restate(
      practice("rendering: 0.4, billing: 0.6"), practice("rendering: 0.5, billing: 0.5"))
    #expect(restatement.lines.isEmpty && restatement.total.change.isZero)
    #expect(restatement.months.map(\.clinician) == ["C-1", "C-2"])
    #expect(
      restatement.months.map { $0.sums.causes[.attribution]?.pay.millionths } == [192_000, -192_000])
  }
}
