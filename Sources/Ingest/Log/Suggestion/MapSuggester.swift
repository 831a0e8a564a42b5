import Benchmarking
import ProductivityModel

/// Proposes a column map for a file from its headings and the shapes of its cells.
///
/// Cells are counted by what they look like and never shown; a heading is shown only where it has the shape of a name.
public struct MapSuggester {
  private let book: HeadingBook
  let roster: [RosterInterval]
  let directory: ClinicianDirectory
  let ids: Set<String>
  private var header: SampleHeader?
  var headings: [String] = []
  var counts: [CellCounts] = []
  var rows: [ArraySlice<String>] = []
  private var taken: Set<Int> = []
  var suggestion = MapSuggestion(sample: TableSample(form: .delimited), rowCount: 0)

  /// The most rows under the header that are looked at.
  private static let mostRows = 200

  /// - Parameters:
  ///   - book: the headings that practices use.
  ///   - roster: the practice's clinicians, by whom it is found how the file names them; empty where there is no roster.
  public init(_ book: HeadingBook, roster: [RosterInterval] = []) {
    self.book = book
    self.roster = roster
    directory = ClinicianDirectory(roster)
    ids = Set(roster.map(\.clinicianID))
  }

  /// Proposes a map from the sample that fits best: of several sheets, the first of those with the most headings.
  ///
  /// - Throws: ``InputFailure`` where no row looks like a header.
  public func suggestion(for samples: [TableSample], path: String) throws(InputFailure) -> MapSuggestion {
    var best: (sample: TableSample, header: SampleHeader)?
    for sample in samples {
      guard let header = SampleHeader(sample, book), header.fit > best?.header.fit ?? -1 else { continue }
      best = (sample, header)
    }
    guard let best else {
      throw InputFailure(
        path, "has no row that looks like a header", hint: "a log has a row with the name of each column")
    }
    var suggestion = suggestion(for: best.sample, best.header)
    suggestion.tellOfSheets(samples)
    return suggestion
  }

  /// Proposes a map.
  ///
  /// - Throws: ``InputFailure`` where no row looks like a header.
  public func suggestion(for sample: TableSample, path: String) throws(InputFailure) -> MapSuggestion {
    try suggestion(for: [sample], path: path)
  }

  private func suggestion(for sample: TableSample, _ header: SampleHeader) -> MapSuggestion {
    var copy = self
    copy.look(at: sample, header)
    for column in LogColumn.allCases where column != .modifiers { copy.guess(column) }
    copy.guessFromCells()
    copy.guessModifiers()
    copy.askAboutRest()
    return copy.suggestion
  }

  // MARK: Rows

  private mutating func look(at sample: TableSample, _ header: SampleHeader) {
    self.header = header
    headings = header.headings
    // A total counts for nothing, as when the log is read.
    let dates: DateForms = [.american, .compact, .named, .serial]
    let others = OtherRows(
      header.header, rowsAbove: 0, map: ColumnMap(name: "", dates: dates, columns: [:]), file: "")
    rows = sample.rows[header.end...].prefix(Self.mostRows).filter { others.kind(of: $0) == nil }.map { $0[...] }
    suggestion = MapSuggestion(sample: sample, headerRows: header.rowCount, rowCount: rows.count)
    for condition in book.conditions { keep(condition) }
    counts = headings.indices.map { field in
      var counts = CellCounts()
      for row in rows where field < row.count { counts.add(row[field]) }
      return counts
    }
  }

  /// Keeps the rows that fulfil a condition, where a column tells of it.
  private mutating func keep(_ condition: HeadingBook.Condition) {
    let texts = Set(condition.texts.map { $0.lowercased() })
    for field in headings.indices where condition.headings.contains(HeadingBook.key(headings[field])) {
      let kept = rows.filter { row in
        texts.contains((field < row.count ? row[field] : "").lowercased()) == condition.isOneOf
      }
      guard canName(field), !kept.isEmpty else { continue }
      let list = condition.texts.map { "\"\($0)\"" }.joined(separator: ", ")
      suggestion.keep.append(
        MapSuggestion.Keep(
          yaml: "{column: \(MapSuggestion.quoted(headings[field])), \(condition.isOneOf ? "is" : "not"): [\(list)]}",
          reason: "\(kept.count) of \(rows.count) rows are services by it"))
      rows = kept
      taken.insert(field)
    }
  }

  // MARK: Guesses

  private mutating func guess(_ column: LogColumn) {
    let named = headings.indices.filter { book.places[HeadingBook.key(headings[$0])]?.column == column && canName($0) }
      .sorted { order(column, $0) < order(column, $1) }
    for field in named where !taken.contains(field) {
      let (fits, filled) = (counts[field].fits(column), counts[field].filled)
      guard fits * 2 >= filled else {
        suggestion.questions.append(
          "\(headings[field]) is named like \(column.rawValue), but \(fits) of \(filled) cells look like it; is it another?"
        )
        taken.insert(field)
        continue
      }
      propose(column, field, isNamed: true)
      let others = named.filter {
        $0 != field && !taken.contains($0) && counts[$0].fits(column) * 2 >= counts[$0].filled
      }
      if !others.isEmpty {
        let list = others.map { headings[$0] }.joined(separator: ", ")
        suggestion.questions.append(
          "\(column.rawValue) could also come from \(list); is \(headings[field]) the right one?")
        taken.formUnion(others)
      }
      return
    }
  }

  /// How late a field is thought of for a column: those whose cells are in the roster first, blank ones last.
  private func order(_ column: LogColumn, _ field: Int) -> Int {
    let rank = book.places[HeadingBook.key(headings[field])]?.rank ?? 0
    var order = counts[field].filled == 0 ? rank + 10_000 : rank
    if column == .clinicianID, !roster.isEmpty, found(field).count * 2 < counts[field].filled { order += 1000 }
    return order
  }

  private mutating func guessFromCells() {
    func has(_ column: LogColumn) -> Bool { suggestion.guesses.contains { $0.column == column } }
    func isFree(_ field: Int) -> Bool { !taken.contains(field) && !book.knows(headings[field]) }
    func tellsOfPatients(_ field: Int) -> Bool { book.tellsOfPatients(headings[field]) }
    if !has(.clinicianID), !roster.isEmpty {
      take(
        .clinicianID,
        headings.indices.filter { field in
          let filled = counts[field].filled
          return isFree(field) && !tellsOfPatients(field) && filled > 0 && found(field).count * 2 >= filled
        })
    }
    let tests: [(column: LogColumn, count: (CellCounts) -> Int)] = [
      (.code, { $0.codes }), (.serviceDate, { $0.fits(.serviceDate) - ($0.days[.serial] ?? 0) }),
      (.clinicianID, { $0.identifiers }), (.charge, { $0.amounts }),
    ]
    for (column, count) in tests where !has(column) {
      let fields = headings.indices.filter { field in
        isFree(field) && counts[field].filled > 2 && count(counts[field]) * 10 >= counts[field].filled * 9
          && !(column == .clinicianID && tellsOfPatients(field))
      }
      // Amounts are also payments, prices and balances.
      if column != .charge || fields.count == 1 { take(column, fields) }
    }
  }

  /// Takes the first of some fields for a column, and asks about the others.
  private mutating func take(_ column: LogColumn, _ fields: [Int]) {
    guard let field = fields.first else { return }
    guard canName(field) else {
      suggestion.questions.append(
        "column \(field + 1) looks like \(column.rawValue), but its heading cannot be written in a map; rename it")
      return
    }
    propose(column, field, isNamed: false)
    guard fields.count > 1 else { return }
    let list = fields.dropFirst().filter(canName).map { headings[$0] }.joined(separator: ", ")
    suggestion.questions.append(
      "\(list.isEmpty ? "other columns" : list) also look like \(column.rawValue); which is it?")
  }

  private mutating func propose(_ column: LogColumn, _ field: Int, isNamed: Bool) {
    taken.insert(field)
    let heading = headings[field]
    let cells = counts[field]
    var options: [String] = []
    var certainty = MapSuggestion.Certainty.sure
    var reasons = [isNamed ? "the heading is one of its names" : "nothing but the cells tells of it"]
    if !isNamed { certainty = .likely }
    if cells.filled == 0 {
      reasons.append("its cells are blank")
      certainty = .likely
    } else if column.hasShape {
      reasons.append("\(cells.fits(column)) of \(cells.filled) cells look like it")
      if cells.fits(column) * 10 < cells.filled * 9 { certainty = .likely }
    }
    if let question = book.questions[HeadingBook.key(heading)], isNamed {
      // Whoever they are, they are the practice's clinicians where the roster has them.
      certainty =
        column == .clinicianID && cells.filled > 0 && found(field).count * 20 >= cells.filled * 19 ? .likely : .unsure
      suggestion.questions.append("\(heading) was taken for \(column.rawValue): see \(question)")
    }
    if column == .code, cells.combined > 0 {
      options.append("take: code")
      reasons.append("\(cells.combined) have more than the code")
    }
    if column == .serviceDate || column == .postDate {
      let (forms, isSupposed) = cells.dateForms
      let names = DateForms.names.filter { forms.contains($0.form) }.map(\.name)
      if !names.isEmpty { options.append("dates: [\(names.joined(separator: ", "))]") }
      if isSupposed {
        certainty = .unsure
        suggestion.questions.append(
          "\(heading) never has a day after the 12th: is it month, day, year (US) or day, month, year (european)?")
      }
    }
    if column.isClinician { options += key(of: field, column, &reasons) }
    if column == .clinicianID, let blank = blankUnderFilled(field) {
      options.append("fill: down")
      reasons.append("\(blank) of \(rows.count) rows are blank and take the value above them")
      if certainty == .sure { certainty = .likely }
      suggestion.questions.append(
        "\(heading) is blank in \(blank) of \(rows.count) rows: "
          + "is it given on the first row of a block only? If not, leave out fill: down")
    }
    let quoted = MapSuggestion.quoted(heading)
    suggestion.guesses.append(
      MapSuggestion.Guess(
        column: column, heading: heading,
        yaml: options.isEmpty ? quoted : "{column: \(quoted), \(options.joined(separator: ", "))}",
        certainty: certainty, reason: reasons.joined(separator: ", ")))
  }

  /// One guess of all columns with modifiers, and of the codes that have some with them.
  private mutating func guessModifiers() {
    var fields = headings.indices.filter { field in
      book.places[HeadingBook.key(headings[field])]?.column == .modifiers && canName(field)
        && counts[field].modifiers * 2 >= counts[field].filled
    }
    let isNamed = !fields.isEmpty
    if fields.isEmpty {
      fields = headings.indices.filter { field in
        // Most lines have none, so a column without blanks is something else.
        !taken.contains(field) && !book.knows(headings[field]) && canName(field) && counts[field].certainModifiers > 0
          && counts[field].modifiers == counts[field].filled && counts[field].filled < rows.count
      }
    }
    taken.formUnion(fields)
    let combined = suggestion.guesses.first { $0.column == .code && $0.yaml.contains("take:") }
      .flatMap { _ in
        headings.indices.first { taken.contains($0) && counts[$0].withModifiers > 0 && counts[$0].codes > 0 }
      }
    let all = (combined.map { [$0] } ?? []) + fields
    guard !all.isEmpty else { return }
    let cells = fields.reduce(0) { $0 + counts[$1].filled }
    let fit = fields.reduce(0) { $0 + counts[$1].modifiers }
    var reasons: [String] = []
    if isNamed { reasons.append("the heading is one of its names") }
    if cells > 0 { reasons.append("\(fit) of \(cells) cells look like it") }
    if let combined { reasons.append("\(counts[combined].withModifiers) codes have modifiers with them") }
    let list = all.map { MapSuggestion.quoted(headings[$0]) }.joined(separator: ", ")
    let yaml =
      if combined != nil {
        "{\(all.count == 1 ? "column: \(list)" : "columns: [\(list)]"), take: modifiers}"
      } else {
        all.count == 1 ? list : "[\(list)]"
      }
    suggestion.guesses.append(
      MapSuggestion.Guess(
        column: .modifiers, heading: headings[all[0]], yaml: yaml,
        certainty: isNamed ? .sure : .likely, reason: reasons.joined(separator: ", ")))
  }

  // MARK: Questions

  private mutating func askAboutRest() {
    for name in suggestion.missing {
      let namesLike = headings.indices.filter { name == LogColumn.clinicianID.rawValue && looksLikeNames($0) }
        .map { headings[$0] }
      suggestion.questions.append(
        "no column was found for \(name), which every log needs: write `\(name): HEADING` under columns, or, "
          + "where all records have one value, `fixed: {\(name): VALUE}`"
          + (namesLike.isEmpty ? "" : "; names seem to be in \(namesLike.joined(separator: ", "))")
          + (name == LogColumn.clinicianID.rawValue && loneCells > 1
            ? "; \(loneCells) rows have one cell only: where they name the clinician of the rows under them, "
              + "write the name into a column" : ""))
    }
    for column in LogColumn.allCases where !suggestion.guesses.contains(where: { $0.column == column }) {
      guard let loss = column.loss, !suggestion.questions.contains(where: { $0.contains("like \(column.rawValue),") })
      else { continue }
      suggestion.questions.append(
        "no column was found for \(column.rawValue), and without it \(loss): where the file has it, "
          + "write `\(column.rawValue): HEADING` under columns")
    }
    let unusable = headings.indices.filter { !headings[$0].isEmpty && book.knows(headings[$0]) && !canName($0) }
    for field in unusable {
      suggestion.questions.append(
        "column \(field + 1) has a heading that stands twice or that cannot be written in a map; rename it")
    }
  }

  /// How many rows have a single cell that is not blank, as the headings of groups have.
  private var loneCells: Int { rows.count { row in row.count { !$0.isEmpty } == 1 } }

  private func looksLikeNames(_ field: Int) -> Bool {
    !taken.contains(field) && canName(field) && !book.tellsOfPatients(headings[field]) && counts[field].filled > 0
      && counts[field].names * 2 >= counts[field].filled
  }

  private func canName(_ field: Int) -> Bool { header?.canName(field) ?? false }
}

extension LogColumn {
  /// Whether the column's cells have a shape of their own.
  fileprivate var hasShape: Bool {
    switch self {
    case .lineID, .clinicianID, .specialty, .patientID, .billingID, .supervisingID, .claimID, .voidOf: false
    default: true
    }
  }
  /// What is lost of the figures where a log does not have the column; nil where nothing is, or no log can do without it.
  fileprivate var loss: String? {
    switch self {
    case .patientID: "lines of one patient and day are not looked at together"
    case .modifiers: "no line is reduced or raised for one"
    case .units: "each line is one service"
    case .placeOfService: "each line is in a facility"
    default: nil
    }
  }
  fileprivate var isClinician: Bool { self == .clinicianID || self == .billingID || self == .supervisingID }
}
