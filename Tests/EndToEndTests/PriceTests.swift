import Foundation
import TestSupport
import Testing

@Suite struct `The price command` {
  private static let list = """
    release,mac,locality,code,modifier
    2025D,01112,05,99213,
    2025D,01112,05,44310,
    2025D,national,,70551,TC

    """

  @Test func `prices a list to the standard output and says on stderr what became of it`() throws {
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run(["price", try folder.write("list.csv", Self.list)])
    #expect(outcome.code == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("2025D,01112,05,99213,,109.15,73.35,119.25,80.13,"))
    #expect(lines[2].hasSuffix(",na-nonfacility"))
    #expect(outcome.messages.contains("3 rows: 3 priced"))
    #expect(outcome.messages.contains("$32.3465 a unit (CMS, CY 2025"))
    #expect(outcome.messages.contains("sequestration is not included"))
  }

  @Test func `a file appears whole, for its owner alone, and nothing else is left`() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("list.csv", Self.list)
    let output = "\(folder.path)/priced.csv"
    #expect(try BuiltProgram.run(["price", list, "--output", output]).code == 0)
    #expect(folder.names == ["list.csv", "priced.csv"])
    let mode = try FileManager.default.attributesOfItem(atPath: output)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(folder.text("priced.csv") == (try BuiltProgram.run(["price", list])).output)
  }

  @Test func `an input that cannot be used leaves the earlier file as it was`() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("list.csv", "mac,locality,code\n01112,05,99213\n")
    let output = try folder.write("priced.csv", "earlier")
    let outcome = try BuiltProgram.run(["price", list, "--output", output])
    #expect(outcome.code == 3)
    #expect(outcome.messages.contains("list.csv:1: error: there is no column release"))
    #expect(folder.text("priced.csv") == "earlier")
    #expect(folder.names == ["list.csv", "priced.csv"])
  }

  @Test func `a row that cannot be understood keeps its place, and ends with exit code 1`() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("list.csv", Self.list.replacing("44310", with: "44-10"))
    let outcome = try BuiltProgram.run(["price", list])
    #expect(outcome.code == 1)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[2].hasSuffix(",malformed-code"))
    #expect(outcome.messages.contains("list.csv:3:16: error: code holds"))
    #expect(outcome.messages.contains("3 rows: 2 priced, 1 not understood"))
  }

  @Test(arguments: [
    ["--locality", "nowhere"], ["--release", "2029A"], ["--format", "json"], ["--locality", "01112"],
  ])
  func `a wrong command line ends with exit code 2`(options: [String]) throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("list.csv", "code\n99213\n")
    #expect(try BuiltProgram.run(["price", list] + options).code == 2)
  }

  @Test func `the input itself is never replaced`() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("list.csv", Self.list)
    #expect(try BuiltProgram.run(["price", list, "--output", list]).code == 4)
    #expect(folder.text("list.csv") == Self.list)
  }

  @Test func `output that cannot be written ends with exit code 4`() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("list.csv", Self.list)
    #expect(try BuiltProgram.run(["price", list, "--output", "\(folder.path)/nowhere/priced.csv"]).code == 4)
    #expect(try BuiltProgram.shell("'\(try BuiltProgram.path)' price '\(list)' > /dev/full").code == 4)
  }

  @Test func `base units of a release's folder price anesthesia`() throws {
    let folder = try TemporaryFolder()
    #expect(try BuiltProgram.shell("cp -r '\(PackageRoot.path("benchmarks-data"))' data", in: folder.path).code == 0)
    try folder.write("data/cms-pfs/2025D/anesthesia-base-units.csv", "code,base_units\n00100,5\n")
    let list = try folder.write("list.csv", "code,minutes\n00100,45\n00102,45\n00100,\n")
    let outcome = try BuiltProgram.run([
      "price", list, "--release", "2025D", "--locality", "national", "--data", "\(folder.path)/data",
    ])
    let lines = outcome.output.split(separator: "\n")
    // (5 + 45/15) x 20.3178.
    #expect(lines[1].hasPrefix("00100,45,162.54,162.54,"))
    #expect(lines[2].hasSuffix(",no-base-units"))
    #expect(lines[3].hasSuffix(",no-minutes"))
  }

  @Test func `imported base units that somebody changed are refused`() throws {
    let folder = try TemporaryFolder()
    #expect(try BuiltProgram.shell("cp -r '\(PackageRoot.path("benchmarks-data"))' data", in: folder.path).code == 0)
    let units = try folder.write("units.csv", "Code,Base Units\n00100,5\n00102,6\n")
    let data = ["--data", "\(folder.path)/data"]
    #expect(try BuiltProgram.run(["fees", "import", units, "--release", "2025D"] + data).code == 0)
    let list = try folder.write("list.csv", "code,minutes\n00100,45\n")
    let price = ["price", list, "--release", "2025D", "--locality", "national"] + data
    #expect(try BuiltProgram.run(price).output.contains("00100,45,162.54,162.54,"))
    try folder.write("data/cms-pfs/2025D/anesthesia-base-units.csv", "code,base_units\n00100,50\n00102,6\n")
    let outcome = try BuiltProgram.run(price)
    #expect(outcome.code == 3 && outcome.messages.contains("is not the file that release.json describes"))
  }

  // MARK: - Claims

  private static let claim = """
    claim_id,clinician_id,patient_id,service_date,mac,locality,code,modifiers,units,place_of_service,charge
    A1,C-1,MRN0012345,2025-11-03,national,,44120,,1,21,
    A1,C-1,MRN0012345,2025-11-03,national,,44310,,1,21,100.00
    A1,C-2,MRN0012345,2025-11-03,national,,44120,AS,1,21,

    """

  @Test(arguments: ["csv", "text", "json"])
  func `a claim is priced in every form, without its patient`(format: String) throws {
    let folder = try TemporaryFolder()
    let claim = try folder.write("claim.csv", Self.claim)
    let outcome = try BuiltProgram.run(["price", "--claim", claim, "--format", format])
    #expect(outcome.code == 0)
    // 44120 in full, 44310 at its charge, the assistant of 44120 at 13.6 percent: 1190.35 + 100.00 + 161.89.
    for words in ["1190.35", "161.89", "0.136", "2025D"] { #expect(outcome.output.contains(words), "\(words)") }
    #expect((outcome.output + outcome.messages).contains("1452.24"))
    #expect((outcome.output + outcome.messages).contains("Separate sessions of one day"))
    #expect((outcome.output + outcome.messages).contains("sequestration is not included"))
    #expect(!(outcome.output + outcome.messages).contains("0012345"))
    if format == "json" { _ = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) }
  }

  @Test func `a claim with a line that cannot be understood is not priced`() throws {
    let folder = try TemporaryFolder()
    let claim = try folder.write("claim.csv", Self.claim.replacing("44310,,1", with: "MRN0012345,,x"))
    let outcome = try BuiltProgram.run(["price", "--claim", claim])
    #expect(outcome.code == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("claim.csv:3:"))
    #expect(!outcome.messages.contains("0012345"))
  }

  @Test func `a place or a release that is not on board stops a claim`() throws {
    let folder = try TemporaryFolder()
    let claim = try folder.write("claim.csv", Self.claim.replacing("national,", with: "01112,77"))
    let outcome = try BuiltProgram.run(["price", "--claim", claim])
    #expect(outcome.code == 3)
    #expect(outcome.messages.contains("no locality 01112-77"))
  }
}
