import Benchmarking
import ProductivityModel
import Reporting

/// An invented practice whose every number follows from a few given ones, as a run's numbers do.
enum PracticeFixture {
  struct Person {
    var id: String
    var name: String
    var specialty: String
    var fte: Int64? = 1_000_000
    /// Benchmark wRVUs in a usual month.
    var monthly: Int
    var first = 0
    var last = 8
    var leave: Set<Int> = []
    var hasPatients = true
  }

  static let people: [Person] = [
    Person(id: "C001", name: "Adaeze Okafor", specialty: "Gastroenterology", monthly: 690),
    Person(id: "C002", name: "Benjamin Strand", specialty: "Gastroenterology", fte: 800_000, monthly: 520),
    Person(id: "C003", name: "Chen Wei", specialty: "Gastroenterology", monthly: 1_130),
    Person(id: "C004", name: "Dolores Ibarra", specialty: "Gastroenterology", monthly: 365),
    Person(
      id: "C005", name: "Emil Sørensen", specialty: "Gastroenterology", fte: 600_000, monthly: 402, leave: [3, 4]),
    Person(id: "C006", name: "Fatima Rahman", specialty: "Gastroenterology", monthly: 731),
    Person(id: "C007", name: "Gareth Llewellyn", specialty: "Gastroenterology", monthly: 505, first: 7),
    Person(id: "C008", name: "Hannah Weiss", specialty: "General surgery", monthly: 598),
    Person(id: "C009", name: "Ivo Petrov", specialty: "General surgery", fte: 900_000, monthly: 640),
    Person(id: "C010", name: "Jun Nakamura", specialty: "General surgery", monthly: 700, first: 2),
    Person(id: "C011", name: "Katarzyna Nowak", specialty: "Palliative medicine", monthly: 270),
    Person(id: "C012", name: "Liam O'Brien", specialty: "Family medicine", fte: nil, monthly: 380, hasPatients: false),
    Person(id: "C011", name: "Katarzyna Nowak", specialty: "Internal medicine", fte: 400_000, monthly: 150),
  ]

  static let surveys: [String: [Int64]] = [
    "Gastroenterology": [5_120, 6_480, 8_090, 9_950, 12_310],
    "General surgery": [4_410, 5_760, 7_020, 8_640, 10_400],
    "Family medicine": [3_320, 4_150, 4_960, 5_870, 7_010],
    "Internal medicine": [3_050, 3_900, 4_800, 5_770, 6_960],
  ]

  /// The practice's results from January to September 2026.
  static func results(people: [Person] = people, minimumPeers: Int = 5) -> RunResults {
    let period = range("2026-01-01", "2026-09-30")
    let months = period.months.map(\.month)
    var clinicians = people.map { clinician($0, period: period, months: months) }
    clinicians.sort { ($0.specialty, $0.name, $0.id) < ($1.specialty, $1.name, $1.id) }
    for index in clinicians.indices {
      let cohort = clinicians.filter { $0.specialty == clinicians[index].specialty }
        .compactMap { $0.annualizedPerFTE?.millionths }
      clinicians[index].peerCount = cohort.count
      clinicians[index].peers = clinicians[index].annualizedPerFTE.flatMap {
        PeerStanding(of: $0.millionths, among: cohort, minimumOthers: minimumPeers)
      }
    }
    let lines = clinicians.reduce(0) { $0 + $1.totals.lines }
    let unpriced = clinicians.reduce(0) { $0 + $1.totals.unpricedLines }
    return RunResults(
      practice: "Lakeside Medical Group", period: period, months: months,
      payPolicy: PolicySummary(
        name: "unadjusted", title: "Work RVUs of the fee schedule row times units, without any payment rule",
        vintage: "service date", notApplied: []),
      benchmarkPolicy: PolicySummary(
        name: "survey-comparable", title: "Modifier-adjusted work as productivity surveys ask for it",
        vintage: "service date",
        notApplied: ["the multiple endoscopy rule, which ranks within a family of codes", "split or shared visits"]),
      releases: [
        ReleaseUse(
          release: "2026A", title: "CMS PFS Relative Value Files, January 2026", lines: lines - unpriced - 2_000),
        ReleaseUse(release: "2026C", title: "CMS PFS Relative Value Files, July 2026", lines: 2_000),
      ],
      clinicians: clinicians, specialties: specialties(of: clinicians, minimumPeers: minimumPeers),
      controlTotals: controlTotals(lines: lines, unpriced: unpriced),
      unpricedCodes: unpriced == 0
        ? []
        : [
          UnpricedCode(
            code: "4538O", release: "2026A", reason: "not in the release", nearest: "45380", lines: unpriced - 3,
            units: Units(Int64(unpriced - 3)), charge: Money(cents: Int64(unpriced - 3) * 61_250),
            first: SourcePosition(file: "logs/2026-q1.csv", line: 118, column: 12)),
          UnpricedCode(
            code: "43999", release: "2026A", reason: "unlisted", nearest: nil, lines: 3, units: Units(3),
            charge: Money(cents: 540_000), first: SourcePosition(file: "logs/2026-q2.csv", line: 2_071, column: 12)),
        ],
      findings: findings(unpriced: unpriced),
      cautions: [
        "Synthetic Productivity Survey 2025 is invented for demonstration: no placement here says anything about a real clinician."
      ],
      hasRoster: true, minimumPeers: minimumPeers,
      inputs: [
        InputFile(role: "job", path: "job.yaml", size: 812, sha256: hash("a")),
        InputFile(role: "log", path: "logs/2026-q1.csv", size: 402_113, sha256: hash("b")),
        InputFile(role: "survey", path: "surveys/synthetic-2025.csv", size: 4_310, sha256: hash("c")),
      ])
  }

  /// A day range that the test's author knows to be one.
  static func range(_ first: String, _ last: String) -> DayRange {
    guard let first = CalendarDate(iso: first), let last = CalendarDate(iso: last),
      let range = DayRange(first, through: last)
    else { return DayRange(year: 2026) }
    return range
  }

  static func survey(_ specialty: String) -> SurveyRow? {
    surveys[specialty].map { values in
      SurveyRow(
        survey: "Synthetic Productivity Survey", year: 2025, dataYear: 2024, specialty: specialty, metric: .workRVU,
        respondents: 212, organisations: 31,
        points: zip([10, 25, 50, 75, 90], values).map { SurveyPoint(percent: $0, millionths: $1 * 1_000_000) },
        position: SourcePosition(file: "surveys/synthetic-2025.csv", line: 7))
    }
  }

  private static func hash(_ digit: String) -> String { String(repeating: digit + "3", count: 32) }

  private static func clinician(_ person: Person, period: DayRange, months: [YearMonth]) -> ClinicianResult {
    let monthly = months.indices.map { sums(of: person, month: $0) }
    let monthlyDays = months.indices.map { month in
      let isThere = month >= person.first && month <= person.last && !person.leave.contains(month)
      return isThere ? (month == person.first && month > 0 ? 15 : months[month].days.count) : 0
    }
    let days = monthlyDays.reduce(0, +)
    let totals = total(monthly)
    let perFTE = person.fte.map { WorkRVU(millionths: totals.benchmark.millionths / ($0 / 1_000) * 1_000) }
    let annual = days < 90 ? nil : perFTE.map { WorkRVU(millionths: $0.millionths / Int64(days) * 365) }
    let row = survey(person.specialty)
    let placement = annual.flatMap { annual in
      row.map { Placement(ofMillionths: annual.millionths, among: $0.points) }
    }
    let first =
      person.first == 0
      ? period.first : months[person.first].days.first.advanced(by: months[person.first].days.count - 15)
    return ClinicianResult(
      id: person.id, name: person.name, specialty: person.specialty,
      period: DayRange(first, through: period.last) ?? period, days: days, clinicalFTEMillionths: person.fte,
      totals: totals, monthly: MonthlyTotals(monthly), perFTE: perFTE, annualizedPerFTE: annual, surveyRow: row,
      placement: placement,
      peers: nil, peerCount: 0,
      basis: [
        "Compared: annualised benchmark wRVUs per 1.0 clinical FTE, by days of service.",
        "Survey: Synthetic Productivity Survey 2025 (data of 2024), work_rvu, percentiles interpolated linearly between published points.",
        "Clinical FTE: day-weighted mean of the roster over days employed and not on leave, each day at most 1.0.",
        "Credit: policy survey-comparable, fee schedule releases 2026A and 2026C by date of service.",
      ],
      topCodes: [
        CodeShare(code: "45380", lines: 210, units: Units(212), benchmark: share(totals.benchmark, 31)),
        CodeShare(code: "45385", lines: 160, units: Units(160), benchmark: share(totals.benchmark, 24)),
        CodeShare(code: "99214", lines: 388, units: Units(388), benchmark: share(totals.benchmark, 17)),
        CodeShare(code: "43239", lines: 140, units: Units(141), benchmark: share(totals.benchmark, 11)),
      ], monthlyDays: monthlyDays)
  }

  private static func share(_ work: WorkRVU, _ percent: Int64) -> WorkRVU {
    WorkRVU(millionths: work.millionths / 100 * percent)
  }

  private static func sums(of person: Person, month: Int) -> ProductivityTotals {
    guard month >= person.first, month <= person.last, !person.leave.contains(month) else {
      return ProductivityTotals(encounters: person.hasPatients ? 0 : nil)
    }
    let swing = [3, -8, 6, 1, -2, 9, -11, -5, 4][month] + person.id.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % 13 } - 6
    let hundredths = Int64(person.monthly) * Int64(100 + swing) + Int64(month * 7)
    let part: Int64 = month == person.first && month > 0 ? 2 : 1
    let benchmark = WorkRVU(millionths: hundredths * 10_000 / part + 250_000)
    let lines = Int(hundredths / part / 260)
    return ProductivityTotals(
      lines: lines, encounters: person.hasPatients ? lines * 4 / 5 : nil, units: Units(Int64(lines + lines / 40)),
      unadjusted: WorkRVU(millionths: benchmark.millionths / 100 * 108),
      pay: WorkRVU(millionths: benchmark.millionths / 100 * 104),
      benchmark: benchmark, unpricedLines: month == 2 && person.monthly > 600 ? 4 : 0,
      unpricedCharge: Money(cents: month == 2 && person.monthly > 600 ? 245_000 : 0))
  }

  private static func total(_ parts: [ProductivityTotals]) -> ProductivityTotals {
    parts.reduce(into: ProductivityTotals()) { sum, part in
      sum.lines += part.lines
      sum.encounters = sum.encounters.flatMap { known in part.encounters.map { known + $0 } }
      sum.units += part.units
      sum.unadjusted += part.unadjusted
      sum.pay += part.pay
      sum.benchmark += part.benchmark
      sum.unpricedLines += part.unpricedLines
      sum.unpricedCharge += part.unpricedCharge
    }
  }

  private static func specialties(of clinicians: [ClinicianResult], minimumPeers: Int) -> [SpecialtyResult] {
    Set(clinicians.map(\.specialty)).sorted().map { specialty in
      let own = clinicians.filter { $0.specialty == specialty }
      let values = own.compactMap { $0.annualizedPerFTE?.millionths }.sorted()
      let quantiles = [10, 25, 50, 75, 90].map { percent in
        SurveyPoint(percent: percent, millionths: values.isEmpty ? 0 : values[(values.count - 1) * percent / 100])
      }
      let mean = values.isEmpty ? 0 : values.reduce(0, +) / Int64(values.count)
      return SpecialtyResult(
        specialty: specialty, clinicianCount: own.count, totals: total(own.map(\.totals)), rankedCount: values.count,
        distribution: values.count > minimumPeers
          ? SpecialtyDistribution(mean: WorkRVU(millionths: mean), quantiles: quantiles) : nil,
        surveyRow: survey(specialty))
    }
  }

  private static func controlTotals(lines: Int, unpriced: Int) -> [ControlTotals] {
    var first = ControlTotals(file: "logs/2026-q1.csv", sha256: hash("b"))
    first.counts[Int(Fate.rejected.rawValue)] = 3
    first.counts[Int(Fate.duplicate.rawValue)] = 17
    first.counts[Int(Fate.voided.rawValue)] = 8
    first.counts[Int(Fate.held.rawValue)] = 1
    first.counts[Int(Fate.unpriced.rawValue)] = unpriced
    first.counts[Int(Fate.zeroValued.rawValue)] = 214
    first.counts[Int(Fate.credited.rawValue)] = lines / 2 - unpriced - 214
    first.units = Units(Int64(lines / 2))
    first.charge = Money(cents: Int64(lines) * 9_150)
    var second = ControlTotals(file: "logs/2026-q2-q3.csv", sha256: hash("d"))
    second.counts[Int(Fate.outOfPeriod.rawValue)] = 41
    second.counts[Int(Fate.excluded.rawValue)] = 5
    second.counts[Int(Fate.superseded.rawValue)] = 2
    second.counts[Int(Fate.credited.rawValue)] = lines - lines / 2
    second.units = Units(Int64(lines - lines / 2))
    second.charge = Money(cents: Int64(lines) * 9_020)
    for index in Fate.allCases.indices {
      first.records += first.counts[index]
      second.records += second.counts[index]
    }
    return [first, second]
  }

  private static func findings(unpriced: Int) -> [Finding] {
    func at(_ line: Int, _ column: Int? = nil) -> SourcePosition {
      SourcePosition(file: "logs/2026-q1.csv", line: line, column: column)
    }
    var findings = [
      Finding(
        .impossibleDate, at: at(44, 9), "the service date is not a real day", hint: "write dates as YYYY-MM-DD",
        count: 2),
      Finding(.missingValue, at: at(902, 1), "clinician_id is empty", hint: "name the clinician on every line"),
      Finding(
        .orphanReversal, at: at(1_204), "the reversal has no line to reverse",
        hint: "send the line that it reverses, or take it out"),
      Finding(
        .releaseSubstituted, "release 2026B is not on board; lines of April to June are priced under 2026A",
        hint: "import 2026B with `rvubench fees import`", count: 1_204),
      Finding(
        .noSurveyRow, at: SourcePosition(file: "surveys/synthetic-2025.csv"), "there is no row for Palliative medicine",
        hint: "add a row or map the specialty to the survey's word for it"),
      Finding(.repeatedLine, at: at(77), "the line is there again", count: 17),
      Finding(.outOfPeriod, at: SourcePosition(file: "logs/2026-q2-q3.csv", line: 3), "December 2025", count: 41),
    ]
    if unpriced > 0 {
      findings.insert(
        Finding(
          .unknownCode, at: at(118, 12), "4538O is not in release 2026A", hint: "did you mean 45380?", count: unpriced),
        at: 3)
    }
    return findings
  }
}
