import Tabular

/// A record layout of CMS without header names: where each column stands in a line.
///
/// A file has such a layout when its records fit it: their length, blanks between the fields, and cells that can be read.
/// What a layout of another year moves does not fit, and is refused.
struct FixedRecordLayout {
  /// The kind of file that has it.
  let kind: FeeFileKind
  /// Where the fields stand.
  let layout: FixedWidthLayout
  /// What lines before the records start with; empty where there are none, or they may be anything.
  let headerMark: String
  /// How many decimals a figure has whose point is not written, by field; none for all others.
  let impliedDecimals: [String: Int]
  /// Where the layout is published, or how it was found.
  let citation: String

  /// All known layouts.
  static let all = [relativeValues, geographicIndices, anesthesiaFactors]

  /// PPRRVU: field names are those of CMS's comma-delimited form.
  static let relativeValues = FixedRecordLayout(
    kind: .relativeValues,
    layout: FixedWidthLayout(
      length: 171,
      fields: [
        .init("HCPCS", 1, 5), .init("MOD", 6, 7), .init("DESCRIPTION", 8, 57), .init("STATUS CODE", 58, 58),
        .init("NOT USED FOR MEDICARE PAYMENT", 59, 59), .init("WORK RVU", 60, 65), .init("NON-FAC PE RVU", 67, 72),
        .init("NON-FAC NA INDICATOR", 73, 74), .init("FACILITY PE RVU", 76, 81),
        .init("FACILITY NA INDICATOR", 82, 83), .init("MP RVU", 85, 89), .init("NON-FACILITY TOTAL", 91, 96),
        .init("FACILITY TOTAL", 97, 102), .init("PCTC IND", 103, 103), .init("GLOB DAYS", 104, 106),
        .init("PRE OP", 107, 109), .init("INTRA OP", 110, 112), .init("POST OP", 113, 115),
        .init("MULT PROC", 116, 116), .init("BILAT SURG", 117, 117), .init("ASST SURG", 118, 118),
        .init("CO-SURG", 119, 119), .init("TEAM SURG", 120, 120), .init("ENDO BASE", 128, 132),
        .init("CONV FACTOR", 133, 140), .init("PHYSICIAN SUPERVISION OF DIAGNOSTIC PROCEDURES", 142, 143),
        .init("CALCULATION FLAG", 144, 144), .init("DIAGNOSTIC IMAGING FAMILY INDICATOR", 146, 147),
        .init("NON-FACILITY PE USED FOR OPPS PAYMENT AMOUNT", 152, 157),
        .init("FACILITY PE USED FOR OPPS PAYMENT AMOUNT", 159, 164),
        .init("MP USED FOR OPPS PAYMENT AMOUNT", 166, 171),
      ]),
    headerMark: "HDR ", impliedDecimals: [:],
    citation: """
      CMS, National Physician Fee Schedule Relative Value File, calendar year 2025, record layout (RVU25D). Column 59 and \
      columns 166 to 171 are not in it: they were found by comparing every record with the comma-delimited form.
      """)

  /// GPCI: a title and a header line, the records, notes.
  static let geographicIndices = FixedRecordLayout(
    kind: .geographicIndices,
    layout: FixedWidthLayout(
      length: 150,
      fields: [
        .init("mac", 1, 5), .init("state", 17, 18), .init("locality", 25, 26), .init("name", 30, 116),
        .init("work_gpci", 122, 126), .init("pe_gpci", 134, 138), .init("mp_gpci", 146, 150),
      ]),
    headerMark: "", impliedDecimals: [:],
    citation: "CMS GPCI2025.txt of RVU25D; every record compared with GPCI2025.csv")

  /// ANES: records alone, with the factor in cents.
  static let anesthesiaFactors = FixedRecordLayout(
    kind: .anesthesiaFactors,
    layout: FixedWidthLayout(
      length: 77,
      fields: [
        .init("mac", 1, 5), .init("locality", 13, 14), .init("name", 19, 58), .init("factor", 74, 77),
      ]),
    headerMark: "", impliedDecimals: ["factor": 2],
    citation: "CMS ANES2025.txt of RVU25D; every record compared with ANES2025.csv")
}
