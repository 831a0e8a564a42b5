import Reporting

/// The axis under a drawing: as many round ticks as have room, and what is measured.
struct HorizontalAxis {
  private static let gap = 10.0

  private let scale: AxisScale
  /// What is measured, with its unit, in as many lines as it takes.
  private let titleLines: [String]
  /// What stands behind each number, such as `x`.
  private let suffix: String
  private let size: ChartSize

  init(scale: AxisScale, title: String, suffix: String = "", size: ChartSize) {
    self.scale = scale
    self.suffix = suffix
    self.size = size
    titleLines = FittedText.lines(of: title, width: size.width, size: size.smallTextSize)
  }

  /// From the line to the foot of the title.
  var height: Double { 24 + Double(titleLines.count) * 15 + 4 }

  /// Where the ticks stand: so many that their labels keep clear of each other.
  var ticks: [(quantity: Double, label: String)] {
    for count in stride(from: size == .wide ? 8 : 4, through: 1, by: -1) {
      let ticks = scale.ticks(count).map { (quantity: $0, label: scale.label($0, ticks: count) + suffix) }
      if !ticks.isEmpty, isClear(ticks) { return ticks }
    }
    return []
  }

  private func center(_ tick: (quantity: Double, label: String)) -> (Double, half: Double) {
    let half = TextWidth.of(tick.label, size: size.smallTextSize) / 2
    return (min(max(scale(tick.quantity), half), size.width - half), half)
  }

  private func isClear(_ ticks: [(quantity: Double, label: String)]) -> Bool {
    zip(ticks, ticks.dropFirst()).allSatisfy { left, right in
      let (first, second) = (center(left), center(right))
      return first.0 + first.half + Self.gap <= second.0 - second.half
    }
  }

  /// Adds the line, its ticks, their labels and the title.
  ///
  /// - Parameters:
  ///   - top: where the line stands.
  ///   - gridTop: from where lines are drawn down to it at every tick; nil for short ticks under it.
  func add(to marks: inout [DrawingMark], top: Double, gridTop: Double? = nil) {
    let style = DrawingTextStyle(size: size.smallTextSize, anchor: .middle, ink: .muted)
    if gridTop == nil {
      marks.append(.line(DrawingPoint(scale.start, top), DrawingPoint(scale.end, top), DrawingStroke(.rule)))
    }
    let ticks = ticks
    for tick in ticks {
      let x = scale(tick.quantity)
      marks.append(
        .line(DrawingPoint(x, gridTop ?? top), DrawingPoint(x, gridTop == nil ? top + 5 : top), DrawingStroke(.rule)))
    }
    for tick in ticks { marks.append(.text(tick.label, DrawingPoint(center(tick).0, top + 19), style)) }
    for (row, line) in titleLines.enumerated() {
      marks.append(.text(line, DrawingPoint(size.width / 2, top + 38 + Double(row) * 15), style))
    }
  }
}
