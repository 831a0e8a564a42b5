import ProductivityModel

/// The median of a sample without one of its values, for each of them: sorted once.
///
/// The median is that of definition 7 of Hyndman and Fan: the middle value, or the mean of the two middle ones, rounded half away
/// from zero.
public struct MedianOfOthers: Sendable {
  /// The values that are written out, ascending.
  private let values: [Int64]
  /// How many values of zero there are beside them, and how many of the others come before these.
  private let zeros: Int
  private let negative: Int

  /// A sample in any order.
  ///
  /// - Parameter zeros: how many more values there are, all zero, which need not be written out.
  /// - Complexity: O(n log n) in the values that are written out.
  public init(_ values: [Int64], zeros: Int = 0) {
    self.values = values.sorted()
    self.zeros = zeros
    negative = self.values.firstIndex { $0 >= 0 } ?? values.count
  }

  private var count: Int { values.count + zeros }

  /// The value at a place of the whole sample in ascending order.
  private subscript(place: Int) -> Int64 {
    place < negative ? values[place] : place < negative + zeros ? 0 : values[place - zeros]
  }

  /// The median of all values; nil where there is none.
  public var ofAll: Int64? { median(count) { $0 } }

  /// The median of the values but one that equals `value`, which must be among them; nil where there is no other.
  ///
  /// - Complexity: O(log n).
  public func without(_ value: Int64) -> Int64? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    guard low < count, self[low] == value else { return nil }
    return median(count - 1) { $0 < low ? $0 : $0 + 1 }
  }

  private func median(_ count: Int, place: (Int) -> Int) -> Int64? {
    guard count > 0 else { return nil }
    let upper = self[place(count / 2)]
    guard count.isMultiple(of: 2) else { return upper }
    return rounded64(Int128(self[place(count / 2 - 1)]) + Int128(upper), over: 2)
  }
}
