import Tabular

/// What a transaction set is, by its number and the implementation that it follows.
///
/// - Source: the Version, Release or Industry Identifier Codes of HIPAA's transaction sets (ST03, or GS08 before 005010):
///   X222 and X098 for professional claims, X223 and X096 for institutional, X224 and X097 for dental ones.
enum TransactionKind: Hashable, Sendable {
  /// Claims of professionals, which have service lines with codes of CPT and HCPCS.
  case professional
  /// Anything else, in words that follow "holds".
  case other(String)

  /// The kind of a set.
  ///
  /// A version that names no implementation is taken for professional claims; their lines tell whether they are.
  ///
  /// - Parameters:
  ///   - set: ST01.
  ///   - version: ST03 where there is one, else GS08.
  init(set: ShortCode, version: UnsafeBufferPointer<UInt8>) {
    switch set {
    case "837": self = Self.claims(version)
    case "835": self = .other("payments of claims (835)")
    case "277": self = .other("the state of claims (277)")
    case "276": self = .other("questions about claims (276)")
    case "270", "271": self = .other("the eligibility of patients (270 or 271)")
    case "278": self = .other("authorizations (278)")
    case "834": self = .other("enrollments (834)")
    case "820": self = .other("payments of premiums (820)")
    case "997", "999", "824": self = .other("acknowledgements (997, 999 or 824)")
    default: self = .other("transactions that are no claims")
    }
  }

  private static func claims(_ version: UnsafeBufferPointer<UInt8>) -> TransactionKind {
    guard let mark = version.firstIndex(of: 0x58), version.count >= mark + 4 else { return .professional }
    switch ShortCode(UnsafeBufferPointer(rebasing: version[mark..<mark + 4])) {
    case "X222", "X098": return .professional
    case "X223", "X096": return .other("claims of institutions (837I)")
    case "X224", "X097": return .other("claims of dentists (837D)")
    default: return .other("claims of another kind than 837P")
    }
  }
}
