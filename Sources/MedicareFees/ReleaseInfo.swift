import ProductivityModel

/// What a fee schedule release is, when it applies, where its figures come from and what it lacks.
///
/// Kept beside the figures as `release.json`.
public struct ReleaseInfo: Hashable, Sendable {
  /// The file that the figures were imported from.
  public struct Source: Hashable, Sendable {
    /// Its name, without a path.
    public var file: String
    /// Its SHA-256, as 64 hexadecimal digits.
    public var sha256: String
    /// Whether it is somebody's re-export and not CMS's own file.
    public var isReexport: Bool
    /// What it is, in a phrase.
    public var description: String

    /// A source file.
    public init(file: String, sha256: String, isReexport: Bool, description: String) {
      self.file = file
      self.sha256 = sha256
      self.isReexport = isReexport
      self.description = description
    }
  }

  /// A file beside the figures: the indices, the anesthesia factors, the counties or the base units.
  public struct DataFile: Hashable, Sendable {
    /// Its name in the release's folder.
    public var file: String
    /// The number of its rows.
    public var rows: Int
    /// Its SHA-256, by which a changed or broken file is found out.
    public var sha256: String
    /// The file that it was imported from.
    public var source: Source

    /// A file of a release's folder.
    public init(file: String, rows: Int, sha256: String, source: Source) {
      self.file = file
      self.rows = rows
      self.sha256 = sha256
      self.source = source
    }
  }

  /// The name: the year and CMS's letter, such as `2026A` or `2024AR`.
  public var release: String
  /// The title in words, such as `2026 January release`.
  public var title: String
  /// The days for which CMS published it.
  public var effective: DayRange
  /// The conversion factors of those days.
  public var conversionFactors: [DatedConversionFactor]
  /// The file that the figures come from.
  public var source: Source
  /// The number of rows.
  public var rows: Int
  /// The SHA-256 of `rvu.csv`, by which a changed or broken file is found out.
  public var figuresSHA256: String
  /// The other files that the release has, by name.
  public var otherFiles: [DataFile]
  /// The names of columns and files that the release has at CMS and lacks here.
  public var lacks: [String]
  /// What every output made from the release must say.
  public var caution: String?

  /// A release's description.
  public init(
    release: String, title: String, effective: DayRange, conversionFactors: [DatedConversionFactor], source: Source,
    rows: Int = 0, figuresSHA256: String = "", otherFiles: [DataFile] = [], lacks: [String] = [], caution: String? = nil
  ) {
    self.release = release
    self.title = title
    self.effective = effective
    self.conversionFactors = conversionFactors
    self.source = source
    self.rows = rows
    self.figuresSHA256 = figuresSHA256
    self.otherFiles = otherFiles
    self.lacks = lacks
    self.caution = caution
  }

  /// What is known of one of the other files; nil where the release lacks it.
  public func file(_ name: String) -> DataFile? { otherFiles.first { $0.file == name } }
}
