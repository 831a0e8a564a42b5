import Foundation
import TestSupport
import Testing

/// The pages of codes, made by the built program from the releases on board.
@Suite struct `Code pages` {
  @Test(arguments: ["text", "json", "html", "markdown"])
  func `the page of 44310 has its published figures in every form`(format: String) throws {
    let outcome = try BuiltProgram.run(["code", "44310", "--format", format])
    #expect(outcome.code == 0)
    for words in ["17.15", "28.97", "967.62", "77", "106.19", "2026A", "ileostomy"] {
      #expect(outcome.output.contains(words), "\(words) is missing in the \(format)")
    }
    #expect(!outcome.output.contains("http://") && !outcome.output.contains("https://"))
  }

  @Test(arguments: ["text", "json", "html", "markdown"])
  func `the page of 44310 is the golden one`(format: String) throws {
    let golden = try String(
      contentsOf: URL(filePath: PackageRoot.path("Tests/EndToEndTests/CodePages/44310.\(format)")), encoding: .utf8)
    let page = try BuiltProgram.run(["code", "44310", "--format", format]).output
    #expect(page == golden, "look at what moved, then run scripts/golden")
  }

  @Test func `a locality is paid beside the national amount, and an unknown one is refused`() throws {
    let outcome = try BuiltProgram.run(["code", "44310", "--locality", "02102-01", "--setting", "facility"])
    #expect(outcome.output.contains("1,213.60"))
    #expect(!outcome.output.contains("Outside a facility"))
    let unknown = try BuiltProgram.run(["code", "44310", "--locality", "99999-99"])
    #expect(unknown.code == 2)
    #expect(unknown.messages.contains("99999-99"))
  }

  @Test func `a code of an earlier release only says which was the last`() throws {
    let outcome = try BuiltProgram.run(["code", "99201"])
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains("the newest that has it is 2020A, with 0.48 work RVUs"))
  }

  @Test func `the pages of a category are the same bytes when made again, and replace the earlier ones`() throws {
    let folder = try TemporaryFolder()
    let first = try BuiltProgram.run(
      ["codes", "--category", "evaluation-and-management", "--output", "\(folder.path)/a"])
    #expect(first.code == 0, "\(first.messages)")
    for _ in 1...2 {
      #expect(
        try BuiltProgram.run(["codes", "--category", "evaluation-and-management", "--output", "\(folder.path)/b"]).code
          == 0)
    }
    #expect(try BuiltProgram.shell("diff -r '\(folder.path)/a' '\(folder.path)/b'").code == 0)
    let page = try String(contentsOf: URL(filePath: "\(folder.path)/a/code/99214.html"), encoding: .utf8)
    #expect(page.contains("65th"))
    #expect(page.contains("../category/evaluation-and-management.html"))
    let manifest = try #require(
      try JSONSerialization.jsonObject(
        with: try Data(contentsOf: URL(filePath: "\(folder.path)/a/manifest.json"))) as? [String: Any])
    let outputs = try #require(manifest["outputs"] as? [[String: Any]])
    let files = try BuiltProgram.shell("cd '\(folder.path)/a' && find . -type f ! -name manifest.json | wc -l").output
    #expect(outputs.count == Int(files.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  @Test func `a folder with other files in it is not replaced`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("notes.txt", "mine\n")
    let outcome = try BuiltProgram.run(["codes", "--category", "category-iii", "--output", folder.path])
    #expect(outcome.code == 4)
    #expect(outcome.messages.contains("notes.txt") || outcome.messages.contains("no run of rvubench"))
  }

  @Test func `the specialties of a practice's own logs are counted and named`() throws {
    let job = PackageRoot.path("benchmarks-data/sample-practice/job.yaml")
    let outcome = try BuiltProgram.run(["code", "99214", "--usage", job])
    #expect(outcome.code == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("Family Medicine"))
    #expect(outcome.output.contains("Lakeside Medical Group"))
  }

  @Test func `a public-use file is counted by specialty, and its limits are told`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "by_provider_and_service_2021.csv",
      """
      Rndrng_NPI,Rndrng_Prvdr_St1,Rndrng_Prvdr_Type,HCPCS_Cd,Place_Of_Srvc,Tot_Srvcs
      1003000001,"1 Invented Street, Suite 2",Urology,99214,O,30
      1003000001,"1 Invented Street, Suite 2",Urology,99214,F,12.5
      1003000002,"2 Invented Street",Internal Medicine,99214,O,100
      1003000003,"3 Invented Street",Internal Medicine,99214,O,none

      """)
    let outcome = try BuiltProgram.run(["code", "99214", "--usage", file])
    #expect(outcome.code == 0, "\(outcome.messages)")
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true) }
    #expect(lines.contains(["Urology", "42.5", "29.8%", "1"]))
    #expect(lines.contains(["Internal", "Medicine", "100", "70.2%", "1"]))
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("2021: Medicare fee-for-service only"))
    #expect(words.contains("1 row could not be understood"))
    #expect(!outcome.output.contains("Invented Street"))
  }
}
