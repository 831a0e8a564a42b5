import Compensation
import ProductivityModel

/// Amounts, rates, shares and days as plans write them.
extension SettingsNode {
  private static let separators = "write it with digits and a point only, such as 300000 or 52.50"

  /// Dollars with at most two decimals, above zero and not above a limit in dollars.
  func amount(_ what: String, atMost limit: Int64) throws(InputFailure) -> Money {
    let value = try text()
    switch DecimalText.parse(value, scale: 2) {
    case .failure(.tooManyDecimals): throw failure("\"\(value)\" has more decimals than a cent")
    case .failure: throw failure("\"\(value)\" is not an amount of dollars", hint: Self.separators)
    case .success(let cents):
      guard cents > 0 else {
        throw failure("\(what) of \(value) dollars is not above zero", hint: "leave out what is not paid")
      }
      guard cents <= limit * 100 else {
        throw failure(
          "\(what) of \(value) dollars is more than \(limit), the most that is taken for one",
          hint: "see whether a point or a digit is wrong")
      }
      return Money(cents: cents)
    }
  }

  /// Dollars for a unit with at most six decimals, from zero to the highest rate.
  func rate(_ what: String) throws(InputFailure) -> ConversionRate {
    let value = try text()
    switch DecimalText.parse(value, scale: 6) {
    case .failure(.tooManyDecimals): throw failure("\"\(value)\" has more than six decimals, the most of a rate")
    case .failure: throw failure("\"\(value)\" is not a rate in dollars", hint: Self.separators)
    case .success(let millionths):
      guard millionths >= 0 else { throw failure("\(what) of \(value) dollars is below zero") }
      guard millionths <= ConversionRate.highest.millionths else {
        throw failure(
          "\(what) of \(value) dollars is more than 10000, the most that is taken for one",
          hint: "a rate is dollars for one unit, such as 52.50")
      }
      return ConversionRate(millionths: millionths)
    }
  }

  /// A number of work RVUs of a year, from zero to a million.
  func yearlyWork(_ what: String) throws(InputFailure) -> WorkRVU {
    let value = try text()
    guard case .success(let millionths) = DecimalText.parse(value, scale: 6) else {
      throw failure("\"\(value)\" is not a number of work RVUs", hint: Self.separators)
    }
    guard (0...1_000_000_000_000).contains(millionths) else {
      throw failure("\(what) of \(value) work RVUs is not between 0 and 1000000")
    }
    return WorkRVU(millionths: millionths)
  }

  /// A share from 0 to 1, as `0.10` or `10%`, in millionths.
  func fractionOfOne(_ what: String) throws(InputFailure) -> Int64 {
    let value = try text()
    let isPercent = value.hasSuffix("%")
    let digits = isPercent ? value.dropLast().trimmed : value.trimmed
    guard case .success(let millionths) = DecimalText.parse(digits, scale: isPercent ? 4 : 6),
      (0...1_000_000).contains(millionths)
    else {
      throw failure(
        "\(what) \"\(value)\" is not a share between 0 and 1", hint: "write 0.10 or 10% for a tenth")
    }
    return millionths
  }

  /// A text that is not blank and at most a hundred characters long.
  func name(_ what: String) throws(InputFailure) -> String {
    let value = try text().trimmed
    guard !value.isEmpty else { throw failure("\(what) is blank") }
    guard value.count <= 100 else { throw failure("\(what) is longer than 100 characters") }
    return value
  }

  /// The name of a component of pay: letters, digits, hyphens and underscores, and none that means something else.
  func componentName(_ what: String, reserved: [String]) throws(InputFailure) -> String {
    let value = try text()
    let isPlain = value.utf8.allSatisfy { byte in
      let letter = byte | 0x20
      return letter >= 0x61 && letter <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D || byte == 0x5F
    }
    guard !value.isEmpty, value.utf8.count <= 40, isPlain else {
      throw failure(
        "\(what) \"\(value)\" is not a name of letters, digits, hyphens and underscores",
        hint: "statements and paid amounts use it, such as call or medical-director")
    }
    guard !reserved.contains(value.lowercased()) else {
      throw failure(
        "\(what) cannot be \"\(value)\", which is a component of its own",
        hint: "use another than \(reserved.joined(separator: ", "))")
    }
    return value
  }

  /// The path of a file.
  func path(_ what: String) throws(InputFailure) -> String {
    let value = try text()
    guard !value.trimmed.isEmpty else { throw failure("\(what) is blank", hint: "name a file beside the plans file") }
    return value
  }
}
