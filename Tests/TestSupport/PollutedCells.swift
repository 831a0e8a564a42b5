/// The ways in which one cell of a log is polluted.
extension PollutedLog {
  /// The problem of a text that is none of a column's; nil where any text may stand in it.
  private static func problem(_ column: String) -> String? {
    switch column {
    case "service_date": "impossible-date"
    case "code": "malformed-code"
    case "modifiers": "malformed-modifier"
    case "units", "charge": "not-a-number"
    case "place_of_service": "malformed-place"
    case "clinician_id": "malformed-identifier"
    default: nil
    }
  }

  /// Each column polluted in some records.
  static func cellPollutions(_ form: TextForm, _ records: [Int]) -> [PollutedLog] {
    var logs: [PollutedLog] = []
    let clean = PollutedLog(form)
    for row in records {
      for (place, column) in header.enumerated() {
        for (name, raw, outcome) in kinds(column, cells(row)[place], form) where form.hasAll(of: raw) {
          var written = cells(row).map(form.cell)
          written[place] = raw
          var log = clean
          log.name = "\(name) in \(column) of record \(row)"
          log.rows[row] = written.joined(separator: String(form.delimiter))
          log.outcomes[row] = outcome
          logs.append(log)
        }
      }
    }
    return logs
  }

  private typealias Kind = (name: String, raw: String, outcome: Outcome)

  private static func kinds(_ column: String, _ cell: String, _ form: TextForm) -> [Kind] {
    quoteKinds(column, cell) + characterKinds(column, cell, form) + valueKinds(column, cell, form)
  }

  /// A text with another after its first character.
  private static func splice(_ cell: String, _ text: String) -> String { cell.prefix(1) + text + cell.dropFirst() }

  /// What becomes of a text that only a name, or a cell that is not read, may hold.
  private static func strange(_ column: String) -> Outcome {
    switch column {
    case "comment": .clean
    case "specialty": .otherText
    default: .rejected([problem(column) ?? "malformed-identifier"])
    }
  }

  private static func quoteKinds(_ column: String, _ cell: String) -> [Kind] {
    if column == "comment", cell.contains("\"") { return [] }
    let unclosed = Outcome.rejected(["unclosed-quote"])
    var kinds: [Kind] = [
      ("a stray quote at the start", "\"" + cell, unclosed), ("quotes with text after them", "\"\(cell)\"x", unclosed),
      ("a quote that closes early", "\"\(cell.prefix(1))\"x\(cell)\"", unclosed), ("quotes", "\"\(cell)\"", .clean),
      ("quotes and blanks around them", " \"\(cell)\" ", .clean),
      ("a line end within quotes after the text", "\"\(cell)\n\"", .clean),
      ("line ends within quotes before the text", "\"\r\n\n\(cell)\"", .clean),
    ]
    if cell.count > 1 {
      kinds += [
        ("a stray quote at the end", cell + "\"", strange(column)),
        ("a stray quote in the middle", splice(cell, "\""), strange(column)),
        ("a line end within quotes", "\"\(splice(cell, "\n"))\"", strange(column)),
        ("quotes that are doubled wrongly", "\"\"\(cell)\"\"", unclosed),
      ]
    }
    return kinds
  }

  private static func characterKinds(_ column: String, _ cell: String, _ form: TextForm) -> [Kind] {
    let lost: Outcome =
      column == "comment" ? .clean : .rejected([problem(column) ?? "malformed-identifier"])
    let quoted = form.cell(cell)
    var kinds: [Kind] = []
    // A delimiter after blanks opens no quotes.
    for (name, blank) in [
      ("blanks", "  "), ("a non-breaking space", "\u{A0}"), ("a space of no width", "\u{200B}"),
      ("a byte order mark", "\u{FEFF}"), ("a wide blank", "\u{3000}"),
    ] where quoted == cell {
      kinds.append(("\(name) around the text", blank + cell + blank, .clean))
    }
    guard cell.count > 1, quoted == cell else { return kinds }
    for (name, mark) in [
      ("a NUL", "\u{0}"), ("a control character", "\u{1}"), ("a deletion", "\u{7F}"), ("a vertical tab", "\u{B}"),
      ("a space of no width", "\u{200B}"), ("a byte order mark", "\u{FEFF}"), ("a character that is lost", "\u{FFFD}"),
      ("a byte that is no character", String(TextForm.broken)),
    ] {
      kinds.append(("\(name) in the middle", splice(cell, mark), lost))
      kinds.append(("\(name) in the middle, in quotes", "\"\(splice(cell, mark))\"", lost))
    }
    for (name, end) in [("a carriage return", "\r"), ("a line feed", "\n"), ("a line end", "\r\n")]
    // What stands before or after it may else be a whole record.
    where column != header.first && column != header.last {
      kinds.append(("\(name) without quotes", splice(cell, end), .rejected(["ragged-row", "ragged-row"])))
    }
    let wide = String(
      String.UnicodeScalarView(
        cell.unicodeScalars.map { ("0"..."9").contains($0) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
    if wide != cell {
      kinds.append(("full-width digits", wide, problem(column).map { .rejected([$0]) } ?? .otherText))
    }
    return kinds
  }

  private static func valueKinds(_ column: String, _ cell: String, _ form: TextForm) -> [Kind] {
    var kinds: [Kind] = []
    func add(_ name: String, _ texts: [String], _ outcome: Outcome) {
      for text in texts { kinds.append(("\(name) \(text.prefix(20).debugDescription)", form.cell(text), outcome)) }
    }
    let wrong = problem(column).map { Outcome.rejected([$0]) } ?? .otherText
    switch column {
    case "clinician_id":
      add("a blank", ["", " ", "NULL", "(null)"], .rejected(["missing-value"]))
      add("another text", ["Null", "NULLS", "#N/A", "MRN0012345", "Doe, Jane", "1", "C-100000000", "-"], wrong)
    case "service_date":
      add("a blank", ["", "\t ", "null", " NULL "], .rejected(["missing-value"]))
      add(
        "another text",
        [
          "2026-02-30", "2026-13-01", "0000-00-00", "03/04/2026", "4.3.2026", "20260304", "46085", "04-MAR-2026",
          "2026/01/05", "2026-1-5", "#VALUE!", "MRN0012345", "1250.50",
        ], wrong)
      add("a time", ["\(cell)T10:20:00", "\(cell) 00:00:00"], .clean)
    case "code":
      add("a blank", ["", "   ", "\\N"], .rejected(["missing-value"]))
      add("another text", ["#N/A", "99214-25", "9921.4", "$12", "Doe, Jane", "PT-0011", "99214;20610"], wrong)
      add("decimals", ["\(cell).0", "\(cell).00"].filter { _ in cell.allSatisfy(\.isNumber) }, .clean)
      add("small letters", [cell.lowercased()], .clean)
      if cell == "00840" { add("lost zeros", ["840", "840.0", "8.4E+02", "0840"], .clean) }
      if cell == "99214" { add("an exponent", ["9.9214E+04", "9.9214E4"], .clean) }
      add("too long a text", [String(repeating: "x", count: 100_000)], wrong)
    case "modifiers":
      add("another text", ["MRN0012345", "2", "#N/A", "Doe, Jane", "1250.50"], wrong)
      if cell == "51 59" { add("other marks", ["51,59", "59-51", "5159", " 59  51 "], .clean) }
    case "units", "charge":
      add(
        "another text", ["Null", "#N/A", "x", "1.2.3", "12,50", "1.250,50", "PT-0011", "1e400", "€5", "½"], wrong)
      add("two signs", ["--\(cell)", "(\(cell)", "\(cell)x"], wrong)
      if form.delimiter == ";" { add("a comma that may be a decimal one", ["1,250", "-1,250", "$1,250"], wrong) }
      if column == "units" {
        add("zero", ["0", "0.0", "-0", "-"], .rejected(["zero-units"]))
        add("too large a number", ["99999999", "123456789012345678901234567890"], wrong)
        add("decimals", ["\(cell).0", "\(cell).0000"], .clean)
        if cell == "1" { add("a blank", ["", " ", "NULL", "null"], .clean) }
      } else if cell == "1250.50" {
        add("another form", ["1,250.50", "$1,250.50", "$ 1250.50", "1250.5", "01250.50", "1250.500"], .clean)
      } else if cell == "-1250.50" {
        add("another form", ["(1,250.50)", "1,250.50-", "-$1,250.50", "$-1250.50", "($1,250.50)"], .clean)
      }
    case "place_of_service":
      add("another text", ["111", "MRN0012345", "-1", "1.1", "NA", "0", "1e"], wrong)
    case "specialty":
      add("a text with digits", ["MRN0012345", "1250.50", "2026-01-05"], .rejected(["malformed-identifier"]))
      add("another text", ["Doe, Jane", "O'Hara", "#N/A", "\"Quoted\""], .otherText)
    case "comment":
      add("a long text", [String(repeating: "so, ", count: 20_000)], .clean)
      add("any text", ["", "O'Hara", "'quoted'", "5\" tall", "\"", "\\", "\\\"", "a\n\nb\r\nc", "1,2;3|4\t5"], .clean)
    default:
      add("another text", ["#N/A", "Doe, Jane", "O'Hara"], .otherText)
    }
    return kinds
  }
}
