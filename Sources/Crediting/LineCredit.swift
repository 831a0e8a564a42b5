import MedicareFees
import ProductivityModel

/// What a line's code, modifiers and setting make of it, before its units and the lines around it count.
///
/// It depends on nothing else, so a run works it out once for each combination that occurs, however many lines carry it.
public struct LineCredit: Sendable {
  /// What becomes of the line: credited, zero-valued, unpriced, excluded or held.
  public var fate: Fate
  /// Why a line that is not credited is not.
  public var cause: Cause?
  /// The row that was chosen: an index in the release's rows.
  public var row: Int?
  /// The chosen row's work; zero without one.
  public var work: WorkRVU
  /// The product of all factors that the line's own modifiers bring.
  public var factor: Factor
  /// Whether units multiply the credit; not where a modifier stands for the whole line.
  public var countsUnits: Bool
  /// What the rules need that look at lines together.
  public var session = SessionTerms()
  /// The row of the policy's attribution table that holds for the line, by its place among them; nil where the rendering
  /// clinician has all of it.
  public var attribution: Int?
  /// The steps so far, in order.
  public var adjustments: [Adjustment]
  /// What the reader should know of the line's credit.
  public var flags: [Flag]

  /// Why a line is not credited.
  public enum Cause: Hashable, Sendable {
    /// The code is not in the release.
    case codeNotInRelease
    /// No release covers the line's day.
    case noRelease
    /// The work is on the row for 26 and the line does not carry 26.
    case workOnProfessionalRow
    /// A contractor prices the code; there is no national value.
    case contractorPriced
    /// Restricted coverage without a national value.
    case restrictedWithoutValue
    /// The release's source lacks the status of this row, or an indicator that would decide.
    case indicatorMissing
    /// Anesthesia is measured in ASA units, not in work RVUs.
    case anesthesia
    /// Another service of the day includes it.
    case bundled
    /// The policy's list excludes the code.
    case excludedByList(String)
    /// The policy does not credit the code's status.
    case excludedByStatus(StatusCode)
  }

  /// What the reader should know of a credit.
  public enum Flag: Hashable, Sendable {
    /// A modifier that the policy does not know; it changed nothing.
    case unknownModifier(Modifier)
    /// A credit that rests on a stated assumption, with the key of the policy that decides it; empty where none does.
    case assumption(String, key: String)
  }

  /// A line without a row.
  static func without(_ fate: Fate, _ cause: Cause) -> LineCredit {
    LineCredit(
      fate: fate, cause: cause, row: nil, work: .zero, factor: .zero, countsUnits: true, adjustments: [], flags: [])
  }

  /// A line that a crosswalk values.
  public static func valued(_ work: WorkRVU) -> LineCredit {
    LineCredit(
      fate: .credited, cause: nil, row: nil, work: work, factor: .one, countsUnits: true, adjustments: [], flags: [])
  }

  /// The credit of a line that nothing around it changes, rounded once.
  public func credit(units: Units) -> WorkRVU {
    let counted = countsUnits ? units.tenThousandths : 10_000 * units.tenThousandths.signum()
    let dividend = Int128(work.millionths) * Int128(factor.numerator) * Int128(counted)
    return WorkRVU(millionths: Factor.rounded(dividend, over: Int128(factor.denominator) * 10_000))
  }

  /// The credit of a line that others of its session change, rounded once; without its sign.
  public func credit(_ line: SessionLine) -> WorkRVU {
    if line.isBundled { return .zero }
    let factor = factor * line.factor
    let dividend = Int128(work.millionths) * Int128(factor.numerator) * Int128(line.sharedUnits)
    return WorkRVU(millionths: Factor.rounded(dividend, over: Int128(factor.denominator) * 10_000_000_000))
  }

  /// The chosen row's work times units, with no adjustment at all.
  public func unadjusted(units: Units) -> WorkRVU {
    WorkRVU(millionths: Factor.rounded(Int128(work.millionths) * Int128(units.tenThousandths), over: 10_000))
  }
}
