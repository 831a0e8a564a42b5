import ProductivityModel
import Testing

@testable import Ingest

/// The forms in which logs write days.
@Suite struct DateFormsTests {
  private func day(_ text: String, _ forms: DateForms) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { forms.day($0)?.description }
  }

  @Test(
    arguments: [
      ("2026-03-04", [], "2026-03-04"), ("2026-03-04T10:20:00Z", [], "2026-03-04"),
      ("2026-03-04 00:00:00.000", [], "2026-03-04"), ("3/4/2026", .american, "2026-03-04"),
      ("03-04-26", .american, "2026-03-04"), ("3/4/2026 12:00:00 AM", .american, "2026-03-04"),
      ("12/31/69", .american, "2069-12-31"), ("12/31/70", .american, "1970-12-31"),
      ("4.3.2026", .european, "2026-03-04"), ("04/03/2026", .european, "2026-03-04"),
      ("20260304", .compact, "2026-03-04"), ("46085", .serial, "2026-03-04"), ("46085.75", .serial, "2026-03-04"),
      ("25569", .serial, "1970-01-01"), ("04-MAR-2026", .named, "2026-03-04"), ("Mar 4, 2026", .named, "2026-03-04"),
      ("March 4 2026 10:20 AM", .named, "2026-03-04"),
    ] as [(String, DateForms, String)])
  func `a day is read in the forms that a map names`(text: String, forms: DateForms, expected: String) {
    #expect(day(text, forms) == expected)
  }

  @Test(
    arguments: [
      ("3/4/2026", []), ("20260304", []), ("46085", []), ("2026-02-30", .american), ("13/4/2026", .american),
      ("4/13/2026", .european), ("3/4-2026", .american), ("3/4/026", .american), ("3//2026", .american),
      ("20261304", .compact), ("2026", .serial), ("20260304", .serial), ("46085x", .serial), ("04-MAX-2026", .named),
      ("MAR-2026", .named), ("", .american), ("/", .american), ("1/2/3/4", .american), ("2026-03-04 Jane", []),
      ("2026-03-04T", []),
    ] as [(String, DateForms)])
  func `a text of another form is no day`(text: String, forms: DateForms) {
    #expect(day(text, forms) == nil)
  }
}
