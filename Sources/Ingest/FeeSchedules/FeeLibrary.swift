import MedicareFees
import ProductivityModel
import Tabular

/// The fee schedule releases on board, described at once and read only when asked for.
///
/// Everything is under `cms-pfs` in the data folder: a folder a release, the dated conversion factors, and the settings of
/// places of service.
public struct FeeLibrary: Sendable {
  /// A release that has been read, with what a manifest says of its file.
  public struct LoadedRelease: Sendable {
    /// The release.
    public var schedule: FeeSchedule
    /// The path of its figures.
    public var path: String
    /// Their size in bytes.
    public var size: UInt64
    /// Their SHA-256.
    public var sha256: String
  }

  /// The folder that holds the releases.
  public let folder: String
  /// The releases, by first day, then name.
  public let releases: [ReleaseInfo]
  /// Which release values a day; its indices are those of ``releases``.
  public let calendar: ReleaseCalendar
  /// All conversion factors, which are dated on their own: a day's factor does not depend on its release.
  public let conversionFactors: [DatedConversionFactor]
  /// Which places of service are facilities.
  public let facilityPlaces: FacilityPlaces

  /// The path of the releases in a data folder.
  public static func folder(in dataFolder: String) -> String { "\(dataFolder)/cms-pfs" }

  /// The conversion factors of a data folder alone: an import needs no more, and repairs a release that cannot be read.
  ///
  /// - Throws: ``InputFailure`` where the table cannot be used.
  public static func conversionFactors(in dataFolder: String) throws(InputFailure) -> [DatedConversionFactor] {
    try ConversionFactorFile.read("\(Self.folder(in: dataFolder))/\(ConversionFactorFile.fileName)")
  }

  /// The releases of a data folder; only their descriptions are read.
  ///
  /// - Parameter dataFolder: the reference data, `benchmarks-data` in the repository.
  /// - Throws: ``InputFailure`` where the folder has no releases, or one of its files cannot be used.
  public init(dataFolder: String) throws(InputFailure) {
    folder = Self.folder(in: dataFolder)
    var releases: [ReleaseInfo] = []
    for name in try FolderListing.folders(in: folder) { releases.append(try Self.info(of: name, in: folder)) }
    self.releases = releases.sorted { ($0.effective.first, $0.release) < ($1.effective.first, $1.release) }
    calendar = ReleaseCalendar(self.releases)
    conversionFactors = try Self.conversionFactors(in: dataFolder)
    facilityPlaces = try PlaceOfServiceFile.read("\(folder)/\(PlaceOfServiceFile.fileName)")
  }

  /// The description of a release by name, such as `2026A`; small letters are taken as capitals.
  public func info(_ release: String) -> ReleaseInfo? { releases.first { $0.release == release.uppercased() } }

  /// The newest release: the one whose days start last.
  public var newest: ReleaseInfo? { releases.last }

  /// The conversion factor of a kind that holds on a day.
  public func conversionFactor(_ kind: DatedConversionFactor.Kind, on day: CalendarDate) -> DatedConversionFactor? {
    conversionFactors.factor(kind, on: day)
  }

  /// Reads a release.
  ///
  /// - Throws: ``InputFailure`` where there is no such release, with the nearest name, or its figures cannot be used.
  public func load(_ release: String) throws(InputFailure) -> LoadedRelease {
    guard let info = info(release) else {
      throw InputFailure(
        folder, "has no fee schedule release \(release)", hint: hint(insteadOf: release), isUsage: true)
    }
    let path = "\(folder)/\(info.release)/\(FeeFigures.fileName)"
    let source = try FileSource(path)
    let rows = try FeeFigures.read(source, path: path)
    guard !rows.isEmpty else { throw InputFailure(path, "has no rows", hint: FeeFigures.remedy) }
    let sha256 = source.sha256()
    try ReleaseFile.check(path, sha256, is: info.figuresSHA256)
    do {
      let schedule = try FeeSchedule(info: info, rows: rows)
      return LoadedRelease(schedule: schedule, path: path, size: source.size, sha256: sha256)
    } catch {
      throw InputFailure(path, "cannot be used: \(error)", hint: FeeFigures.remedy)
    }
  }

  /// What to write in place of a release that is not on board: one of its year, where there is one, then the nearest name.
  private func hint(insteadOf release: String) -> String {
    let names = releases.map(\.release)
    if let year = ReleaseName(release)?.year {
      let ofYear = names.filter { ReleaseName($0)?.year == year }
      if !ofYear.isEmpty {
        return "write \(ofYear.joined(separator: " or ")), which is what is on board of \(year), or import the other"
      }
    } else if let nearest = SpellingSuggestion.nearest(to: release, in: names) {
      return "did you mean \(nearest)?"
    }
    return "the releases on board are \(names.joined(separator: ", "))"
  }

  /// The payment localities of a release; nil where it lacks their indices.
  ///
  /// - Throws: ``InputFailure`` where they cannot be used, or are not the files that the release describes.
  public func localities(of info: ReleaseInfo) throws(InputFailure) -> LocalityTable? {
    try LocalityFiles.read(folder: "\(folder)/\(info.release)", of: info)
  }

  private static func info(of name: String, in folder: String) throws(InputFailure) -> ReleaseInfo {
    let path = "\(folder)/\(name)/\(ReleaseFile.fileName)"
    let info = try ReleaseFile.read(try FileSource.contents(path).bytes, path: path)
    guard info.release == name else {
      throw InputFailure(
        path, "describes release \(info.release) in the folder of \(name)", hint: "rename the folder to \(info.release)"
      )
    }
    return info
  }
}
