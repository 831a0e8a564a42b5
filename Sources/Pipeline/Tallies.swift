import ProductivityModel
import Reporting

/// Sums over lines, in the integers in which they are added.
struct ProductivitySums: BitwiseCopyable {
  var lines = 0
  var encounters = 0
  var linesWithoutPatient = 0
  var units: Int64 = 0
  var charge: Int64 = 0
  var unadjusted: Int64 = 0
  var pay: Int64 = 0
  var benchmark: Int64 = 0
  var asaUnits: Int64 = 0
  /// What the pay policy makes of lines without a price.
  var valued: Int64 = 0
  /// What the lines with work in the pay ledger were charged: by it lines without a price may be valued.
  var creditedCharge: Int64 = 0
  var chargedPay: Int64 = 0
  /// The charge of lines without a price that the policy values by it.
  var chargeToValue: Int64 = 0
  var unpricedLines = 0
  var unpricedCharge: Int64 = 0

  static func += (a: inout Self, b: Self) {
    a.lines += b.lines
    a.encounters += b.encounters
    a.linesWithoutPatient += b.linesWithoutPatient
    a.units += b.units
    a.charge += b.charge
    a.unadjusted += b.unadjusted
    a.pay += b.pay
    a.benchmark += b.benchmark
    a.asaUnits += b.asaUnits
    a.valued += b.valued
    a.creditedCharge += b.creditedCharge
    a.chargedPay += b.chargedPay
    a.chargeToValue += b.chargeToValue
    a.unpricedLines += b.unpricedLines
    a.unpricedCharge += b.unpricedCharge
  }

  static func -= (a: inout Self, b: Self) {
    a.lines -= b.lines
    a.encounters -= b.encounters
    a.linesWithoutPatient -= b.linesWithoutPatient
    a.units -= b.units
    a.charge -= b.charge
    a.unadjusted -= b.unadjusted
    a.pay -= b.pay
    a.benchmark -= b.benchmark
    a.asaUnits -= b.asaUnits
    a.valued -= b.valued
    a.creditedCharge -= b.creditedCharge
    a.chargedPay -= b.chargedPay
    a.chargeToValue -= b.chargeToValue
    a.unpricedLines -= b.unpricedLines
    a.unpricedCharge -= b.unpricedCharge
  }

  /// Adds a line and what it came to.
  ///
  /// - Parameters:
  ///   - credit: what of its credit stays with the clinician.
  ///   - isService: whether it counts as a line and its units under the pay policy.
  @inline(__always)
  mutating func add(_ line: ServiceLine, _ outcome: LineOutcome, _ credit: LineOutcome.Credit, isService: Bool) {
    if isService {
      lines += 1
      units += line.units
      charge += line.charge
    }
    unadjusted += outcome.unadjusted
    pay += credit.pay
    benchmark += credit.benchmark
    asaUnits += outcome.asaUnits
    valued += outcome.valued
    if outcome.fate == .credited, line.charge != 0 {
      creditedCharge += line.charge
      chargedPay += credit.pay
    }
    if outcome.fate == .unpriced {
      unpricedLines += 1
      unpricedCharge += line.charge
      if outcome.isValuedByCharge { chargeToValue += line.charge }
    }
  }

  /// Whether there is nothing at all.
  var isEmpty: Bool {
    lines == 0 && benchmark == 0 && encounters == 0 && linesWithoutPatient == 0 && units == 0 && charge == 0
      && unadjusted == 0 && pay == 0 && asaUnits == 0 && valued == 0 && creditedCharge == 0 && chargedPay == 0
      && chargeToValue == 0 && unpricedLines == 0 && unpricedCharge == 0
  }

  /// The sums as results show them.
  var totals: ProductivityTotals {
    ProductivityTotals(
      lines: lines, encounters: linesWithoutPatient == 0 ? encounters : nil, units: Units(tenThousandths: units),
      charge: Money(cents: charge), unadjusted: WorkRVU(millionths: unadjusted), pay: WorkRVU(millionths: pay),
      benchmark: WorkRVU(millionths: benchmark), unpricedLines: unpricedLines,
      unpricedCharge: Money(cents: unpricedCharge), valued: WorkRVU(millionths: valued),
      asaUnits: ASAUnits(tenThousandths: asaUnits))
  }
}

/// One clinician's lines in one specialty, added up.
struct RoleTally: Sendable {
  var clinician: Int32
  var specialty: Int32
  var months: MonthSums
  /// The codes that brought the most, most first.
  var topCodes: [CodeSums.Sum] = []
  /// What the clinician did, by kind.
  var services = RoleServices()
  /// The days of the period on which there are lines, without those of leave or outside employment.
  var serviceDays = DaySet()
  var linesOutsideEmployment = CombinationTally()
  /// Lines on days of leave.
  var linesOnLeave = CombinationTally()
  /// Sums over the lines on days that do not count, by month, which are in the months too: of leave or outside employment, and
  /// of a ramp.
  var uncountedMonths: MonthSums
  var rampMonths: MonthSums
  var isUnknownClinician = false
  var firstRecord = UInt64.max

  /// - Parameter months: the months, each without a line.
  init(clinician: Int32, specialty: Int32, months: [ProductivitySums]) {
    self.clinician = clinician
    self.specialty = specialty
    self.months = MonthSums(nothing: months)
    uncountedMonths = self.months
    rampMonths = self.months
  }

  var total: ProductivitySums { months.total }
  var uncounted: ProductivitySums { uncountedMonths.total }
  var ramp: ProductivitySums { rampMonths.total }

  /// Gives up the sums of months that have no lines, once all are there.
  mutating func pack() {
    months = months.packed
    uncountedMonths = uncountedMonths.packed
    rampMonths = rampMonths.packed
  }

  /// Sums by calendar month, where they are by pieces of months.
  ///
  /// - Parameter pieces: the days of each of ``months``, in order.
  static func byCalendarMonth(_ tallies: consuming [RoleTally], _ pieces: [DayRange]) -> [RoleTally] {
    var months: [YearMonth] = []
    let month = pieces.map { piece in
      let month = YearMonth(containing: piece.first)
      if months.last != month { months.append(month) }
      return months.count - 1
    }
    if months.count == pieces.count { return tallies }
    return tallies.map { tally in
      var result = tally
      result.months = tally.months.joined(month)
      result.uncountedMonths = tally.uncountedMonths.joined(month)
      result.rampMonths = tally.rampMonths.joined(month)
      return result
    }
  }
}

/// What became of a file's records, added up.
struct FileTally: Sendable {
  var records = 0
  var counts = [Int](repeating: 0, count: Fate.allCases.count)
  var units: Int64 = 0
  var charge: Int64 = 0
  var otherRows = 0
  var blankPlaces = CombinationTally()
  var withoutPatient = CombinationTally()
  /// The first records of the fates that come before crediting.
  private var firstRecords = [UInt64](repeating: .max, count: Fate.allCases.count)

  /// Counts a record.
  mutating func count(_ fate: Fate, _ record: UInt64) {
    counts[Int(fate.rawValue)] += 1
    // Most lines are credited, and nobody asks which of those was the first.
    guard fate.rawValue <= Fate.outOfPeriod.rawValue else { return }
    firstRecords[Int(fate.rawValue)] = min(record, firstRecords[Int(fate.rawValue)])
  }

  /// Counts credited records.
  mutating func count(credited: Int) { counts[Int(Fate.credited.rawValue)] += credited }

  /// Adds what became of other records of the file, whose number and sums of all records are none.
  mutating func add(_ other: FileTally) {
    for fate in counts.indices {
      counts[fate] += other.counts[fate]
      firstRecords[fate] = min(firstRecords[fate], other.firstRecords[fate])
    }
    blankPlaces.add(other.blankPlaces)
    withoutPatient.add(other.withoutPatient)
  }

  /// The first record of a fate that comes before crediting; nil where it has none.
  func firstRecord(_ fate: Fate) -> UInt64? {
    let record = firstRecords[Int(fate.rawValue)]
    return record == .max ? nil : record
  }
}
