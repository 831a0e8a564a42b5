import Tabular

/// Marks on plain records that were found together.
struct PlainMarks {
  private var marks = InlineArray<256, Bool>(repeating: false)
  private(set) var isEmpty = true

  /// Marks a record.
  mutating func mark(_ record: Int) {
    marks[record] = true
    isEmpty = false
  }

  /// Whether a record has a mark.
  func isMarked(_ record: Int) -> Bool { marks[record] }
}
