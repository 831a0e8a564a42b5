import Foundation
import Testing
import TestSupport

@Suite struct `The fee schedule commands` {
  @Test func `code 44310 shows its RVUs, payment and standing`() throws {
    let outcome = try BuiltProgram.run(["code", "44310"])
    #expect(outcome.code == 0)
    for words in ["17.15", "28.97", "090", "Surgery", "77th percentile", "2.1x", "8.00", "106.19", "967.62", "2026A"] {
      #expect(outcome.output.contains(words), "\(words) is missing in:\n\(outcome.output)")
    }
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("CMS's own RVU26A file should replace them"))
  }

  @Test(arguments: [("44120", "83rd"), ("45378", "22nd"), ("99214", "65th")])
  func `a code stands where its category's definition puts it`(code: String, ordinal: String) throws {
    #expect(try BuiltProgram.run(["code", code]).output.contains("\(ordinal) percentile"))
  }

  @Test func `code as JSON is typed`() throws {
    let outcome = try BuiltProgram.run(["code", "44310", "--format", "json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["code"] as? String == "44310")
    #expect(outcome.output.contains("17.15"))
  }

  @Test func `a code that is not there suggests the nearest`() throws {
    let outcome = try BuiltProgram.run(["code", "4431O"])
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains("44310"))
  }

  @Test func `fees list and show tell what is on board`() throws {
    let list = try BuiltProgram.run(["fees", "list"])
    for release in ["2020A", "2021A", "2022A", "2022D", "2023A", "2024A", "2024AR", "2024C", "2025D", "2026A"] {
      #expect(list.output.contains(release))
    }
    #expect(try BuiltProgram.run(["fees", "show", "2025D"]).output.contains("32.3465"))
    #expect(try BuiltProgram.run(["fees", "show", "2025X"]).code == 2)
  }

  @Test func `an import that cannot be used changes nothing and says what header it found`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("prices.csv", "code,price\n99213,90.00\n")
    let data = "\(folder.path)/data"
    #expect(try BuiltProgram.shell("cp -r '\(PackageRoot.path("benchmarks-data"))' '\(data)'").code == 0)
    let outcome = try BuiltProgram.run(["fees", "import", file, "--data", data])
    #expect(outcome.code == 3)
    #expect(outcome.messages.contains("price"))
    #expect(try BuiltProgram.shell("diff -r '\(PackageRoot.path("benchmarks-data"))' '\(data)'").code == 0)
  }

  @Test func `reference data that is not there is an input that cannot be used`() throws {
    let folder = try TemporaryFolder()
    #expect(try BuiltProgram.run(["code", "44310", "--data", folder.path]).code == 3)
  }
}
