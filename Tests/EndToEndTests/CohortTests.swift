import Foundation
import TestSupport
import Testing

@Suite struct `The cohort command` {
  /// 12 invented clinicians of one specialty and 4 of another.
  private static let people =
    "clinician,specialty,wrvu,period_end\n"
    + (1...12).map { "C-\($0),Family Medicine,\(4_000 + 100 * $0),2025-12-31\n" }.joined()
    + (1...4).map { "D-\($0),Dermatology,\(8_000 + 100 * $0),2025-12-31\n" }.joined()

  @Test func `makes a survey that a run places clinicians in`() throws {
    let practice = try SmallPractice()
    let folder = practice.folder
    let people = try folder.write("people.csv", Self.people)
    let outcome = try BuiltProgram.run([
      "cohort", people, "--value", "wrvu", "--group", "specialty", "--interval", "95", "--output",
      "\(folder.path)/survey.csv",
    ])
    #expect(outcome.code == 0)
    #expect(
      outcome.messages.contains(
        "12 rows besides those of the group that is not shown, whose number is not told either: 12 used"))
    #expect(!outcome.messages.contains("16 rows") && !outcome.messages.contains("4 in groups"))
    #expect(outcome.messages.contains("1 group is not shown, fewer than 10 people: Dermatology"))
    let survey = try #require(folder.text("survey.csv"))
    #expect(!survey.contains("Dermatology"))
    // (n - 1) p is 1.1 at 10 %: 4,210 of 4,100, 4,200, 4,300, ...
    #expect(
      survey.contains(
        "Cohort of people.csv,2025,2025,Family Medicine,,,work_rvu,12,,4650,360.555128,4210,4375,4650,4925,5090,"))
    let mode = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/survey.csv")[.posixPermissions] as? Int
    #expect(mode == 0o600)

    let roster = "clinician_id,name,specialty,clinical_fte,start,end\nC-1,Ada Example,Family Medicine,1.0,2020-01-01,\n"
    try folder.write("roster.csv", roster)
    // 25 x 99214 at 1.92 x 100 is 4,800: between the median, 4,650, and 4,925.
    try folder.write(
      "log.csv", SmallPractice.log.replacing("99214,25,1,", with: "99214,,2500,").replacing("C-2", with: "C-1"))
    let run = try practice.run()
    #expect(run.code == 0, "\(run.messages)")
    let clinicians = try #require(practice.published()["./data/clinicians.csv"])
    #expect(clinicians.contains("Cohort of people.csv,2025,12,4650,"))
    let pages = try practice.published()
    #expect(pages.values.contains { $0.contains("no published survey: its FTE basis is that of the file") })
  }

  @Test func `tells how many are in hidden groups where there are several, and enough`() throws {
    func messages(_ small: [Int]) throws -> String {
      let folder = try TemporaryFolder()
      let others = small.enumerated().map { number, count in
        (1...count).map { "E-\($0),Other \(number),\(5_000 + $0),2025-12-31\n" }.joined()
      }
      let people = try folder.write("people.csv", Self.people + others.joined())
      return try BuiltProgram.run(["cohort", people, "--value", "wrvu", "--group", "specialty"]).messages
    }
    // Dermatology has 4: with one of 5 there are 9, fewer than the minimum, and with one of 6 there are 10.
    #expect(try messages([5]).contains("12 rows besides those of the groups that are not shown"))
    #expect(try messages([6]).contains("22 rows: 12 used, 10 in groups that are not shown"))
  }

  @Test func `hides a group of a large organisation however its name is written`() throws {
    let folder = try TemporaryFolder()
    let names = ["Acme", "ACME", " acme "]
    let rows = (0..<20).map { "A,\(1_000 + 37 * $0),\($0 < 9 ? names[$0 % 3] : "o\($0)")\n" }.joined()
    let people = try folder.write("people.csv", "g,wrvu,org\n" + rows)
    let outcome = try BuiltProgram.run([
      "cohort", people, "--value", "wrvu", "--group", "g", "--organisation", "org", "--data-year", "2025",
    ])
    #expect(outcome.messages.contains("one organisation has more than 25 % of the people: A"))
    #expect(!outcome.output.contains("work_rvu,20"))
  }

  @Test func `writes no group's name as a formula`() throws {
    let folder = try TemporaryFolder()
    let people = try folder.write(
      "people.csv", "g,wrvu\n" + (1...12).map { "=cmd(),\(4_000 + $0)\n" }.joined())
    let outcome = try BuiltProgram.run(["cohort", people, "--value", "wrvu", "--group", "g", "--data-year", "2025"])
    #expect(outcome.output.contains(",'=cmd(),"))
  }

  @Test func `writes the same bytes for rows in any order, and says the seed`() throws {
    let folder = try TemporaryFolder()
    var lines = Self.people.split(separator: "\n")
    let header = lines.removeFirst()
    let options = ["--value", "wrvu", "--group", "specialty", "--harrell-davis", "--interval", "90", "--seed", "7"]
    let first = try BuiltProgram.run(["cohort", try folder.write("people.csv", Self.people)] + options)
    let text = ([header] + lines.reversed()).joined(separator: "\n") + "\n"
    let second = try BuiltProgram.run(["cohort", try folder.write("people.csv", text)] + options)
    #expect(first.output == second.output)
    #expect(first.output.contains("90 % bootstrap interval (1999 replicates, seed 7)"))
    #expect(first.output.contains(",se_p10,se_p25,"))
  }

  @Test(arguments: ["csv", "text", "json"])
  func `never shows a hidden group's figures`(format: String) throws {
    let folder = try TemporaryFolder()
    let people = try folder.write("people.csv", Self.people)
    let options = ["--value", "wrvu", "--group", "specialty", "--format", format]
    let outcome = try BuiltProgram.run(["cohort", people] + options)
    #expect(outcome.code == 0)
    // 8,250 is the mean of the hidden four, 5,550 that of all sixteen.
    let all = outcome.output + outcome.messages
    #expect(["8250", "8,250", "5550", "5,550"].allSatisfy { !all.contains($0) })
    #expect(outcome.output.contains(format == "text" ? "4,650.00" : "4650"))

    // Beside a row of everybody the group of twelve would tell of the four: it is hidden, too.
    let total = try BuiltProgram.run(["cohort", people, "--total"] + options)
    #expect(total.output.contains(format == "text" ? "5,550.00" : "5550"))
    #expect(["4650", "4,650"].allSatisfy { !(total.output + total.messages).contains($0) })
    #expect(total.messages.contains("16 rows: 0 used, 16 in groups that are not shown"))
  }

  @Test func `tells rows that it cannot read, goes on, and ends with exit code 1`() throws {
    let folder = try TemporaryFolder()
    let people = try folder.write("people.csv", Self.people + "E-1,Urology,many,2025-12-31\n")
    let outcome = try BuiltProgram.run(["cohort", people, "--value", "wrvu"])
    #expect(outcome.code == 1)
    #expect(outcome.messages.contains("people.csv:18:13: error: wrvu holds a text of 4 letters, which is not a number"))
    #expect(outcome.messages.contains("17 rows: 16 used, 1 not understood"))
    #expect(outcome.output.contains(",All,,,work_rvu,16,"))
  }

  @Test func `tells of a distribution that is not what its metric can be`() throws {
    let folder = try TemporaryFolder()
    let people = try folder.write(
      "people.csv", "person;specialty;wrvu\n" + (1...6).map { "\($0);Urology;\($0 + 2).500\n" }.joined())
    let options = ["--value", "wrvu", "--group", "specialty", "--minimum", "5", "--data-year", "2024"]
    let outcome = try BuiltProgram.run(["cohort", people] + options)
    #expect(outcome.code == 0)
    #expect(
      outcome.messages.contains(
        "warning: Urology: p50 of work RVUs is 6, which is unusual: it may be in thousands [doubtful-survey-row]"))
    #expect(
      try !BuiltProgram.run(["cohort", people] + options + ["--metric", "collections"]).messages.contains("unusual"))
  }

  @Test(arguments: [
    (["--value", "wrvu", "--type", "10"], "--type is a number from 1 to 9"),
    (["--value", "wrvu", "--percentiles", "10,100"], "--percentiles is a list"),
    (["--value", "wrvu", "--minimum", "2"], "--minimum is at least 3"),
    (["--value", "wrvu", "--seed", "2"], "--seed needs --interval"),
    (["--value", "wrvu", "--type", "6", "--harrell-davis"], "exclude each other"),
    (["--value", "wrvu", "--release", "2025D"], "--release needs --cms-public-use"),
    (["--cms-public-use", "x.csv", "--release", "2025D"], "a table does not go with --cms-public-use"),
    ([], "say with --value"),
  ])
  func `refuses what does not go together`(options: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let people = try folder.write("people.csv", Self.people)
    let outcome = try BuiltProgram.run(["cohort", people] + options)
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains(message))
  }

  @Test func `needs a year, and says how to give it`() throws {
    let folder = try TemporaryFolder()
    let people = try folder.write("people.csv", Self.people.replacing("period_end", with: "until"))
    let bare = try BuiltProgram.run(["cohort", people, "--value", "wrvu"])
    #expect(bare.code == 2)
    #expect(bare.messages.contains("say --data-year"))
    let named = try BuiltProgram.run([
      "cohort", people, "--value", "wrvu", "--data-year", "2024", "--year", "2025", "--survey", "Ours",
    ])
    #expect(named.code == 0)
    #expect(named.output.contains("\nOurs,2025,2024,All,"))
  }

  @Test func `makes distributions and profiles from CMS's file`() throws {
    let folder = try TemporaryFolder()
    var text = "Rndrng_NPI,Rndrng_Prvdr_Ent_Cd,Rndrng_Prvdr_Type,HCPCS_Cd,HCPCS_Drug_Ind,Tot_Srvcs\n"
    for person in 1...11 { text += "10000000\(10 + person),I,Urology,99213,N,\(10 * person)\n" }
    text += "1000000099,O,Clinical Laboratory,99213,N,5\n"
    let file = try folder.write("by_provider_and_service_2025.csv", text)
    let profiles = "\(folder.path)/profiles.csv"
    let outcome = try BuiltProgram.run([
      "cohort", "--cms-public-use", file, "--release", "2025D", "--profiles", profiles,
    ])
    #expect(outcome.code == 0)
    // 60 x 1.30 is the median of 11 people.
    #expect(
      outcome.output.contains("CMS Medicare by provider and service,2025,2025,Urology,,,medicare_work_rvu,11,,78,"))
    #expect(outcome.output.contains("not a full-productivity benchmark"))
    #expect(outcome.messages.contains("12 rows: 11 used, 1 of organisations"))
    #expect(
      folder.text("profiles.csv")
        == "source,year,specialty,code,clinicians,services\nCMS Medicare by provider and service,2025,Urology,99213,11,660\n"
    )
    let mode = try FileManager.default.attributesOfItem(atPath: profiles)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}
