/// The columns of a price list that are read; all others are carried through.
public enum PriceColumn: String, CaseIterable, Sendable {
  /// The procedure code.
  case code
  /// The component (26, TC, 53), or an anesthesia modifier; blank for the code as a whole.
  case modifier
  /// The fee schedule release.
  case release
  /// The day of service, which chooses the release where nothing else names it.
  case serviceDate = "service_date"
  /// The number of the Medicare contractor, or `national`.
  case mac
  /// The number of the locality with the contractor.
  case locality
  /// The minutes of an anesthesia service.
  case minutes
  /// The base units of an anesthesia service.
  case baseUnits = "base_units"
}
