import Crediting
import MedicareFees
import ProductivityModel

/// A record of a claim file that was understood.
public struct ClaimRecord: Sendable {
  /// What tells the lines apart that are priced together; the patient is a hash and never text.
  public struct Group: Hashable, Sendable {
    /// The claim; empty where the file does not say.
    public var claim: String
    /// The clinician; empty where the file does not say.
    public var clinician: String
    /// A hash of the patient's key; 0 where the file does not say.
    var patient: UInt64
    /// The day of service; nil where the file does not say.
    public var day: CalendarDate?
    /// The release that the file names; empty where it names none.
    public var release: String
    /// The place of payment.
    public var place: PriceRow.Place
  }

  /// The line of the file.
  public var line: Int
  /// What it is priced together with.
  public var group: Group
  /// What is priced.
  public var service: ClaimLine
  /// The text of its place of service; nil where it is blank and a facility is assumed.
  public var placeOfService: PlaceOfService?
}
