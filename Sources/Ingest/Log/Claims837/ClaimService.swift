import ProductivityModel
import Tabular

/// What a service line of a claim says of itself.
struct ClaimService: Sendable {
  /// The columns whose cells are a line's own.
  static let columns: [LogColumn] = [
    .lineID, .clinicianID, .serviceDate, .code, .modifiers, .units, .minutes, .placeOfService, .charge, .billingID,
    .supervisingID,
  ]

  /// Whether the line's SV1 was read.
  private(set) var isRead = false
  /// Why the quantity cannot be understood, if it cannot.
  private(set) var fault: (Problem, String, String)?
  var rendering = ClaimProvider.none
  var supervising = ClaimProvider.none
  var days = ClaimedDays.none

  /// Whether a line item control number only counts the lines of its claim: a whole number below 1000.
  ///
  /// The number has to be unique within its claim, and many programs write 1, 2, 3. Such a one is no id: the first lines of
  /// two claims would be one line.
  static func isCounter(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    number.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && number.drop { $0 == 0x30 }.count <= 3
  }

  /// Reads the SV1 segment: what was done, how often or how long, where and for how much.
  mutating func read(_ reader: borrowing InterchangeReader, _ cells: inout ClaimCells) {
    isRead = true
    cells.set(.code, CellText.trimmed(reader.component(2, of: 1)))
    cells.clear(.modifiers)
    for number in 3...6 {
      let modifier = CellText.trimmed(reader.component(number, of: 1))
      if modifier.isEmpty { continue }
      if !cells[.modifiers].isEmpty { cells.append([0x20], to: .modifiers) }
      cells.append(modifier, to: .modifiers)
    }
    cells.set(.charge, CellText.trimmed(reader.element(2)))
    cells.set(.placeOfService, CellText.trimmed(reader.element(5)))
    readQuantity(CellText.trimmed(reader.element(4)), basis: ShortCode(reader.element(3)), &cells)
  }

  private mutating func readQuantity(
    _ quantity: UnsafeBufferPointer<UInt8>, basis: ShortCode, _ cells: inout ClaimCells
  ) {
    if quantity.isEmpty {
      fault = (.missingValue, "SV104 is blank", "every line of a claim has units or minutes")
      return
    }
    switch basis {
    case "UN": cells.set(.units, quantity)
    case "MJ":
      cells.set(.units, [0x31])
      cells.set(.minutes, quantity)
    default:
      fault = (
        .notANumber, "SV103 is neither UN nor MJ, so it is not known what SV104 counts",
        "have the quantity written in units (UN) or minutes (MJ)"
      )
    }
  }
}
