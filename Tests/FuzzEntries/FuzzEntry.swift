/// A way by which bytes from outside come into the program, as fuzzers and tests try it.
///
/// Each entry reads the bytes as the program would, and says what does not hold that always must. Ending the program is the
/// gravest fault of all, and needs no telling.
public enum FuzzEntry: String, CaseIterable, Sendable {
  /// Delimited text: the reader itself, and whole logs.
  case csv
  /// Workbooks: zip files as they are, and the XML in them.
  case xlsx
  /// Claims in X12 interchanges.
  case claims
  /// Text of fixed width, whose layout the first bytes give.
  case fixedWidth = "fixed-width"
  /// Settings files: jobs, policies, compensation plans, column maps.
  case yaml
  /// Packed logs.
  case gzip
  /// Small tables: rosters, surveys, crosswalks, price lists.
  case tables

  /// Texts that stand for a patient in the seeds, and that nothing may ever tell: one that looks like a word with digits,
  /// one that looks like a number, one that is no name of a column either.
  static let patients = ["Q7XZ-40Q7XZ-81", "904417735118", "Quillfeather, Zebulon"]

  /// What does not hold of some bytes; nothing where all is well.
  public func violations(in bytes: [UInt8]) -> [String] {
    var violations = Violations()
    switch self {
    case .csv: DelimitedEntry.check(bytes, &violations)
    case .xlsx: WorkbookEntry.check(bytes, &violations)
    case .claims: InterchangeEntry.check(bytes, &violations)
    case .fixedWidth: FixedWidthEntry.check(bytes, &violations)
    case .yaml: SettingsEntry.check(bytes, &violations)
    case .gzip: PackedEntry.check(bytes, &violations)
    case .tables: TableEntry.check(bytes, &violations)
    }
    return violations.found
  }
}

/// What was found not to hold.
struct Violations {
  private(set) var found: [String] = []

  /// Says what must hold.
  mutating func require(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds, found.count < 20 { found.append(what()) }
  }

  /// Says that messages tell no patient and are no longer than a reader can take in.
  mutating func require(decent told: [String], of entry: String) {
    for text in told {
      for patient in FuzzEntry.patients where text.contains(patient) {
        require(false, "\(entry): a message tells the patient \(patient)")
      }
      require(text.utf8.count <= 10_000, "\(entry): a message has \(text.utf8.count) bytes")
      require(
        !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F },
        "\(entry): a message has control characters")
    }
  }
}
