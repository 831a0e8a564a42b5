import MedicareFees
import ProductivityModel

/// What Medicare pays for a code in every payment locality.
public struct LocalityPayments: Sendable {
  /// The payments of one locality.
  public struct Row: Sendable {
    /// The locality.
    public var locality: Locality
    /// The payments, one a setting of ``LocalityPayments/settings``.
    public var amounts: [Money?]
  }

  /// The settings, in the order of the amounts.
  public let settings: [Setting]
  /// The setting by which the lowest and the highest are found: the code's main one.
  public let leading: Setting
  /// The component that the amounts are of; nil for the code as a whole.
  public let component: Modifier?
  /// All localities, by contractor and number.
  public let rows: [Row]
  /// The locality that pays least, the first of equal ones.
  public let lowest: Row
  /// The locality that pays most, the first of equal ones.
  public let highest: Row

  /// The payments of a row of the fee schedule; nil where it is not paid in the leading setting.
  init?(_ row: FeeRow, settings: [Setting], leading: Setting, at factor: ConversionFactor, in table: LocalityTable) {
    guard let place = settings.firstIndex(of: leading), Payment.absence(of: row, in: leading) == nil else { return nil }
    self.settings = settings
    self.leading = leading
    component = row.component
    var rows: [Row] = []
    rows.reserveCapacity(table.localities.count)
    for locality in table.localities {
      rows.append(
        Row(
          locality: locality,
          amounts: settings.map { Payment(row, in: $0, at: factor, gpci: locality.gpci)?.amount }))
    }
    guard var lowest = rows.first, var highest = rows.first else { return nil }
    for row in rows {
      guard let amount = row.amounts[place] else { continue }
      if let least = lowest.amounts[place], amount < least { lowest = row }
      if let most = highest.amounts[place], amount > most { highest = row }
    }
    self.rows = rows
    self.lowest = lowest
    self.highest = highest
  }

  /// The amount of a row in the leading setting.
  public func amount(_ row: Row) -> Money? { settings.firstIndex(of: leading).flatMap { row.amounts[$0] } }

  /// The range in a sentence.
  public var sentence: String {
    guard let low = amount(lowest), let high = amount(highest) else { return "" }
    return "\(CountWording.sentence(leading.place)), of \(rows.count) payment localities the least is paid in "
      + "\(LocalityWording.name(of: lowest.locality)) (\(CellValue.money(low).text)) and the most in "
      + "\(LocalityWording.name(of: highest.locality)) (\(CellValue.money(high).text))."
  }
}
