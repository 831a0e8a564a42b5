/// How wide the columns of a table are: as wide as what they hold where there is room, and narrower where words can be broken.
struct TableColumns {
  /// What a column holds.
  struct Demand {
    /// Its widest text on one line.
    var natural = 0.0
    /// Its widest part that is not broken.
    var least = 0.0
  }

  /// The widths, in order.
  var widths: [Double]
  /// From the left edge of the table to that of each column.
  var starts: [Double]

  /// The columns of a table as wide as given; nil where even the least parts have no room.
  ///
  /// - Parameter isForced: whether columns are then made as narrow as it takes.
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
      widths = demands.map { max(8, $0.least * max(room, 1) / least) }
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
