/// A fee schedule release that was used.
public struct ReleaseUse: Hashable, Sendable {
  /// The release, such as `2026A`.
  public var release: String
  /// Its title.
  public var title: String
  /// How many lines it priced in the pay ledger.
  public var lines: Int
  /// Whether its figures are put together from other sources than CMS's own file.
  public var isReexported = false

  /// The use of a release.
  public init(release: String, title: String, lines: Int) {
    self.release = release
    self.title = title
    self.lines = lines
  }
}
