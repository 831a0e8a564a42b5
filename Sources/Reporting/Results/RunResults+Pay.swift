import ProductivityModel

extension RunResults {
  /// The findings that pages and sheets without pay may show: those on plans and pay name amounts and people, and stand on the page of
  /// compensation and in `data/findings.csv`.
  public var findingsWithoutPay: [Finding] { findings.filter { owner(of: $0) != .compensation } }

  /// Whose task a finding is: that of its problem, but for the file of targets, which shares problems with the files of pay and holds
  /// none.
  public func owner(of finding: Finding) -> ProblemOwner {
    guard finding.problem.owner == .compensation, let file = finding.position?.file,
      inputs.contains(where: { $0.role == "targets" && $0.path == file })
    else { return finding.problem.owner }
    return .analysis
  }
}
