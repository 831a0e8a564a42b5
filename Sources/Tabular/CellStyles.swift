/// Which styles of a workbook show a number as a day or a time.
///
/// - Source: ECMA-376 part 1, § 18.8.30 (numFmt) and § 18.8.31 (format codes).
final class CellStyles: XMLHandler {
  private var dateFormats: [Int: DateStyle] = [:]
  private var formats: [Int] = []
  private var isInCellFormats = false

  /// How a style shows a number; nil where as a number.
  subscript(style: Int) -> DateStyle? {
    guard style >= 0, style < formats.count else { return nil }
    return dateFormats[formats[style]] ?? Self.builtIn(formats[style])
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "cellXfs" {
      isInCellFormats = true
    } else if name == "xf", isInCellFormats {
      formats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
    } else if name == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0) }),
      let code = attributes["formatCode"]
    {
      dateFormats[id] = DateStyle(formatCode: code)
    }
  }

  func end(_ name: XMLName) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  private static func builtIn(_ format: Int) -> DateStyle? {
    switch format {
    case 14...17, 27...31, 34...36, 50...58: .day
    case 18...21, 32, 33, 45...47: .time
    case 22: .dayAndTime
    default: nil
    }
  }
}

/// How a style shows a number that counts days.
public enum DateStyle: Sendable {
  /// As a day.
  case day
  /// As a time of day, or a duration.
  case time
  /// As both.
  case dayAndTime

  /// The style of a format code such as `yyyy-mm-dd`; nil where it shows a number.
  init?(formatCode: String) {
    var hasDay = false
    var hasTime = false
    var hasMonthOrMinute = false
    var rest = formatCode.lowercased()[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        // A colour or a condition, but [h] and the like count hours.
        let inside = rest.prefix { $0 != "]" }
        if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { hasTime = true }
        rest = rest.dropFirst(inside.count + 1)
      case "d", "y": hasDay = true
      case "h", "s": hasTime = true
      case "m": hasMonthOrMinute = true
      default: break
      }
    }
    if hasMonthOrMinute, !hasTime { hasDay = true }
    guard hasDay || hasTime else { return nil }
    self = hasDay ? (hasTime ? .dayAndTime : .day) : .time
  }
}
