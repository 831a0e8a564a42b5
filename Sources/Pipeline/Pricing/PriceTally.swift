import Ingest
import MedicareFees
import ProductivityModel

/// What became of rows of a price list: those of a piece, or of all pieces so far.
struct PriceTally {
  /// The most places that are told of one kind of fault.
  private static let placesTold = 3

  /// The records.
  var rows = 0
  /// Those that have an amount in at least one setting.
  var priced = 0
  /// The rows under an outpatient cap that is not known.
  var capNotKnown = 0
  /// What was priced by, in the order in which it was met, with the number of rows.
  var bases: [(basis: PriceBasis, rows: Int)] = []
  private var withoutAmount = [Int](repeating: 0, count: NoPrice.all.count)
  private var faults: [PriceFault: PriceSummary.Fault] = [:]

  /// Counts a row without an amount.
  mutating func count(_ reason: NoPrice) { withoutAmount[Int(reason.number)] += 1 }

  /// Whether the place of one more fault of a kind is told.
  func tellsPlace(of fault: PriceFault) -> Bool { (faults[fault]?.findings.count ?? 0) < Self.placesTold }

  /// Counts a record that cannot be understood, with what is told of it.
  mutating func count(_ fault: PriceFault, _ finding: Finding?) {
    var known = faults[fault] ?? PriceSummary.Fault(fault: fault, count: 0, findings: [])
    known.count += 1
    if let finding { known.findings.append(finding) }
    faults[fault] = known
  }

  /// Adds what became of the rows that come next.
  ///
  /// - Parameter linesBefore: the lines of the list before the text whose lines the other counts from 1.
  mutating func add(_ next: PriceTally, behind linesBefore: Int) {
    rows += next.rows
    priced += next.priced
    capNotKnown += next.capNotKnown
    for reason in withoutAmount.indices { withoutAmount[reason] += next.withoutAmount[reason] }
    for (basis, rows) in next.bases {
      if let known = bases.firstIndex(where: { $0.basis == basis }) {
        bases[known].rows += rows
      } else {
        bases.append((basis, rows))
      }
    }
    for (kind, fault) in next.faults {
      var known = faults[kind] ?? PriceSummary.Fault(fault: kind, count: 0, findings: [])
      known.count += fault.count
      for finding in fault.findings.prefix(Self.placesTold - known.findings.count) {
        var moved = finding
        moved.position?.line? += linesBefore
        known.findings.append(moved)
      }
      faults[kind] = known
    }
  }

  /// What is said of the list.
  var summary: PriceSummary {
    var summary = PriceSummary()
    summary.rows = rows
    summary.priced = priced
    summary.capNotKnown = capNotKnown
    summary.withoutAmount = zip(NoPrice.all, withoutAmount).filter { $0.1 > 0 }.map { (reason: $0.0, count: $0.1) }
      .sorted { ($1.count, $0.reason.text) < ($0.count, $1.reason.text) }
    summary.faults = faults.values.sorted {
      ($1.count, $0.fault.problem.rawValue, $0.fault.column?.rawValue ?? "")
        < ($0.count, $1.fault.problem.rawValue, $1.fault.column?.rawValue ?? "")
    }
    summary.bases = bases.filter { $0.rows > 0 }
    return summary
  }
}
