/// Turns lines into the bytes of a log, without making a string of any of them.
struct LogWriter: Sendable {
  /// The header of every log.
  static let header =
    "line_id,clinician_id,specialty,service_date,post_date,patient_id,code,modifiers,units,place_of_service,charge,void_of\n"
  /// The header of the logs of the year before, which have what crediting needs and nothing else.
  static let earlierHeader = "clinician_id,service_date,patient_id,code,modifiers,units,place_of_service\n"
  /// The number of fields of a record.
  static let fieldCount = 12

  /// The number of the first line, so that all ids have eight digits.
  static let firstNumber: UInt32 = 10_000_001

  /// What has been written and not yet handed on.
  private(set) var bytes: [UInt8] = []
  private let calendar: PracticeCalendar
  private let catalogue: ItemCatalogue
  /// `,clinician,specialty,` of each clinician; of the year before `clinician,`.
  private let clinicians: [[UInt8]]
  /// Whether the lines are of the year before.
  private let isEarlier: Bool

  /// A writer for a practice's lines.
  init(staff: [StaffMember], calendar: PracticeCalendar, catalogue: ItemCatalogue, isEarlier: Bool = false) {
    self.calendar = calendar
    self.catalogue = catalogue
    self.isEarlier = isEarlier
    clinicians = staff.map {
      Array((isEarlier ? "\($0.identifier)," : ",\($0.identifier),\(SampleSpecialty.all[$0.specialty].name),").utf8)
    }
  }

  /// Writes the header.
  mutating func writeHeader() { write(text: isEarlier ? Self.earlierHeader : Self.header) }

  /// The id of a line, as text.
  static func identifier(_ number: UInt32) -> String { "L\(number)" }

  /// The identifier of a patient, as text: seven digits at least.
  static func patient(_ number: UInt32) -> String {
    let digits = String(number)
    return "MRN" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }

  /// Writes a line.
  ///
  /// - Complexity: O(1), without allocation once the buffer has grown.
  mutating func write(_ line: LogLine) {
    if !isEarlier {
      bytes.append(UInt8(ascii: "L"))
      append(Int(line.number), digits: 8)
    }
    bytes.append(contentsOf: clinicians[Int(line.clinician)])
    append(day: Int(line.service))
    if !isEarlier { append(day: Int(line.posted)) }
    bytes.append(UInt8(ascii: "M"))
    bytes.append(UInt8(ascii: "R"))
    bytes.append(UInt8(ascii: "N"))
    append(Int(line.patient), digits: 7)
    comma()
    bytes.append(contentsOf: catalogue.cells[Int(line.item)])
    append(Int(line.units))
    comma()
    append(Int(line.place))
    if isEarlier {
      bytes.append(UInt8(ascii: "\n"))
      return
    }
    comma()
    append(Int(line.units) * catalogue.charges[Int(line.item)])
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0"))
    bytes.append(UInt8(ascii: "0"))
    comma()
    if line.voids != 0 {
      bytes.append(UInt8(ascii: "L"))
      append(Int(line.voids), digits: 8)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes a record as it stands.
  mutating func write(text: String) { bytes.append(contentsOf: text.utf8) }

  /// Hands on what has been written.
  mutating func drain() -> [UInt8] {
    let written = bytes
    bytes.removeAll(keepingCapacity: true)
    return written
  }

  @inline(__always)
  private mutating func comma() { bytes.append(UInt8(ascii: ",")) }

  @inline(__always)
  private mutating func append(day: Int) {
    bytes.append(contentsOf: calendar.texts[day * 10..<day * 10 + 10])
    comma()
  }

  private mutating func append(_ number: Int, digits: Int = 1) {
    var rest = number.magnitude
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var power: UInt = 1
    var count = 1
    while count < digits || rest / power >= 10 {
      power *= 10
      count += 1
    }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
  }
}
