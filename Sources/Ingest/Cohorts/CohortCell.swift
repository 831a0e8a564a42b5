import ProductivityModel

/// Reads the cells of a table of which a cohort is made.
enum CohortCell {
  /// A value as a table has it.
  enum Value: Equatable {
    /// Nothing, or a mark that stands for nothing.
    case blank
    /// A number in millionths, and whether it had more decimals than six.
    case number(Int64, isRounded: Bool)
    /// A number below zero.
    case negative
    /// Anything else.
    case notANumber
  }

  /// What tables write where there is no value.
  private static let blanks: Set<String> = ["", "-", "--", "n/a", "na", "#n/a", "null", "none", "."]

  /// A value: a plain number, or one as people write it, such as `$1,234.50`.
  ///
  /// - Parameter besideSemicolons: whether semicolons are between the cells, where a comma may be a decimal mark.
  static func value(_ cell: UnsafeBufferPointer<UInt8>, besideSemicolons: Bool) -> Value {
    if cell.count <= 5 {
      let text = String(decoding: cell, as: UTF8.self).trimmed.lowercased()
      if blanks.contains(text) { return .blank }
    }
    if let read = number(cell) { return read }
    guard let plain = LenientNumber.plain(cell, besideSemicolons: besideSemicolons) else { return .notANumber }
    return plain.withUnsafeBufferPointer(number) ?? .notANumber
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
    switch DecimalText.parse(text, scale: 6) {
    case .success(let value): return value < 0 ? .negative : .number(value, isRounded: false)
    case .failure(.tooManyDecimals): return rounded(text)
    case .failure: return nil
    }
  }

  /// A number with more than six decimals, rounded half away from zero.
  private static func rounded(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
    guard let point = text.firstIndex(of: 0x2E), point + 7 < text.count else { return nil }
    let rest = text[(point + 7)...].prefix { $0 != 0x20 && $0 != 0x09 }
    guard rest.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      case .success(let value) = DecimalText.parse(UnsafeBufferPointer(rebasing: text[..<(point + 7)]), scale: 6)
    else { return nil }
    let isNegative = text.first(where: { $0 != 0x20 && $0 != 0x09 }) == 0x2D
    if isNegative { return .negative }
    let (sum, overflow) = value.addingReportingOverflow((rest.first ?? 0x30) >= 0x35 ? 1 : 0)
    return overflow ? nil : .number(sum, isRounded: true)
  }

  /// The most people that one row may stand for.
  static let weightLimit: Int64 = 1_000_000_000

  /// A weight: a whole number from 1; nil for anything else.
  static func weight(_ cell: UnsafeBufferPointer<UInt8>, besideSemicolons: Bool) -> Int64? {
    guard case .number(let value, false) = value(cell, besideSemicolons: besideSemicolons), value % 1_000_000 == 0
    else { return nil }
    let weight = value / 1_000_000
    return (1...weightLimit).contains(weight) ? weight : nil
  }
}
