/// How wide the columns of a table are: as wide as what they hold where there is room, and narrower where words can be broken.
struct TableColumns {
  /// What a column holds.
  struct Demand {
    /// Its widest text on one line.
    var natural = 0.0
    /// Its widest part that is not broken.
    var least = 0.0
    /// The part of it that is kept where there is not even room for the least: numbers, and the words of the heading.
    var firm = 0.0

    /// The same in another size.
    func scaled(by factor: Double) -> Demand {
      Demand(natural: natural * factor, least: least * factor, firm: firm * factor)
    }
  }

  /// The widths, in order.
  var widths: [Double]
  /// From the left edge of the table to that of each column.
  var starts: [Double]

  /// The columns of a table as wide as given; nil where even the least parts have no room.
  ///
  /// - Parameter isForced: whether columns are then made as narrow as it takes, those of long words first.
  init?(_ demands: [Demand], width: Double, gap: Double, isForced: Bool = false) {
    let room = width - gap * Double(max(demands.count - 1, 0))
    let natural = demands.reduce(0) { $0 + $1.natural }
    let least = demands.reduce(0) { $0 + $1.least }
    if natural <= room {
      // What is left over goes to the columns by what they hold, as in a page that is read on a screen.
      let extra = room - natural
      widths = demands.map { $0.natural + (natural > 0 ? extra * $0.natural / natural : extra / Double(demands.count)) }
    } else if least <= room {
      let share = (room - least) / max(natural - least, 0.001)
      widths = demands.map { $0.least + ($0.natural - $0.least) * share }
    } else if isForced {
      let firm = demands.reduce(0) { $0 + $1.firm }
      if firm <= room {
        let share = (room - firm) / max(least - firm, 0.001)
        widths = demands.map { $0.firm + ($0.least - $0.firm) * share }
      } else {
        widths = demands.map { max(8, $0.firm * max(room, 1) / firm) }
      }
    } else {
      return nil
    }
    starts = []
    var start = 0.0
    for width in widths {
      starts.append(start)
      start += width + gap
    }
  }
}

extension TableColumns {
  /// The columns of a table on an upright page, in smaller type or on a page that is wider than high where that takes it.
  ///
  /// - Parameters:
  ///   - landscapeWidth: what there is on the wider page; nil where there is none.
  ///   - smallest: the least share of its size that type may have and still be read.
  static func chosen(
    for demands: [Demand], width: Double, landscapeWidth: Double?, gap: Double, smallest: Double
  ) -> (TableColumns, scale: Double, isLandscape: Bool) {
    func fitting(_ width: Double) -> (TableColumns, Double)? {
      for scale in [1, 0.94, 0.88, 0.82] where scale >= smallest - 0.01 || scale == 1 {
        let scaled = demands.map { $0.scaled(by: scale) }
        if let columns = TableColumns(scaled, width: width, gap: gap * scale) { return (columns, scale) }
      }
      return nil
    }
    if let (columns, scale) = fitting(width) { return (columns, scale, false) }
    if let landscapeWidth, let (columns, scale) = fitting(landscapeWidth) { return (columns, scale, true) }
    let scale = max(smallest, 0.7)
    let scaled = demands.map { $0.scaled(by: scale) }
    let columns = TableColumns(scaled, width: landscapeWidth ?? width, gap: gap * 0.6, isForced: true)
    return (columns ?? even(demands.count, width: width), scale, landscapeWidth != nil)
  }

  /// Columns that are equally wide.
  static func even(_ count: Int, width: Double) -> TableColumns {
    let share = width / Double(max(count, 1))
    return TableColumns(
      widths: Array(repeating: share, count: count), starts: (0..<count).map { Double($0) * share })
  }

  private init(widths: [Double], starts: [Double]) {
    self.widths = widths
    self.starts = starts
  }
}
