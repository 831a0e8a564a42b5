/// The header of a sample of unknown layout: the one to three rows that fit best, with the heading of each field.
struct SampleHeader {
  /// The header as a map reads it.
  let header: LogHeader
  /// How many rows it has.
  let rowCount: Int
  /// By what a map would name each field.
  let headings: [String]
  /// The place of the first row under it in the sample.
  let end: Int
  /// How well it fits.
  let fit: Int

  /// The most rows among which it is looked for.
  private static let mostRowsAbove = 60
  /// The most rows that it may have.
  private static let mostRows = 3

  /// The header with the most headings that are known, those that every log needs before others; else the first row of names
  /// alone.
  init?(_ sample: TableSample, _ book: HeadingBook) {
    let places = sample.rows.indices.prefix(Self.mostRowsAbove)
    var best: SampleHeader?
    for rowCount in 1...Self.mostRows {
      for place in places where place + 1 >= rowCount {
        let start = place + 1 - rowCount
        // A header's rows stand together.
        guard !((start + 1)..<(place + 1)).contains(where: sample.breaks.contains) else { continue }
        let candidate = SampleHeader(sample.rows[start...place], end: place + 1, book)
        guard let candidate, candidate.fit > best?.fit ?? 0 else { continue }
        best = candidate
      }
    }
    if let best {
      self = best
      return
    }
    let row = places.first { place in
      let row = sample.rows[place]
      return row.count(where: HeaderShape.isName) >= 3 && row.allSatisfy { $0.isEmpty || HeaderShape.isName($0) }
    }
    guard let row else { return nil }
    self.init(header: LogHeader([sample.rows[row]], line: row + 1), rowCount: 1, end: row + 1, fit: 0, book)
  }

  /// A header of some rows; nil where too few of its headings are known.
  private init?(_ rows: ArraySlice<[String]>, end: Int, _ book: HeadingBook) {
    self.init(header: LogHeader(Array(rows), line: end), rowCount: rows.count, end: end, fit: 0, book)
    let known = headings.count(where: book.knows)
    guard known >= 2 else { return nil }
    let columns = Set(headings.compactMap { book.places[HeadingBook.key($0)]?.column })
    // A row more has to bring a column that every log needs, or two others: titles have words that are headings too.
    let fit = columns.count(where: \.isRequired) * 100 + known * 10 - (rows.count - 1) * 15
    self = SampleHeader(header: header, rowCount: rows.count, end: end, fit: fit, book)
  }

  private init(header: LogHeader, rowCount: Int, end: Int, fit: Int, _ book: HeadingBook) {
    self.header = header
    self.rowCount = rowCount
    self.end = end
    self.fit = fit
    headings = header.spellings.indices.map { Self.heading($0, header, book) }
  }

  /// Whether a map can name a field: its heading has the shape of a name and no other goes by it.
  func canName(_ field: Int) -> Bool { Self.canName(headings[field], field, header) }

  private static func canName(_ heading: String, _ field: Int, _ header: LogHeader) -> Bool {
    HeaderShape.isName(heading) && header.fields(named: heading) == [field]
  }

  /// The best of a field's names: its lowest text where that is known and leaves no question, else one that is known.
  private static func heading(_ field: Int, _ header: LogHeader, _ book: HeadingBook) -> String {
    let spellings = header.spellings[field].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let names = spellings.suffix(1) + spellings.dropLast()
    let usable = names.filter { canName($0, field, header) }
    let known = usable.filter(book.knows)
    return known.first { book.questions[HeadingBook.key($0)] == nil } ?? known.first ?? usable.first
      ?? names.first { !$0.isEmpty } ?? ""
  }
}
