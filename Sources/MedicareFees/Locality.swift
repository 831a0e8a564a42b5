/// A Medicare payment locality: an area whose costs the fee schedule adjusts for.
///
/// - Source: CMS PFS Addendum E (indices) and the anesthesia conversion factors by locality of the same release.
public struct Locality: Hashable, Sendable {
  /// Its contractor and number.
  public var key: LocalityKey
  /// The two letters of its state or territory; empty where the release's source lacks them.
  public var state: String
  /// Its name, as published, without footnote marks.
  public var name: String
  /// Its indices.
  public var gpci: GPCI
  /// Dollars for an anesthesia unit there; nil where the release lacks them.
  public var anesthesiaFactor: ConversionFactor?
  /// The same for qualifying participants in an advanced alternative payment model, from 2026.
  public var qualifyingAnesthesiaFactor: ConversionFactor?

  /// A locality.
  public init(
    key: LocalityKey, state: String, name: String, gpci: GPCI, anesthesiaFactor: ConversionFactor? = nil,
    qualifyingAnesthesiaFactor: ConversionFactor? = nil
  ) {
    self.key = key
    self.state = state
    self.name = name
    self.gpci = gpci
    self.anesthesiaFactor = anesthesiaFactor
    self.qualifyingAnesthesiaFactor = qualifyingAnesthesiaFactor
  }
}
