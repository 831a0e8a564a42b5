import ArgumentParser
import Ingest
import MedicareFees

/// A place of payment on the command line: `01112-05` or `national`.
struct PlaceArgument: ExpressibleByArgument {
  /// The place.
  let place: PriceRow.Place

  /// The locality; nil for the national amount.
  var locality: LocalityKey? { if case .locality(let key) = place { key } else { nil } }

  init?(argument: String) {
    if argument.lowercased() == "national" {
      place = .national
    } else if let key = LocalityKey(argument) {
      place = .locality(key)
    } else {
      return nil
    }
  }
}
