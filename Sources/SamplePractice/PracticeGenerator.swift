/// Invents a practice: a year of procedure logs, a roster, a survey and the job that reports on them.
///
/// The same numbers give the same bytes on every machine. Nothing is kept in memory but what is about to be written and the
/// few lines in a hundred that are posted in a later month: ten million lines need about 50 MB.
public struct PracticeGenerator: Sendable {
  /// The seed of the sample that is shipped.
  public static let defaultSeed: UInt64 = 20_260_930
  /// The clinicians of the sample that is shipped.
  public static var defaultClinicians: Int { Staffing.defaultCount }
  /// The most clinicians that can be asked for.
  public static let mostClinicians = 20_000
  /// Lines a clinician bills in a year, about.
  public static let linesPerClinician = 4000

  /// The number of clinicians.
  public let clinicians: Int
  /// About how many records the logs are to have; nil for an ordinary year.
  public let lines: Int?
  /// What everything that varies is drawn from.
  public let seed: UInt64

  /// A practice.
  ///
  /// - Parameters:
  ///   - clinicians: how many there are, at least 1; by default ``defaultClinicians``, or one for ``linesPerClinician`` of
  ///     the lines asked for if that is more.
  ///   - lines: about how many records the logs are to have in all; the encounters of every day are made more or fewer
  ///     to match, and the result is within one in a hundred for practices of a thousand lines or more. By default the
  ///     clinicians have an ordinary year, and there are logs of the year before too.
  ///   - seed: another seed gives another practice of the same kind.
  public init(clinicians: Int? = nil, lines: Int? = nil, seed: UInt64 = PracticeGenerator.defaultSeed) {
    let fitting = max(Self.defaultClinicians, (lines ?? 0) / Self.linesPerClinician)
    self.clinicians = min(max(1, clinicians ?? fitting), Self.mostClinicians)
    self.lines = lines
    self.seed = seed
  }

  /// Writes the practice's files, a piece at a time.
  ///
  /// - Parameter sink: takes the next piece of the file at a path, relative to the practice's folder. The pieces of a file
  ///   come one after the other, and no file is taken up again.
  /// - Returns: how many records of each kind there are in the year that is reported on.
  /// - Throws: what the sink throws.
  @discardableResult
  public func write<Failure: Error>(
    _ sink: (_ path: String, _ bytes: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> PracticeTally {
    let staff = Staffing.staff(count: clinicians, seed: seed)
    let expected = lines ?? clinicians * Self.linesPerClinician
    try sink("README.md", Array(PracticeDocuments.readme(staff: staff, hasEarlierYear: lines == nil).utf8))
    try sink("job.yaml", Array(PracticeDocuments.job(expectedRecords: expected, hasEarlierYear: lines == nil).utf8))
    try sink("roster.csv", Array(PracticeDocuments.roster(staff).utf8))
    try sink("targets.csv", Array(SampleTargets.csv(staff, seed: seed).utf8))
    try sink("surveys/synthetic-2026.csv", Array(SyntheticSurvey.csv.utf8))
    let director = staff.first { SamplePlans.id(of: $0) == "surgery" }?.identifier
    try sink("plans.yaml", Array(SamplePlans.yaml(director: director).utf8))
    try sink("pay/shifts.csv", Array(SamplePay.shifts(staff, seed: seed).utf8))
    try sink("pay/panel.csv", Array(SamplePay.panel(staff, seed: seed).utf8))
    try sink("pay/quality.csv", Array(SamplePay.quality(staff, seed: seed).utf8))
    try sink("pay/paid.csv", Array(SamplePay.paid(staff, seed: seed).utf8))
    if lines == nil {
      var before = PracticeYear(before: staff, seed: seed)
      _ = try before.run(sink)
    }
    var year = PracticeYear(staff: staff, lines: lines, seed: seed)
    return try year.run(sink)
  }
}
