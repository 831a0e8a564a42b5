import ProductivityModel

/// The forms that the roster's clinician ids have: letters and digits in the same places.
///
/// In a file whose columns have shifted, a patient's number may stand under clinician_id. An id that looks like none of
/// the roster's is therefore refused, and its text is not shown.
public struct IdentifierForms: Sendable {
  private var forms: Set<[UInt8]> = []

  /// The forms of some ids.
  public init(_ identifiers: some Sequence<String>) {
    for identifier in identifiers { forms.insert(identifier.utf8.map(Self.kind)) }
  }

  /// Whether an id has one of the forms.
  func fits(_ identifier: [UInt8]) -> Bool { forms.contains(identifier.map(Self.kind)) }

  private static func kind(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: 0x30
    case 0x41...0x5A, 0x61...0x7A: 0x41
    default: byte
    }
  }
}
