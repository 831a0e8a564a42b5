import ProductivityModel
import TestSupport
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

  @Test(arguments: 21...24 as ClosedRange<UInt64>)
  func `a day after others is the day that it is by itself`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for forms in [[], .american, .european, [.american, .named]] as [DateForms] {
      var days = LastDay()
      for _ in 0..<4000 {
        // Few months, so that most follow one of their own; days that are none, and texts that are no day.
        let day = "0\(Int.random(in: 0...33, using: &random))".suffix(2)
        let month = ["01", "02", "02", "04", "13", "00"].randomElement(using: &random) ?? ""
        let year = ["2024", "2025", "2025", "1900", "0000"].randomElement(using: &random) ?? ""
        let text =
          switch Int.random(in: 0...9, using: &random) {
          case 0: "\(month)/\(day)/\(year)"
          case 1: "\(year)-\(month)-\(day) 10:20"
          case 2: "\(year)-\(month)-x\(day.suffix(1))"
          case 3: "\(year)-\(month)-\(day.prefix(1)):"
          default: "\(year)-\(month)-\(day)"
          }
        var copy = text
        let (known, alone) = copy.withUTF8 { (days.day($0, forms), forms.day($0)?.daysSinceEpoch) }
        #expect(known == alone, "seed \(seed): \(text)")
      }
    }
  }
}
