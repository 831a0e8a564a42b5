import Tabular
import TestSupport

@testable import Ingest

/// The files of an RVU bundle with invented codes and values, each in the forms in which CMS publishes it.
enum InventedBundle {
  /// Relative values of a few rows.
  static let rows = [
    InventedFees.Row(code: "44310", description: "Invented, with a comma", nonfacilityNA: "NA"),
    InventedFees.Row(code: "0653T", multiple: "3", endoscopicBase: "0652T"), InventedFees.Row(code: "00100"),
    InventedFees.Row(code: "71046", mod: "26", status: "N", notUsed: "+"), InventedFees.Row(code: "G0105", mod: "53"),
  ]

  /// One line of PPRRVU's record layout, written out by hand.
  static let fixedLine =
    "44310  Invented, with a comma                            A   1.00   2.00NA   0.50    0.10"
    + "   3.10  1.600090.09.81.1021209             32.3465 090 88      1.20   1.30   0.04"

  static let gpciCSV = """
    ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY,,,,,,
    ,,,,,,
    Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2025 PW GPCI (with 1.0 Floor),2025 PE GPCI,2025 MP GPCI
    10112,AL,00,INVENTED STATE,1,0.869,0.575
    02102,AK,01,INVENTED NORTH*,1.5,1.08,0.592
    "MAC Assignments as of November 22, 2023",,,,,,
    ,,,,,,
    *Work GPCI reflects a floor.,,,,,,

    """.replacing("\n", with: "\r\n")

  static let gpciText =
    "ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY\r\n\r\n"
    + "Medicare Admi State  Locality                 Locality Name                  2025 PW GPCI2025 PE GPCI2025 MP GPCI\r\n"
    + gpciLine("10112", "AL", "00", "INVENTED STATE", "1.000", "0.869", "0.575")
    + gpciLine("02102", "AK", "01", "INVENTED NORTH*", "1.500", "1.080", "0.592")
    + "MAC Assignments as of November 22, 2023\r\n\r\n*Work GPCI reflects a floor.\r\n\r\n"

  static let gpciWorkbook = SmallWorkbook([
    ["ADDENDUM E. FINAL CY 2025"], [],
    [
      "Medicare Administrative Contractor (MAC)", "State", "Locality Number", "Locality Name",
      "2025 PW GPCI (with 1.0 Floor)", "2025 PE GPCI", "2025 MP GPCI",
    ],
    [
      "10112", "AL", "00", "INVENTED STATE", .number("1"), .number("0.86899999999999999"),
      .number("0.57499999999999996"),
    ],
    [
      .number("2102"), "AK", .number("1"), "INVENTED NORTH*", .number("1.5"), .number("1.08"),
      .number("0.59199999999999997"),
    ],
    ["MAC Assignments as of November 22, 2023"],
  ])

  static let anesthesiaCSV = """
    Contractor,Locality,Locality Name,National Anes CF of 20.3178
    10112 ,00 ,INVENTED STATE,19.3
    02102 ,01 ,INVENTED NORTH*,27.86
    ,,,

    """.replacing("\n", with: "\r\n")

  static let anesthesiaText =
    anesthesiaLine("10112", "00", "INVENTED STATE", "1930") + anesthesiaLine("02102", "01", "INVENTED NORTH", "2786")
    + "\u{1A}"

  static let anesthesiaWorkbook = SmallWorkbook([
    ["Contractor", "Locality", "Locality Name", "Anes CF of 20.3178"],
    [.number("10112"), .number("0"), "INVENTED STATE", .number("19.3")],
    [.number("2102"), .number("1"), "INVENTED NORTH*", .number("27.859999999999999")],
  ])

  static let countiesCSV = """
    COUNTIES INCLUDED IN 2025 LOCALITIES.,,,,
    ,,,,
    Medicare Adminstrative Contractor,Locality Number,State ,Fee Schedule Area ,Counties
    ,,,,
    10112,0,INVENTED STATE ,STATEWIDE ,ALL COUNTIES 
    ,,,,
    1182,18,LONG STATE,NORTH,"ONE, TWO"
    1182,99,,REST OF STATE* ,ALL OTHER COUNTIES
    1182,99,,REST OF STATE*,ALL OTHER COUNTIES
    *  Payment locality is serviced by two carriers.,,,,

    """

  /// A table of base units.
  static let baseUnits = "CPT Code,Descriptor,Base Unit(s)\n00100,Invented,5\n00102,\"Invented, too\",6\n"

  /// A line of GPCI's fixed width, written out by hand.
  static func gpciLine(
    _ mac: String, _ state: String, _ locality: String, _ name: String, _ work: String, _ pe: String, _ mp: String
  ) -> String {
    let blanks = String(repeating: " ", count: 121 - 29 - name.utf8.count)
    return "\(mac)           \(state)      \(locality)   \(name)\(blanks)\(work)       \(pe)       \(mp)\r\n"
  }

  /// A line of ANES's fixed width: the name cut at 40 characters, the factor in cents.
  static func anesthesiaLine(_ mac: String, _ locality: String, _ name: String, _ cents: String) -> String {
    let blanks = String(repeating: " ", count: 55 - min(40, name.utf8.count))
    return "\(mac)       \(locality)    \(name.prefix(40))\(blanks)\(cents)\r\n"
  }

  /// PPRRVU as a workbook: codes, modifiers and values as numbers where they can be, without their zeros.
  static func workbook(_ rows: [InventedFees.Row]) throws -> [UInt8] {
    var reader = DelimitedReader(MemorySource(InventedFees.cms(rows, ending: nil).utf8))
    var sheet: [[SmallWorkbook.Cell]] = []
    while try reader.next() {
      let isHeader = sheet.count < 10
      sheet.append(
        reader.texts().map { text in
          guard !isHeader, let number = Double(text) else { return .text(text) }
          // As spreadsheets write it, with the noise of binary fractions.
          return .number(
            number == number.rounded() ? "\(Int(number))" : number == 0.1 ? "0.10000000000000001" : "\(number)")
        })
    }
    return SmallWorkbook(sheet).bytes
  }

  /// PPRRVU as lines of fixed width, by the layout's places.
  static func fixedWidth(_ rows: [InventedFees.Row]) throws -> String {
    let fields = FixedRecordLayout.relativeValues.layout.fields
    var reader = DelimitedReader(MemorySource(InventedFees.cms(rows, ending: nil).utf8))
    var text =
      "HDR CPT CODES ARE COPYRIGHT                       \r\nHDR 2025 AND SO ON.                               \r\n"
    var record = 0
    while try reader.next() {
      record += 1
      if record <= 10 { continue }
      var line = [UInt8](repeating: 0x20, count: 171)
      for (index, field) in fields.enumerated() {
        var cell = Array(reader.field(index))
        if field.last - field.first == 2, cell.starts(with: "0.".utf8) { cell.removeFirst() }
        // Values stand at the right, texts at the left.
        let start = field.name == "DESCRIPTION" ? field.first - 1 : field.last - cell.count
        for (offset, byte) in cell.enumerated() { line[start + offset] = byte }
      }
      text += String(decoding: line, as: UTF8.self) + "\r\n"
    }
    return text
  }
}
