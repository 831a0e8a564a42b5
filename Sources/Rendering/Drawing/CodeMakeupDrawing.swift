import MedicareFees
import ProductivityModel
import Reporting

/// Draws what a code's total RVUs are made of: a bar a setting, all on one scale.
enum CodeMakeupDrawing {
  private static let width = SmallChart.width
  private static let barHeight = 26.0

  static func drawing(of makeup: CodeMakeup) -> Drawing {
    let rowHeight = 58.0
    var drawing = Drawing(
      width: width, height: 26 + rowHeight * Double(makeup.bars.count), title: "What the total RVUs are made of",
      description: makeup.description)
    drawing.marks += legend()
    let largest = makeup.bars.map(\.total.hundredths).max() ?? 1
    for (index, bar) in makeup.bars.enumerated() {
      let top = 30 + rowHeight * Double(index)
      drawing.marks.append(
        .text(makeup.name(bar), DrawingPoint(0, top + 13), SmallChart.style(.start, .ink)))
      drawing.marks.append(
        .text(
          "\(bar.total)", DrawingPoint(width, top + 13),
          DrawingTextStyle(size: SmallChart.text, isBold: true, anchor: .end, ink: .ink)))
      drawing.marks += parts(of: bar, top: top + 20, scale: width / Double(largest))
    }
    return drawing
  }

  private static let inks: [(name: String, ink: DrawingInk)] = [
    ("Work", .accent), ("Practice expense", .darkBand), ("Malpractice", .paleBand),
  ]

  private static func legend() -> [DrawingMark] {
    var marks: [DrawingMark] = []
    var x = 0.0
    for (name, ink) in inks {
      marks.append(.rectangle(x: x, y: 3, width: 11, height: 11, ink))
      marks.append(.text(name, DrawingPoint(x + 16, 13), SmallChart.style()))
      x += 16 + TextWidth.of(name, size: SmallChart.text) + 14
    }
    return marks
  }

  /// The parts with their shares, where a share has room.
  private static func parts(of bar: CodeMakeup.Bar, top: Double, scale: Double) -> [DrawingMark] {
    var marks: [DrawingMark] = []
    var x = 0.0
    for (part, ink) in zip([bar.work, bar.practiceExpense, bar.malpractice], inks.map(\.ink)) {
      let length = Double(part.hundredths) * scale
      guard length > 0 else { continue }
      marks.append(.rectangle(x: x, y: top, width: length, height: barHeight, ink))
      let text = "\(CodeMakeup.percent(part, of: bar.total)) %"
      if TextWidth.of(text, size: SmallChart.text) + 8 < length {
        marks.append(
          .text(
            text, DrawingPoint(x + length / 2, top + barHeight / 2 + 4.5),
            SmallChart.style(.middle, ink == .accent ? .paper : .ink)))
      }
      x += length
    }
    return marks
  }
}
