import Compensation
import ProductivityModel

/// Reads compensation plans: what is paid for work RVUs, time and duties, and when.
///
/// What people are paid depends on every key, so a file with anything wrong in it is not used at all; but all that is wrong is
/// found at once.
public enum PlanFile {
  /// Reads plans.
  ///
  /// - Throws: ``InputFailure`` with the place of the first thing that is wrong.
  public static func read(_ path: String, shownAs file: String) throws(InputFailure) -> CompensationPlans {
    let (bytes, sha256) = try contents(path)
    var plans = try read(bytes, file: file)
    plans.path = path
    plans.input = (file, UInt64(bytes.count), sha256)
    return plans
  }

  /// Reads the bytes of a plans file; what identifies it is left blank.
  ///
  /// - Throws: ``InputFailure`` at the first thing that is wrong, by line.
  public static func read(_ bytes: [UInt8], file: String) throws(InputFailure) -> CompensationPlans {
    let (plans, stated, faults) = parts(bytes, file: file)
    if let first = faults.first { throw first }
    return CompensationPlans(
      plans: plans, findings: PlanHistory.gaps(plans), stated: stated, input: (file, UInt64(bytes.count), ""),
      path: file)
  }

  /// All that keeps a plans file from being used, by line; empty where it can be read.
  ///
  /// - Throws: ``InputFailure`` where the file itself cannot be read.
  public static func faults(_ path: String, shownAs file: String) throws(InputFailure) -> [InputFailure] {
    parts(try contents(path).bytes, file: file).faults
  }

  private static func contents(_ path: String) throws(InputFailure) -> (bytes: [UInt8], sha256: String) {
    try FileSource.contents(path, limit: SettingsNode.sizeLimit)
  }

  /// The plans that can be read, and all faults by line. Plans are weighed against each other only where each is right by itself.
  private static func parts(_ bytes: [UInt8], file: String) -> (
    plans: [CompensationPlan], stated: [SourcePosition: Set<String>], faults: [InputFailure]
  ) {
    var faults = FaultCollector()
    var plans: [CompensationPlan] = []
    var stated: [SourcePosition: Set<String>] = [:]
    let entries = faults.attempt { () throws(InputFailure) in
      let root = try SettingsNode.read(bytes, file: file)
      let keys = try root.entries(allowing: ["plans"], in: "a plans file")
      let node = try keys.required("plans", in: root, "a plans file")
      let entries = node.items()
      if entries.isEmpty { throw node.failure("the file names no plans", hint: "a plan is an item below plans:") }
      return entries
    }
    for entry in entries ?? [] {
      var reader = PlanReader(entry)
      if let plan = reader.plan() {
        plans.append(plan)
        stated[plan.position] = reader.stated
      }
      faults.add(reader.faults.all)
    }
    if faults.all.isEmpty { faults.add(PlanHistory.faults(plans)) }
    return (plans, stated, faults.all)
  }
}
