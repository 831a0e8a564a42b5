import ProductivityModel

/// The median of a sample without one of its values, for each of them: sorted once.
///
/// The median is that of definition 7 of Hyndman and Fan: the middle value, or the mean of the two middle ones, rounded half away
/// from zero.
public struct MedianOfOthers: Sendable {
  private let values: [Int64]

  /// A sample in any order.
  ///
  /// - Complexity: O(n log n).
  public init(_ values: [Int64]) { self.values = values.sorted() }

  /// The median of all values; nil where there is none.
  public var ofAll: Int64? { median(values.count) { $0 } }

  /// The median of the values but one that equals `value`, which must be among them; nil where there is no other.
  ///
  /// - Complexity: O(log n).
  public func without(_ value: Int64) -> Int64? {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    guard low < values.count, values[low] == value else { return nil }
    return median(values.count - 1) { $0 < low ? $0 : $0 + 1 }
  }

  private func median(_ count: Int, place: (Int) -> Int) -> Int64? {
    guard count > 0 else { return nil }
    let upper = values[place(count / 2)]
    guard count.isMultiple(of: 2) else { return upper }
    return rounded64(Int128(values[place(count / 2 - 1)]) + Int128(upper), over: 2)
  }
}
