import ProductivityModel

/// A report that a run has replaced: what is lost with it, where it was made from other inputs.
public struct ReplacedReport {
  private let earlier: RecordedManifest

  /// The report in a folder, read before it is replaced; nil where there is none.
  public init?(in folder: String) {
    guard let manifest = try? RecordedManifest.read(folder) else { return nil }
    earlier = manifest
  }

  /// What to say once another report stands in its place; nil where that one was made from the same inputs.
  ///
  /// The same inputs give the same report again, and nothing is lost. Of other inputs the earlier report cannot be made again, and with
  /// it goes what `restate` would compare.
  public func remark(after folder: String) -> String? {
    guard let now = try? RecordedManifest.read(folder), Self.key(now) != Self.key(earlier) else { return nil }
    return
      "note: this replaced the report of \(earlier.period_start) to \(earlier.period_end), which was made from other inputs; "
      + "give each month a folder of its own, such as --output reports/\(now.period_end.prefix(7)), to keep it and to be able to restate it"
  }

  private static func key(_ manifest: RecordedManifest) -> Set<[String]> {
    Set(
      manifest.inputs.map { [$0.role ?? "", $0.path, $0.sheet ?? "", $0.sha256] }
        + [[manifest.practice, manifest.period_start, manifest.period_end]])
  }
}
