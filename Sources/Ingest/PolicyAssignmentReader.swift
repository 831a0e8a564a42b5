import Crediting
import ProductivityModel

/// Reads policy assignments: which clinician or plan has which policy in the pay ledger, and when.
public enum PolicyAssignmentReader {
  private static let columns = ["clinician_id", "plan", "policy", "start", "end"]

  /// Reads assignments and what identifies their file.
  ///
  /// Whether there is a policy of each name is for whoever reads the policies: here only its form is checked.
  ///
  /// - Throws: ``InputFailure`` with the place of the first thing that is wrong: what people are paid depends on it.
  public static func read(
    _ path: String, shownAs file: String
  ) throws(InputFailure) -> (assignments: PolicyAssignments, input: (path: String, size: UInt64, sha256: String)) {
    let table = try HeaderedTable(path, shownAs: file, requiring: ["policy"], known: columns, onlyKnown: true)
    if table.rows.isEmpty {
      throw InputFailure(file, "has no rows", hint: "a row says who has which policy; without one name no file")
    }
    var rows: [PolicyAssignments.Row] = []
    var bySubject: [PolicyAssignments.Subject: [PolicyAssignments.Row]] = [:]
    for row in table.rows {
      let new = PolicyAssignments.Row(
        subject: try subject(row), policy: try policy(row), days: try row.days(),
        position: SourcePosition(file: file, line: row.line))
      if let earlier = bySubject[new.subject]?.first(where: { $0.days.overlaps(new.days) }) {
        throw row.failure(
          "start", "the row holds on days on which line \(earlier.position.line ?? 0) holds for \(whom(new.subject))",
          "end one row before the next starts")
      }
      bySubject[new.subject, default: []].append(new)
      rows.append(new)
    }
    return (PolicyAssignments(rows), (file, table.size, table.sha256))
  }

  private static func subject(_ row: HeaderedTable.Row) throws(InputFailure) -> PolicyAssignments.Subject {
    switch (row["clinician_id"], row["plan"]) {
    case (let clinician?, nil): return .clinician(clinician)
    case (nil, let plan?): return .plan(plan)
    case (nil, nil): return .everyone
    case (_?, _?):
      throw row.failure(
        "plan", "the row names both a clinician and a plan", "write a row for each; a clinician's goes first")
    }
  }

  /// What a message calls a subject, without its name.
  private static func whom(_ subject: PolicyAssignments.Subject) -> String {
    switch subject {
    case .clinician: "the same clinician"
    case .plan: "the same plan"
    case .everyone: "everyone"
    }
  }

  /// The name of a built-in policy, of letters, digits, hyphens and underscores, or the path of a file of one's own.
  private static func policy(_ row: HeaderedTable.Row) throws(InputFailure) -> String {
    let hint = "name a built-in policy, such as survey-comparable, or the path of a .yaml file"
    guard let policy = row["policy"] else { throw row.failure("policy", "policy is blank", hint) }
    let isPath = [".yaml", ".yml"].contains { policy.hasSuffix($0) && policy != $0 }
    guard isPath || policy.utf8.allSatisfy(isNameByte) else {
      throw row.failure("policy", "policy is neither a built-in policy's name nor the path of a .yaml file", hint)
    }
    return policy
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    return isLetter || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D || byte == 0x5F
  }
}
