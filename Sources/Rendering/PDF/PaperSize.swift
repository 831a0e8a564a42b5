/// The paper that reports are printed on, by the names of the job's `paper:` key.
public enum PaperSize: String, CaseIterable, Sendable {
  /// 8.5 by 11 inches.
  case letter
  /// 210 by 297 millimetres.
  case a4

  /// The width in points.
  var width: Double { self == .letter ? 612 : 595.28 }
  /// The height in points.
  var height: Double { self == .letter ? 792 : 841.89 }
}
