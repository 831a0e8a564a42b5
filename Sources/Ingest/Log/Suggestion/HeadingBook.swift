/// The headings that practices use for the standard columns.
public struct HeadingBook: Sendable {
  /// A column that tells which rows are services.
  struct Condition: Sendable {
    /// Its headings.
    var headings: [String]
    /// The texts that its cells hold in rows that are services, or in those that are none.
    var texts: [String]
    /// Whether the cells of services are one of the texts, and not none of them.
    var isOneOf: Bool
  }

  /// The column that each heading names, and how good a name of it it is: 0 is the best.
  private(set) var places: [String: (column: LogColumn, rank: Int)] = [:]
  /// What is to be asked about a heading that could be more than one thing.
  private(set) var questions: [String: String] = [:]
  /// The columns that tell which rows are services.
  private(set) var conditions: [Condition] = []
  /// Words of headings that tell of patients, or of who pays for them.
  private(set) var patientWords: [String] = []

  /// Reads headings from YAML.
  ///
  /// - Throws: ``InputFailure`` at the first thing that is wrong, with its line.
  public init(_ bytes: [UInt8], file: String) throws(InputFailure) {
    let root = try SettingsNode.read(bytes, file: file)
    let entries = try root.entries(allowing: ["columns", "unsure", "conditions", "patients"], in: "the headings")
    let names = LogColumn.allCases.map(\.rawValue)
    let columns = try entries.required("columns", in: root, "the headings").entries(allowing: names, in: "columns")
    for column in LogColumn.allCases {
      for (rank, item) in (columns[column.rawValue]?.items() ?? []).enumerated() {
        let heading = try Self.heading(item)
        guard places[heading] == nil else { throw item.failure("\"\(heading)\" already names another column") }
        places[heading] = (column, rank)
      }
    }
    for (heading, node, value) in try entries["unsure"]?.pairs("unsure headings") ?? [] {
      guard places[heading] != nil else { throw node.failure("\"\(heading)\" names no column") }
      questions[heading] = try value.text()
    }
    for item in entries["patients"]?.items() ?? [] { patientWords.append(try Self.heading(item)) }
    for node in entries["conditions"]?.items() ?? [] { conditions.append(try Self.condition(node)) }
  }

  /// A heading's small letters and digits, by which it is looked up.
  static func key(_ heading: String) -> String {
    heading.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// Whether a heading is known at all.
  func knows(_ heading: String) -> Bool {
    let key = Self.key(heading)
    return places[key] != nil || conditions.contains { $0.headings.contains(key) }
  }

  /// Whether a heading tells of patients, so that no clinician stands under it.
  func tellsOfPatients(_ heading: String) -> Bool {
    let key = Self.key(heading)
    return patientWords.contains { key.contains($0) }
  }

  private static func condition(_ node: SettingsNode) throws(InputFailure) -> Condition {
    let entries = try node.entries(allowing: ["headings", "is", "not"], in: "a condition")
    guard let list = entries["is"] ?? entries["not"], (entries["is"] == nil) != (entries["not"] == nil) else {
      throw node.failure("a condition has either \"is\" or \"not\"")
    }
    var condition = Condition(headings: [], texts: [], isOneOf: entries["is"] != nil)
    for item in try entries.required("headings", in: node, "a condition").items() {
      condition.headings.append(try heading(item))
    }
    for item in list.items() { condition.texts.append(try item.text()) }
    return condition
  }

  private static func heading(_ node: SettingsNode) throws(InputFailure) -> String {
    let text = try node.text()
    guard key(text) == text, !text.isEmpty else {
      throw node.failure("\"\(text)\" is not small letters and digits only")
    }
    return text
  }
}
