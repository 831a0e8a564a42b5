import Ingest

/// A piece of a price list, and what was made of it.
final class PricedPiece {
  /// The text.
  var text: [UInt8] = []
  /// The text with what is added to it.
  var out = PriceBytes()
  /// What became of its rows, by lines of the piece.
  var tally = PriceTally()
  /// The lines and the bytes of the text that were read: all but those of a record that is open at its end.
  var linesRead = 0
  var bytesRead = 0
  /// Why it could not be priced to its end, if it could not: a release cannot be used.
  var failure: InputFailure?
}
