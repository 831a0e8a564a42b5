import ProductivityModel

/// What some records of a log that stand together come to.
public struct LogPiece {
  /// The lines, in the order of the file.
  public var lines: [ServiceLine] = []
  /// The lines that name another which they void, by their place in ``lines``, with the id of that line.
  public var voids: [(place: Int, target: LineID)] = []
  /// The claim of each line, where the log names claims.
  public var claims: [ClaimMark] = []
  /// Why each of the other records cannot be understood, in the order of the file.
  public var rejections: [Finding] = []

  /// The lines of text that were read, where it is read apart from what is before it.
  var linesOfText = 0
  /// What was noted on the way, by lines of the piece.
  var notes = LogNotes()

  /// How many records there are.
  public var records: Int { lines.count + rejections.count }

  /// Makes it empty; its memory is used again.
  mutating func removeAll() {
    lines.removeAll(keepingCapacity: true)
    voids.removeAll(keepingCapacity: true)
    claims.removeAll(keepingCapacity: true)
    rejections.removeAll(keepingCapacity: true)
    linesOfText = 0
    notes = LogNotes()
  }

  /// Puts what the piece says besides its lines where these are in the file.
  mutating func moveNotes(behind linesBefore: Int) {
    for index in rejections.indices { rejections[index].position?.line? += linesBefore }
    notes.move(behind: linesBefore)
  }
}
