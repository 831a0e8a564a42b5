import MedicareFees
import ProductivityModel
import Tabular

/// A fee schedule file as published or re-exported, read and checked.
public struct FeeFile: Sendable {
  /// The descriptor of a code or component: copyright of the American Medical Association, never put in the repository.
  public struct Descriptor: Hashable, Sendable {
    /// The code.
    public var code: ProcedureCode
    /// The component; nil for the code as a whole.
    public var component: Modifier?
    /// The text.
    public var text: String
  }

  /// The file's name, without its folder.
  public let name: String
  /// The SHA-256 of its bytes.
  public let sha256: String
  /// Its form.
  public let form: FileForm
  /// The layout it has.
  public let layout: FeeLayout
  /// What became of each of its records.
  public let account: RecordAccount
  /// The release that its title names; nil where it has no title.
  public let titleRelease: ReleaseName?
  /// The release that its name tells, where it tells one.
  public let nameRelease: ReleaseName?
  /// The columns it has, in the order of our own layout.
  public let columns: [FeeColumn]
  /// Its columns that no layout has, which are not kept.
  public let unknownColumns: [String]
  /// Its rows, by code and component.
  public let rows: [FeeRow]
  /// Its descriptors, in the order of the file; empty where it has no such column.
  public let descriptors: [Descriptor]
  /// The conversion factors that its rows state: one, in a sound file.
  public let statedFactors: [ConversionFactor]

  /// Reads a file.
  ///
  /// - Throws: ``InputFailure`` where it cannot be read, its layout is unknown, a cell cannot be used, a total is not the
  ///   sum of its parts, or a code and component is there twice.
  public init(path: String) throws(InputFailure) {
    let source = try FileSource(path)
    try self.init(source, path: path) { source.sha256() }
  }

  /// Reads the bytes of a source.
  ///
  /// - Parameters:
  ///   - path: what messages call it.
  ///   - sha256: gives the hash of the bytes once all are read.
  init(_ source: any ByteSource, path: String, sha256: () -> String) throws(InputFailure) {
    var reading = FeeFileReading(path: path, reader: DelimitedReader(source))
    let header = try reading.readHeader()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self = try FeeFile(&reading, header, path: path, name: name, form: .delimited, sha256: sha256)
  }

  /// Reads the rows after a header that has been read.
  init<Reader: RecordReader & ~Copyable>(
    _ reading: inout FeeFileReading<Reader>, _ header: FeeHeader, path: String, name: String, form: FileForm,
    sha256: () -> String
  ) throws(InputFailure) {
    self.name = name
    nameRelease = ReleaseName(fileName: path)
    self.form = form
    layout = header.layout
    titleRelease = reading.preamble?.release
    columns = header.figures.map(\.column)
    unknownColumns = header.unknown
    try reading.readRows(header)
    rows = reading.rows
    descriptors = reading.descriptors
    statedFactors = reading.factors.sorted()
    account = reading.account
    self.sha256 = sha256()
  }
}
