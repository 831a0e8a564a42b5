import Tabular

extension PriceReader {
  /// A reader of pieces of the list of another.
  private init(piecesOf other: borrowing PriceReader) {
    (file, header) = (other.file, other.header)
    (code, modifier, release, serviceDate) = (other.code, other.modifier, other.release, other.serviceDate)
    (mac, locality, minutes, baseUnits) = (other.mac, other.locality, other.minutes, other.baseUnits)
    reader = other.reader.readerOfPieces()
  }

  /// What is not read yet, in pieces of whole lines; this reader has then nothing left to read.
  public mutating func pieces(of size: Int) -> LinePieces { reader.pieces(of: size) }

  /// A reader of pieces of the same list, each of which it has to ``begin(_:goesOn:)``.
  public func readerOfPieces() -> PriceReader { PriceReader(piecesOf: self) }

  /// Starts with a piece of the list, whose first line is then line 1.
  ///
  /// - Parameter goesOn: whether there may be more of the list, so that a record that ends within quotes ``isOpen``.
  public mutating func begin(_ piece: [UInt8], goesOn: Bool) { reader.begin(piece, goesOn: goesOn) }

  /// Whether the record ends with its piece, and within quotes: it is to be read again with the next piece.
  public var isOpen: Bool { reader.isOpen }

  /// The lines of text that are read so far, without those of a record that ``isOpen``.
  public var linesRead: Int { reader.linesRead }

  /// The bytes of a piece that are read so far, without those of a record that ``isOpen``.
  public var bytesRead: Int { reader.bytesRead }
}
