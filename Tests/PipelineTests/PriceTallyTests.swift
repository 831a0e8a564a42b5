import Ingest
import ProductivityModel
import Testing

@testable import Pipeline

@Suite struct PriceTallyTests {
  private static let fault = PriceFault(.malformedCode, .code)

  /// A tally of rows on the first lines of a piece, all of which have the fault.
  private static func tally(faults lines: ClosedRange<Int>) -> PriceTally {
    var tally = PriceTally()
    for line in lines {
      tally.rows += 1
      let isTold = tally.tellsPlace(of: fault)
      tally.count(
        fault, isTold ? Finding(.malformedCode, at: SourcePosition(file: "list.csv", line: line), "is no code") : nil)
    }
    return tally
  }

  @Test func `the first three places of the list are told, with their lines in it`() {
    var all = PriceTally()
    all.add(Self.tally(faults: 2...3), behind: 1)
    all.add(Self.tally(faults: 1...9), behind: 100)
    let summary = all.summary
    #expect(summary.rows == 11)
    #expect(summary.faults.map(\.count) == [11])
    #expect(summary.faults.first?.findings.map { $0.position?.line } == [3, 4, 101])
  }

  @Test func `rows without an amount add up, the most frequent reason first`() {
    var (all, piece) = (PriceTally(), PriceTally())
    piece.count(.noFactor)
    piece.count(.noMinutes)
    all.add(piece, behind: 0)
    piece.count(.noMinutes)
    all.add(piece, behind: 0)
    #expect(all.summary.withoutAmount.map(\.count) == [3, 2])
    #expect(all.summary.withoutAmount.first?.reason == .noMinutes)
  }
}
