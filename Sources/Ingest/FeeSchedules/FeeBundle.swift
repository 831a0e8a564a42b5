import MedicareFees
import Tabular

/// Everything that was given to import: the files that hold fees, read and checked, and those that do not, with the reason.
struct FeeBundle {
  /// What was read from a file.
  enum Content {
    /// Relative values.
    case relativeValues(FeeFile)
    /// A small table.
    case table(PublishedTable)
  }

  /// A file that was read.
  struct Entry {
    /// The file's name without folders.
    let name: String
    /// What messages call it.
    let shownAs: String
    /// The SHA-256 of its bytes.
    let sha256: String
    /// What it holds.
    let kind: FeeFileKind
    /// Its form.
    let form: FileForm
    /// Its rows.
    let content: Content
    /// What became of each of its records.
    let account: RecordAccount
    /// Its sheets that were not read, each with the reason.
    let otherSheets: [String]

    /// Whether it is a re-export and not CMS's own file.
    var isReexport: Bool {
      switch content {
      case .relativeValues(let file): file.layout.isReexport
      case .table(let table): table.isReexport
      }
    }
  }

  /// A file that was not used.
  struct Unused {
    /// What messages call it.
    let shownAs: String
    /// Why not.
    let reason: String
  }

  /// The files that were read, in the order in which they were given.
  private(set) var entries: [Entry] = []
  /// The files that were not used.
  private(set) var unused: [Unused] = []
  /// Files whose names are CMS's for a kind, and whose layout is not known: an error unless another form was read.
  private var unknown: [(kind: FeeFileKind, shownAs: String, failure: InputFailure)] = []

  /// Reads files, the files of folders, and the members of zip files.
  ///
  /// - Throws: ``InputFailure`` where a file cannot be used, or one that is needed has an unknown layout.
  init(paths: [String]) throws(InputFailure) {
    for path in paths { try add(path) }
    try settleUnknown()
    guard !entries.isEmpty else {
      let list = unused.map { "\($0.shownAs): \($0.reason)" }.joined(separator: "; ")
      throw InputFailure(
        paths.first ?? "", "has no file of fees" + (list.isEmpty ? "" : ". Not used: \(list)"),
        hint: "give CMS's RVU zip file, or its PPRRVU, GPCI, ANES or LOCCO file")
    }
  }

  /// A bundle of files that have been read.
  init(_ entries: [Entry]) { self.entries = entries }

  private mutating func add(_ path: String) throws(InputFailure) {
    if let names = try? FolderListing.names(in: path) {
      for name in names { try addMember("\(path)/\(name)") }
      return
    }
    let file = try SourceFile(path: path)
    if ZipArchive.isZip(file.bytes) {
      let archive = try Self.archive(file)
      if !Workbook.isWorkbook(archive) { return try addMembers(of: archive, file) }
    }
    try add(file, isAsked: true)
  }

  private mutating func addMember(_ path: String) throws(InputFailure) {
    if (try? FolderListing.names(in: path)) != nil {
      return unused.append(Unused(shownAs: path, reason: "a folder: give it on its own"))
    }
    let file = try SourceFile(path: path)
    if ZipArchive.isZip(file.bytes), !Workbook.isWorkbook(try Self.archive(file)) {
      if let reason = Self.documentReason(file) { return unused.append(Unused(shownAs: path, reason: reason)) }
      throw Self.nested(file.shownAs)
    }
    try add(file, isAsked: false)
  }

  private mutating func addMembers(of archive: ZipArchive, _ zip: SourceFile) throws(InputFailure) {
    for member in archive.members where !member.isFolder {
      let shown = "\(zip.shownAs): \(member.name)"
      if member.name.hasPrefix("__MACOSX/") {
        unused.append(Unused(shownAs: shown, reason: "a file of the system that packed it"))
        continue
      }
      let bytes: [UInt8]
      do {
        bytes = try archive.contents(of: member)
      } catch {
        throw zip.failure(error)
      }
      let file = SourceFile(member: member.name, of: zip, bytes: bytes)
      if let reason = Self.documentReason(file) {
        unused.append(Unused(shownAs: shown, reason: reason))
        continue
      }
      if ZipArchive.isZip(bytes), !Workbook.isWorkbook(try Self.archive(file)) { throw Self.nested(shown) }
      try add(file, isAsked: false)
    }
  }

  private static func archive(_ file: SourceFile) throws(InputFailure) -> ZipArchive {
    do {
      return try ZipArchive(file.bytes)
    } catch {
      throw file.failure(error)
    }
  }

  private static func nested(_ name: String) -> InputFailure {
    InputFailure(name, "is a zip file within what was given", hint: "unpack it and give what is in it")
  }

  /// Reads a file, or says why it is not used.
  ///
  /// - Parameter isAsked: whether the file was named on its own, so that it must be one that can be read.
  private mutating func add(_ file: SourceFile, isAsked: Bool) throws(InputFailure) {
    if let reason = Self.documentReason(file) {
      guard !isAsked else {
        throw InputFailure(
          file.shownAs, "cannot be imported: it is \(reason)", hint: "give the .csv, .xlsx or .txt of the same zip file"
        )
      }
      return unused.append(Unused(shownAs: file.shownAs, reason: reason))
    }
    let recognition = try FeeFileRecognition(file)
    guard let layout = recognition.layout else {
      return try addUnknown(file, recognition, isAsked: isAsked)
    }
    do {
      entries.append(try Self.read(file, layout, recognition.otherSheets))
    } catch {
      throw file.failure(error)
    }
  }

  private mutating func addUnknown(
    _ file: SourceFile, _ recognition: FeeFileRecognition, isAsked: Bool
  ) throws(InputFailure) {
    let first = recognition.firstRecord
    if file.name.uppercased().hasPrefix("OPPSCAP") || first.map({ FeeFileRecognition.isCap($0.names) }) == true,
      !isAsked
    {
      let reason = "payment amounts under the outpatient cap; the caps themselves are in PPRRVU"
      return unused.append(Unused(shownAs: file.shownAs, reason: reason))
    }
    guard let first else {
      if isAsked {
        throw InputFailure(file.shownAs, "is empty", hint: "give a file of CMS's RVU zip file")
      }
      return unused.append(Unused(shownAs: file.shownAs, reason: "empty"))
    }
    let failure = FeeFileRecognition.unknownLayout(file.shownAs, first.names, line: first.line)
    if isAsked { throw failure }
    if let kind = FeeFileKind(fileName: file.name) {
      unknown.append((kind, file.shownAs, failure))
    } else {
      unused.append(
        Unused(shownAs: file.shownAs, reason: "in no known layout; \(FeeFileRecognition.shape(first.names))"))
    }
  }

  /// A file of an unknown layout stops the import, unless what it should hold was read in another form.
  private mutating func settleUnknown() throws(InputFailure) {
    for file in unknown {
      guard let other = entries.first(where: { $0.kind == file.kind }) else { throw file.failure }
      unused.append(
        Unused(
          shownAs: file.shownAs, reason: "\(file.failure.message), so it is not compared with \(other.name)"))
    }
    unknown = []
  }

  /// What a document is, which holds no table that is read; nil where the file is none.
  private static func documentReason(_ file: SourceFile) -> String? {
    if file.bytes.starts(with: "%PDF".utf8) { return "a PDF document" }
    if file.bytes.starts(with: "{\\rtf".utf8) { return "a text document (RTF)" }
    if file.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "a document of old Word or Excel (.doc, .xls)" }
    if ZipArchive.isZip(file.bytes), let archive = try? ZipArchive(file.bytes),
      archive.members.contains(where: { $0.name.hasPrefix("word/") })
    {
      return "a Word document"
    }
    return nil
  }

  private static func read(
    _ file: SourceFile, _ layout: FeeFileRecognition.Layout, _ otherSheets: [String]
  ) throws -> Entry {
    let kind: FeeFileKind
    let form: FileForm
    let result: (content: Content, account: RecordAccount)
    switch layout {
    case .delimited(let recognized):
      (kind, form) = (recognized, .delimited)
      result = try read(file, kind, form, DelimitedReader(MemorySource(file.bytes)))
    case .sheet(let recognized, let workbook, let sheet):
      (kind, form) = (recognized, .workbook)
      result = try read(file, kind, form, try workbook.reader(of: sheet))
    case .fixedWidth(let record, let headerRecords):
      (kind, form) = (record.kind, .fixedWidth)
      result = try read(file, record, after: headerRecords)
    }
    return Entry(
      name: file.name, shownAs: file.shownAs, sha256: file.sha256, kind: kind, form: form, content: result.content,
      account: result.account, otherSheets: otherSheets)
  }

  /// Reads a table that has a header.
  private static func read<Reader: RecordReader & ~Copyable>(
    _ file: SourceFile, _ kind: FeeFileKind, _ form: FileForm, _ reader: consuming Reader
  ) throws -> (Content, RecordAccount) {
    if kind == .relativeValues {
      var reading = FeeFileReading(path: file.shownAs, reader: reader)
      let header = try reading.readHeader()
      let fees = try FeeFile(&reading, header, path: file.shownAs, name: file.name, form: form) { file.sha256 }
      return (.relativeValues(fees), fees.account)
    }
    var reader = reader
    var records = 0
    while try reader.next() {
      records += 1
      guard let header = TableHeader(reader.texts().map(FeeHeader.trimmed)), header.kind == kind else { continue }
      var reading = PublishedTableReading(
        path: file.shownAs, reader: reader, form: form, header: header, headerRecords: records)
      return (.table(try reading.table()), reading.account)
    }
    throw InputFailure(file.shownAs, "has no header")
  }

  /// Reads lines of a record layout.
  private static func read(
    _ file: SourceFile, _ record: FixedRecordLayout, after headerRecords: Int
  ) throws -> (Content, RecordAccount) {
    let reader = FixedWidthReader(MemorySource(file.bytes), layout: record.layout)
    if record.kind == .relativeValues, let header = FeeHeader(record) {
      var reading = FeeFileReading(path: file.shownAs, reader: reader)
      try reading.skip(headerRecords)
      let fees = try FeeFile(&reading, header, path: file.shownAs, name: file.name, form: .fixedWidth) { file.sha256 }
      return (.relativeValues(fees), fees.account)
    }
    var reading = PublishedTableReading(
      path: file.shownAs, reader: reader, form: .fixedWidth, header: record.tableHeader,
      impliedDecimals: record.impliedDecimals)
    try reading.skip(headerRecords)
    return (.table(try reading.table()), reading.account)
  }
}

extension FixedRecordLayout {
  /// The header that stands for a small table without header rows.
  fileprivate var tableHeader: TableHeader {
    var fields: [(field: Int, column: TableColumn)] = []
    for column in kind.columns {
      guard let field = layout.fields.firstIndex(where: { $0.name == column.name }) else { continue }
      fields.append((field, column))
    }
    return TableHeader(
      kind: kind, fieldCount: layout.fields.count, fields: fields, year: nil, isReexport: false,
      names: layout.fields.map(\.name))
  }
}
