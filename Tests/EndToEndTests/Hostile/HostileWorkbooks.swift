import Foundation
import TestSupport

extension HostileCase {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let workbook = SmallWorkbook([
    ["line_id", "clinician_id", "service_date", "patient_id", "code"],
    ["L1", "C-1", "2025-10-06", "MRN0000001", "99214"],
  ])
  private static let sheetHead = "<worksheet xmlns=\"\(main)\"><sheetData>"
  private static let sheetTail = "</sheetData></worksheet>"
  /// The row of headers.
  private static let headerRow =
    "<row r=\"1\">"
    + ["line_id", "clinician_id", "service_date", "patient_id", "code"].map {
      "<c t=\"str\"><v>\($0)</v></c>"
    }.joined() + "</row>"
  static let sheetPart = "xl/worksheets/part1.xml"

  /// The workbook with a part that is packed, and bears a wrong checksum, which its end would show.
  ///
  /// - Parameter size: what its size is said to be; 64 MB, from which on the ratio is looked at, unless given.
  private static func bomb(
    _ part: String, _ head: String, repeating pattern: String, to count: Int, _ tail: String = "", size: Int = 64 << 20
  ) -> [UInt8] {
    let deflated = RepeatedDeflate(Array(head.utf8), repeating: Array(pattern.utf8), to: count, Array(tail.utf8))
    return StoredZip.bytes(
      of: workbook.members.map { member in
        guard member.name == part else { return member }
        var packed = StoredZip.Member(part, deflated.bytes)
        packed.method = 8
        packed.checksum = 0
        packed.size = size
        return packed
      })
  }

  /// The workbook with a part that is stored; a large one bears a wrong checksum, which its end would show.
  private static func stored(_ part: String, _ text: [UInt8]) -> [UInt8] {
    var stored = StoredZip.Member(part, text)
    if text.count > 1 << 20 { stored.checksum = 0 }
    return StoredZip.bytes(of: workbook.members.map { $0.name == part ? stored : $0 })
  }

  private static func sheet(_ rows: String) -> [UInt8] { stored(sheetPart, Array((sheetHead + rows + sheetTail).utf8)) }

  /// A sheet of large size, all but the end packed so well that it takes little room.
  private static func large(_ head: String, _ pattern: String, to size: Int = 60 << 20, _ tail: String) -> [UInt8] {
    stored(sheetPart, Array(head.utf8) + repeated(pattern, to: program == nil ? size / 10 : size) + Array(tail.utf8))
  }

  private static func xlsx(
    _ name: String, codes: Set<Int32> = [3], says: [String], bytes: @escaping @Sendable () -> [UInt8]
  ) -> HostileCase {
    HostileCase(name, "log.xlsx", job: job(log: "log.xlsx"), codes: codes, says: says, bytes: bytes)
  }

  private static let bombed = ["unpacks to more than"]

  /// Workbooks.
  static let workbooks: [HostileCase] = [
    xlsx("a sheet of 4 GB of cells", says: ["has more than 16384 columns"]) {
      bomb(sheetPart, sheetHead + headerRow + "<row>", repeating: "<c/>", to: 0xFFFF_FF00)
    },
    xlsx("a sheet of 4 GB of elements", says: bombed) {
      bomb(sheetPart, sheetHead + headerRow, repeating: "<a/>", to: 0xFFFF_FF00, size: 0xFFFF_FF00)
    },
    xlsx("a sheet of 4 GB of blanks that says that it has 1 kB", says: ["is damaged"]) {
      bomb(sheetPart, sheetHead + headerRow, repeating: " ", to: 0xFFFF_FF00, size: 1_000)
    },
    xlsx("a sheet of 10 GB of blanks", says: ["has more than 32 MB without an element"]) {
      bomb(sheetPart, sheetHead + headerRow, repeating: " ", to: 10 << 30, size: 0xFFFF_FFFE)
    },
    xlsx("a sheet of 4 GB of zeros", says: ["is not sound XML"]) { bomb(sheetPart, "", repeating: "\0", to: 4 << 30) },
    xlsx("a cell of 4 GB", says: ["has a row of too much text"]) {
      bomb(sheetPart, sheetHead + headerRow + "<row><c t=\"str\"><v>", repeating: "MRN", to: 4 << 30)
    },
    xlsx("shared texts of 4 GB", says: ["error:"]) {
      bomb("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\"><si><t>", repeating: "MRN", to: 4 << 30)
    },
    xlsx("millions of shared texts", says: ["has more texts than are read"]) {
      stored(
        "xl/sharedStrings.xml",
        Array("<sst xmlns=\"\(main)\">".utf8) + repeated("<si/>", to: 60 << 20) + Array("</sst>".utf8))
    },
    xlsx("a name of 4 GB", says: ["has a tag of more than 1 MB"]) {
      bomb(sheetPart, sheetHead + "<", repeating: "x", to: 4 << 30)
    },
    xlsx("a comment of 4 GB", says: ["has a tag of more than 1 MB"]) {
      bomb(sheetPart, sheetHead + "<!--", repeating: "x", to: 4 << 30)
    },
    xlsx("a tag of millions of attributes", says: ["error:"]) {
      let attributes = (0..<200_000).map { " a\($0)=\"\"" }.joined()
      return sheet("<row\(attributes)>")
    },
    xlsx("a million elements within one another", says: ["more than 100 deep"]) {
      large(sheetHead, "<c>", to: 3 << 20, "")
    },
    xlsx("a billion laughs", says: ["declares a document type"]) {
      let entities = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
      let text = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY l0 \"lol\">\(entities)]><x>&l9;</x>"
      return stored(sheetPart, Array(text.utf8))
    },
    xlsx("a document type in the workbook's list of sheets", says: ["declares a document type"]) {
      stored("xl/workbook.xml", Array("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>".utf8))
    },
    xlsx("a document type that names another file", says: ["declares a document type"]) {
      stored("xl/sharedStrings.xml", Array("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>".utf8))
    },
    xlsx("rows of nothing but their last cell", says: ["has 16384 cells"]) {
      let row = "<row><c r=\"XFD1\"><v>1</v></c></row>"
      return large(sheetHead + headerRow, row, to: row.utf8.count * 1_000_000, sheetTail)
    },
    xlsx("a row after the last that a sheet has", says: ["out of order"]) {
      sheet(headerRow + "<row r=\"2147483648\"><c><v>1</v></c></row>")
    },
    xlsx("a row of an absurd number", says: ["out of order"]) {
      sheet(headerRow + "<row r=\"99999999999999999999999\"><c><v>1</v></c></row>")
    },
    xlsx("a cell after the last column", says: ["out of order"]) {
      sheet(headerRow + "<row><c r=\"XFE2\"><v>1</v></c></row>")
    },
    xlsx("a cell of an absurd reference", says: ["out of order"]) {
      sheet(headerRow + "<row><c r=\"\(String(repeating: "Z", count: 100_000))1\"><v>1</v></c></row>")
    },
    xlsx("more cells than a sheet has columns", says: ["has more than 16384 columns"]) {
      sheet(headerRow + "<row>" + String(repeating: "<c/>", count: 20_000) + "</row>")
    },
    xlsx("a style beyond any", codes: [0], says: ["1 record:"]) {
      sheet(
        headerRow + "<row><c t=\"str\"><v>L1</v></c><c t=\"str\" s=\"99999999999\"><v>C-1</v></c>"
          + "<c t=\"str\" s=\"-9\"><v>2025-10-06</v></c><c/><c t=\"str\"><v>99213</v></c></row>")
    },
    xlsx("numbers with exponents", codes: [0, 3], says: ["error:"]) {
      large(
        sheetHead + headerRow,
        "<row><c/><c t=\"str\"><v>C-1</v></c><c><v>9E999999999</v></c><c/><c><v>-1e30</v></c></row>",
        to: 4 << 20, sheetTail)
    },
    xlsx("a shared text that is not there", says: ["names a text that the workbook lacks"]) {
      sheet(headerRow + "<row><c t=\"s\"><v>99999999999999999999</v></c></row>")
    },
    xlsx("hundreds of thousands of sheets", says: ["has more than 1000 sheets"]) {
      let list = repeated("<sheet name=\"a\" sheetId=\"1\" r:id=\"r0\"/>", to: program == nil ? 1 << 20 : 40 << 20)
      let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      return stored(
        "xl/workbook.xml",
        Array("<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>".utf8) + list + Array("</workbook>".utf8))
    },
    xlsx("twenty thousand members", says: ["more than the 10000 that are read"]) {
      StoredZip.bytes(of: workbook.members + (0..<20_000).map { StoredZip.Member("m\($0)", []) })
    },
    xlsx("members that overlap", codes: [0, 3], says: ["log.xlsx"]) {
      StoredZip.bytes(
        of: workbook.members.map { member in
          var moved = member
          moved.offset = 0
          return moved
        })
    },
    xlsx("a member that leads out of the folder", says: ["leads out of its folder"]) {
      StoredZip.bytes(of: workbook.members + [StoredZip.Member("../../etc/passwd", [0x78])])
    },
    xlsx("a member at the root", says: ["starts from another place"]) {
      StoredZip.bytes(of: workbook.members + [StoredZip.Member("/etc/passwd", [0x78])])
    },
    xlsx("a member of a name that moves the cursor", codes: [0, 3], says: ["log.xlsx"]) {
      StoredZip.bytes(of: workbook.members + [StoredZip.Member("\u{1B}[2J", [0x78])])
    },
    xlsx("a member that is there twice", says: ["twice"]) {
      StoredZip.bytes(of: workbook.members + [workbook.members[0]])
    },
    xlsx("an encrypted workbook", says: ["is encrypted"]) {
      StoredZip.bytes(
        of: workbook.members.map { member in
          var encrypted = member
          encrypted.isEncrypted = true
          return encrypted
        })
    },
    xlsx("a workbook packed in another way", says: ["is packed in a way that is not read"]) {
      StoredZip.bytes(
        of: workbook.members.map { member in
          var packed = member
          packed.method = 14
          return packed
        })
    },
    xlsx("a workbook that is cut off", says: ["cut off or damaged"]) { Array(workbook.bytes.dropLast(30)) },
    xlsx("a workbook of more than is held in memory", says: ["is larger than 96 MB"]) {
      [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0x50, count: 110 << 20)
    },
    HostileCase("a map suggested from a sheet of 4 GB", "log.xlsx", .suggest, codes: [0, 3], says: [""]) {
      bomb(sheetPart, sheetHead + headerRow + "<row>", repeating: "<c/>", to: 0xFFFF_FF00)
    },
  ]
}
