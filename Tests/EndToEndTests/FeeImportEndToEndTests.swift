import Foundation
import TestSupport
import Testing

/// `rvubench fees import`, as anyone would run it: what it says, and that a fault changes nothing.
@Suite struct `The import of fees` {
  private static let gpci = """
    Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2025 PW GPCI,2025 PE GPCI,2025 MP GPCI
    10112,AL,00,INVENTED STATE,1,0.869,0.575
    02102,AK,01,INVENTED NORTH*,1.5,1.08,0.592
    *Work GPCI reflects a floor.,,,,,,

    """
  private static let fees = """
    hcpcs,mod,status_code,work_rvu,non_fac_pe_rvu,non_fac_indicator,facility_pe_rvu,facility_indicator,mp_rvu,non_facility_total,facility_total
    44310,,A,1.00,2.00,,0.50,,0.10,3.10,1.60

    """

  /// A data folder of the test's own, with the release 2025D in it.
  private func dataFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let shipped = PackageRoot.path("benchmarks-data")
    let copy = "mkdir -p '\(folder.path)/data/cms-pfs' && cp -r '\(shipped)/cms-pfs/2025D' '\(shipped)'/cms-pfs/*.csv "
    #expect(try BuiltProgram.shell(copy + "'\(folder.path)/data/cms-pfs/'").code == 0)
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["fees", "import"] + arguments + ["--data", "\(folder.path)/data"])
  }

  /// The names and checksums of everything in the data folder.
  private func state(_ folder: TemporaryFolder) throws -> String {
    try BuiltProgram.shell("find . -type f | sort | xargs sha256sum", in: "\(folder.path)/data").output
  }

  @Test func `indices are added to the release, and every record is accounted for`() throws {
    let folder = try dataFolder()
    let file = try folder.write("GPCI2025.csv", Self.gpci)
    let outcome = try run([file, "--release", "2025D"], in: folder)
    #expect(outcome.code == 0, "\(outcome.messages)")
    #expect(
      outcome.output.contains(
        "geographic indices (GPCI), comma-delimited: 4 records = 2 rows + 1 of title and header + 1 note; imported"))
    #expect(outcome.output.contains("2025D: 2 rows to \(folder.path)/data/cms-pfs/2025D/gpci.csv"))
    let list = try BuiltProgram.run(["fees", "list", "--data", "\(folder.path)/data"])
    #expect(list.output.contains("localities"))
    let show = try BuiltProgram.run(["fees", "show", "2025D", "--data", "\(folder.path)/data"]).output
    #expect(
      show.contains("gpci.csv, 2 rows") && show.contains("from GPCI2025.csv") && show.contains("counties.csv, 109 rows")
    )
  }

  @Test func `a zip file is imported as a whole`() throws {
    let folder = try dataFolder()
    let zip = try folder.write(
      "RVU25C.zip",
      StoredZip.bytes([
        ("fees.csv", Array(Self.fees.utf8)), ("GPCI2025.csv", Array(Self.gpci.utf8)),
        ("RVU25C.pdf", Array("%PDF".utf8)),
      ]))
    let outcome = try run([zip], in: folder)
    #expect(outcome.code == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("RVU25C.pdf: not used: a PDF document"))
    #expect(outcome.output.contains("2025C: 1 rows to") && outcome.output.contains("2025C/gpci.csv"))
  }

  @Test func `a fault in any file stops the import, and the release on board stays as it was`() throws {
    let folder = try dataFolder()
    let before = try state(folder)
    let member = ("fees.csv", Array(Self.fees.utf8))
    let zip = StoredZip.bytes([member])
    let title = "2025 National Physician Fee Schedule Relative Value File"
    let cases: [(name: String, bytes: [UInt8], message: String)] = [
      ("truncated.zip", Array(zip.dropLast(30)), "cut off"),
      ("encrypted.zip", StoredZip.bytes([member], isEncrypted: true), "is encrypted"),
      ("escaping.zip", StoredZip.bytes([("../fees.csv", member.1)]), "leads out of its folder"),
      ("nested.zip", StoredZip.bytes([("inner.zip", zip)]), "a zip file within"),
      ("nothing.zip", StoredZip.bytes([("a.pdf", Array("%PDF".utf8))]), "has no file of fees"),
      ("layout.csv", Array("HCPCS,PRICE\n44310,1\n".utf8), "HCPCS, PRICE"),
      ("column.csv", Array(Self.fees.replacing("mp_rvu", with: "mp").utf8), "not in a known fee schedule layout"),
      (
        "twice.csv", Array((Self.fees + "44310,,A,1.00,2.00,,0.50,,0.10,3.10,1.60\n").utf8),
        "44310 is already on line 2"
      ),
      ("total.csv", Array(Self.fees.replacing("3.10", with: "3.11").utf8), "its parts sum to 3.10"),
      ("GPCI2025.csv", Array(Self.gpci.replacing("0.869", with: "0,869").utf8), "has 8 fields"),
      ("GPCI2024.csv", Array(Self.gpci.replacing("2025 ", with: "2024 ").utf8), "states the year 2024"),
      (
        "two.zip",
        StoredZip.bytes([
          ("rvu25c.csv", member.1), ("rvu25d.csv", member.1), ("note.txt", Array(title.utf8)),
        ]), "is of release 2025D"
      ),
    ]
    for (name, bytes, message) in cases {
      let file = try folder.write(name, bytes)
      let outcome = try run([file, "--release", "2025D"], in: folder)
      #expect(outcome.code == 3, "\(name): \(outcome.messages)")
      #expect(outcome.messages.contains(message), "\(name): \(outcome.messages)")
      #expect(outcome.messages.contains("hint: "), "\(name): \(outcome.messages)")
      #expect(outcome.output.isEmpty, "\(name): \(outcome.output)")
    }
    #expect(try state(folder) == before)
  }

  @Test func `a part of a release does not replace the whole of it unless that is said`() throws {
    let folder = try dataFolder()
    let before = try state(folder)
    let file = try folder.write("part.csv", Self.fees)
    let outcome = try run([file, "--release", "2025D"], in: folder)
    #expect(outcome.code == 3 && outcome.messages.contains("may be cut off"), "\(outcome.messages)")
    #expect(try state(folder) == before)
    #expect(try run([file, "--release", "2025D", "--allow-fewer-rows"], in: folder).code == 0)
    #expect(try state(folder) != before)
  }

  @Test func `what a killed import left is removed by the next`() throws {
    let folder = try dataFolder()
    try folder.write("data/cms-pfs/.incoming-2025D-99999999/rvu.csv", "half")
    try folder.write("data/cms-pfs/.incoming-2025D-1/rvu.csv", "a living one's")
    #expect(try run([try folder.write("GPCI2025.csv", Self.gpci), "--release", "2025D"], in: folder).code == 0)
    let left = try BuiltProgram.shell("ls -A", in: "\(folder.path)/data/cms-pfs").output
    #expect(!left.contains("99999999") && left.contains(".incoming-2025D-1"))
  }

  @Test func `a small zip file that unpacks to too much is refused`() throws {
    let folder = try dataFolder()
    let before = try state(folder)
    let make = """
      import zipfile
      with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as made:
          with made.open("fees.csv", "w") as member:
              for _ in range(600): member.write(bytes(1 << 20))
      """
    #expect(try BuiltProgram.shell("python3 -c '\(make)'", in: folder.path).code == 0)
    let outcome = try run(["\(folder.path)/bomb.zip"], in: folder)
    #expect(outcome.code == 3)
    #expect(outcome.messages.contains("unpacks to more than 100 times its size"), "\(outcome.messages)")
    #expect(try state(folder) == before)
  }
}
