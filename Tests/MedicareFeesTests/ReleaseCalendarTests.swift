import ProductivityModel
import Testing

@testable import MedicareFees

/// Which release values a day: its own, else the same year's nearest later one, else the nearest earlier one.
@Suite struct ReleaseCalendarTests {
  /// The releases that are shipped, with 24A cut short by its correction.
  private static let releases =
    ["2020A", "2021A", "2022A", "2022D", "2023A", "2024C", "2025D", "2026A"]
    .compactMap { ReleaseName($0) }
    .map { InventedFees.info($0.description, $0.days.first, $0.days.last) } + [
      InventedFees.info("2024A", InventedFees.day(2024, 1, 1), InventedFees.day(2024, 3, 8)),
      InventedFees.info("2024AR", InventedFees.day(2024, 3, 9), InventedFees.day(2024, 3, 31)),
    ]

  @Test(arguments: [
    ("2020-01-01", "2020A", false), ("2020-03-31", "2020A", false), ("2020-04-01", "2020A", true),
    ("2021-12-31", "2021A", true), ("2022-03-31", "2022A", false), ("2022-05-01", "2022D", true),
    ("2022-10-01", "2022D", false), ("2023-05-15", "2023A", true), ("2024-03-08", "2024A", false),
    ("2024-03-09", "2024AR", false), ("2024-03-31", "2024AR", false), ("2024-04-01", "2024C", true),
    ("2024-05-15", "2024C", true), ("2024-07-01", "2024C", false), ("2024-11-15", "2024C", true),
    ("2025-03-01", "2025D", true), ("2025-10-01", "2025D", false), ("2026-03-31", "2026A", false),
    ("2026-04-01", "2026A", true), ("2027-01-01", "2026A", true),
  ])
  func `a day takes its release, or a substitute that is said to be one`(
    _ date: String, _ release: String, _ isSubstitute: Bool
  ) throws {
    let day = try #require(CalendarDate(iso: date))
    let choice = try #require(ReleaseCalendar(Self.releases).choose(for: day))
    #expect(choice.release == release)
    #expect(choice.isSubstitute == isSubstitute)
    #expect(Self.releases[choice.index].release == release)
  }

  @Test func `a day before every release has none`() {
    #expect(ReleaseCalendar(Self.releases).choose(for: InventedFees.day(2019, 12, 31)) == nil)
    #expect(ReleaseCalendar([]).choose(for: InventedFees.day(2026, 1, 1)) == nil)
  }

  @Test func `an earlier day of a year with a later release takes that one`() {
    let calendar = ReleaseCalendar(Self.releases.filter { $0.release == "2025D" })
    #expect(calendar.choose(for: InventedFees.day(2025, 1, 1))?.release == "2025D")
    #expect(calendar.choose(for: InventedFees.day(2024, 12, 31)) == nil)
  }

  @Test func `where ranges overlap the release that starts last wins`() {
    let whole = InventedFees.info("2024A", InventedFees.day(2024, 1, 1), InventedFees.day(2024, 3, 31))
    let correction = InventedFees.info("2024AR", InventedFees.day(2024, 3, 9), InventedFees.day(2024, 3, 31))
    let calendar = ReleaseCalendar([correction, whole])
    #expect(calendar.choose(for: InventedFees.day(2024, 3, 8))?.release == "2024A")
    #expect(calendar.choose(for: InventedFees.day(2024, 3, 9))?.release == "2024AR")
    #expect(calendar.choose(for: InventedFees.day(2024, 6, 1))?.release == "2024AR")
  }

  @Test func `the choice does not depend on the order of the releases`() {
    let forwards = ReleaseCalendar(Self.releases)
    let backwards = ReleaseCalendar(Self.releases.reversed())
    for offset in stride(from: 0, through: 2_700, by: 13) {
      let day = InventedFees.day(2019, 11, 1).advanced(by: offset)
      #expect(forwards.choose(for: day)?.release == backwards.choose(for: day)?.release)
      #expect(forwards.choose(for: day)?.isSubstitute == backwards.choose(for: day)?.isSubstitute)
    }
  }
}

/// Release names and the quarters they stand for.
@Suite struct ReleaseNameTests {
  @Test(arguments: [
    ("2026A", "2026-01-01..2026-03-31"), ("2024B", "2024-04-01..2024-06-30"), ("2024C", "2024-07-01..2024-09-30"),
    ("2025D", "2025-10-01..2025-12-31"), ("2024AR", "2024-01-01..2024-03-31"),
  ])
  func `a letter is a quarter`(_ text: String, _ days: String) throws {
    let name = try #require(ReleaseName(text))
    #expect(name.description == text)
    #expect(name.days.description == days)
  }

  @Test func `CMS's own short names are read too`() {
    #expect(ReleaseName("RVU25D")?.description == "2025D")
    #expect(ReleaseName("rvu24ar")?.description == "2024AR")
    #expect(ReleaseName("26a")?.description == "2026A")
  }

  @Test(arguments: ["", "2026", "2026E", "2026AA", "A2026", "202A", "2026ARR", "1900A", "RVU"])
  func `other texts are no names`(_ text: String) { #expect(ReleaseName(text) == nil) }

  @Test func `a correction comes after what it corrects`() throws {
    let names = try ["2024AR", "2024B", "2023D", "2024A"].map { try #require(ReleaseName($0)) }
    #expect(names.sorted().map(\.description) == ["2023D", "2024A", "2024AR", "2024B"])
  }
}
