/// Where the columns of a public-use file by provider and service are.
///
/// Three layouts are known by their headers: that of the files since 2013 as they are published now, that in which they were
/// published before, and a re-export. Only the columns that are counted are looked at, so others may be there or not.
///
/// - Source: CMS, Medicare Physician & Other Practitioners by Provider and Service, data dictionary.
public struct PublicUseLayout: Hashable, Sendable {
  /// The clinician's or organisation's number.
  let npi: Int
  /// The specialty, as the file names it.
  let specialty: Int
  /// The code.
  let code: Int
  /// The number of services.
  let services: Int
  /// Whether the number is an organisation's (O) or a person's (I); nil where the layout does not say.
  let entity: Int?
  /// Whether the code is that of a drug (Y or N); nil where the layout does not say.
  let drug: Int?

  /// The names of the columns that a layout must have: NPI, specialty, code, services; then those that it may have.
  private static let names: [(required: [String], entity: String, drug: String)] = [
    (["rndrng_npi", "rndrng_prvdr_type", "hcpcs_cd", "tot_srvcs"], "rndrng_prvdr_ent_cd", "hcpcs_drug_ind"),
    (["npi", "provider_type", "hcpcs_code", "line_srvc_cnt"], "nppes_entity_code", "hcpcs_drug_indicator"),
    (
      ["npi", "provider_specialty", "service_billing_code", "num_of_services"], "nppes_entity_code",
      "hcpcs_drug_indicator"
    ),
  ]

  /// The names of the columns that the current layout must have, for a message.
  static let expected = names[0].required

  /// The layout that a header shows; nil where it shows none.
  init?(_ header: [String]) {
    let found = header.map { $0.trimmed.lowercased() }
    for layout in Self.names {
      let places = layout.required.compactMap { found.firstIndex(of: $0) }
      guard places.count == layout.required.count else { continue }
      (npi, specialty, code, services) = (places[0], places[1], places[2], places[3])
      entity = found.firstIndex(of: layout.entity)
      drug = found.firstIndex(of: layout.drug)
      return
    }
    return nil
  }

  /// Whether the layout tells organisations from people.
  public var saysEntity: Bool { entity != nil }
  /// Whether the layout tells drugs from other codes.
  public var saysDrug: Bool { drug != nil }

  /// The last of the columns that are read.
  var last: Int { max(npi, specialty, code, services, entity ?? 0, drug ?? 0) }
}
