import ProductivityModel

/// What one line comes to in a run.
struct LineOutcome: BitwiseCopyable {
  var fate = Fate.credited
  /// Whether crediting decided the fate: not where the line is a duplicate, voided, an orphan or out of the period.
  var isSettled = false
  /// The number of its combination; -1 where it has none.
  var combination: Int32 = -1
  /// The place of its combination among the clinician's; -1 where it has none.
  var place: Int32 = -1
  /// The credit in each ledger, in millionths.
  typealias Credit = (pay: Int64, benchmark: Int64)

  /// The credit in each ledger, in millionths, before it is attributed.
  var credit: Credit { (pay, benchmark) }
  var pay: Int64 = 0
  var benchmark: Int64 = 0
  /// The chosen row's work times units, in millionths.
  var unadjusted: Int64 = 0
  /// Anesthesia, in ten-thousandths of an ASA unit.
  var asaUnits: Int64 = 0
  /// What the pay policy makes of a line without a price, in millionths.
  var valued: Int64 = 0
  /// Whether the pay policy values the line by its charge, once the whole of the specialty is known.
  var isValuedByCharge = false
  /// What the lines around made of it in each ledger, among the clinician's sessions; -1 for nothing.
  var paySession: Int32 = -1
  var benchmarkSession: Int32 = -1
}
