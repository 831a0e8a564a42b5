import Crediting
import ProductivityModel

/// Where in its file each part of a policy stands, so that a remark on it has a line.
public struct PolicyPlaces {
  private let file: String
  private let entries: [String: SettingsNode]
  private let keys: [String: SettingsNode]

  /// The places of a policy's file.
  ///
  /// - Throws: ``InputFailure`` where the file is no list of keys and values.
  public init(_ bytes: [UInt8], file: String) throws(InputFailure) {
    self.file = file
    var entries: [String: SettingsNode] = [:]
    var keys: [String: SettingsNode] = [:]
    for (key, keyNode, value) in try SettingsNode.read(bytes, file: file).pairs("a credit policy") {
      entries[key] = value
      keys[key] = keyNode
    }
    self.entries = entries
    self.keys = keys
  }

  /// The line and column of a part; the file alone where it does not have the part.
  public func position(of place: PolicyRemark.Place) -> SourcePosition {
    switch place {
    case .key(let key): keys[key]?.position ?? SourcePosition(file: file)
    case .item(let key, let index): item(key, index)?.position ?? position(of: .key(key))
    case .value(let key, let text):
      entries[key]?.items().first { (try? $0.text())?.uppercased() == text }?.position ?? position(of: .key(key))
    }
  }

  private func item(_ key: String, _ index: Int) -> SettingsNode? {
    var items = entries[key]?.items() ?? []
    // An item of this list may hold several codes, each of which is an exclusion.
    if key == "exclude" {
      items = items.flatMap { item in
        ((try? item.pairs("an exclusion")) ?? []).filter { $0.key == "codes" }.flatMap { $0.value.items() }
      }
    }
    return items.indices.contains(index) ? items[index] : nil
  }
}
