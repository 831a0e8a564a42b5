import MedicareFees
import ProductivityModel

/// A line of a claim on its way to its payment.
struct ClaimLineInProgress {
  /// What the line's own modifiers make of it.
  var credit = LineCredit.without(.unpriced, .codeNotInRelease)
  var bilateralFactor = Factor.one
  /// Whether the line is paid anything: not where its role or another line takes the payment away.
  var isPaid = false
  /// The units that count, in ten-thousandths.
  var units: Int64 = 10_000
  /// The units times the share of their places, in millionths of ten-thousandths.
  var sharedUnits: Int64 = 10_000_000_000
  /// What the reductions of the session make of the line; nil where none concerns it.
  var session: Session?
  var payment = LinePayment()

  /// The amount of all units after the reductions of the session.
  struct Session {
    /// In cents times millionths times ten-thousandths.
    var total: Int128
    var steps: [PaymentStep]
  }

  init(charge: Money?) { payment.charge = charge }
}
