import ProductivityModel

/// The part of the code set to which a code belongs, by its number.
///
/// Ranges are those of the code set's sections, taken wide so that a code added at a section's end belongs to it.
public enum CodeCategory: String, CaseIterable, Sendable {
  /// 00100-01999.
  case anesthesia
  /// 10000-69999.
  case surgery
  /// 70010-79999.
  case radiology
  /// 80000-89999, and the laboratory codes that end in U or M.
  case pathologyAndLaboratory = "pathology-and-laboratory"
  /// 90000-99199 and 99500-99999, and the immunization codes that end in A.
  case medicine
  /// 99202-99499, and 99201, which was deleted at the end of 2020.
  case evaluationAndManagement = "evaluation-and-management"
  /// Category II, performance measurement: four digits and F.
  case categoryII = "category-ii"
  /// Category III, emerging technology: four digits and T.
  case categoryIII = "category-iii"
  /// HCPCS Level II: a letter and four digits.
  case levelII = "hcpcs-level-ii"

  /// The category of a code; nil where its form or number is in none.
  ///
  /// - Complexity: O(1), and called for every row of a release: hence no text.
  public init?(_ code: ProcedureCode) {
    let first = UInt8(truncatingIfNeeded: code.packed >> 32)
    let last = UInt8(truncatingIfNeeded: code.packed)
    var middle = 0
    for shift in stride(from: UInt64(24), through: 8, by: -8) {
      let digit = Int(UInt8(truncatingIfNeeded: code.packed >> shift)) - 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      middle = middle * 10 + digit
    }
    switch (Self.isDigit(first), Self.isDigit(last)) {
    case (true, true): self.init(number: (Int(first) - 0x30) * 10_000 + middle * 10 + Int(last) - 0x30)
    case (false, true): self = .levelII
    case (true, false): self.init(ending: last)
    case (false, false): return nil
    }
  }

  private init?(number: Int) {
    switch number {
    case 100...1_999: self = .anesthesia
    case 10_000...69_999: self = .surgery
    case 70_010...79_999: self = .radiology
    case 80_000...89_999: self = .pathologyAndLaboratory
    case 99_201...99_499: self = .evaluationAndManagement
    case 90_000...99_199, 99_500...99_999: self = .medicine
    default: return nil
    }
  }

  private init?(ending letter: UInt8) {
    switch letter {
    case UInt8(ascii: "F"): self = .categoryII
    case UInt8(ascii: "T"): self = .categoryIII
    case UInt8(ascii: "U"), UInt8(ascii: "M"): self = .pathologyAndLaboratory
    case UInt8(ascii: "A"): self = .medicine
    default: return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The name for people: `Surgery`.
  public var title: String {
    switch self {
    case .anesthesia: "Anesthesia"
    case .surgery: "Surgery"
    case .radiology: "Radiology"
    case .pathologyAndLaboratory: "Pathology and Laboratory"
    case .medicine: "Medicine"
    case .evaluationAndManagement: "Evaluation and Management"
    case .categoryII: "Category II"
    case .categoryIII: "Category III"
    case .levelII: "HCPCS Level II"
    }
  }

  /// The codes of the category, in words: `10000-69999`.
  public var range: String {
    switch self {
    case .anesthesia: "00100-01999"
    case .surgery: "10000-69999"
    case .radiology: "70010-79999"
    case .pathologyAndLaboratory: "80000-89999, and codes ending in U or M"
    case .medicine: "90000-99199 and 99500-99999, and codes ending in A"
    case .evaluationAndManagement: "99202-99499"
    case .categoryII: "codes ending in F"
    case .categoryIII: "codes ending in T"
    case .levelII: "codes starting with a letter"
    }
  }
}
