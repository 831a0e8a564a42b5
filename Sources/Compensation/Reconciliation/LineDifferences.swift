import ProductivityModel

/// What of an employer's work differs from ours, by cause, with the days on which it does: theirs less ours.
struct LineDifferences {
  /// What a difference is told under.
  struct Subject: Hashable {
    var cause: DifferenceCause
    var detail: String
  }

  /// Lines of one subject.
  struct Sum {
    var lines = 0
    var work: Int64 = 0
    var days: [CalendarDate: Int64] = [:]
  }

  /// By subject.
  private(set) var sums: [Subject: Sum] = [:]

  /// Tells the lines of a clinician and period.
  init(_ ours: [CreditedLine], _ theirs: [EmployerLine]) {
    for pair in LineMatching.pairs(ours, theirs) {
      let subject: Subject?
      switch (pair.ours, pair.theirs) {
      case (let ours?, let theirs?): subject = Self.subject(ours, theirs)
      case (_?, nil): subject = Subject(cause: .missingThere, detail: "")
      case (nil, _): subject = Subject(cause: .missingHere, detail: "")
      }
      guard let subject, let day = pair.ours?.day ?? pair.theirs?.day else { continue }
      add((pair.theirs?.work ?? .zero) - (pair.ours?.credit ?? .zero), on: [day: 1], subject, lines: 1)
    }
  }

  /// Nothing yet.
  init() {}

  /// Adds work that differs, all on one day.
  private mutating func add(_ work: WorkRVU, on days: [CalendarDate: Int64], _ subject: Subject, lines: Int) {
    guard work != .zero else { return }
    var sum = sums[subject] ?? Sum()
    sum.lines += lines
    sum.work += work.millionths
    for day in days.keys { sum.days[day, default: 0] += work.millionths }
    sums[subject] = sum
  }

  /// Adds work of which no line tells the cause, spread over days.
  mutating func addUnexplained(_ detail: String, _ work: WorkRVU, on days: [CalendarDate: Int64]) {
    guard work != .zero else { return }
    var sum = Sum()
    sum.work = work.millionths
    sum.days = days
    sums[Subject(cause: .unexplained, detail: detail)] = sum
  }

  /// The subjects in the order of causes, then by detail.
  var ordered: [(subject: Subject, sum: Sum)] {
    let causes = DifferenceCause.allCases
    return sums.map { ($0.key, $0.value) }.sorted { a, b in
      let (first, second) = (causes.firstIndex(of: a.0.cause) ?? 0, causes.firstIndex(of: b.0.cause) ?? 0)
      return (first, a.0.detail) < (second, b.0.detail)
    }
  }

  /// Why a line that both have differs; nil where it does not.
  static func subject(_ ours: CreditedLine, _ theirs: EmployerLine) -> Subject? {
    if ours.credit == theirs.work { return nil }
    let stated = StatedWork(millionths: theirs.work.millionths)
    if stated.isAbout(ours.credit.millionths) { return Subject(cause: .rounding, detail: "") }
    if let scaled = scaled(ours, theirs.units), theirs.units != ours.units, stated.isAbout(scaled) {
      return Subject(cause: .units, detail: "the employer has another number of units")
    }
    let release = ours.releases.first { $0.credit != ours.credit && stated.isAbout($0.credit.millionths) }
    if let release { return Subject(cause: .vintage, detail: release.name) }
    switch stated.unitsReading(of: ours.units, credit: ours.credit.millionths) {
    case .oneUnit: return Subject(cause: .units, detail: "the employer gives one unit")
    case .multiplied: return Subject(cause: .units, detail: "the employer multiplies by the units")
    case nil: break
    }
    if stated.isAbout(ours.unadjusted.millionths) { return Subject(cause: .policy, detail: "unadjusted") }
    let policy = ours.policies.first { stated.isAbout($0.credit.millionths) }
    return Subject(cause: policy == nil ? .unexplained : .policy, detail: policy?.name ?? "")
  }

  /// Our credit for another number of units; nil without units of ours.
  private static func scaled(_ ours: CreditedLine, _ units: Units) -> Int64? {
    guard ours.units != .zero else { return nil }
    let own = Int128(ours.units.tenThousandths)
    let product = Int128(ours.credit.millionths) * Int128(units.tenThousandths)
    return rounded64(own < 0 ? -product : product, over: own < 0 ? -own : own)
  }
}
