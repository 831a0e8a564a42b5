/// The sizes of a printed report, in points.
struct PrintStyle {
  /// The smallest type that is still read at arm's length.
  static let smallest = 6.5

  /// Whether everything is set close, to be seen on one page.
  var isDense = false
  var title = TextStyle(22, 26, .bold)
  var subtitle = TextStyle(11, 15)
  var period = TextStyle(9, 13)
  var summary = TextStyle(10.5, 15)
  var section = TextStyle(13, 17, .bold)
  var heading = TextStyle(9.5, 13, .semibold)
  var body = TextStyle(9, 13)
  var note = TextStyle(8.5, 12)
  var small = TextStyle(7.5, 10.5)
  var caption = TextStyle(8.75, 12, .semibold)
  var table = TextStyle(8, 11)
  var tableSmall = TextStyle(7, 9.5)
  var label = TextStyle(8.25, 11, .semibold)
  var value = TextStyle(16, 21, .semibold)
  var statement = TextStyle(27, 31, .bold)
  /// Above and below the text of a row.
  var rowPad = 2.75
  /// Between the columns of a table.
  var columnGap = 12.0
  /// Above a section.
  var sectionSpace = 24.0
  /// Between a section's title and what it says.
  var titleSpace = 8.0
  /// Between the blocks of a section.
  var blockSpace = 12.0
  /// Between sentences that belong together.
  var sentenceSpace = 3.5
  /// The widest line of running text, so that the eye finds the next one.
  var measure = 430.0
  /// The largest scale at which drawings are set.
  var drawingScale = 0.68

  /// The sizes of ordinary reports.
  static let ordinary = PrintStyle()

  /// The same type with less space between, for a report whose last page would hold but a few lines.
  static let closer: PrintStyle = {
    var style = PrintStyle()
    style.rowPad = 2.2
    style.sectionSpace = 19
    style.titleSpace = 6.5
    style.blockSpace = 9.5
    style.sentenceSpace = 2.5
    return style
  }()

  /// Sizes for a page that is to hold all of a report.
  ///
  /// - Parameter tightness: 0 for the most agreeable, 1 for the closest.
  static func dense(_ tightness: Double) -> PrintStyle {
    func size(_ loose: Double, _ close: Double) -> Double { loose + (close - loose) * tightness }
    func style(_ loose: Double, _ close: Double, _ weight: TextStyle.Weight = .regular, leading: Double = 1.32)
      -> TextStyle
    {
      let size = max(smallest, size(loose, close))
      return TextStyle(size, size * leading, weight)
    }
    var dense = PrintStyle()
    dense.isDense = true
    dense.title = style(18, 15, .bold, leading: 1.2)
    dense.subtitle = style(9, 7.5)
    dense.period = style(8, 7)
    dense.summary = style(8.5, 7, leading: 1.4)
    dense.section = style(10, 8.5, .bold, leading: 1.25)
    dense.heading = style(8, 7, .semibold)
    dense.body = style(7.75, 6.6)
    dense.note = style(7.5, 6.5, leading: 1.3)
    dense.small = style(6.75, 6.5, leading: 1.3)
    dense.caption = style(7.75, 6.75, .semibold)
    dense.table = style(7.25, 6.5, leading: 1.3)
    dense.tableSmall = style(6.5, 6.5, leading: 1.25)
    dense.label = style(7.25, 6.5, .semibold)
    dense.value = style(13, 10, .semibold, leading: 1.25)
    dense.statement = style(18, 14, .bold, leading: 1.15)
    dense.rowPad = size(1.6, 0.6)
    dense.columnGap = size(9, 6)
    dense.sectionSpace = size(12, 5)
    dense.titleSpace = size(4, 2)
    dense.blockSpace = size(7, 3)
    dense.sentenceSpace = size(2, 0.75)
    dense.measure = 1_000
    dense.drawingScale = size(0.62, 0.55)
    return dense
  }
}
