import Benchmarking
import ProductivityModel
import Reporting
import Tabular
import TestSupport
import Testing

@testable import Rendering

@Suite struct `Rows of data tables` {
  private static let texts = [
    "", "a", "work_rvu", "1132119450", "Cardiac Care", "Dr. \"Q\", MD", "a,b", "line\nend", "\r", "=1+1", "-5", "@x",
    "\tx",
    "＝1", "＋", "ﬁ", "é", "O'Neil, Jr.", String(repeating: "Compared figures are benchmark work RVUs. ", count: 40),
  ]

  private static func cell(_ random: inout SplitMix64) -> CellValue {
    let any = Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<64, using: &random)
    let share = Double(Int64.random(in: -3...200_000_000, using: &random)) / 1_000_000
    let date = CalendarDate(daysSinceEpoch: Int32.random(in: -100_000...100_000, using: &random))
    let placement = [
      Placement(position: .below(10), timesMedian: nil), Placement(position: .at(share), timesMedian: nil),
      Placement(position: .above(90), timesMedian: nil), Placement(position: .ratioOnly, timesMedian: 1),
    ][Int.random(in: 0..<4, using: &random)]
    let cells: [CellValue] = [
      .text(texts[Int.random(in: 0..<texts.count, using: &random)]),
      .literal(texts[Int.random(in: 0..<texts.count, using: &random)]), .integer(Int(any)), .year(date.year),
      .rank(Int(any), of: 3), .workRVU(WorkRVU(millionths: any)), .workRVURate(WorkRVU(millionths: 0)),
      .surveyValue(WorkRVU(millionths: any >> 20)), .units(Units(tenThousandths: any)), .units(.zero),
      .money(Money(cents: any)), .clinicalFTE(any), .percent(share), .percentile(share), .ratio(share),
      .placement(placement), .month(YearMonth(containing: date)), .date(date),
      .position(SourcePosition(file: "a, b.csv", line: 3)), .notAvailable("there is none"),
    ]
    return cells[Int.random(in: 0..<cells.count, using: &random)]
  }

  @Test(arguments: 61...66 as ClosedRange<UInt64>)
  func `are the bytes of the general writer, whatever is in them`(seed: UInt64) {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let columns = Int.random(in: 1...4, using: &random)
      var rows = DataRows(room: Int.random(in: 0...100, using: &random))
      var writer = DelimitedWriter()
      var before: [CellValue] = []
      for row in 0..<Int.random(in: 0...40, using: &random) {
        var cells: [CellValue] = []
        while cells.count < columns {
          let same = row == 0 ? 0 : Int.random(in: 0...(columns - cells.count), using: &random)
          if same > 0 {
            rows.addAsBefore(same)
            cells += before[cells.count..<(cells.count + same)]
          } else {
            cells.append(Self.cell(&random))
            rows.add(cells[cells.count - 1])
          }
        }
        for cell in cells { writer.field(cell.isWords ? FormulaGuard.harmless(cell.dataText) : cell.dataText) }
        before = cells
        rows.endRow()
        writer.endRecord()
      }
      #expect(rows.written() == writer.bytes, "seed \(seed)")
    }
  }

  @Test(arguments: 71...73 as ClosedRange<UInt64>)
  func `have the short text of a value where it has one`(seed: UInt64) {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    var short = 0
    for _ in 0..<5_000 {
      let cell = Self.cell(&random)
      guard let text = cell.shortData else { continue }
      short += 1
      #expect(text.description == cell.dataText, "seed \(seed): \(cell)")
    }
    #expect(short > 2_000, "seed \(seed)")
  }
}
