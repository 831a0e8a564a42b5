/// The check of a national provider identifier (NPI).
///
/// - Source: 45 CFR 162.406: ten digits, the last of them a check digit by ISO/IEC 7812 (the Luhn formula) over the
///   identifier with the prefix 80840.
public enum ProviderIdentifier {
  /// What the prefix 80840 adds to the sum of the formula.
  private static let prefixSum = 24

  /// Whether a text is ten digits of which the last is right.
  public static func isValid(_ text: some Collection<UInt8>) -> Bool {
    guard text.count == 10, text.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    var sum = prefixSum
    for (place, byte) in text.enumerated() {
      let digit = Int(byte) - 0x30
      let doubled = place % 2 == 0 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }
}
