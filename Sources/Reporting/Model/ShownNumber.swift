import ProductivityModel

/// A number as people read it: with a fixed number of decimals, rounded once, half away from zero.
public struct ShownNumber {
  var value: Int64
  var scale: Int
  var decimals: Int
  /// Whether thousands are separated.
  var isGrouped = true

  /// The number as text.
  public var text: String {
    DecimalText.fixed(value, scale: scale, decimals: decimals, grouping: isGrouped)
  }

  /// Appends ``text``, for which no text is made.
  public func append(to bytes: inout [UInt8]) {
    DecimalText.appendFixed(value, scale: scale, decimals: decimals, grouping: isGrouped, to: &bytes)
  }
}
