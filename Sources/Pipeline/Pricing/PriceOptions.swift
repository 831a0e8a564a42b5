import Ingest

/// What holds for the rows of a price list that do not say it themselves.
public struct PriceOptions: Sendable {
  /// The release of rows that name none.
  public var release: String?
  /// Where rows are paid that do not say so.
  public var place: PriceRow.Place
  /// Whether the conversion factors of qualifying participants are used, from 2026.
  public var qualifying: Bool

  /// Options.
  public init(release: String? = nil, place: PriceRow.Place = .notSaid, qualifying: Bool = false) {
    self.release = release
    self.place = place
    self.qualifying = qualifying
  }
}
