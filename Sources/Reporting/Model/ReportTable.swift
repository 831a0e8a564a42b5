/// Rows and columns of typed values.
public struct ReportTable: Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// The heading.
    public var title: String
    /// The unit or what else the heading needs, in smaller print.
    public var detail: String
    /// Whether its values are set flush right.
    public var isNumeric: Bool

    /// A column of words.
    public static func words(_ title: String, _ detail: String = "") -> Column {
      Column(title: title, detail: detail, isNumeric: false)
    }

    /// A column of numbers.
    public static func numbers(_ title: String, _ detail: String = "") -> Column {
      Column(title: title, detail: detail, isNumeric: true)
    }
  }

  /// Rows that belong together, under a heading of their own where it is not empty.
  public struct Group: Sendable {
    /// The heading; empty for none.
    public var title: String
    /// The rows: as many cells as there are columns.
    public var rows: [[Cell]]

    /// Rows under a heading.
    public init(_ title: String = "", rows: [[Cell]]) {
      self.title = title
      self.rows = rows
    }
  }

  /// What the table shows, in a phrase above it.
  public var caption: String
  /// The columns; the first one names its row.
  public var columns: [Column]
  /// The rows.
  public var groups: [Group]
  /// The sums at the foot, where there are any.
  public var totals: [Cell]
  /// Whether a reader may put the rows in another order.
  public var isSortable: Bool
  /// Sentences under the table.
  public var notes: [String]
  /// How it is set where there is little room.
  public var narrow = NarrowForm.scrolled

  /// How a table is set on a narrow screen.
  public enum NarrowForm: String, Hashable, Sendable {
    /// As everywhere; what has no room is scrolled to.
    case scrolled
    /// Each row by itself, its figures under each other with the names of their columns.
    case stacked
    /// For what, how it comes about and figure: the words stand under the other two, and headings are left out, also in print.
    case steps
  }

  /// A table of one group of rows.
  public init(
    _ caption: String, columns: [Column], rows: [[Cell]], totals: [Cell] = [], isSortable: Bool = false,
    notes: [String] = []
  ) {
    self.init(
      caption, columns: columns, groups: [Group(rows: rows)], totals: totals, isSortable: isSortable, notes: notes)
  }

  /// A table of several groups of rows.
  public init(
    _ caption: String, columns: [Column], groups: [Group], totals: [Cell] = [], isSortable: Bool = false,
    notes: [String] = []
  ) {
    self.caption = caption
    self.columns = columns
    self.groups = groups
    self.totals = totals
    self.isSortable = isSortable
    self.notes = notes
  }
}

/// A cell of a table: a value, and where it leads.
public struct Cell: Hashable, Sendable {
  /// The value.
  public var value: CellValue
  /// The report that says more about it.
  public var link: ReportAddress?
  /// A second line in smaller print; empty for none.
  public var detail: String

  /// A cell with a value.
  public init(_ value: CellValue, link: ReportAddress? = nil, detail: String = "") {
    self.value = value
    self.link = link
    self.detail = detail
  }
}
