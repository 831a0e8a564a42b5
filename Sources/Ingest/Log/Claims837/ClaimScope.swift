import Tabular

/// What the segments above a service line say of it: who bills, for whom, and on which claim.
///
/// The levels of the hierarchy lie within one another: a new billing provider ends the subscriber before, a new subscriber the
/// patient, and each of them the claim.
struct ClaimScope: Sendable {
  /// What a claim says of all its lines.
  struct Claim: Sendable {
    var rendering = ClaimProvider.none
    var supervising = ClaimProvider.none
    /// CLM05-1.
    var place: [UInt8] = []
    /// The days of the claim, of which a line without days of its own is.
    var days = ClaimedDays.none
    /// Whether what is read is of another payer, whose names for the same providers are not the practice's.
    var isOfOtherPayer = false
  }

  /// Somebody who is insured or treated.
  struct Person: Sendable {
    var identifier: [UInt8] = []
    var givenName: [UInt8] = []
    var birth: [UInt8] = []
  }

  /// The most bytes that are kept of a name or an identifier.
  private static let longest = 80

  var billing = ClaimProvider.none
  /// Whether a person bills, and not an organization.
  var billsAsPerson = false
  var subscriber = Person()
  /// The patient, where that is another than the subscriber.
  var patient: Person?
  /// The claim; nil where none is open.
  var claim: Claim?
  /// The last party that was named, to which what follows belongs.
  private var party = ShortCode.none

  /// Begins a level of the hierarchy: 20 a billing provider, 22 a subscriber, 23 a patient.
  mutating func begin(level: ShortCode) {
    claim = nil
    party = .none
    patient = nil
    if level == "23" {
      patient = Person()
      return
    }
    subscriber = Person()
    if level != "22" {
      billing = .none
      billsAsPerson = false
    }
  }

  /// Reads a segment between a level and its claims.
  mutating func readParty(_ reader: borrowing InterchangeReader, _ lookup: inout ClinicianLookup) {
    switch reader.name {
    case "NM1":
      party = ShortCode(reader.element(1))
      if party == "85" {
        billing = ClaimProvider(reader, &lookup)
        billsAsPerson = ShortCode(reader.element(2)) == "1"
      }
      guard party == "IL" || party == "QC" else { return }
      change {
        $0.givenName = Self.kept(reader.element(4))
        $0.identifier = Self.kept(reader.element(9))
      }
    case "DMG" where party == "IL" || party == "QC": change { $0.birth = Self.kept(reader.element(2)) }
    case "REF" where party == "IL" || party == "QC":
      // 1W is the number of a member, SY that of social security.
      let kind = ShortCode(reader.element(1))
      if kind == "1W" || kind == "SY" {
        change { if $0.identifier.isEmpty { $0.identifier = Self.kept(reader.element(2)) } }
      }
    default: break
    }
  }

  /// What tells the patient from all others: the identifier, or that of the subscriber with given name and birth, since members
  /// of a family have one number; empty where there is no identifier.
  var patientKey: [UInt8] {
    guard let patient else { return subscriber.identifier }
    if !patient.identifier.isEmpty { return patient.identifier }
    if subscriber.identifier.isEmpty { return [] }
    return Array([subscriber.identifier, patient.givenName, patient.birth].joined(separator: [0x7C]))
  }

  private mutating func change(_ change: (inout Person) -> Void) {
    if party == "IL" {
      change(&subscriber)
    } else {
      var person = patient ?? Person()
      change(&person)
      patient = person
    }
  }

  private static func kept(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    Array(CellText.trimmed(text).prefix(longest))
  }
}
