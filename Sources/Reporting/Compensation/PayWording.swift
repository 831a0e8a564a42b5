import Compensation
import ProductivityModel

/// The words for the quantities of pay: exact, so that a reader with a calculator gets the same cents.
public enum PayWording {
  /// Dollars and cents: `$62,500.00`.
  public static func dollars(_ money: Money) -> String { CellValue.money(money).text }

  /// A change in dollars with its sign: `+$1,200.00`, `-$80.00`, `$0.00`.
  public static func signed(_ money: Money) -> String { (money > .zero ? "+" : "") + dollars(money) }

  /// A number of work RVUs with its thousands grouped and all of its decimals: `2,975.342466`.
  public static func number(_ work: WorkRVU) -> String { number(millionths: work.millionths) }

  /// A number of work RVUs with its unit: `7,250 wRVUs`.
  public static func work(_ work: WorkRVU) -> String {
    number(work) + (work.millionths == 1_000_000 ? " wRVU" : " wRVUs")
  }

  /// A number of work RVUs with its unit and at most two decimals, where no equation needs more: `908.11 wRVUs`.
  static func short(_ work: WorkRVU) -> String {
    work.millionths % 10_000 == 0
      ? self.work(work) : DecimalText.fixed(work.millionths, scale: 6, decimals: 2, grouping: true) + " wRVUs"
  }

  /// A number in millionths with its thousands grouped and no more decimals than it needs.
  public static func number(millionths: Int64) -> String {
    let plain = DecimalText.plain(millionths, scale: 6)
    let decimals = plain.firstIndex(of: ".").map { plain.distance(from: $0, to: plain.endIndex) - 1 } ?? 0
    return DecimalText.fixed(millionths, scale: 6, decimals: decimals, grouping: true)
  }

  /// Dollars for a unit: `$50.00`, `$58.479532`.
  public static func rate(_ rate: ConversionRate) -> String { "$" + rate.description }

  /// Dollars for a unit to a cent, for tables: `$58.48`.
  public static func rate(cents rate: ConversionRate) -> String {
    "$" + DecimalText.fixed(rate.millionths, scale: 6, decimals: 2, grouping: true)
  }

  /// A share of a year with six decimals: `0.493151`.
  public static func share(_ share: YearShare) -> String {
    DecimalText.fixed(share.millionths, scale: 6, decimals: 6)
  }

  /// A share in millionths as a percentage: `10%`, `12.5%`.
  public static func percent(_ millionths: Int64) -> String { DecimalText.plain(millionths, scale: 4) + "%" }

  /// FTE in millionths, with two decimals or as many as it has: `0.60`, `0.6125`.
  public static func fte(_ millionths: Int64) -> String {
    millionths % 10_000 == 0
      ? DecimalText.fixed(millionths, scale: 6, decimals: 2) : DecimalText.plain(millionths, scale: 6)
  }

  /// An account as the first word of a line: `Base`, `Production`; a stipend's or a pool's own name otherwise.
  public static func account(_ account: String) -> String {
    StatementComponent.reserved.contains(account) ? CountWording.sentence(account) : account
  }

  /// For what an annual amount is, after "a year": ` for 1.0 clinical FTE`; nothing where it is for a person.
  static func per(_ basis: FTEBasis) -> String {
    switch basis {
    case .clinical: " at 1.0 clinical FTE"
    case .total: " at 1.0 total FTE"
    case .person: ""
    }
  }

  /// The words for a measurement period: `month`, `quarter`, `year`.
  static func period(_ period: MeasurementPeriod) -> String { period.rawValue }
}
