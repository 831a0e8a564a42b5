import ProductivityModel

/// How anesthesia is measured: base units and time, in ASA units.
public struct AnesthesiaPolicy: Hashable, Sendable {
  /// What a modifier does to the units.
  public struct Row: Hashable, Sendable {
    /// What the row gives.
    public enum Amount: Hashable, Sendable {
      /// A share of base units and time.
      case factor(Factor)
      /// A number of units in place of them.
      case units(ASAUnits)
    }

    /// The modifiers to which it applies; empty for any line.
    public var modifiers: [Modifier]
    /// What it gives.
    public var amount: Amount
    /// Why it rests on an assumption; nil where it follows its source plainly.
    public var flag: String?
    /// The days of service to which it applies.
    public var dates: EffectiveDates
    /// Where the number comes from.
    public var citation: String

    /// A row.
    public init(
      modifiers: [Modifier], amount: Amount, flag: String? = nil, dates: EffectiveDates, citation: String
    ) {
      self.modifiers = modifiers
      self.amount = amount
      self.flag = flag
      self.dates = dates
      self.citation = citation
    }
  }

  /// The minutes of one time unit, in thousandths.
  public var minutesPerUnit: Int64
  /// The decimals to which time units are rounded, half up.
  public var decimals: Int
  /// What modifiers do, first match first.
  public var rows: [Row]
  /// The days of service to which this applies.
  public var dates: EffectiveDates
  /// Where the time unit comes from.
  public var citation: String

  /// A measure of anesthesia.
  public init(minutesPerUnit: Int64, decimals: Int, rows: [Row], dates: EffectiveDates, citation: String) {
    self.minutesPerUnit = minutesPerUnit
    self.decimals = decimals
    self.rows = rows
    self.dates = dates
    self.citation = citation
  }
}
