import ProductivityModel

extension JobFile {
  /// The most characters of a name.
  private static let longestName = 80

  /// Reads the key `owners`: who has the task of doing something about problems of a kind.
  static func owners(_ node: SettingsNode?) throws(InputFailure) -> [ProblemOwner: String] {
    guard let node else { return [:] }
    let entries = try node.entries(allowing: ProblemOwner.allCases.map(\.rawValue), in: "owners")
    var owners: [ProblemOwner: String] = [:]
    for owner in ProblemOwner.allCases {
      guard let entry = entries[owner.rawValue] else { continue }
      let name = try entry.text().trimmed
      guard !name.isEmpty, name.count <= longestName else {
        throw entry.failure("a name has 1 to \(longestName) characters")
      }
      owners[owner] = String(name)
    }
    return owners
  }
}
