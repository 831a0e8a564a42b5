import MedicareFees
import ProductivityModel

/// What the total RVUs of a code are made of, in each setting that has a value.
public struct CodeMakeup: Hashable, Sendable {
  /// The parts of one setting's total.
  public struct Bar: Hashable, Sendable {
    /// The setting.
    public var setting: Setting
    /// Physician work.
    public var work: RVU
    /// Practice expense.
    public var practiceExpense: RVU
    /// Malpractice.
    public var malpractice: RVU
    /// The three together.
    public var total: RVU
  }

  /// The settings with their parts; where both have the same parts, one of them for both.
  public let bars: [Bar]
  /// Whether the one bar is that of both settings.
  public let isOfBoth: Bool

  init?(_ rows: [CodeValueRow]) {
    let bars = rows.compactMap { row -> Bar? in
      guard let expense = row.practiceExpense, let total = row.total, total > .zero else { return nil }
      return Bar(
        setting: row.setting, work: row.work, practiceExpense: expense, malpractice: row.malpractice, total: total)
    }
    guard let first = bars.first else { return nil }
    isOfBoth = bars.count > 1 && bars.allSatisfy { $0.practiceExpense == first.practiceExpense }
    self.bars = isOfBoth ? [first] : bars
  }

  /// The bar's name: `In a facility`.
  public func name(_ bar: Bar) -> String {
    isOfBoth ? "In and outside a facility" : CountWording.sentence(bar.setting.place)
  }

  /// A part's share of a total in whole percent, rounded half up.
  public static func percent(_ part: RVU, of total: RVU) -> Int {
    (200 * Int(part.hundredths) + Int(total.hundredths)) / (2 * Int(total.hundredths))
  }

  /// The same as the picture, in a sentence a bar.
  public var description: String {
    bars.map { bar in
      "\(name(bar)): work \(bar.work) (\(Self.percent(bar.work, of: bar.total)) %), practice expense \(bar.practiceExpense) "
        + "(\(Self.percent(bar.practiceExpense, of: bar.total)) %), malpractice \(bar.malpractice) "
        + "(\(Self.percent(bar.malpractice, of: bar.total)) %), together \(bar.total)."
    }.joined(separator: " ")
  }
}
