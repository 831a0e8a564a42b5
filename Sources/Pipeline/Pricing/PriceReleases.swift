import Ingest
import MedicareFees
import ProductivityModel
import Synchronization

/// The releases that a price list asks for, each read once, by the thread that is the first to meet it.
final class PriceReleases: Sendable {
  /// A release as far as prices need it.
  struct Release: Sendable {
    /// A row, by which it is found.
    struct Row: Sendable {
      var code: ProcedureCode
      var modifier: Modifier?
      var price: CompactPrice
    }

    var rows: [Row]
    /// Its codes, with any modifier.
    var codes: Set<ProcedureCode>
    /// The base units that a user put beside it, in thousandths.
    var baseUnits: [ProcedureCode: Int64]
    /// Its localities; nil where it has none at all.
    var localities: [Locality]?
  }

  /// The releases on board.
  let library: FeeLibrary
  /// The dated rules.
  let rules: PaymentRules
  private let known = Mutex<[String: Release]>([:])

  /// The releases of a library.
  ///
  /// - Throws: ``InputFailure`` where the dated rules cannot be used.
  init(_ library: FeeLibrary) throws(InputFailure) {
    self.library = library
    rules = try library.paymentRules()
  }

  /// A release; where another thread is about to read one, this waits for it.
  ///
  /// - Throws: ``InputFailure`` where it cannot be used.
  func release(_ info: ReleaseInfo) throws(InputFailure) -> Release {
    try known.withLock { known throws(InputFailure) in
      if let release = known[info.release] { return release }
      let release = try read(info)
      known[info.release] = release
      return release
    }
  }

  private func read(_ info: ReleaseInfo) throws(InputFailure) -> Release {
    let schedule = try library.load(info.release).schedule
    return Release(
      rows: schedule.rows.map { Release.Row(code: $0.code, modifier: $0.component, price: CompactPrice($0)) },
      codes: Set(schedule.codes), baseUnits: try library.anesthesiaBaseUnits(of: info),
      localities: try library.localities(of: info)?.localities)
  }
}
