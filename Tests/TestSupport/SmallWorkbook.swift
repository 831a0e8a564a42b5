/// Excel workbooks of a few cells, made for tests.
public struct SmallWorkbook: Sendable {
  /// A cell.
  public enum Cell: ExpressibleByStringLiteral, Sendable {
    /// Nothing, and not even named in the XML.
    case empty
    /// A shared text.
    case text(String)
    /// A number as the XML has it.
    case number(String)
    /// XML of the cell's own, in which `REF` stands for its reference.
    case xml(String)

    /// A shared text.
    public init(stringLiteral text: String) { self = text.isEmpty ? .empty : .text(text) }
  }

  /// A sheet.
  public struct Sheet: Sendable {
    var name: String
    var isHidden: Bool
    var rows: [[Cell]]

    /// A sheet of rows.
    public init(_ name: String, isHidden: Bool = false, _ rows: [[Cell]]) {
      self.name = name
      self.isHidden = isHidden
      self.rows = rows
    }
  }

  private var sheets: [Sheet]
  /// Parts that take the place of those that are made, by name.
  public var parts: [String: String] = [:]

  /// A workbook of sheets.
  public init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// A workbook of one sheet.
  public init(_ rows: [[Cell]]) { sheets = [Sheet("Sheet1", rows)] }

  /// Its bytes.
  public var bytes: [UInt8] { StoredZip.bytes(of: members) }

  /// The members of its zip file.
  public var members: [StoredZip.Member] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
    var strings: [String] = []
    var made: [(String, String)] = [
      ("[Content_Types].xml", "\(head)<Types/>"),
      (
        "_rels/.rels",
        "\(head)<Relationships xmlns=\"\(package)\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"
      ),
    ]
    var list = ""
    var links = "<Relationship Id=\"s\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    links += "<Relationship Id=\"f\" Type=\"\(office)/styles\" Target=\"/xl/styles.xml\"/>"
    for (number, sheet) in sheets.enumerated() {
      let hidden = sheet.isHidden ? " state=\"hidden\"" : ""
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\"\(hidden) r:id=\"r\(number)\"/>"
      // The order of the files is not that of the tabs.
      let file = "worksheets/part\(sheets.count - number).xml"
      links += "<Relationship Id=\"r\(number)\" Type=\"\(office)/worksheet\" Target=\"\(file)\"/>"
      var data = ""
      for (row, cells) in sheet.rows.enumerated() {
        data += "<row r=\"\(row + 1)\">"
        for (column, cell) in cells.enumerated() {
          let reference = Self.letters(column) + "\(row + 1)"
          switch cell {
          case .empty: break
          case .text(let text):
            data += "<c r=\"\(reference)\" t=\"s\"><v>\(strings.count)</v></c>"
            strings.append(text)
          case .number(let text): data += "<c r=\"\(reference)\"><v>\(text)</v></c>"
          case .xml(let text): data += text.replacing("REF", with: reference)
          }
        }
        data += "</row>"
      }
      made.append(
        ("xl/\(file)", "\(head)<worksheet xmlns=\"\(main)\"><sheetData>\(data)</sheetData></worksheet>"))
    }
    made.append(
      (
        "xl/workbook.xml",
        "\(head)<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr/><sheets>\(list)</sheets></workbook>"
      ))
    made.append(
      ("xl/_rels/workbook.xml.rels", "\(head)<Relationships xmlns=\"\(package)\">\(links)</Relationships>"))
    let items = strings.map { "<si><t xml:space=\"preserve\">\(Self.escaped($0))</t></si>" }.joined()
    made.append(("xl/sharedStrings.xml", "\(head)<sst xmlns=\"\(main)\">\(items)</sst>"))
    made.append(
      (
        "xl/styles.xml",
        "\(head)<styleSheet xmlns=\"\(main)\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
          + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/></cellXfs>"
          + "</styleSheet>"
      ))
    return made.map { StoredZip.Member($0.0, Array((parts[$0.0] ?? $0.1).utf8)) }
  }

  private static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
