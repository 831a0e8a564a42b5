import Benchmarking
import Testing

@Suite struct `Specialty names are joined` {
  let names = SpecialtyNames(
    reviewed: [
      .init("Orthopaedic Surgery", for: "Orthopedic Surgery"), .init("Orthopaedics", for: "Orthopedic Surgery"),
      .init("Pediatrics: General", for: "Pediatrics"), .init("General Pediatrics", for: "Pediatrics"),
    ], own: [.init("Bones", for: "Orthopaedics")])

  @Test(arguments: [
    ("urology", SpecialtyNames.Match.exact("Urology")), ("  Internal   medicine ", .exact("Internal Medicine")),
    ("Orthopedic Surgery", .synonym(of: "Orthopaedics")), ("orthopaedic surgery", .synonym(of: "Orthopaedics")),
    ("Bones", .synonym(of: "Orthopaedics")),
  ])
  func `exactly, case and blanks apart, or by the table`(name: String, match: SpecialtyNames.Match) {
    #expect(names.match(name, among: ["Internal Medicine", "Orthopaedics", "Urology"]) == match)
  }

  @Test func `never by what is only near`() {
    let survey = ["Cardiology: Invasive", "Cardiology: Noninvasive", "Urology", "Neurology"]
    #expect(
      names.match("Cardiology", among: survey)
        == .none(suggestions: ["Cardiology: Invasive", "Cardiology: Noninvasive"]))
    #expect(names.match("Neurologie", among: survey).name == nil)
    #expect(names.match("Neurologie", among: survey) == .none(suggestions: ["Neurology"]))
    #expect(names.match("Podiatry", among: survey) == .none(suggestions: []))
    #expect(names.match("Urology", among: []) == .none(suggestions: []))
  }

  @Test func `not where two names of the survey mean the same`() {
    #expect(
      names.match("Pediatrics", among: ["General Pediatrics", "Pediatrics: General"])
        == .none(suggestions: ["General Pediatrics", "Pediatrics: General"]))
    #expect(
      names.match("General  pediatrics", among: ["General Pediatrics", "Pediatrics: General"])
        == .exact("General Pediatrics"))
  }

  @Test(arguments: [
    ("  Internal \t medicine\r\n", "internal medicine"), ("", ""), (" \u{0B}\u{0C} ", ""), ("A\u{1C}B", "a\u{1C}b"),
    ("CARDIOLOGY: Non-Invasive", "cardiology: non-invasive"), ("Médecine  GÉNÉRALE", "médecine générale"),
    ("Cardiology\u{A0}\u{2003}General", "cardiology general"), ("İstanbul", "i̇stanbul"),
  ])
  func `in small letters with single blanks`(name: String, normalized: String) {
    #expect(SpecialtyNames.normalized(name) == normalized)
    // A name of ASCII alone is taken on a shorter way than one with a letter beyond it.
    let longer = SpecialtyNames.normalized(name + " é")
    #expect(longer == (normalized.isEmpty ? "é" : normalized + " é"))
  }

  @Test func `by what each stands for`() {
    let alike = ["Bones", "orthopaedics", "Orthopedic  Surgery", "ORTHOPAEDIC SURGERY"]
    #expect(Set(alike.map(names.meaning)) == ["orthopedic surgery"])
    #expect(names.meaning(of: " Urology") == "urology")
  }

  @Test func `alike, whatever the order of the survey`() {
    let survey = [
      "Plastic Surgery", "Vascular Surgery", "Hand Surgery", "Surgery: Oncology", "Thoracic Surgery", "Surgery",
    ]
    let match = names.match("Surgery: Hands", among: survey)
    #expect(names.match("Surgery: Hands", among: survey.reversed()) == match)
  }
}

@Suite struct `The row of a survey is chosen` {
  let names = SpecialtyNames()
  private func rows(_ regions: String...) -> [SurveyRow] {
    regions.enumerated().map { SurveyFixture.row(region: $1, line: $0 + 2, at: [50: 5_000]) }
  }

  @Test(arguments: ["", "National", "all"]) func `for all regions and physicians`(region: String) {
    let rows = rows("West", region)
    #expect(SurveySelection().row(of: "urology", in: rows, by: names) == .row(rows[1], .exact("Urology")))
    #expect(
      SurveySelection(region: "west").row(of: "urology", in: rows, by: names) == .row(rows[0], .exact("Urology")))
  }

  @Test func `of the latest data year`() {
    let old = SurveyFixture.row(data: 2024, at: [50: 4_900])
    let new = SurveyFixture.row(data: 2025, at: [50: 5_000])
    #expect(SurveySelection().row(of: "Urology", in: [new, old], by: names) == .row(new, .exact("Urology")))
  }

  @Test func `or it is said why there is none`() {
    let west = rows("West")
    #expect(SurveySelection().row(of: "Urology", in: west, by: names) == .otherCells(west))
    let twice = rows("", "National")
    #expect(SurveySelection().row(of: "Urology", in: twice, by: names) == .several(twice))
    #expect(
      SurveySelection(metric: .encounters).row(of: "Urology", in: twice, by: names) == .noSpecialty)
  }

  @Test func `so that Medicare's part is never taken for the whole`() {
    let part = SurveyFixture.row(.medicareWorkRVU, at: [50: 1_500])
    #expect(SurveySelection().row(of: "Urology", in: [part], by: names) == .noSpecialty)
    #expect(
      SurveySelection(metric: .medicareWorkRVU).row(of: "Urology", in: [part], by: names)
        == .row(part, .exact("Urology")))
  }
}
