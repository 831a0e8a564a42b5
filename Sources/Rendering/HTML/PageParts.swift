import Reporting

/// What some pages need in their frame and others do not: most pages are given to one person, and are kept small.
struct PageParts: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// A table can be sorted or searched, which takes the script and its style.
  static let script = PageParts(rawValue: 1)
  /// A table of steps, as statements have, is set closely in print.
  static let steps = PageParts(rawValue: 2)
  /// The page is one sheet in print.
  static let sheet = PageParts(rawValue: 4)

  /// Every choice of parts.
  static let allChoices = (0..<8).map(PageParts.init(rawValue:))

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The parts that a report needs.
  init(of report: Report) {
    self = report.layout == .onePage ? .sheet : []
    for section in report.sections { add(section.blocks) }
  }

  private mutating func add(_ blocks: [ReportBlock]) {
    for block in blocks {
      switch block {
      case .table(let table):
        if TableHTML.needsScript(table) { insert(.script) }
        if table.narrow == .steps { insert(.steps) }
      case .columns(let columns): for column in columns { add(column) }
      default: break
      }
    }
  }
}
