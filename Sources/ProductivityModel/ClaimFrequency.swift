/// What a claim does to an earlier one with its number.
///
/// - Source: the claim frequency code, CLM05-3 of ASC X12N 005010X222A1, which takes the third digit of the National Uniform
///   Billing Committee's type of bill; professional claims use 1, 7 and 8.
public enum ClaimFrequency: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  /// Nothing: it is the first of its number.
  case original = 1
  /// It takes the place of an earlier one as a whole.
  case replacement = 7
  /// It takes an earlier one back; its lines are those of that claim.
  case void = 8

  /// The frequency that a cell holds, an original where it is empty; nil for any other text.
  public init?(_ text: UnsafeBufferPointer<UInt8>) {
    if text.isEmpty {
      self = .original
      return
    }
    guard text.count == 1, text[0] >= 0x30, text[0] <= 0x39 else { return nil }
    self.init(rawValue: text[0] - 0x30)
  }
}
