/// A log of a few invented rows, clean or polluted in one place, whose outcome is known.
public struct PollutedLog: Sendable {
  /// What becomes of the polluted row; nothing ever becomes of the others.
  public enum Outcome: Hashable, Sendable {
    /// It reads as its clean twin does.
    case clean
    /// It is rejected; with the name of its problem, or of each of its pieces.
    case rejected([String])
    /// It is rejected for one reason or another.
    case rejectedSomehow
    /// It is read, with another text where no text is wrong.
    case otherText
    /// The file cannot be used.
    case stops
  }

  /// The standard columns of a log, and a comment, which is not read.
  public static let header = [
    "line_id", "clinician_id", "specialty", "service_date", "patient_id", "code", "modifiers", "units",
    "place_of_service", "charge", "void_of", "comment",
  ]

  /// What was done.
  public var name: String
  /// The form of the file.
  public var form: TextForm
  /// Each row as it is written, without its end: the header first.
  public var rows: [String]
  /// What ends each row.
  public var ends: [String]
  /// The rows that are polluted, with what becomes of each.
  public var outcomes: [Int: Outcome] = [:]
  /// The rows that are no records, the header one of them.
  public var others: Set<Int> = [0]

  /// The cells of a record; those of the fifth are of a reversal, those of the ninth lose zeros in spreadsheets.
  public static func cells(_ number: Int) -> [String] {
    let isReversal = number == 5
    return [
      "L\(100 + number)", "C-100\(number % 4)", number.isMultiple(of: 5) ? "Médecine interne" : "Family Medicine",
      "2026-01-\(number + 10)", "PT-00\(number % 7)1", number == 9 ? "00840" : ["99214", "20610", "G0439"][number % 3],
      ["25", "", "51 59"][number % 3], isReversal ? "-1" : "1", "11", isReversal ? "-1250.50" : "1250.50", "",
      number.isMultiple(of: 4) ? "seen, then; \"sent\" home\t|" : "seen",
    ]
  }

  /// The number of records.
  public static let count = 14

  /// A clean log.
  public init(_ form: TextForm) {
    self.form = form
    name = "clean"
    rows = ([Self.header] + (1...Self.count).map(Self.cells)).map { form.row($0) }
    ends = Array(repeating: form.lineEnd, count: rows.count)
  }

  /// The text.
  public var text: String { zip(rows, ends).map { $0 + $1 }.joined() }

  /// The file.
  public var bytes: [UInt8] { form.bytes(text) }

  /// The line on which each row starts.
  public var lines: [Int] {
    var line = 1
    return zip(rows, ends).map { row, end in
      defer { line += Self.lineEnds(row + end) }
      return line
    }
  }

  private static func lineEnds(_ text: String) -> Int {
    var count = 0
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\r" || scalar == "\n" && last != "\r" { count += 1 }
      last = scalar
    }
    return count
  }
}
