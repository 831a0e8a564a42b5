import Tabular

/// Marks on plain records that were found together, as many as ``PlainRecords/capacity``.
struct PlainMarks {
  private var marks = InlineArray<256, Bool>(repeating: false)
  /// How many records have one.
  private(set) var count = 0

  /// Marks a record; again is no more than once.
  mutating func mark(_ record: Int) {
    if marks[record] { return }
    marks[record] = true
    count += 1
  }

  /// Whether a record has a mark.
  func isMarked(_ record: Int) -> Bool { marks[record] }
}
