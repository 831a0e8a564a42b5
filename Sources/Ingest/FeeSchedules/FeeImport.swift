import MedicareFees
import ProductivityModel
import Publishing
import Tabular

/// Brings a fee schedule file into a data folder: checked, in our own layout, all or nothing.
public struct FeeImport: Sendable {
  /// The file, read.
  public let file: FeeFile
  /// The release's description, as it is written.
  public let info: ReleaseInfo
  /// What the person who imports should know: each a sentence.
  public let notes: [String]

  /// Reads and checks a file; nothing is written yet.
  ///
  /// The effective days are those of the quarter, cut to the days of the conversion factor that the file states: so the
  /// January 2024 release ends on 8 March, and its correction starts on the 9th, the only thing in which they differ.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - release: its release, where the file does not say, or says it wrongly.
  ///   - factors: the dated conversion factors.
  /// - Throws: ``InputFailure`` where the file cannot be used or its release is not known.
  public init(path: String, release: ReleaseName?, factors: [DatedConversionFactor]) throws(InputFailure) {
    try self.init(try FeeFile(path: path), path: path, release: release, factors: factors)
  }

  init(
    _ file: FeeFile, path: String, release: ReleaseName?, factors: [DatedConversionFactor]
  ) throws(InputFailure) {
    guard let release = release ?? file.titleRelease ?? file.nameRelease else {
      throw InputFailure(
        path, "does not say which release it is", hint: "name it, for example: --release 2026A")
    }
    var notes: [String] = []
    if let title = file.titleRelease, title != release {
      notes.append("The file's title names release \(title); it is imported as \(release), as asked.")
    }
    if !file.unknownColumns.isEmpty {
      notes.append("Columns that are not known here are left out: \(file.unknownColumns.joined(separator: ", ")).")
    }
    if file.rows.count < Self.fewestRows {
      notes.append(
        "The file has only \(file.rows.count) rows, where a release has some 17,000 and more: it may be cut off.")
    }
    let effective = Self.effective(release, file.statedFactors, factors, &notes)
    let figures = FeeFigures.write(file.rows, columns: file.columns)
    let hasSources = file.columns.contains(.rowSource)
    self.file = file
    self.notes = notes
    self.figures = figures
    info = ReleaseInfo(
      release: release.description, title: release.title, effective: effective,
      conversionFactors: factors.filter { $0.effective.intersection(effective) != nil },
      source: ReleaseInfo.Source(
        file: file.name, sha256: file.sha256, isReexport: file.layout.isReexport,
        description: file.layout.sourceDescription),
      rows: file.rows.count, figuresSHA256: SHA256.hexadecimal(of: figures),
      lacks: Self.lacks(file.columns, release),
      caution: hasSources ? Self.caution(release, file.rows) : nil)
  }

  private let figures: [UInt8]

  /// Fewer rows than any release on board has, by far.
  private static let fewestRows = 10_000

  /// Writes the release into a data folder, in place of what is there.
  ///
  /// - Parameter withDescriptors: also keep the descriptors, which are not ours to publish, on this machine.
  /// - Returns: the path of the release's folder.
  /// - Throws: ``OutputFailure``; what was there before is then as it was.
  @discardableResult
  public func write(into dataFolder: String, withDescriptors: Bool) throws(OutputFailure) -> String {
    let parent = FeeLibrary.folder(in: dataFolder)
    let description: [UInt8]
    do {
      description = try ReleaseFile.write(info)
    } catch {
      throw OutputFailure(
        "\(parent)/\(info.release)", "cannot be described: \(error)", hint: "report this as a defect")
    }
    var files = [(FeeFigures.fileName, figures), (ReleaseFile.fileName, description)]
    if withDescriptors, !file.descriptors.isEmpty { files.append((Self.descriptorFile, descriptorTable())) }
    try FolderReplacement.replace(info.release, in: parent, with: files, dropping: [Self.descriptorFile])
    return "\(parent)/\(info.release)"
  }

  /// The name of the file of descriptors, which git ignores.
  static let descriptorFile = "descriptors.csv"

  private func descriptorTable() -> [UInt8] {
    var writer = DelimitedWriter()
    writer.record(["code", "modifier", "descriptor"])
    let sorted = file.descriptors.sorted {
      ($0.code, $0.component?.packed ?? 0) < ($1.code, $1.component?.packed ?? 0)
    }
    for entry in sorted { writer.record([entry.code.description, entry.component?.description ?? "", entry.text]) }
    return writer.bytes
  }

  /// The columns and files that CMS publishes with a release and that are not here.
  private static func lacks(_ columns: [FeeColumn], _ release: ReleaseName) -> [String] {
    let published = FeeColumn.allCases.filter { column in
      column != .rowSource && (column != .pricing || release.year >= 2026)
    }
    return published.filter { !columns.contains($0) }.map(\.rawValue) + ["gpci.csv", "anesthesia.csv"]
  }

  private static func caution(_ release: ReleaseName, _ rows: [FeeRow]) -> String {
    let carried = rows.count { $0.rowSource == .valuesWithEarlierIndicators }
    let unknown = rows.count { $0.rowSource == .valuesOnly }
    func grouped(_ number: Int) -> String { DecimalText.fixed(Int64(number), scale: 0, decimals: 0, grouping: true) }
    return
      "The figures of \(release) are put together from several published sources: \(grouped(carried)) of \(grouped(rows.count)) rows have "
      + "the policy indicators of an earlier release, and of \(grouped(unknown)) they are not known. CMS's own "
      + "RVU\(release.description.dropFirst(2)) file should replace them: rvubench fees import FILE"
  }

  /// The days of a release, and what there is to say about its conversion factor.
  private static func effective(
    _ release: ReleaseName, _ stated: [ConversionFactor], _ factors: [DatedConversionFactor], _ notes: inout [String]
  ) -> DayRange {
    let quarter = release.days
    let current = factors.filter {
      ($0.kind == .national || $0.kind == .qualifying) && $0.effective.intersection(quarter) != nil
    }
    if stated.count > 1 {
      notes.append("The rows state several conversion factors: \(stated.map(\.description).joined(separator: ", ")).")
    }
    for factor in stated {
      if let match = current.first(where: { $0.factor == factor }), let days = match.effective.intersection(quarter) {
        return days
      }
    }
    let known = current.map { "\($0.factor) (\($0.kind.rawValue))" }.joined(separator: ", ")
    if let factor = stated.first {
      notes.append(
        "The file states the conversion factor \(factor), but \(ConversionFactorFile.fileName) has "
          + "\(known.isEmpty ? "none" : known) for \(quarter): check the release, or add the factor with its citation.")
    } else if known.isEmpty {
      notes.append("\(ConversionFactorFile.fileName) has no factor for \(quarter): add it with its citation.")
    }
    if release.isCorrection {
      notes.append("The day from which \(release) holds is not known; it is taken as the quarter's first.")
    }
    return quarter
  }
}
