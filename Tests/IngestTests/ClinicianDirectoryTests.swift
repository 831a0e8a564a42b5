import Benchmarking
import ProductivityModel
import Testing

@testable import Ingest

/// Finding clinicians of the roster by name.
@Suite struct ClinicianDirectoryTests {
  private static func directory(_ names: String...) -> ClinicianDirectory {
    ClinicianDirectory(
      names.enumerated().map { number, name in
        RosterInterval(
          clinicianID: "P-\(number + 1)", npi: "", name: name, specialty: "", clinicalFTEMillionths: 1,
          start: CalendarDate(daysSinceEpoch: 0), end: nil, position: .init(file: "roster.csv"))
      })
  }

  @Test(arguments: [
    ("O'Brien, Sean", "P-1"), ("O\u{2019}Brien, Se\u{E1}n DO", "P-1"), ("OBRIEN SEAN", "P-1"),
    ("Sea\u{301}n O'Brien", "P-1"), ("Garcia, Zoe", "P-2"), ("Zoe Garc\u{ED}a NP", "P-2"), ("Jose Muller-Pena", "P-3"),
    ("M\u{DC}LLER-PE\u{D1}A, JOS\u{C9}", "P-3"), ("Ostergaard, Per", "P-4"), ("Lodz, Aesa", "P-5"),
  ])
  func `a name is found with and without the marks of its letters`(name: String, id: String) {
    let directory = Self.directory(
      "O'Brien, Se\u{E1}n DO", "Garc\u{ED}a, Zo\u{EB} NP", "M\u{FC}ller-Pe\u{F1}a, Jos\u{E9} MD",
      "\u{D8}stergaard, Per",
      "\u{141}\u{F3}d\u{17A}, \u{C6}sa")
    #expect(directory.clinician(name: name) == .found(id))
  }

  @Test func `a name as it is written comes first, and one that stands for two people is ambiguous`() {
    let directory = Self.directory("Zo\u{EB} Lee", "Zoe Lee", "Ana Pe\u{F1}a", "An\u{E1} Pena")
    #expect(directory.clinician(name: "Lee, Zoe") == .found("P-2"))
    #expect(directory.clinician(name: "Lee, Zo\u{EB}") == .found("P-1"))
    #expect(directory.clinician(name: "Lee, Zo\u{E8}") == .ambiguous)
    #expect(directory.clinician(name: "Ana Pena") == .ambiguous)
    #expect(directory.clinician(name: "Lee") == .unknown)
  }

  @Test func `only a name that is one slip away has a nearest one`() {
    let directory = Self.directory("Se\u{E1}n O'Brien", "Bo Li", "Ann Marlow", "Ann Marlow")
    #expect(directory.nearest(to: "OBrein, Sean MD") == "Se\u{E1}n O'Brien")
    #expect(directory.nearest(to: "O'Brian, Sean") == "Se\u{E1}n O'Brien")
    for other in ["O'Brian, Shean", "Shawn Bryant", "Bo Lu", "Ann Marlowe", "Sean", ""] {
      #expect(directory.nearest(to: other) == nil)
    }
  }
}
