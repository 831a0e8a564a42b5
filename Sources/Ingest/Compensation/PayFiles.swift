import Compensation
import ProductivityModel

/// Reads the files beside compensation plans: what was paid and owed, what plans pay for besides work, and what an employer says.
///
/// A row that cannot be used is a finding with its place; the others count.
public enum PayFiles {
  /// An amount that was paid to a clinician.
  public struct Paid: Hashable, Sendable {
    /// The clinician's id.
    public var clinicianID: String
    /// When, for which component, how much.
    public var payment: Payment
    /// Where it stands.
    public var position: SourcePosition
  }

  /// What is owed to a clinician before the first day.
  public struct Opening: Hashable, Sendable {
    /// The clinician's id.
    public var clinicianID: String
    /// The component.
    public var component: String
    /// How much; negative where the clinician owes.
    public var amount: Money
    /// Where it stands.
    public var position: SourcePosition
  }

  /// Units of a duty, such as shifts.
  public struct Count: Hashable, Sendable {
    /// The clinician's id.
    public var clinicianID: String
    /// For which stipend, when, and how many.
    public var duty: PlanQuantities.Duty
  }

  /// The members of a clinician's panel in a month.
  public struct Panel: Hashable, Sendable {
    /// The clinician's id.
    public var clinicianID: String
    /// The month.
    public var month: YearMonth
    /// How many, in millionths.
    public var membersMillionths: Int64
    /// Where it stands.
    public var position: SourcePosition
  }

  /// What a clinician earned back of a year's withhold.
  public struct Quality: Hashable, Sendable {
    /// The clinician's id.
    public var clinicianID: String
    /// The year in which the measurement year ends.
    public var year: Int
    /// The share, in millionths.
    public var earnedMillionths: Int64
    /// Where it stands.
    public var position: SourcePosition
  }

  /// Reads what was paid: `clinician_id,date,component,amount`.
  ///
  /// - Parameters:
  ///   - roster: the ids of the roster.
  ///   - components: those that plans have, ``CompensationPlans/components``.
  /// - Throws: ``InputFailure`` where the file cannot be read or its header cannot be used; so do all below.
  public static func paid(
    _ path: String, shownAs file: String, roster: Set<String>, components: [String]
  ) throws(InputFailure) -> PayTable<Paid> {
    try PayTableReading(required: ["clinician_id", "date", "component", "amount"])
      .read(path, shownAs: file) { row throws(PayRowFault) in
        let payment = Payment(
          date: try row.day("date"), component: try row.component("component", among: components),
          amount: try row.amount("amount"))
        let paid = Paid(clinicianID: try row.payee(roster), payment: payment, position: row.position("amount"))
        return (paid, key: [paid.clinicianID, "\(payment.date)", payment.component, "\(payment.amount)"])
      }
  }

  /// Reads what was owed before the first day: `clinician_id,component,amount`.
  public static func opening(
    _ path: String, shownAs file: String, roster: Set<String>, components: [String]
  ) throws(InputFailure) -> PayTable<Opening> {
    try PayTableReading(required: ["clinician_id", "component", "amount"], key: "clinician and component")
      .read(path, shownAs: file) { row throws(PayRowFault) in
        let opening = Opening(
          clinicianID: try row.payee(roster), component: try row.component("component", among: components),
          amount: try row.amount("amount"), position: row.position("amount"))
        return (opening, key: [opening.clinicianID, opening.component])
      }
  }

  /// Reads units of duties: `clinician_id,date,units`, and `stipend` where the file serves several.
  ///
  /// - Parameter stipends: the names of those that are counted in this file.
  public static func counts(
    _ path: String, shownAs file: String, roster: Set<String>, stipends: [String]
  ) throws(InputFailure) -> PayTable<Count> {
    try PayTableReading(required: ["clinician_id", "date"], optional: ["units", "stipend"])
      .read(path, shownAs: file) { row throws(PayRowFault) in
        let only = row["stipend"] == nil && stipends.count == 1 ? stipends.first : nil
        let name = if let only { only } else { try row.component("stipend", among: stipends) }
        let units =
          row["units"] == nil
          ? 1_000_000 : try row.number("units", scale: 6, -1_000_000_000...1_000_000_000, "a number of units")
        let duty = PlanQuantities.Duty(stipend: name, date: try row.day("date"), unitsMillionths: units)
        let id = try row.payee(roster)
        return (Count(clinicianID: id, duty: duty), key: [id, "\(duty.date)", name, "\(units)"])
      }
  }

  /// Reads panels: `clinician_id,month,members`.
  public static func panel(
    _ path: String, shownAs file: String, roster: Set<String>
  ) throws(InputFailure) -> PayTable<Panel> {
    try PayTableReading(required: ["clinician_id", "month", "members"], key: "clinician and month")
      .read(path, shownAs: file) { row throws(PayRowFault) in
        let panel = Panel(
          clinicianID: try row.payee(roster), month: try row.month("month"),
          membersMillionths: try row.number("members", scale: 6, 0...1_000_000_000_000, "a number of members"),
          position: row.position("month"))
        return (panel, key: [panel.clinicianID, panel.month.description])
      }
  }

  /// Reads what was earned back of withholds: `clinician_id,year,earned`.
  public static func quality(
    _ path: String, shownAs file: String, roster: Set<String>
  ) throws(InputFailure) -> PayTable<Quality> {
    try PayTableReading(required: ["clinician_id", "year", "earned"], key: "clinician and year")
      .read(path, shownAs: file) { row throws(PayRowFault) in
        let quality = Quality(
          clinicianID: try row.payee(roster), year: try row.year("year"), earnedMillionths: try row.share("earned"),
          position: row.position("year"))
        return (quality, key: [quality.clinicianID, "\(quality.year)"])
      }
  }
}
