/// What one line of the sample log bills: a code and its modifiers, such as `20610 RT`.
///
/// `*` among the modifiers stands for the side of the encounter, RT or LT, so that all lines of it agree.
struct BilledItem: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The five characters of the code.
  let code: String
  /// The modifiers, separated by blanks; empty for none.
  let modifiers: String

  /// An item of a code and modifiers.
  init(code: String, modifiers: String) {
    self.code = code
    self.modifiers = modifiers
  }

  /// An item as written in an encounter: the code, then its modifiers.
  init(stringLiteral text: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    code = parts.first.map(String.init) ?? ""
    modifiers = parts.count > 1 ? String(parts[1]) : ""
  }

  /// Whether the item is of the encounter's side.
  var isSided: Bool { modifiers.utf8.contains(UInt8(ascii: "*")) }

  /// The item on one side.
  func on(_ side: String) -> BilledItem {
    let words = modifiers.split(separator: " ").map { $0 == "*" ? side : String($0) }
    return BilledItem(code: code, modifiers: words.joined(separator: " "))
  }

  /// What the practice charges for the item, in whole dollars a unit: the code's charge, changed for its modifiers.
  ///
  /// Assumes the practice's own customs; nothing is computed from a charge.
  var charge: Int {
    modifiers.split(separator: " ").reduce(ChargeMaster.dollars(code) ?? 0) { charge, modifier in
      switch modifier {
      case "26": charge * 35 / 100
      case "TC": charge * 65 / 100
      case "50": charge * 150 / 100
      case "52", "53": charge * 60 / 100
      case "62": charge * 65 / 100
      case "78": charge * 80 / 100
      case "80", "82", "AS": charge * 20 / 100
      default: charge
      }
    }
  }
}
