import ProductivityModel

/// Recognises what is typed, a word at a time: services, commands, and what cannot be understood.
///
/// A service ends where the next code or a command begins, or the line ends. Nothing is guessed: a text with several readings is
/// refused, and so is a service before a text that may have been one of its modifiers.
public struct EntryScanner {
  /// What was recognised.
  public enum Step: Hashable, Sendable {
    /// A service.
    case item(EntryItem)
    /// The day of the services that follow.
    case day(CalendarDate)
    /// The services that follow are another patient's.
    case nextPatient
    /// The last service is to be taken back.
    case undo
    /// The total is asked for.
    case total
    /// The commands are asked for.
    case help
    /// The end.
    case quit
    /// What is not taken, and the byte of the line where it starts, 1 the first.
    case refused(EntryRefusal, column: Int)
  }

  private var open: EntryItem?
  private var openColumn = 0
  private var hasUnitsTwice = false
  /// Whether the last thing on the line was not taken, so that a modifier after it has no code.
  private var isLost = false

  /// A scanner at the start of a line.
  public init() {}

  /// The words of a line with the bytes where they start: blanks, tabs, commas and semicolons are between them.
  public static func words(of line: some Collection<UInt8>) -> [(word: [UInt8], column: Int)] {
    var words: [(word: [UInt8], column: Int)] = []
    var word: [UInt8] = []
    var column = 0
    for byte in line {
      column += 1
      if byte == 0x20 || byte == 0x09 || byte == 0x2C || byte == 0x3B || byte == 0x0D || byte == 0x0A {
        if !word.isEmpty { words.append((word, column - word.count)) }
        word.removeAll(keepingCapacity: true)
      } else {
        word.append(byte)
      }
    }
    if !word.isEmpty { words.append((word, column + 1 - word.count)) }
    return words
  }

  /// Recognises a word.
  ///
  /// - Parameter vocabulary: of the day that holds; a word may change the day.
  public mutating func take(_ word: [UInt8], at column: Int, _ vocabulary: EntryVocabulary) -> [Step] {
    let capitals = word.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
    if let command = command(capitals, at: column) {
      let steps = endLine()
      if case .refused = command { isLost = true }
      return steps + [command]
    }
    switch WordReadings.pieces(of: capitals, continues: open != nil || isLost, vocabulary) {
    case .success(let pieces):
      var steps: [Step] = []
      var isTold = false
      for piece in pieces { steps += take(piece, at: column, &isTold) }
      return steps
    case .failure(let failure): return refuse(capitals, failure, at: column, vocabulary)
    }
  }

  /// Ends the service that may still take modifiers: at the end of a line, or of the input.
  public mutating func endLine() -> [Step] {
    isLost = false
    return close()
  }

  // MARK: Words

  private func command(_ word: [UInt8], at column: Int) -> Step? {
    if word.first == UInt8(ascii: "@") {
      let text = Array(word.dropFirst())
      return text.withUnsafeBufferPointer { text in
        CalendarDate(iso: text).map { .day($0) } ?? .refused(.noDay(shown: CellShape.date.shown(text)), column: column)
      }
    }
    switch String(decoding: word, as: UTF8.self) {
    case "-", "UNDO": return .undo
    case "/", "NEXT": return .nextPatient
    case "TOTAL", "=": return .total
    case "?", "HELP": return .help
    case "QUIT", "EXIT": return .quit
    default: return nil
    }
  }

  private mutating func take(_ piece: WordReadings.Piece, at column: Int, _ isTold: inout Bool) -> [Step] {
    let place = column + piece.range.lowerBound
    guard piece.readings.count == 1, !piece.hasMore else {
      // Where a modifier may begin it, the service before is not certain either.
      let isApart = piece.readings.allSatisfy { $0.first?.isCode ?? false } && !piece.hasMore
      var steps = isApart ? close() : holdBack()
      let readings = piece.readings.map { $0.map(\.description).joined(separator: " ") }
      steps.append(.refused(.ambiguous(readings: readings, hasMore: piece.hasMore), column: place))
      isLost = true
      return steps
    }
    var steps: [Step] = []
    for token in piece.readings[0] {
      if case .code(let code) = token {
        steps += close()
        open = EntryItem(code: code)
        openColumn = place
        isLost = false
      } else if open == nil {
        if !isTold { steps.append(.refused(.belongsToRefused, column: place)) }
        isTold = true
      } else {
        add(token)
      }
    }
    return steps
  }

  private mutating func add(_ token: EntryToken) {
    switch token {
    case .code: break
    case .modifier(let modifier):
      if open?.modifiers.contains(modifier) == false { open?.modifiers.append(modifier) }
    case .units(let units):
      if open?.typedUnits != nil { hasUnitsTwice = true }
      open?.typedUnits = units
    }
  }

  /// Refuses a word that has no reading.
  private mutating func refuse(
    _ word: [UInt8], _ failure: WordReadings.Failure, at column: Int, _ vocabulary: EntryVocabulary
  ) -> [Step] {
    var refusal = EntryRefusal.notUnderstood(kind: word.withUnsafeBufferPointer { CellShape.kind($0) })
    var place = column
    let isShort = word.count < 5
    if hasTooManyUnits(word) {
      refusal = .tooManyUnits
    } else if let start = failure.unknownCode,
      let code = word[start..<start + 5].withUnsafeBufferPointer({ ProcedureCode($0) })
    {
      refusal = .unknownCode(code, nearest: vocabulary.schedule.nearestCode(to: code.description))
      place += start
    } else if open == nil, !isLost,
      case .success = WordReadings.pieces(of: word, continues: true, vocabulary)
    {
      refusal = .withoutCode
    } else if word.count == 2, open != nil || isLost, let modifier = EntryVocabulary.anyModifier(word[...]) {
      refusal = .unknownModifier(modifier)
    }
    // A word of five characters of a code's form stands for a code; anything else may have begun with a modifier.
    let isCode = word.count == 5 && { if case .unknownCode = refusal { true } else { false } }()
    var steps = isCode || !isShort && startsWithCode(word, vocabulary) ? close() : holdBack()
    steps.append(.refused(refusal, column: place))
    isLost = true
    return steps
  }

  /// Whether a mark of units is in the word, and more than three digits after it.
  private func hasTooManyUnits(_ word: [UInt8]) -> Bool {
    guard open != nil || isLost || word.count > 5,
      let mark = word.firstIndex(where: { $0 == UInt8(ascii: "X") || $0 == UInt8(ascii: "*") })
    else { return false }
    return word[(mark + 1)...].prefix { $0 >= 0x30 && $0 <= 0x39 }.count > 3
  }

  /// Whether a word begins with a code and not, in another reading, with a modifier.
  private func startsWithCode(_ word: [UInt8], _ vocabulary: EntryVocabulary) -> Bool {
    vocabulary.code(word[0..<5]) != nil && vocabulary.modifier(word[0..<2]) == nil
  }

  // MARK: The open service

  private mutating func close() -> [Step] {
    defer {
      open = nil
      hasUnitsTwice = false
    }
    guard let item = open else { return [] }
    return hasUnitsTwice ? [.refused(.unitsTwice(item), column: openColumn)] : [.item(item)]
  }

  private mutating func holdBack() -> [Step] {
    defer {
      open = nil
      hasUnitsTwice = false
    }
    return open.map { [.refused(.heldBack($0), column: openColumn)] } ?? []
  }
}
