import Crediting
import Ingest
import Foundation
import MedicareFees
import ProductivityModel
import Reporting

extension PricedClaims {
  /// The lines as JSON: exact decimals as numbers, members sorted by name. No patient is in it.
  public var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // The values below are texts, numbers and lists of them, which always can be encoded.
    return ((try? encoder.encode(Document(self))).map { Array($0) } ?? []) + [0x0A]
  }

  private struct Document: Encodable {
    var schema_version = 1
    var scope = PricedClaims.scope
    var claims: [Claim]
    var total: Decimal?
    var releases: [Basis]
    var not_applied: [String]

    init(_ priced: PricedClaims) {
      claims = priced.claims.map(Claim.init)
      total = PricedClaims.decimal(PricedClaims.total(priced.lines))
      releases = priced.bases.map(Basis.init)
      not_applied = priced.policy.notApplied
    }
  }

  private struct Basis: Encodable {
    var release: String
    var conversion_factor: Decimal?
    var citation: String?
    var stands_in: Bool
    var caution: String?

    init(_ basis: PriceBasis) {
      release = basis.release.release
      conversion_factor = basis.factor.flatMap { Decimal(string: $0.factor.description) }
      citation = basis.factor?.citation
      stands_in = basis.isSubstitute
      caution = basis.release.caution
    }
  }

  private struct Claim: Encodable {
    var claim_id: String
    var lines: [Item]
    var total: Decimal?

    init(_ claim: (name: String, lines: [Line])) {
      claim_id = claim.name
      lines = claim.lines.map(Item.init)
      total = PricedClaims.decimal(PricedClaims.total(claim.lines))
    }
  }

  private struct Item: Encodable {
    var line: Int
    var clinician_id: String
    var service_date: String?
    var release: String
    var mac: String
    var locality: String
    var code: String
    var modifiers: [String]
    var units: Decimal?
    var setting: String
    var fee_schedule_amount: Decimal?
    var cap_amount: Decimal?
    var allowed_amount: Decimal?
    var charge: Decimal?
    var payment: Decimal?
    var note: String
    var steps: [Step]
    var remarks: [String]

    init(_ line: Line) {
      let (record, paid) = (line.record, line.payment)
      self.line = record.line
      clinician_id = record.group.clinician
      service_date = record.group.day?.description
      release = line.release
      (mac, locality) = PricedClaims.place(record.group.place)
      code = record.service.code.description
      modifiers = record.service.modifiers.modifiers.map(\.description)
      units = Decimal(string: record.service.units.description)
      setting = record.service.setting.rawValue
      fee_schedule_amount = PricedClaims.decimal(paid.feeScheduleAmount)
      cap_amount = PricedClaims.decimal(paid.cappedAmount)
      allowed_amount = PricedClaims.decimal(paid.allowed)
      charge = PricedClaims.decimal(paid.charge)
      payment = PricedClaims.decimal(paid.payment)
      note = line.note
      steps = paid.steps.map(Step.init)
      remarks = line.remarks
    }
  }

  private struct Step: Encodable {
    var reason: String
    var factor: Decimal?
    var citation: String

    init(_ step: PaymentStep) {
      reason = PaymentWording.step(step)
      factor = Decimal(string: step.factor.description)
      citation = step.citation
    }
  }

  private static func decimal(_ amount: Money?) -> Decimal? { amount.flatMap { Decimal(string: $0.description) } }
}
