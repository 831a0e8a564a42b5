import MedicareFees

/// A part of the global surgical package, valued by the percentages of the fee schedule row.
public enum PackagePortion: String, CaseIterable, Hashable, Sendable {
  case preoperative
  case intraoperative
  case postoperative

  /// The portion in percent; nil where the row lacks it.
  func percentage(of row: FeeRow) -> Int? {
    switch self {
    case .preoperative: row.preoperative
    case .intraoperative: row.intraoperative
    case .postoperative: row.postoperative
    }
  }
}
