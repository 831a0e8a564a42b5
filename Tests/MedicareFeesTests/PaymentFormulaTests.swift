import Foundation
import ProductivityModel
import Testing

@testable import Ingest
@testable import MedicareFees

/// Payments by locality against CMS's formula, worked with unrounded decimals:
/// `[(work x work GPCI) + (PE x PE GPCI) + (MP x MP GPCI)] x CF`.
@Suite struct PaymentFormulaTests {
  /// A worked example: parts, indices, factor, and the amount to the cent.
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var parts: (work: String, practiceExpense: String, malpractice: String)
    var indices: (work: String, practiceExpense: String, malpractice: String)
    var factor = "32.3465"
    var amount: String

    var testDescription: String { name }
  }

  static let examples: [Example] = [
    // 1.30 x 1.088 + 1.35 x 1.419 + 0.10 x 0.445 = 3.37455; x 32.3465 = 109.154881575. Of 3.37 it would be 109.01.
    Example(
      name: "99213 outside a facility, San Francisco", parts: ("1.30", "1.35", "0.10"),
      indices: ("1.088", "1.419", "0.445"), amount: "109.15"),
    // 1.30 x 1.500 + 0.57 x 1.081 + 0.10 x 0.592 = 2.62537; x 32.3465 = 84.921530705.
    Example(
      name: "99213 in a facility, Alaska with its floor of work", parts: ("1.30", "0.57", "0.10"),
      indices: ("1.500", "1.081", "0.592"), amount: "84.92"),
    // 17.59 x 1.065 + 9.91 x 1.166 + 3.76 x 1.656 = 36.51497; x 32.3465 = 1181.131477105.
    Example(
      name: "44310, Manhattan", parts: ("17.59", "9.91", "3.76"), indices: ("1.065", "1.166", "1.656"),
      amount: "1181.13"),
    // 19.60 x 1.000 + 15.30 x 0.869 + 3.98 x 0.575 = 35.18420; x 32.3465 = 1138.0857253.
    Example(
      name: "27447, Alabama", parts: ("19.60", "15.30", "3.98"), indices: ("1.000", "0.869", "0.575"),
      amount: "1138.09"),
    // 0.00 x 1.000 + 0.69 x 1.027 + 0.01 x 2.500 = 0.73363; x 32.3465 = 23.730362795.
    Example(
      name: "71046-TC, Miami", parts: ("0.00", "0.69", "0.01"), indices: ("1.000", "1.027", "2.500"), amount: "23.73"),
    // 90.00 x 32.3465 = 2911.185, exactly half a cent: away from zero.
    Example(
      name: "half a cent", parts: ("90.00", "0.00", "0.00"), indices: ("1.000", "1.000", "1.000"), amount: "2911.19"),
    // 28.97 x 33.4009 = 967.624073.
    Example(
      name: "44310 of 2026, national", parts: ("17.15", "7.97", "3.85"), indices: ("1.000", "1.000", "1.000"),
      factor: "33.4009", amount: "967.62"),
  ]

  @Test(arguments: examples)
  func `a worked example comes to its amount`(_ example: Example) throws {
    let payment = Payment.amount(
      work: RVU(hundredths: Int32(try scaled(example.parts.work, 2))),
      practiceExpense: RVU(hundredths: Int32(try scaled(example.parts.practiceExpense, 2))),
      malpractice: RVU(hundredths: Int32(try scaled(example.parts.malpractice, 2))),
      gpci: GPCI(
        work: Int32(try scaled(example.indices.work, 3)),
        practiceExpense: Int32(try scaled(example.indices.practiceExpense, 3)),
        malpractice: Int32(try scaled(example.indices.malpractice, 3))),
      factor: InventedFees.factor(example.factor))
    #expect(payment.description == example.amount)
    // The slow path below must come to the same, or it proves nothing.
    let slow = Self.slow(
      [example.parts.work, example.parts.practiceExpense, example.parts.malpractice],
      [example.indices.work, example.indices.practiceExpense, example.indices.malpractice], example.factor)
    #expect(slow == Decimal(string: example.amount))
  }

  @Test func `every locality of 2025D pays what decimals from the text of the files come to`() throws {
    let library = try FeeLibrary(dataFolder: ShippedReleasesTests.dataFolder)
    let info = try #require(library.info("2025D"))
    let schedule = try library.load("2025D").schedule
    let localities = try #require(try library.localities(of: info))
    let factor = try #require(library.conversionFactor(.national, on: info.effective.first)).factor
    let folder = "\(ShippedReleasesTests.dataFolder)/cms-pfs/2025D"
    let figures = try Self.records("\(folder)/rvu.csv")
    let places = try Self.records("\(folder)/gpci.csv")
    #expect(places.count == 109)
    // Every 29th of the rows that are paid by their values, in each setting in which they are.
    let chosen = figures.filter { record in
      ["A", "R", "T"].contains(record["status"]) && record["not_used_for_medicare"] == "" && record["mp"] != "0.00"
    }.enumerated().filter { $0.offset % 29 == 0 }.map(\.element)
    #expect(chosen.count > 250)
    var differing: [String] = []
    var compared = 0
    for record in chosen {
      let code = InventedFees.code(record["code"] ?? "")
      let row = try #require(schedule.row(code, record["modifier"].flatMap { Modifier($0) }), "\(code)")
      for setting in Setting.allCases where record["\(setting.rawValue)_na"] == "" {
        let parts = ["work", "\(setting.rawValue)_pe", "mp"].map { record[$0] ?? "" }
        for place in places {
          let key = try #require(LocalityKey("\(place["mac"] ?? "")-\(place["locality"] ?? "")"))
          let locality = try #require(localities[key], "\(key)")
          let indices = ["work_gpci", "pe_gpci", "mp_gpci"].map { place[$0] ?? "" }
          let expected = Self.slow(parts, indices, "32.3465")
          let paid = Payment(row, in: setting, at: factor, gpci: locality.gpci)?.feeScheduleAmount
          if paid.map({ Decimal($0.cents) / 100 }) != expected { differing.append("\(code) in \(key)") }
          compared += 1
        }
      }
    }
    #expect(compared > 40_000)
    #expect(differing.isEmpty)
  }

  /// The formula with decimal numbers of 38 digits from text, which share nothing with the program's integers.
  private static func slow(_ parts: [String], _ indices: [String], _ factor: String) -> Decimal? {
    guard let factor = Decimal(string: factor) else { return nil }
    var sum = Decimal(0)
    for (part, index) in zip(parts, indices) {
      guard let part = Decimal(string: part), let index = Decimal(string: index) else { return nil }
      sum += part * index
    }
    var exact = sum * factor
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, 2, .plain)
    return rounded
  }

  /// The records of a CSV file by column name. Of the columns used here none has quotes, and cells in quotes are kept whole.
  private static func records(_ path: String) throws -> [[String: String]] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    func cells(_ line: Substring) -> [String] {
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
    let header = cells(try #require(lines.first))
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, cells($0))) }
  }

  private func scaled(_ text: String, _ scale: Int) throws -> Int64 { try DecimalText.parse(text, scale: scale).get() }
}
