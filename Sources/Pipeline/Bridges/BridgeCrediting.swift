import Benchmarking
import Ingest
import MedicareFees
import ProductivityModel
import Publishing

/// Credits one period's lines four times: under the fee schedules of either of two periods, and the policies of either.
///
/// Two creditings, one a policy, have the one period's releases in the pay ledger and the other's in the benchmark ledger.
struct BridgeCrediting: ~Copyable {
  /// A clinician in a specialty.
  struct Role: Hashable {
    var clinician: Int32
    var specialty: Int32
  }

  /// The number of the family of codes that belong to none.
  static let otherCodes = -1
  /// The number of what a policy gives to, or takes from, others than those who rendered the services.
  static let attributed = -2
  /// The number of families that so few have that they are told as one.
  static let few = -3

  private let own: PeriodPair.Side
  private let roles: RoleDirectory
  private let codes: [ProcedureCode?]
  private var from: PartitionCrediting
  private var to: PartitionCrediting
  private var parts: [Role: BridgePart] = [:]

  init(
    _ inputs: RunInputs, own: PeriodPair.Side, slots: (from: DaySlots, to: DaySlots), roles: RoleDirectory,
    rulings: LineRulings, dictionaries: RunDictionaries
  ) {
    self.own = own
    self.roles = roles
    codes = dictionaries.procedureCodes
    func crediting(_ slots: DaySlots) -> PartitionCrediting {
      PartitionCrediting(
        slots: slots, roles: roles, rulings: rulings, dictionaries: dictionaries,
        places: [inputs.library.facilityPlaces] + inputs.closed.map(\.inputs.library.facilityPlaces),
        crosswalks: inputs.crosswalks, patterns: inputs.patterns,
        pieces: inputs.period.months.map(\.days),
        fileCount: inputs.logs.count)
    }
    from = crediting(slots.from)
    to = crediting(slots.to)
  }

  /// Credits one clinician's lines.
  mutating func credit(_ lines: UnsafeBufferPointer<ServiceLine>) {
    guard let clinician = lines.first?.clinician else { return }
    from.credit(lines)
    to.credit(lines)
    let directory = roles.roles(of: clinician)
    for (index, line) in lines.enumerated() {
      let (first, second) = (from.outcomes[index], to.outcomes[index])
      // Whether a line is voided, replaced or a duplicate does not depend on a policy.
      guard first.isSettled, second.isSettled else { continue }
      var work = BridgePart.Work()
      work[.from, .from] = WorkRVU(millionths: first.pay)
      work[.to, .from] = WorkRVU(millionths: first.benchmark)
      work[.from, .to] = WorkRVU(millionths: second.pay)
      work[.to, .to] = WorkRVU(millionths: second.benchmark)
      guard !work.isZero else { continue }
      let role = Role(
        clinician: clinician, specialty: directory.role(day: line.serviceDay, logged: line.specialty).specialty)
      let family = codes[Int(line.code)].flatMap { CodeSubsection.index(of: $0) } ?? Self.otherCodes
      parts[role, default: BridgePart()].add(Units(tenThousandths: line.units), work, family: family)
      if (work[.from, own] == .zero) != (work[.to, own] == .zero) { parts[role]?.linesOfOneVintage += 1 }
    }
  }

  /// What each clinician did in each specialty, once what policies give to others has gone there.
  consuming func finish() -> [Role: BridgePart] {
    var result = parts
    var works: [Role: BridgePart.Work] = [:]
    for tally in from.attributedTallies {
      let (role, total) = (Role(clinician: tally.clinician, specialty: tally.specialty), tally.total)
      works[role, default: BridgePart.Work()][.from, .from] = WorkRVU(millionths: total.pay)
      works[role, default: BridgePart.Work()][.to, .from] = WorkRVU(millionths: total.benchmark)
    }
    for tally in to.attributedTallies {
      let (role, total) = (Role(clinician: tally.clinician, specialty: tally.specialty), tally.total)
      works[role, default: BridgePart.Work()][.from, .to] = WorkRVU(millionths: total.pay)
      works[role, default: BridgePart.Work()][.to, .to] = WorkRVU(millionths: total.benchmark)
    }
    for tally in from.tallies where tally.linesOutsideEmployment.lines + tally.linesOnLeave.lines > 0 {
      let role = Role(clinician: tally.clinician, specialty: tally.specialty)
      result[role, default: BridgePart()].linesOutsideEmployment =
        tally.linesOutsideEmployment.lines + tally.linesOnLeave.lines
    }
    for (role, work) in works {
      let moved = work - (result[role]?.work ?? BridgePart.Work())
      guard !moved.isZero else { continue }
      result[role, default: BridgePart()].work += moved
      result[role, default: BridgePart()].families[Self.attributed, default: BridgePart.Family()].work += moved
    }
    return result
  }
}

extension BridgePart {
  /// Adds a line.
  fileprivate mutating func add(_ units: Units, _ work: Work, family: Int) {
    lines += 1
    services += units
    self.work += work
    families[family, default: Family()].services += units
    families[family, default: Family()].work += work
  }
}
