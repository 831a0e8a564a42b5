/// The header of a small published table, once its kind is known: which field holds what.
struct TableHeader {
  /// The kind of file that has such a header.
  let kind: FeeFileKind
  /// The number of fields that every row must have.
  let fieldCount: Int
  /// The columns that it has, with their fields.
  let fields: [(field: Int, column: TableColumn)]
  /// The year that the names of its columns state; nil where they state none.
  let year: Int?
  /// Whether it is that of a re-export: CMS's own names have no underscores.
  let isReexport: Bool
  /// The names as the file has them.
  let names: [String]

  /// The header of given column names; nil where they are those of no kind of file.
  ///
  /// A kind is recognised when all its columns are there, each once, under published names.
  init?(_ names: [String]) {
    for kind in FeeFileKind.allCases where kind != .relativeValues {
      guard let header = TableHeader(names, kind: kind) else { continue }
      self = header
      return
    }
    return nil
  }

  private init?(_ names: [String], kind: FeeFileKind) {
    let plain = names.map(Self.plain)
    var fields: [(field: Int, column: TableColumn)] = []
    for column in kind.columns {
      let found = plain.indices.filter { column.published.contains(plain[$0].name) }
      guard found.count <= 1, column.isOptional || found.count == 1 else { return nil }
      if let field = found.first { fields.append((field, column)) }
    }
    let years = Set(fields.compactMap { plain[$0.field].year })
    guard years.count <= 1 else { return nil }
    self.init(
      kind: kind, fieldCount: names.count, fields: fields, year: years.first,
      isReexport: fields.contains { names[$0.field].contains("_") }, names: names)
  }

  /// The header of a layout without header rows.
  init(
    kind: FeeFileKind, fieldCount: Int, fields: [(field: Int, column: TableColumn)], year: Int?, isReexport: Bool,
    names: [String]
  ) {
    self.kind = kind
    self.fieldCount = fieldCount
    self.fields = fields
    self.year = year
    self.isReexport = isReexport
    self.names = names
  }

  /// A name without case, blanks and punctuation, without the year that it starts with, and without the value that it ends
  /// with, as in "National Anes CF of 20.3178".
  static func plain(_ name: String) -> (name: String, year: Int?) {
    var words = name.split { $0 == " " || $0 == "\n" || $0 == "\r" }.map(String.init)
    var year: Int?
    if let first = words.first, first.utf8.count == 4, let number = Int(first), number > 1990 {
      year = number
      words.removeFirst()
    }
    if words.count > 2, words[words.count - 2].lowercased() == "of" { words.removeLast(2) }
    return (FeeLayout.plain(words.joined(separator: " ")), year)
  }
}
