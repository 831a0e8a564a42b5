import ProductivityModel

/// The forms that the roster's clinician ids have: letters and runs of digits in the same places.
///
/// In a file whose columns have shifted, a patient's number may stand under clinician_id. An id that looks like none of
/// the roster's is therefore refused, and its text is not shown.
public struct IdentifierForms: Sendable {
  /// The most digits that an id's run may have more than the longest in that place in the roster: ids that are counted up
  /// grow, and C-1001 does not make C-1234567 an id.
  private static let growth = 2

  /// For each form, with one symbol for a run of digits, the length of the longest run in each place.
  private var forms: [[UInt8]: [Int]] = [:]

  /// The forms of some ids.
  public init(_ identifiers: some Sequence<String>) {
    for identifier in identifiers {
      let (form, runs) = Self.form(Array(identifier.utf8))
      forms[form] = forms[form].map { zip($0, runs).map { max($0, $1) } } ?? runs
    }
  }

  /// Whether an id has one of the forms.
  func fits(_ identifier: [UInt8]) -> Bool {
    let (form, runs) = Self.form(identifier)
    guard let longest = forms[form] else { return false }
    return zip(runs, longest).allSatisfy { $0 <= $1 + Self.growth }
  }

  private static func form(_ identifier: [UInt8]) -> (form: [UInt8], runs: [Int]) {
    var form: [UInt8] = []
    var runs: [Int] = []
    for byte in identifier {
      switch byte {
      case 0x30...0x39:
        if form.last == 0x30 {
          runs[runs.count - 1] += 1
        } else {
          form.append(0x30)
          runs.append(1)
        }
      case 0x41...0x5A, 0x61...0x7A: form.append(0x41)
      default: form.append(byte)
      }
    }
    return (form, runs)
  }
}
