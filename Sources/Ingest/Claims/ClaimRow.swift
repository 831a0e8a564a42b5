import Crediting
import MedicareFees
import ProductivityModel

/// One record of a claim file, cell by cell.
struct ClaimRow {
  let row: HeaderedTable.Row
  let places: FacilityPlaces
  let release: String?
  let place: PriceRow.Place

  func record() throws(ClaimFault) -> ClaimRecord {
    guard let codeText = row["code"] else { throw fault(.missingValue, "code", "is blank", "fill it in") }
    guard let code = ProcedureCode(codeText) else {
      throw fault(.malformedCode, "code", shown(.code, codeText), "a code is five letters and digits, such as 99214")
    }
    let modifierText = row["modifiers"] ?? ""
    guard let modifiers = Self.modifiers(modifierText) else {
      throw fault(
        .malformedModifier, "modifiers", shown(.modifiers, modifierText),
        "write modifiers of two characters, separated by blanks")
    }
    let units = try number("units", scale: Units.scale, most: 10_000 * 10_000) ?? 10_000
    if units == 0 { throw fault(.zeroUnits, "units", "is zero", "correct the units or leave the line out") }
    let placeOfService = try readPlaceOfService()
    let charge = try number("charge", scale: 2, most: 100_000_000 * 100)
    let service = ClaimLine(
      code: code, modifiers: modifiers, units: Units(tenThousandths: units),
      setting: placeOfService.map(places.setting) ?? .facility, charge: charge.map { Money(cents: $0) },
      minutes: try number("minutes", scale: 3, most: 43_200_000),
      baseUnits: try number("base_units", scale: 3, most: 100_000))
    return ClaimRecord(line: row.line, group: try group(), service: service, placeOfService: placeOfService)
  }

  private func group() throws(ClaimFault) -> ClaimRecord.Group {
    var day: CalendarDate?
    if let text = row["service_date"] {
      guard let known = CalendarDate(iso: text) else {
        throw fault(.impossibleDate, "service_date", shown(.date, text), "write days as YYYY-MM-DD")
      }
      day = known
    }
    let name = row["release"] ?? release ?? ""
    if name.isEmpty, day == nil {
      throw fault(.missingValue, "service_date", "is blank", "fill it in, or name a release")
    }
    let patient = row["patient_id"].map { text in
      var text = text
      return text.withUTF8 { PatientKey.hash($0, PatientKey.current) }
    }
    return ClaimRecord.Group(
      claim: row["claim_id"] ?? "", clinician: row["clinician_id"] ?? "", patient: patient ?? 0, day: day,
      release: name.uppercased(), place: try readPlace())
  }

  private func readPlace() throws(ClaimFault) -> PriceRow.Place {
    guard let mac = row["mac"] else {
      if row["locality"] != nil || place == .notSaid {
        throw fault(.missingValue, "mac", "is blank", "fill it in, or name the place of all lines by --locality")
      }
      return place
    }
    if mac.lowercased() == "national" { return .national }
    guard let number = row["locality"] else {
      throw fault(.missingValue, "locality", "is blank", "fill it in beside mac")
    }
    guard let key = LocalityKey("\(mac)-\(number)") else {
      throw fault(
        .malformedLocality, "mac", "and locality are not numbers of at most five and two digits",
        "write them like 01112 and 05, or national under mac")
    }
    return .locality(key)
  }

  private func readPlaceOfService() throws(ClaimFault) -> PlaceOfService? {
    guard let text = row["place_of_service"] else { return nil }
    guard text.utf8.count <= 2, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text),
      let place = PlaceOfService(number)
    else {
      throw fault(
        .malformedPlace, "place_of_service", shown(.place, text),
        "write the two digits of the CMS place of service code, such as 11")
    }
    return place
  }

  private func number(_ column: String, scale: Int, most: Int64) throws(ClaimFault) -> Int64? {
    guard let text = row[column] else { return nil }
    guard case .success(let value) = DecimalText.parse(text, scale: scale), value >= 0, value <= most else {
      throw fault(
        .notANumber, column, shown(.number, text),
        "write a plain number that is not below zero, with at most \(scale) decimals")
    }
    return value
  }

  private static func modifiers(_ text: String) -> ModifierList? {
    var text = text
    return text.withUTF8 { ModifierList($0) }
  }

  private func shown(_ shape: CellShape, _ text: String) -> String {
    var text = text
    return "holds " + text.withUTF8 { shape.shown($0) }
  }

  private func fault(_ problem: Problem, _ column: String, _ message: String, _ hint: String) -> ClaimFault {
    ClaimFault(finding: Finding(problem, at: row.position(column), "\(column) \(message)", hint: hint))
  }
}
