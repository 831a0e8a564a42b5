import Benchmarking
import ProductivityModel
import Testing

@testable import Reporting

@Suite("The words of one, of none and of ties") struct SingularAndTiedTests {
  private static func clinician(_ change: (inout ClinicianResult) -> Void) throws -> ClinicianResult {
    var clinician = try #require(PracticeFixture.results().clinicians.first { $0.id == "C002" })
    change(&clinician)
    return clinician
  }

  private static func summary(_ change: (inout ClinicianResult) -> Void) throws -> String {
    ClinicianWording.summary(of: try clinician(change), in: PracticeFixture.results())
  }

  private static func day(_ first: String, _ last: String) -> DayRange { PracticeFixture.range(first, last) }

  @Test func `a period of one day is on that day, and one of several from its first`() throws {
    let one = try Self.summary { $0.period = Self.day("2026-03-03", "2026-03-03") }
    #expect(one.hasPrefix("On March 3, 2026, "))
    let several = try Self.summary { $0.period = Self.day("2026-03-03", "2026-03-04") }
    #expect(several.hasPrefix("From March 3 to March 4, 2026, "))
  }

  @Test func `no lines are in no encounters, of which nothing is said`() throws {
    let text = try Self.summary {
      $0.totals = ProductivityTotals()
      $0.totals.encounters = 0
    }
    #expect(text.contains("has no lines of service: 0.00 wRVUs"), "\(text)")
  }

  @Test(arguments: [(1, "1 day is too few to tell."), (2, "2 days are too few to tell.")]) func `days are too few`(
    days: Int, words: String
  ) throws {
    let clinician = try Self.clinician {
      $0.annualizedPerFTE = nil
      $0.days = days
      $0.gap = .shortPeriod(days: days)
    }
    let sentences = UnknownWording.sentences(for: clinician, in: PracticeFixture.results())
    #expect(sentences.contains("What a year would come to: \(words)"), "\(sentences)")
    #expect(AlignmentWording.why(.shortPeriod(days: days)).contains(days == 1 ? "is too few" : "are too few"))
  }

  @Test func `one line comes to its work, and where there is none no line has any`() throws {
    var results = PracticeFixture.results()
    var impact = FeeImpactPageTests.impact()
    impact.total.lines = 1
    #expect(ImpactWording.summary(of: impact).contains("the same 1 line with work comes to "))
    impact.total = Impact.Sums()
    results.feeImpact = impact
    let report = try #require(FeeImpactReport.reports(of: results).first)
    let headlines = report.sections.flatMap(\.blocks).compactMap { block -> String? in
      if case .headline(let headline) = block { return headline.context }
      return nil
    }
    #expect(headlines == ["No line has work under 2025D or 2026A, pay ledger, policy unadjusted."])
  }

  @Test func `a rank that is shared says with how many, on every page that has it`() throws {
    let tied = try #require(PeerStanding(of: 5, among: [5, 5, 5, 5, 5, 5, 5], minimumOthers: 2))
    let second = try #require(PeerStanding(of: 5, among: [9, 5, 1], minimumOthers: 2))
    #expect(tied.sharing == 6 && second.sharing == 0)
    #expect(StandingWording.ranks(tied, " of 7 here") == "shares rank 1 of 7 here with 6 others")
    #expect(StandingWording.ranks(second, " of 3 here") == "ranks 2nd of 3 here")
    let pair = try #require(PeerStanding(of: 5, among: [9, 5, 5], minimumOthers: 2))
    #expect(StandingWording.ranks(pair) == "shares rank 2 with 1 other")

    for peers in [tied, second] {
      var results = PracticeFixture.results()
      let place = try #require(results.clinicians.firstIndex { $0.id == "C002" })
      results.clinicians[place].peers = peers
      let isShared = peers.sharing > 0
      let clinician = results.clinicians[place]
      #expect(ClinicianWording.summary(of: clinician, in: results).contains("shares rank 1 with 6 others") == isShared)
      #expect(
        ScorecardWording.summary(of: clinician, isOnly: true, goal: nil, in: results)
          .contains("shares rank 1 of 7 here with 6 others") == isShared)
      let table = ClinicianTable.table("T", of: [clinician], namesSpecialty: false, in: results)
      let cells = table.groups.flatMap(\.rows).flatMap { $0 }
      #expect(cells.contains { $0.detail == "shared" } == isShared)
      for reports in [ScorecardReport.reports(of: results), ClinicianReport.reports(of: results)] {
        let said = String(describing: reports)
        #expect(said.contains("percentile rank"))
        #expect(said.contains("shared with 6 others") == isShared)
      }
    }
  }

  @Test(arguments: [
    ("2026-05-01", "2026-05-14", "May 1 to 14, 2026"), ("2026-05-14", "2026-05-14", "May 14, 2026"),
    ("2026-05-02", "2026-06-30", "May 2 to Jun 30, 2026"), ("2025-12-15", "2026-01-31", "Dec 15, 2025 to Jan 31, 2026"),
    ("2026-01-01", "2026-09-30", "Jan to Sep 2026"), ("2025-01-01", "2025-12-31", "2025"),
  ]) func `a period has a name in words`(first: String, last: String, name: String) {
    #expect(BridgeWording.name(of: Self.day(first, last)) == name)
  }

  @Test func `others who are all equally near are told so, and others who differ are not`() throws {
    let standing = try #require(PeerStanding(of: 5, among: [9, 5, 1], minimumOthers: 2))
    func words(_ greatest: Int64, _ least: Int64) throws -> String {
      let nearest = CaseMix.Nearest(
        count: 2, greatest: greatest, least: least, isTied: true, standing: standing, median: .zero,
        difference: .withinChance)
      let clinician = try Self.clinician {
        $0.patterns.caseMix = CaseMix(others: 2, nearest: nearest, families: [])
      }
      return CaseMixWording.sentences(of: clinician, in: PracticeFixture.results()).joined()
    }
    #expect(try words(1_000_000, 1_000_000).contains("work are equally near (similarity 1.00)"))
    #expect(try words(1_000_000, 500_000).contains("the 2 nearest are all others of the specialty"))
  }
}
