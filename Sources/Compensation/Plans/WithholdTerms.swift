/// What is held back until quality is known.
public struct WithholdTerms: Hashable, Sendable {
  /// Of what the share is held back.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    /// Production, after its cap.
    case production
    /// Base and production.
    case baseAndProduction = "base-and-production"
  }

  /// The share held back, in millionths.
  public var shareMillionths: Int64
  /// Of what.
  public var of: Subject
  /// The path of the file that says which share was earned back, by clinician and year; nil where none is given.
  public var release: String?

  /// A withhold.
  public init(shareMillionths: Int64, of: Subject = .production, release: String? = nil) {
    self.shareMillionths = shareMillionths
    self.of = of
    self.release = release
  }
}
