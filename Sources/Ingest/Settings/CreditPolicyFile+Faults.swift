import ProductivityModel

/// All that is wrong in a policy at once, for a check: a run stops at the first.
extension CreditPolicyFile {
  /// What is wrong in a policy, by line; empty where it can be read.
  ///
  /// Every key, and every item of a list, is read by itself, so each can show one fault. A text that is no YAML has one only.
  public static func faults(in bytes: [UInt8], file: String) -> [InputFailure] {
    do throws(InputFailure) {
      _ = try read(bytes, file: file)
      return []
    } catch {
      var faults = (try? partFaults(bytes, file: file)) ?? []
      if !faults.contains(error) { faults.append(error) }
      return faults.sorted { $0.position < $1.position }
    }
  }

  private static func partFaults(_ bytes: [UInt8], file: String) throws(InputFailure) -> [InputFailure] {
    let root = try SettingsNode.read(bytes, file: file)
    var faults: [InputFailure] = []
    var seen: Set<String> = []
    for (key, keyNode, value) in try root.pairs("a credit policy") {
      seen.insert(key)
      guard keys.contains(key) else {
        faults.append(keyNode.unknownKey(key, allowing: keys, in: "a credit policy"))
        continue
      }
      for part in listKeys.contains(key) ? value.listsOfOne() : [value] {
        do throws(InputFailure) { try check(part, of: key) } catch { faults.append(error) }
      }
    }
    for key in ["policy", "title", "statuses"] where !seen.contains(key) {
      faults.append(root.lacksKey(key, "a credit policy"))
    }
    return faults
  }

  /// The keys whose values are lists of parts that stand each by itself.
  private static let listKeys = [
    "modifiers", "informational", "bundled", "paymentReductions", "attribution", "exclude", "notApplied",
  ]

  /// Reads one part of a policy; of a list, one item, which counts as a list of one.
  private static func check(_ part: SettingsNode, of key: String) throws(InputFailure) {
    switch key {
    case "policy", "title": _ = try part.text()
    case "vintage": _ = try vintage(part)
    case "statuses":
      let entries = try part.entries(allowing: ["credited", "creditedWhenValued"], in: "statuses")
      _ = try statusSet(entries.required("credited", in: part, "statuses"))
      _ = try statusSet(entries["creditedWhenValued"])
    case "modifiers": _ = try modifierRows(part)
    case "informational": _ = try modifiers(part)
    case "bilateralPairs": _ = try bilateralPairs(part)
    case "endoscopyFamilies": _ = try endoscopyFamilies(part)
    case "multipleProcedures": _ = try multipleProcedures(part)
    case "bundled": _ = try bundledServices(part)
    case "paymentReductions": _ = try paymentReductions(part)
    case "anesthesia": _ = try anesthesia(part)
    case "attribution": _ = try attribution(part)
    case "unpriced": _ = try unpriced(part)
    case "exclude": _ = try exclusions(part)
    default: _ = try texts(part)
    }
  }
}
