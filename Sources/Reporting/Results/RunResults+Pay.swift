import ProductivityModel

extension RunResults {
  /// The findings that pages and sheets without pay may show: those on plans and pay name amounts and people, and stand on the page of
  /// compensation and in `data/findings.csv`.
  public var findingsWithoutPay: [Finding] { findings.filter { $0.problem.owner != .compensation } }
}
