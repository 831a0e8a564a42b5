import ProductivityModel

/// Sums over lines: of a clinician, a month, a specialty.
public struct ProductivityTotals: Hashable, Sendable {
  /// Lines with a fate of credited, zero-valued or unpriced: services rendered in the period.
  public var lines: Int
  /// Different patient-days; nil where any line has no patient.
  public var encounters: Int?
  /// Services on those lines.
  public var units: Units
  /// What those lines were charged.
  public var charge: Money
  /// Work RVUs of the chosen rows times units, before any adjustment.
  public var unadjusted: WorkRVU
  /// Work RVUs under the pay policy.
  public var pay: WorkRVU
  /// Work RVUs under the benchmark policy.
  public var benchmark: WorkRVU
  /// Lines without a price.
  public var unpricedLines: Int
  /// What the lines without a price were charged.
  public var unpricedCharge: Money
  /// What the pay policy makes of the lines without a price, which is in no other figure.
  public var valued: WorkRVU
  /// Anesthesia, which has no work RVUs.
  public var asaUnits: ASAUnits

  /// Sums; all zero unless given.
  public init(
    lines: Int = 0, encounters: Int? = 0, units: Units = .zero, charge: Money = .zero, unadjusted: WorkRVU = .zero,
    pay: WorkRVU = .zero, benchmark: WorkRVU = .zero, unpricedLines: Int = 0, unpricedCharge: Money = .zero,
    valued: WorkRVU = .zero, asaUnits: ASAUnits = .zero
  ) {
    self.lines = lines
    self.encounters = encounters
    self.units = units
    self.charge = charge
    self.unadjusted = unadjusted
    self.pay = pay
    self.benchmark = benchmark
    self.unpricedLines = unpricedLines
    self.unpricedCharge = unpricedCharge
    self.valued = valued
    self.asaUnits = asaUnits
  }
}
