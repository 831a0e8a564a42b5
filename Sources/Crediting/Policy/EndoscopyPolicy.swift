/// That endoscopies of one base are credited together: the highest in full, the others above the base, the base nothing.
public struct EndoscopyPolicy: Hashable, Sendable {
  /// The days of service to which this applies.
  public var dates: EffectiveDates
  /// Where this comes from.
  public var citation: String

  /// A rule of endoscopy families.
  public init(dates: EffectiveDates, citation: String) {
    self.dates = dates
    self.citation = citation
  }
}
