import Compensation
import ProductivityModel

/// The compensation plans of a practice, as their file gives them.
public struct CompensationPlans: Sendable {
  /// The entries in the order of the file; several of one id are a plan's history.
  public var plans: [CompensationPlan]
  /// What is worth a look, such as days between two entries of one plan.
  public var findings: [Finding]
  /// Where an entry is measured anew within a measurement year; a run tells of those that concern someone.
  public var restarts: [Finding] { PlanHistory.restarts(plans) }
  /// The keys that the file states of an entry, by where it stands, such as `base` and `base.per`: for whoever tells what is a
  /// default.
  public var stated: [SourcePosition: Set<String>]
  /// The file, its size and hash, for the manifest.
  public var input: (path: String, size: UInt64, sha256: String)
  /// Where the file is.
  public var path: String

  /// The entries of one id, by their days.
  public func history(of id: String) -> [CompensationPlan] {
    plans.filter { $0.id == id }.sorted { $0.effective.first < $1.effective.first }
  }

  /// The ids in the order in which they first stand in the file.
  public var ids: [String] {
    var seen: Set<String> = []
    return plans.map(\.id).filter { seen.insert($0).inserted }
  }

  /// The path of a file that a plan names (a source of counts, a panel, quality, a policy): beside the plans' own file, unless
  /// it is absolute.
  public func resolve(_ file: String) -> String { PolicyLibrary.path(of: file, besidePolicy: path) }

  /// The files that plans name besides credit policies, as they name them, each once.
  public var sources: [String] {
    var seen: Set<String> = []
    return plans.flatMap { plan in
      plan.terms.stipends.compactMap { if case .perUnit(_, _, let source) = $0.measure { source } else { nil } }
        + [plan.terms.panel?.source, plan.terms.withhold?.release].compactMap { $0 }
    }.filter { seen.insert($0).inserted }
  }

  /// Every account in which something can be earned under these plans, sorted: what paid amounts and opening balances may name.
  public var components: [String] {
    var names = Set(StatementComponent.reserved)
    for plan in plans {
      names.formUnion(plan.terms.stipends.map(\.name))
      if let pool = plan.terms.pool { names.insert(pool.name) }
    }
    return names.sorted()
  }
}
