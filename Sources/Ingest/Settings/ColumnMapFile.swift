import ProductivityModel
import Tabular

/// Reads column maps from YAML.
public enum ColumnMapFile {
  private static let keys = [
    "map", "title", "description", "source", "form", "delimiter", "quote", "escape", "encoding", "sheet", "fields",
    "length", "headers", "dates",
    "columns", "fixed", "keep", "skip", "reversals",
  ]
  private static let columnNames = LogColumn.allCases.map(\.rawValue)

  /// Reads a column map.
  ///
  /// - Throws: ``InputFailure`` at the first thing that is wrong, with its line.
  public static func read(_ bytes: [UInt8], file: String) throws(InputFailure) -> ColumnMap {
    let root = try SettingsNode.read(bytes, file: file)
    let entries = try root.entries(allowing: keys, in: "a column map")
    let form = try entries["form"]?.choice(of: LogForm.self, "a form of log")
    if form == .claims { try checkClaims(entries) }
    var map = ColumnMap(name: try entries.required("map", in: root, "a column map").text(), columns: [:])
    map.title = try (entries["title"] ?? entries["description"])?.text() ?? ""
    map.source = try entries["source"]?.text() ?? ""
    map.form = form
    if let node = entries["delimiter"] { map.delimiter = try delimiter(node) }
    map.quote = try entries["quote"]?.choice(of: TextDialect.Quote.self, "a mark around fields")
    map.escape = try entries["escape"]?.choice(of: TextDialect.Escape.self, "a form of quotes within fields")
    map.encoding = try entries["encoding"]?.choice(of: TextEncoding.self, "an encoding")
    map.sheet = try entries["sheet"]?.text()
    if form == .fixedWidth { map.headerRows = 0 }
    if let node = entries["headers"] { map.headerRows = try headerRows(node, least: map.headerRows) }
    if let node = entries["dates"] { map.dates = try dates(node) }
    for item in entries["skip"]?.items() ?? [] { map.skip.append(try pattern(item)) }
    for item in entries["keep"]?.items() ?? [] { map.keep.append(try condition(item)) }
    if let node = entries["reversals"] {
      map.reversesByCharge = try node.choice(of: ReversalMark.self, "a mark of reversals") == .negativeCharge
    }
    map.layout = try layout(entries, root, form)
    if let node = entries["columns"] {
      for (key, value) in try node.entries(allowing: columnNames, in: "columns").sorted(by: { $0.key < $1.key }) {
        if let column = LogColumn(rawValue: key) { map.columns[column] = try source(value, of: column) }
      }
    } else if form != .claims {
      throw root.failure("a column map needs the key \"columns\"")
    }
    if let node = entries["fixed"] {
      for (key, value) in try node.entries(allowing: columnNames, in: "fixed").sorted(by: { $0.key < $1.key }) {
        guard let column = LogColumn(rawValue: key) else { continue }
        if map.columns[column] != nil { throw value.failure("\(key) has both a column and a fixed value") }
        map.fixed[column] = try value.text()
      }
    }
    if form != .claims { try check(map, root) }
    return map
  }

  /// What a map of claims may say: their layout is their own.
  private static func checkClaims(_ entries: [String: SettingsNode]) throws(InputFailure) {
    for (key, node) in entries.sorted(by: { $0.key < $1.key })
    where !["map", "title", "description", "source", "form"].contains(key) {
      throw node.failure("claims have their own layout: leave out \"\(key)\"")
    }
  }

  private static func check(_ map: ColumnMap, _ root: SettingsNode) throws(InputFailure) {
    for column in LogColumn.allCases where column.isRequired && map.columns[column] == nil && map.fixed[column] == nil {
      throw root.failure("the map gives no \(column.rawValue), which every log needs")
    }
    guard let layout = map.layout else { return }
    let names = layout.fields.map(\.name)
    let headers = map.columns.values.flatMap(\.headers) + map.keep.map(\.header)
    for header in headers.sorted() where !names.contains(header) {
      throw root.failure(
        "\"\(header)\" is none of the map's fields",
        hint: SpellingSuggestion.nearest(to: header, in: names).map { "did you mean \($0)?" }
          ?? "the fields are: \(names.joined(separator: ", "))")
    }
  }

  // MARK: The file as a whole

  private static let delimiters: [(name: String, byte: UInt8)] = [
    ("comma", 0x2C), ("tab", 0x09), ("semicolon", 0x3B), ("pipe", 0x7C),
  ]

  private static func delimiter(_ node: SettingsNode) throws(InputFailure) -> UInt8 {
    let text = try node.text()
    if let known = delimiters.first(where: { $0.name == text }) { return known.byte }
    guard let byte = text.utf8.first, text.utf8.count == 1, byte >= 0x20, byte < 0x7F, byte != 0x22,
      !text.contains(where: { $0.isLetter || $0.isNumber })
    else {
      throw node.failure(
        "\"\(text)\" is not a mark between fields", hint: "write comma, tab, semicolon, pipe or one character")
    }
    return byte
  }

  private static func headerRows(_ node: SettingsNode, least: Int) throws(InputFailure) -> Int {
    let number = try node.integer()
    guard (least...5).contains(number) else { throw node.failure("a header has \(least) to 5 rows") }
    return number
  }

  private static func dates(_ node: SettingsNode) throws(InputFailure) -> DateForms {
    var forms: DateForms = []
    let names = DateForms.names.map(\.name)
    for item in node.items() {
      let name = try item.text()
      if name.lowercased() == "iso" { continue }
      guard let known = DateForms.names.first(where: { $0.name.lowercased() == name.lowercased() }) else {
        throw item.failure(
          "\"\(name)\" is not a form of days", hint: "choose from: ISO, \(names.joined(separator: ", "))")
      }
      forms.insert(known.form)
    }
    if forms.isSuperset(of: [.american, .european]) {
      throw node.failure("days cannot be read as US and as european at once: 04/05/2026 would be two days")
    }
    return forms
  }

  private static func layout(
    _ entries: [String: SettingsNode], _ root: SettingsNode, _ form: LogForm?
  ) throws(InputFailure) -> FixedWidthLayout? {
    guard let node = entries["fields"] else {
      if form == .fixedWidth {
        throw root.failure(
          "a text of fixed width needs the key \"fields\"", hint: "write each field with its places: CODE: 21-25")
      }
      if let length = entries["length"] { throw length.failure("only a text of fixed width has a length") }
      return nil
    }
    guard form == .fixedWidth else { throw node.failure("only a log of the form fixed-width has fields") }
    var fields: [FixedWidthLayout.Field] = []
    for (name, _, value) in try node.pairs("the fields") {
      let places = try value.text().split(separator: "-", omittingEmptySubsequences: false).map { Int($0.trimmed) }
      guard places.count <= 2, let first = places[0], let last = places[places.count - 1], first > 0, last >= first,
        last <= 10_000
      else { throw value.failure("\"\(try value.text())\" are not places", hint: "write the first and last: 21-25") }
      if let before = fields.last, first <= before.last {
        throw value.failure("\(name) starts before the field \(before.name) ends", hint: "write the fields in order")
      }
      fields.append(.init(name, first, last))
    }
    guard let end = fields.last?.last else { throw node.failure("a text of fixed width needs at least one field") }
    let length = try entries["length"]?.integer()
    if let length, let node = entries["length"], !(end...10_000).contains(length) {
      throw node.failure("the length is less than the last field's place \(end), or more than 10000")
    }
    return FixedWidthLayout(length: length, fields: fields, isWhole: false)
  }

  private static func pattern(_ node: SettingsNode) throws(InputFailure) -> String {
    let text = try node.text().lowercased()
    guard text.contains(where: { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "=" }) else {
      throw node.failure("\"\(text)\" would leave out any row", hint: "write how the first text starts, as Total*")
    }
    return text
  }

  private static func condition(_ node: SettingsNode) throws(InputFailure) -> RowCondition {
    let entries = try node.entries(allowing: ["column", "is", "not"], in: "a condition of rows")
    let header = try entries.required("column", in: node, "a condition of rows").text()
    guard let list = entries["is"] ?? entries["not"], (entries["is"] == nil) != (entries["not"] == nil) else {
      throw node.failure("a condition of rows has either \"is\" or \"not\"")
    }
    var texts: Set<String> = []
    for item in list.items() { texts.insert(try item.text().lowercased().trimmed) }
    return RowCondition(header: header, texts: texts, isOneOf: entries["is"] != nil)
  }

  // MARK: Columns

  private static let clinicianColumns: Set<LogColumn> = [.clinicianID, .billingID, .supervisingID]
  private static let dateColumns: Set<LogColumn> = [.serviceDate, .postDate]

  private static func source(_ node: SettingsNode, of column: LogColumn) throws(InputFailure) -> ColumnSource {
    if !node.isMapping { return ColumnSource(try headers(node, of: column)) }
    let entries = try node.entries(
      allowing: ["column", "columns", "first", "take", "by", "dates", "optional", "fill"], in: "a column")
    let named = [entries["column"], entries["columns"], entries["first"]].compactMap { $0 }
    guard named.count == 1, let list = named.first else {
      throw node.failure("a column has one of \"column\", \"columns\" and \"first\"")
    }
    let isFirst = entries["first"] != nil
    var source = ColumnSource(
      isFirst ? try texts(list) : try headers(list, of: column), choice: isFirst ? .first : .joined)
    if let take = entries["take"] {
      source.part = try take.choice(of: ColumnSource.Part.self, "a part of a cell")
      if source.part == .modifiers, column != .modifiers { throw take.failure("only modifiers take the modifiers") }
      if source.part == .code, column != .code { throw take.failure("only the code takes the code") }
    }
    if let by = entries["by"] {
      guard clinicianColumns.contains(column) else { throw by.failure("only clinicians are found by a key") }
      source.key = try by.choice(of: ClinicianKey.self, "a key of clinicians")
    }
    if let node = entries["dates"] {
      guard dateColumns.contains(column) else { throw node.failure("only days have a form of days") }
      source.dates = try dates(node)
    }
    if let node = entries["fill"] {
      guard try node.text() == "down" else { throw node.failure("a column is filled down, or not at all") }
      guard source.headers.count == 1 else { throw node.failure("only one column is filled down, not several") }
      source.fillsDown = true
    }
    if let node = entries["optional"] {
      source.isOptional = try node.flag()
      if source.isOptional, column.isRequired { throw node.failure("every log needs a \(column.rawValue)") }
    }
    return source
  }

  /// The headers of a column that is one, or of modifiers, which may be several.
  private static func headers(_ node: SettingsNode, of column: LogColumn) throws(InputFailure) -> [String] {
    let headers = try texts(node)
    guard headers.count == 1 || column == .modifiers else {
      throw node.failure(
        "\(column.rawValue) comes from one column", hint: "write {first: [...]} for the first that is not blank")
    }
    return headers
  }

  private static func texts(_ node: SettingsNode) throws(InputFailure) -> [String] {
    var texts: [String] = []
    for item in node.items() {
      let text = try item.text()
      guard !text.trimmed.isEmpty else { throw item.failure("a header is blank") }
      texts.append(text)
    }
    guard !texts.isEmpty else { throw node.failure("at least one header is expected here") }
    return texts
  }
}
