/// An Excel workbook (.xlsx): its sheets, which are read one at a time.
///
/// - Source: ECMA-376, Office Open XML, part 1 (SpreadsheetML); both its transitional and its strict form.
public final class Workbook {
  /// A sheet of a workbook.
  public struct Sheet: Hashable, Sendable {
    /// Its name, as its tab shows it.
    public let name: String
    /// Whether the spreadsheet program hides it.
    public let isHidden: Bool
    /// The member of the archive that holds it.
    let member: String
  }

  /// The sheets in the order of their tabs.
  public let sheets: [Sheet]
  /// Whether days count from 1 January 1904 (as on old Macintoshes) and not from 1900.
  public let countsFrom1904: Bool
  let archive: ZipArchive
  let strings: SharedStrings
  let styles: CellStyles

  /// Opens a workbook.
  ///
  /// - Parameter limit: the most bytes that may be unpacked from it.
  /// - Throws: ``FormFailure`` where it is no workbook, is damaged, or unpacks to more.
  public init(_ bytes: [UInt8], limit: Int = 512 << 20) throws(FormFailure) {
    let archive = try ZipArchive(bytes, limit: limit)
    guard Self.isWorkbook(archive) else {
      throw FormFailure("is a zip file and no Excel workbook", hint: Self.remedy)
    }
    self.archive = archive
    do {
      let roots = try Relationships(archive, of: "")
      guard let main = roots.target(type: "officeDocument") else {
        throw FormFailure("does not say where its sheets are", hint: Self.remedy)
      }
      let contents = WorkbookContents()
      try Self.scan(archive, main, contents)
      let parts = try Relationships(archive, of: main)
      sheets = contents.sheets.compactMap { sheet in
        parts.target(id: sheet.relationship).map { Sheet(name: sheet.name, isHidden: sheet.isHidden, member: $0) }
      }
      countsFrom1904 = contents.countsFrom1904
      strings = SharedStrings()
      if let member = parts.target(type: "sharedStrings") { try Self.scan(archive, member, strings) }
      styles = CellStyles()
      if let member = parts.target(type: "styles") { try Self.scan(archive, member, styles) }
    } catch {
      throw (error as? FormFailure) ?? FormFailure("cannot be read: \(error)", hint: Self.remedy)
    }
    guard !sheets.isEmpty else { throw FormFailure("has no sheet", hint: Self.remedy) }
  }

  /// Refuses the form in which Excel kept workbooks until 2003, and in which it keeps those with a password.
  ///
  /// - Parameter start: the file's first bytes.
  /// - Throws: ``FormFailure`` where the file has that form.
  public static func refuseOldForm(_ start: [UInt8]) throws(FormFailure) {
    guard start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return }
    throw FormFailure(
      "is an old Excel workbook (.xls), or one with a password", hint: "save it as .xlsx or CSV, without a password")
  }

  /// Whether an archive is an Excel workbook.
  public static func isWorkbook(_ archive: ZipArchive) -> Bool {
    archive["[Content_Types].xml"] != nil && archive.members.contains { $0.name.hasPrefix("xl/") }
  }

  /// A reader of a sheet's rows.
  ///
  /// - Throws: ``FormFailure`` where the workbook does not have it.
  public func reader(of sheet: Sheet) throws(FormFailure) -> SheetReader {
    guard let member = archive[sheet.member] else {
      throw FormFailure("lacks a sheet that it names", hint: Self.remedy)
    }
    return try SheetReader(try ZipMemberSource(archive, member), sheet: sheet, of: self)
  }

  static let remedy = "open it in a spreadsheet program and save it again as .xlsx, or give it as CSV"

  static func scan(_ archive: ZipArchive, _ name: String, _ handler: any XMLHandler) throws {
    guard let member = archive[name] else { throw FormFailure("lacks a part that it names", hint: remedy) }
    try XMLScanner(try ZipMemberSource(archive, member), name: name, handler: handler).parseAll()
  }
}

/// What `workbook.xml` says of the sheets.
private final class WorkbookContents: XMLHandler {
  struct Sheet {
    var name: String
    var relationship: String
    var isHidden: Bool
  }
  /// The most sheets that are read; no practice has a month or clinician in each of as many.
  private static let sheetLimit = 1_000

  var sheets: [Sheet] = []
  var countsFrom1904 = false
  var problem: String? { sheets.count > Self.sheetLimit ? "has more than \(Self.sheetLimit) sheets" : nil }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "sheet", let relationship = attributes["id"] {
      let state = attributes["state"]
      sheets.append(
        Sheet(
          name: attributes["name"] ?? "", relationship: relationship,
          isHidden: state == "hidden" || state == "veryHidden"))
    } else if name == "workbookPr" {
      countsFrom1904 = attributes["date1904"].map { $0 == "1" || $0 == "true" } ?? false
    }
  }
  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The relationships of a part: which other parts it names, by id and by type.
private final class Relationships: XMLHandler {
  /// The first member of each id, and of each type.
  private var membersByID: [String: String] = [:]
  private var membersByType: [String: String] = [:]
  private let folder: [Substring]

  /// Reads those of a part; of the whole package where the name is empty. A part may have none.
  init(_ archive: ZipArchive, of part: String) throws {
    let path = part.split(separator: "/")
    folder = Array(path.dropLast())
    let name = (folder + ["_rels", "\(path.last ?? "").rels"]).joined(separator: "/")
    if archive[name] != nil { try Workbook.scan(archive, name, self) }
  }

  func target(id: String) -> String? { membersByID[id] }
  /// The part of a type, which is the last word of its address.
  func target(type: String) -> String? { membersByType[type] }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", attributes["TargetMode"] != "External", let id = attributes["Id"],
      let target = attributes["Target"], let type = attributes["Type"]?.split(separator: "/").last
    else { return }
    let member = resolved(target)
    if membersByID[id] == nil { membersByID[id] = member }
    if membersByType[String(type)] == nil { membersByType[String(type)] = member }
  }
  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// A target is named from the package's root, or from the folder of the part.
  private func resolved(_ target: String) -> String {
    var path = target.hasPrefix("/") ? [] : folder
    for component in target.split(separator: "/") where component != "." {
      if component == ".." { _ = path.popLast() } else { path.append(component) }
    }
    return path.joined(separator: "/")
  }
}
