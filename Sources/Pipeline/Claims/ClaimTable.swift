import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Reporting
import Tabular

extension PricedClaims {
  /// The columns of the CSV.
  public static let columns = [
    "line", "claim_id", "clinician_id", "service_date", "release", "mac", "locality", "code", "modifiers", "units",
    "setting", "fee_schedule_amount", "cap_amount", "allowed_amount", "charge", "payment", "note", "steps", "remarks",
  ]

  /// The lines as CSV, one record a line; steps and remarks are phrases separated by semicolons. No patient is in it.
  public var csv: [UInt8] {
    var writer = DelimitedWriter()
    writer.record(Self.columns)
    for line in lines {
      let (record, payment) = (line.record, line.payment)
      let group = record.group
      let (mac, locality) = Self.place(group.place)
      writer.record([
        "\(record.line)", group.claim, group.clinician, group.day?.description ?? "", line.release, mac, locality,
        record.service.code.description, record.service.modifiers.description, record.service.units.description,
        record.service.setting.rawValue, payment.feeScheduleAmount?.description ?? "",
        payment.cappedAmount?.description ?? "", payment.allowed?.description ?? "", payment.charge?.description ?? "",
        payment.payment?.description ?? "", line.note,
        payment.steps.map(PaymentWording.sentence).joined(separator: "; "),
        line.remarks.joined(separator: "; "),
      ])
    }
    return writer.drain()
  }

  static func place(_ place: PriceRow.Place) -> (mac: String, locality: String) {
    switch place {
    case .notSaid: ("", "")
    case .national: ("national", "")
    case .locality(let key): (key.macText, key.numberText)
    }
  }
}

extension PricedClaims.Line {
  /// A short code: why there is no amount, or `charge` where the charge is lower and paid.
  public var note: String { payment.reason?.text ?? (payment.isLimitedByCharge ? "charge" : "") }

  /// What the reader should know of the line, in phrases.
  public var remarks: [String] {
    (payment.reason.map { [PaymentWording.absence($0)] } ?? []) + payment.flags.map(PaymentWording.flag)
  }
}
