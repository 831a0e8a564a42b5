import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Reporting

extension PricedClaims {
  /// What every output says of its amounts.
  public static let scope =
    "Amounts are what the fee schedule allows in all, before the patient's share; sequestration is not included."

  /// The lines for a terminal, claim by claim, with their steps, totals and the rules that are not applied.
  public var text: String {
    var text = ""
    for claim in claims {
      text += claim.name.isEmpty ? "Claim\n" : "Claim \(claim.name)\n"
      for line in claim.lines { text += Self.text(line) }
      text += "  total \(Self.total(claim.lines))\n\n"
    }
    if claims.count > 1 { text += "All claims: \(Self.total(lines))\n\n" }
    for basis in bases {
      if let factor = basis.factor {
        text += "Release \(basis.release.release), $\(factor.factor) a unit: \(factor.citation).\n"
      }
      if let caution = basis.release.caution { text += "\(caution)\n" }
    }
    text += Self.scope + "\n"
    if !policy.notApplied.isEmpty {
      text += "\nNot applied:\n" + policy.notApplied.map { "  - \($0)\n" }.joined()
    }
    return text
  }

  /// The lines by claim, in the order in which claims are first met.
  public var claims: [(name: String, lines: [Line])] {
    var places: [String: Int] = [:]
    var claims: [(name: String, lines: [Line])] = []
    for line in lines {
      let name = line.record.group.claim
      if let index = places[name] {
        claims[index].lines.append(line)
      } else {
        places[name] = claims.count
        claims.append((name, [line]))
      }
    }
    return claims
  }

  private static func text(_ line: Line) -> String {
    let service = line.record.service
    let payment = line.payment
    let modifiers = service.modifiers.modifiers.isEmpty ? "" : " \(service.modifiers)"
    var text =
      "  \(service.code)\(modifiers) x \(service.units), \(service.setting.rawValue), release \(line.release)\n"
    func add(_ words: String) { text += "    \(words)\n" }
    if let amount = payment.feeScheduleAmount {
      let cap = payment.cappedAmount.map {
        ", outpatient cap \($0): the \($0 < amount ? "cap" : "fee schedule") applies"
      }
      add("fee schedule \(amount)\(cap ?? "")")
    }
    for step in payment.steps { add(PaymentWording.sentence(step)) }
    for remark in line.remarks { add("note: \(remark)") }
    if let allowed = payment.allowed {
      if payment.isLimitedByCharge, let charge = payment.charge {
        add("allowed \(allowed), charged \(charge): the charge is lower, and is paid")
      }
      add("payment \(payment.payment ?? allowed)")
    } else {
      add("no amount")
    }
    return text
  }
}
