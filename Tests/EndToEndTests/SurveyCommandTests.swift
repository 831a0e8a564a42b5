import Foundation
import TestSupport
import Testing

/// `rvubench survey`, with invented surveys.
@Suite struct `Surveys are imported, shown, blended and placed in` {
  let folder: TemporaryFolder

  static let wide = """
    specialty,geographic_region,n_orgs,n_incumbents,tcc_p25,tcc_p50,wrvu_p25,wrvu_p50,wrvu_p75,wrvu_p90,cf_p50,cf_p75
    Urology,National,31,212,"401,000","470,500",5015,5996,8307,11284,61,74
    Urology,West,9,40,*,*,5100,6100,8400,11300,*,*
    Orthopaedic Surgery,National,12,98,500000,620000,6400,8000,9900,12100,68,80
    Broken,National,12,98,500000,620000,8000,6400,9900,12100,68,80

    """
  static let other = """
    survey,year,data_year,specialty,metric,n,p25,p50,p90
    Second,2025,2024,Urology,work_rvu,106,5400,6200,10000
    Second,2025,2024,Orthopedic Surgery,work_rvu,49,6000,7700,11800

    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("wide.csv", Self.wide)
    try folder.write("other.csv", Self.other)
  }

  private func run(_ words: String...) throws -> BuiltProgram.Outcome { try BuiltProgram.run(words, in: folder.path) }

  private func imported() throws -> BuiltProgram.Outcome {
    try run(
      "survey", "import", "wide.csv", "--name", "First", "--year", "2026", "--data-year", "2025", "--output",
      "first.csv")
  }

  @Test func `what is imported accounts for every row, and only its owner can read it`() throws {
    let outcome = try imported()
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("read by the map wide-metrics, header in line 1"))
    #expect(outcome.output.contains("12 rows: 9 kept, 1 left out, 2 not published, 0 of other metrics"))
    #expect(outcome.messages.contains("wide.csv:5:42: error: p50 (6400) is below p25 (8000)"))
    let mode = try BuiltProgram.shell("stat -c %a first.csv", in: folder.path).output
    #expect(mode == "600\n")
    let again = try run("survey", "import", "first.csv")
    #expect(again.code == 0 && again.output == folder.text("first.csv"))
  }

  @Test func `what cannot be read, written or found has its exit code`() throws {
    #expect(try run("survey", "import", "wide.csv").code == 3)
    #expect(try run("survey", "import", "nothing.csv").code == 3)
    #expect(try run("survey", "import", "wide.csv", "--map", "wide").code == 2)
    #expect(try run("survey", "import", "other.csv", "--output", "no/folder.csv").code == 4)
    #expect(try run("survey", "import", "other.csv", "--output", "other.csv").code == 4)
    #expect(try run("survey", "import", "other.csv", "--year", "26").code == 2)
    #expect(try run("survey", "show", "synthetic-2025").code == 2)
    #expect(try run("survey", "blend", "other.csv").code == 2)
    #expect(try run("survey", "blend", "other.csv", "other.csv", "--weights", "1").code == 2)
    #expect(folder.text("other.csv") == Self.other)
  }

  @Test func `those of a folder are listed beside the built-in ones`() throws {
    _ = try imported()
    let outcome = try run("survey", "list", ".")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("surveys/synthetic-2026.csv"))
    #expect(outcome.output.contains("./other.csv"))
    #expect(outcome.output.contains("49 to 106"))
    #expect(outcome.messages.contains("not listed: ./wide.csv"))
  }

  @Test func `what a survey publishes is shown by a specialty's other name, in three forms`() throws {
    _ = try imported()
    let text = try run("survey", "show", "first.csv", "--specialty", "Orthopedics")
    #expect(text.code == 0 && text.output.contains("Orthopaedic Surgery, National"))
    #expect(text.output.contains("$620,000") && !text.output.contains("Urology"))
    #expect(text.messages.contains("[rate-of-low-producers]"))
    let csv = try run("survey", "show", "first.csv", "--metric", "work_rvu", "--region", "west", "--format", "csv")
    #expect(csv.output.split(separator: "\n").count == 2 && csv.messages.isEmpty)
    let json = try run("survey", "show", "first.csv", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["rows"] as? [Any])?.count == 9)
    let missing = try run("survey", "show", "first.csv", "--specialty", "Urologie")
    #expect(missing.code == 1 && missing.messages.contains("is it one of: Urology?"))
  }

  @Test(arguments: [
    ("8000", "71st percentile, 1.3x median", "71.7"), ("8553", "76th percentile, 1.4x median", "76.2"),
    ("5015", "25th percentile, 0.8x median", "25.0"), ("12,592", "above the 90th percentile, 2.1x median", ">90"),
    ("5014", "below the 25th percentile, 0.8x median", "<25"),
  ])
  func `a value is placed as the specification's example is`(value: String, headline: String, cell: String) throws {
    _ = try imported()
    let outcome = try run("survey", "place", "first.csv", "--specialty", "urology", "--value", value)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains(headline), "\(outcome.output)")
    #expect(outcome.output.contains(cell))
    for words in ["First 2026, data of 2025", "n = 212 of 31", "nothing beyond them"] {
      #expect(outcome.output.replacing("\n", with: " ").split(separator: " ").joined(separator: " ").contains(words))
    }
  }

  @Test func `a claim that disagrees is refused, and one that agrees is not`() throws {
    _ = try imported()
    let wrong = try run(
      "survey", "place", "first.csv", "--specialty", "Urology", "--value", "12592", "--claim",
      "77th percentile, 2.1x median")
    #expect(wrong.code == 1)
    #expect(wrong.messages.contains("12,592 stands >90 in this survey"))
    #expect(wrong.messages.contains("the stated percentile is 1.45x the median"))
    let right = try run(
      "survey", "place", "first.csv", "--specialty", "Urology", "--value", "8553", "--claim",
      "76th percentile, 1.4x median", "--format", "json")
    #expect(right.code == 0 && right.messages.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(right.output.utf8)) as? [String: Any]
    #expect((object?["percentile"] as? Double).map { abs($0 - 76.239503) < 1e-6 } == true)
    #expect(
      try run("survey", "place", "first.csv", "--specialty", "Urology", "--value", "1", "--claim", "high").code == 2)
  }

  @Test(arguments: [
    ("12592", "above the 90th percentile, 2.1x median", 0, ""), ("8553", "at or above the 70th percentile", 0, ""),
    ("4000", "below the 25th percentile", 0, ""), ("8553", "above the 77th percentile", 1, "8,553 stands 76.2 in"),
    ("12592", "99th percentile, 2.1x median", 1, "cannot be told from this survey, in which 12,592 stands >90"),
    ("4000", "10th percentile", 1, "cannot be told from this survey, in which 4,000 stands <25"),
  ])
  func `a claim is understood as a bound, and what the survey cannot tell is told`(
    value: String, claim: String, code: Int32, words: String
  ) throws {
    _ = try imported()
    let outcome = try run(
      "survey", "place", "first.csv", "--specialty", "Urology", "--value", value, "--claim", claim)
    #expect(outcome.code == code && outcome.messages.isEmpty == (code == 0))
    #expect(words.isEmpty || outcome.messages.contains(words), "\(outcome.messages)")
  }

  @Test func `a claim is told not to be known where a row places nobody`() throws {
    let outcome = try run(
      "survey", "place", "other.csv", "--specialty", "Urology", "--value", "6000", "--claim", "45th percentile",
      "--minimum-respondents", "107")
    #expect(outcome.code == 1 && outcome.messages.contains("whose row has too few respondents to place anybody"))
  }

  @Test func `too few respondents place nobody`() throws {
    let outcome = try run(
      "survey", "place", "other.csv", "--specialty", "Urology", "--value", "6000", "--minimum-respondents", "107")
    #expect(outcome.code == 0 && outcome.messages.contains("[few-respondents]"))
    #expect(outcome.output.contains("n/a: the row has too few respondents") && !outcome.output.contains("percentile,"))
  }

  @Test func `a blend is by weight times n at common points, says so, and is a survey that can be read`() throws {
    _ = try imported()
    let outcome = try run("survey", "blend", "first.csv", "other.csv", "--weights", "1,2", "--output", "blend.csv")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("2 rows blended, 0 refused, of 9 and 2 usable rows"))
    #expect(outcome.output.contains("first.csv: 7 rows not blended"))
    // Weights 1 x 212 and 2 x 106 are equal: p50 (5,996 + 6,200) / 2; p75 of the second is 6,200 + 25/40 x 3,800 = 8,575.
    let shown = try run("survey", "show", "blend.csv", "--specialty", "Urology", "--format", "csv")
    #expect(shown.output.contains(",318,,,,5207.5,6098,8441,10642,"), "\(shown.output)")
    #expect(shown.output.contains("Approximate blend of First 2026 (weight 1) and Second 2025 (weight 2)"))
    let again = try run("survey", "blend", "first.csv", "other.csv", "--weights", "1,2")
    #expect(again.output == folder.text("blend.csv"))
  }

  @Test func `a blend is of enough respondents in each row, and never of a file with itself`() throws {
    let row = { (name: String, n: Int, median: Int) in
      "survey,year,data_year,specialty,metric,n,p25,p50,caution\n\(name),2026,2025,Urology,work_rvu,\(n),4000,\(median),\(name) is invented.\n"
    }
    try folder.write("a.csv", row("A", 5, 6_000))
    try folder.write("b.csv", row("B", 500, 7_000))
    let small = try run("survey", "blend", "a.csv", "b.csv", "--weights", "200,1")
    #expect(small.code == 3 && small.output.isEmpty)
    #expect(small.messages.contains("a.csv:2: warning: the row for Urology, work_rvu, has 5 respondents; at least 10"))
    #expect(try run("survey", "blend", "a.csv", "b.csv", "--minimum", "5").code == 0)
    let twice = try run("survey", "blend", "b.csv", "./b.csv")
    #expect(twice.code == 2 && twice.messages.contains("b.csv and ./b.csv are the same file"))
    try folder.write("c.csv", row("C", 500, 7_000))
    let copied = try run("survey", "blend", "b.csv", "c.csv")
    #expect(copied.code == 3 && copied.messages.contains("c.csv:2 says the same of as many people"))
    try folder.write("d.csv", row("D", 100, 8_000) + "D,2026,2025,Other,work_rvu,100,4000,5000,Of another row.\n")
    let blend = try run("survey", "blend", "b.csv", "d.csv")
    #expect(blend.code == 0 && blend.output.contains("\nBlend of B and D,2026,2025,Urology,"), "\(blend.messages)")
    #expect(blend.output.contains("B is invented. D is invented.") && !blend.output.contains("Of another row."))
  }

  @Test func `an import tells the place of every row that it leaves out`() throws {
    let rows = (1...20).map { "S,2026,2025,Specialty \($0),work_rvu,100,5000,4000\n" }.joined()
    try folder.write(
      "many.csv", "survey,year,data_year,specialty,metric,n,p25,p50\nS,2026,2025,A,work_rvu,99,1,2000\n" + rows)
    let outcome = try run("survey", "import", "many.csv")
    #expect(outcome.code == 1 && !outcome.messages.contains("more ["))
    for line in 3...22 { #expect(outcome.messages.contains("many.csv:\(line):")) }
  }

  @Test func `a row of one point, and one whose median is 0, are told of as they are`() throws {
    try folder.write(
      "odd.csv",
      "survey,year,specialty,metric,n,p25,p50,p75\nS,2026,One,work_rvu,99,,5000,\nS,2026,Zero,work_rvu,99,0,0,7000\n")
    let one = try run("survey", "place", "odd.csv", "--specialty", "One", "--value", "6000")
    let words = one.output.replacing("\n", with: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("p50 alone is published, so nothing lies between") && !words.contains("linear"))
    let zero = try run("survey", "place", "odd.csv", "--specialty", "Zero", "--value", "6000")
    #expect(zero.output.contains("n/a: the median is 0") && !zero.output.contains("no median is published"))
  }

  @Test func `a run reads an analyst's table by its entry`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("wide.csv", Self.wide)
    try practice.folder.write(
      "job.yaml",
      SmallPractice.job.replacing(
        "[{file: survey.csv}]", with: "[{file: wide.csv, name: First, year: 2026, dataYear: 2025}]"))
    let outcome = try BuiltProgram.run(["check", practice.jobPath])
    #expect(outcome.code == 0 && outcome.output.contains("wide.csv: 9 usable rows"))
    try practice.folder.write("job.yaml", SmallPractice.job.replacing("survey.csv", with: "wide.csv"))
    let unnamed = try BuiltProgram.run(["check", practice.jobPath])
    #expect(unnamed.code == 3 && unnamed.messages.contains("does not say the survey's name and year"))
  }
}
