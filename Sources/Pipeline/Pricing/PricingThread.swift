/// Prices pieces of a list, one after another: what one thread has.
final class PricingThread {
  private var pricing: PiecePricing

  init(_ pricing: consuming PiecePricing) { self.pricing = pricing }

  /// Prices a piece's text.
  ///
  /// - Parameter goesOn: whether there may be more of the list, so that a record may be open at the end of the text.
  func price(_ piece: PricedPiece, goesOn: Bool) { pricing.price(piece, goesOn: goesOn) }
}
