import Compensation
import Ingest
import MedicareFees
import TestSupport
import Testing

/// The job's key `compensation`.
@Suite struct JobCompensationTests {
  private static let least = "practice: Lakeside\nyear: 2026\nlogs: [{files: a.csv}]\nroster: roster.csv\n"

  private func read(_ text: String) throws(InputFailure) -> Job {
    try JobFile.read(Array(text.utf8), path: "job.yaml", sha256: "", reportKinds: ["practice"], formats: ["csv"])
  }

  @Test func `every key is read`() throws {
    let entry = try #require(
      try read(
        Self.least + """
          time: {annualize: season, season: 2025/data/months.csv}
          compensation:
            plans: plans.yaml
            paid: paid.csv
            opening: opening.csv
            statement: employer.csv
            statementLines: employer-lines.csv
            releases: {from: 2025D, to: rvu26a}
            alignment: {gap: 12, high: 80, veryHigh: 95, minimumFTE: 0.6, pay: paid}
            projection: [season, run-rate, recent, season]

          """
      ).compensation)
    #expect(entry.plans == "plans.yaml" && entry.paid == "paid.csv" && entry.opening == "opening.csv")
    #expect(entry.statement == "employer.csv" && entry.statementLines == "employer-lines.csv")
    #expect(entry.releases?.from == ReleaseName("2025D") && entry.releases?.to == ReleaseName("2026A"))
    #expect(entry.alignment.rules.gapPoints == 12 && entry.alignment.rules.payPercents == [80, 95])
    #expect(entry.alignment.rules.leastFTEMillionths == 600_000)
    #expect(entry.alignment.pay == .paid && entry.projections == [.season, .runRate, .recent])
    #expect(entry.position.line == 7)
  }

  @Test func `what it does not say has its default`() throws {
    #expect(try read(Self.least).compensation == nil)
    let entry = try #require(try read(Self.least + "compensation: {plans: p.yaml}\n").compensation)
    #expect(entry.paid == nil && entry.opening == nil && entry.statement == nil && entry.statementLines == nil)
    #expect(entry.releases == nil && entry.alignment == .init() && entry.projections == [.runRate])
    #expect(entry.alignment.rules == AlignmentRules())
    #expect(entry.alignment.pay == .earned)
  }

  @Test(arguments: Job.CompensationEntry.Alignment.Pay.allCases)
  func `every word of pay is read`(pay: Job.CompensationEntry.Alignment.Pay) throws {
    let text = Self.least + "compensation: {plans: p.yaml, alignment: {pay: \(pay.rawValue)}}\n"
    #expect(try read(text).compensation?.alignment.pay == pay)
  }

  @Test(arguments: [
    ("{plan: p.yaml}", "5:16", "unknown key \"plan\"", "did you mean plans?"),
    ("{paid: p.csv}", "5:15", "needs the key \"plans\"", ""), ("{plans: ''}", "5:23", "plans is blank", ""),
    ("{plans: p, releases: {from: 2025D}}", "5:36", "needs the key \"to\"", ""),
    ("{plans: p, releases: {from: 2025D, to: 2026}}", "5:54", "not a release", "2026A"),
    ("{plans: p, releases: {from: 2026A, to: RVU26A}}", "5:36", "the same", ""),
    ("{plans: p, alignment: {gap: 101}}", "5:43", "between 0 and 100", ""),
    ("{plans: p, alignment: {high: 80, veryHigh: 80}}", "5:58", "is not above high (80)", ""),
    ("{plans: p, alignment: {minimumFTE: 70}}", "5:50", "between 0 and 1", ""),
    ("{plans: p, alignment: {pay: total}}", "5:43", "not pay", ""),
    ("{plans: p, projection: runrate}", "5:38", "not a projection", "did you mean run-rate?"),
    ("{plans: p, projection: season}", "5:38", "needs an earlier year's season", "data/months.csv"),
    ("{plans: p, projection: []}", "5:38", "projection is empty", ""),
  ])
  func `what is wrong is told with its place`(value: String, place: String, says: String, hint: String) throws {
    let failure = try #require(
      #expect(throws: InputFailure.self) { _ = try read(Self.least + "compensation: \(value)\n") })
    #expect("\(failure.position)" == "job.yaml:\(place)", "\(failure)")
    #expect(PlanSample.says(failure.message, says) && PlanSample.says(failure.hint ?? "", hint), "\(failure)")
    #expect(failure.isUsage)
  }

  @Test func `without a roster nobody has a plan`() throws {
    let text = "practice: L\nyear: 2026\nlogs: [{files: a.csv}]\ncompensation: {plans: p.yaml}\n"
    let failure = try #require(#expect(throws: InputFailure.self) { _ = try read(text) })
    #expect("\(failure.position)" == "job.yaml:4:15" && failure.message.contains("needs a roster") && failure.isUsage)
  }
}
