import MedicareFees
import ProductivityModel
import Publishing
import Tabular

/// Brings the files of a fee schedule release into a data folder: checked, in our own layout, all or nothing.
public struct FeeImport: Sendable {
  /// What became of a file that was given.
  public struct Outcome: Sendable {
    /// The file, as messages call it.
    public let file: String
    /// What became of it, in a phrase.
    public let words: String
  }

  /// A file of the release's folder, as it is written.
  public struct Written: Sendable {
    /// Its name in the folder.
    public let file: String
    /// The number of its rows.
    public let rows: Int
    let bytes: [UInt8]
  }

  /// The release's description, as it is written.
  public let info: ReleaseInfo
  /// What became of each file: its kind, its form and its records, or why it was not used.
  public let outcomes: [Outcome]
  /// The files of the folder that the import writes, but for its description.
  public let written: [Written]
  /// What the person who imports should know: each a sentence.
  public let notes: [String]

  private let descriptors: [FeeFile.Descriptor]
  private let replacesFigures: Bool

  /// Reads and checks files; nothing is written yet.
  ///
  /// What the bundle does not bring stays as the release has it.
  ///
  /// - Parameters:
  ///   - paths: files, folders and zip files.
  ///   - release: their release, where they do not say, or say it wrongly.
  ///   - dataFolder: the reference data, which has the conversion factors and the release as it is.
  ///   - allowsFewerRows: whether relative values may replace ones of many more rows.
  /// - Throws: ``InputFailure`` where a file cannot be used, two forms of one table disagree, the release is not known, or
  ///   what is on board has many more rows.
  public init(
    paths: [String], release: ReleaseName?, dataFolder: String, allowsFewerRows: Bool = false
  ) throws(InputFailure) {
    let factors = try FeeLibrary.conversionFactors(in: dataFolder)
    try self.init(
      try FeeBundle(paths: paths), path: paths.first ?? "", release: release, factors: factors, dataFolder: dataFolder,
      allowsFewerRows: allowsFewerRows)
  }

  init(
    _ file: FeeFile, path: String, release: ReleaseName?, factors: [DatedConversionFactor]
  ) throws(InputFailure) {
    let entry = FeeBundle.Entry(
      name: file.name, shownAs: path, sha256: file.sha256, kind: .relativeValues, form: file.form,
      content: .relativeValues(file), account: file.account, otherSheets: [])
    try self.init(FeeBundle([entry]), path: path, release: release, factors: factors, dataFolder: nil)
  }

  init(
    _ bundle: FeeBundle, path: String, release: ReleaseName?, factors: [DatedConversionFactor], dataFolder: String?,
    allowsFewerRows: Bool = false
  ) throws(InputFailure) {
    let chosen = try FeeBundleChoice(bundle, factors: factors)
    guard let release = release ?? chosen.release ?? ReleaseName(fileName: path) else {
      throw InputFailure(path, "does not say which release it is", hint: "name it, for example: --release 2026A")
    }
    try chosen.checkYears(release)
    var notes = chosen.notes
    var written: [Written] = []
    var info: ReleaseInfo
    let present = try Self.present(release, in: dataFolder, isNeeded: chosen.relativeValues == nil, path: path)
    if let file = chosen.relativeValues?.file {
      if let known = present.info, !allowsFewerRows { try Self.checkNotCutOff(file, known, path) }
      let figures = FeeFigures.write(file.rows, columns: file.columns)
      info = Self.info(file, release, factors, figures: figures, &notes)
      info.otherFiles = present.kept
      written.append(Written(file: FeeFigures.fileName, rows: file.rows.count, bytes: figures))
    } else if let known = present.info {
      info = known
      info.otherFiles = present.kept
    } else {
      throw InputFailure(
        path, "has no relative values, and release \(release) is not on board to add it to",
        hint: "import the release's PPRRVU file with it, or before it")
    }
    notes += present.notes
    for (entry, table) in chosen.tables {
      let bytes = table.csv
      written.append(Written(file: table.kind.fileName, rows: table.rows.count, bytes: bytes))
      info.otherFiles.removeAll { $0.file == table.kind.fileName }
      info.otherFiles.append(
        ReleaseInfo.DataFile(
          file: table.kind.fileName, rows: table.rows.count, sha256: SHA256.hexadecimal(of: bytes),
          source: Self.source(entry)))
    }
    info.otherFiles.sort { $0.file < $1.file }
    info.lacks = Self.lacks(info, columns: chosen.relativeValues?.file.columns, release)
    self.info = info
    self.written = written
    self.notes = notes
    outcomes = chosen.outcomes
    descriptors = chosen.relativeValues?.file.descriptors ?? []
    replacesFigures = chosen.relativeValues != nil
  }

  /// Fewer rows than any release on board has, by far.
  private static let fewestRows = 10_000

  /// Stops relative values that would replace ones of many more rows: a file cut off at the end of a row looks whole.
  private static func checkNotCutOff(_ file: FeeFile, _ known: ReleaseInfo, _ path: String) throws(InputFailure) {
    guard file.rows.count < known.rows - known.rows / 10 else { return }
    throw InputFailure(
      path,
      "has \(file.rows.count) rows, and \(known.release) on board has \(known.rows): it may be cut off, or a part",
      hint: "nothing was imported; give the whole file, or say --allow-fewer-rows if these rows are all there are")
  }

  /// Writes what was imported into a data folder, in place of what is there.
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
    var files = written.map { (name: $0.file, bytes: $0.bytes) }
    files.append((ReleaseFile.fileName, description))
    if withDescriptors, !descriptors.isEmpty { files.append((Self.descriptorFile, descriptorTable())) }
    try FolderReplacement.replace(
      info.release, in: parent, with: files, dropping: replacesFigures ? [Self.descriptorFile] : [])
    return "\(parent)/\(info.release)"
  }

  /// The name of the file of descriptors, which git ignores.
  static let descriptorFile = "descriptors.csv"

  private func descriptorTable() -> [UInt8] {
    var writer = DelimitedWriter()
    writer.record(["code", "modifier", "descriptor"])
    let sorted = descriptors.sorted {
      ($0.code, $0.component?.packed ?? 0) < ($1.code, $1.component?.packed ?? 0)
    }
    for entry in sorted { writer.record([entry.code.description, entry.component?.description ?? "", entry.text]) }
    return writer.bytes
  }

  /// The description of a release by its relative values.
  private static func info(
    _ file: FeeFile, _ release: ReleaseName, _ factors: [DatedConversionFactor], figures: [UInt8],
    _ notes: inout [String]
  ) -> ReleaseInfo {
    if let title = file.titleRelease, title != release {
      notes.append("The file's title names release \(title); it is imported as \(release), as asked.")
    }
    if !file.unknownColumns.isEmpty {
      notes.append("Columns that are not known here are left out: \(file.unknownColumns.joined(separator: ", ")).")
    }
    if file.rows.count < fewestRows {
      notes.append(
        "The file has only \(file.rows.count) rows, where a release has some 17,000 and more: it may be cut off.")
    }
    let effective = effective(release, file.statedFactors, factors, &notes)
    return ReleaseInfo(
      release: release.description, title: release.title, effective: effective,
      conversionFactors: factors.filter { $0.effective.intersection(effective) != nil },
      source: ReleaseInfo.Source(
        file: file.name, sha256: file.sha256, isReexport: file.layout.isReexport,
        description: file.layout.sourceDescription(file.form)),
      rows: file.rows.count, figuresSHA256: SHA256.hexadecimal(of: figures),
      caution: file.columns.contains(.rowSource) ? caution(release, file.rows) : nil)
  }

  /// What is on board of a release: its description, and those of its other files that are as it describes them.
  private static func present(
    _ release: ReleaseName, in dataFolder: String?, isNeeded: Bool, path: String
  ) throws(InputFailure) -> (info: ReleaseInfo?, kept: [ReleaseInfo.DataFile], notes: [String]) {
    guard let dataFolder else { return (nil, [], []) }
    let folder = "\(FeeLibrary.folder(in: dataFolder))/\(release)"
    let description = "\(folder)/\(ReleaseFile.fileName)"
    guard let bytes = try? FileSource.contents(description).bytes else { return (nil, [], []) }
    let info: ReleaseInfo
    do {
      info = try ReleaseFile.read(bytes, path: description)
    } catch {
      // New relative values repair a release that cannot be read.
      if isNeeded { throw error }
      return (nil, [], [])
    }
    var kept: [ReleaseInfo.DataFile] = []
    var notes: [String] = []
    for file in info.otherFiles {
      if (try? FileSource.contents("\(folder)/\(file.file)").sha256) == file.sha256 {
        kept.append(file)
      } else {
        notes.append("\(file.file) of \(release) is not as it was imported, and is no longer part of the release.")
      }
    }
    return (info, kept, notes)
  }

  private static func source(_ entry: FeeBundle.Entry) -> ReleaseInfo.Source {
    let what = "\(entry.kind.sourceDescription), \(entry.form.words)"
    return ReleaseInfo.Source(
      file: entry.name, sha256: entry.sha256, isReexport: entry.isReexport,
      description: entry.isReexport ? "\(what), re-published under other column names" : "\(what), as published")
  }

  /// The columns and files that CMS publishes with a release and that are not here.
  ///
  /// - Parameter columns: the columns of new relative values; nil where those on board stay.
  private static func lacks(_ info: ReleaseInfo, columns: [FeeColumn]?, _ release: ReleaseName) -> [String] {
    let files = FeeFileKind.allCases.filter { $0 != .relativeValues }.map(\.fileName)
    var lacks = info.lacks.filter { !files.contains($0) }
    if let columns {
      let published = FeeColumn.allCases.filter { column in
        column != .rowSource && (column != .pricing || release.year >= 2026)
      }
      lacks = published.filter { !columns.contains($0) }.map(\.rawValue)
    }
    return lacks + files.filter { info.file($0) == nil }
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
