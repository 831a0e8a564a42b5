import Ingest
import ProductivityModel
import Tabular
import TestSupport

/// Small tables that are read whole. The first byte chooses the table; the rest is the file.
enum TableEntry {
  static func check(_ bytes: [UInt8], _ violations: inout Violations) {
    guard let choice = bytes.first, let folder = try? TemporaryFolder() else { return }
    let text = Array(bytes.dropFirst())
    do {
      switch choice & 3 {
      case 0: _ = try RosterReader.read(try folder.write("table.csv", text), shownAs: "roster.csv")
      case 1:
        let survey = try SurveyReader.read(try folder.write("table.csv", text), shownAs: "survey.csv")
        violations.require(decent: survey.findings.map(\.description), of: "survey")
      case 2: _ = try CrosswalkReader.read(try folder.write("table.csv", text), shownAs: "crosswalk.csv")
      default: try checkPrices(text, &violations)
      }
    } catch {
      violations.require(error is InputFailure, "tables: \(error) is no failure")
      violations.require(decent: ["\(error)"], of: "tables")
    }
  }

  private static func checkPrices(_ text: [UInt8], _ violations: inout Violations) throws {
    var reader = try PriceReader(MemorySource(text), shownAs: "prices.csv")
    while true {
      switch try reader.next() {
      case .end: return
      case .row: break
      case .fault(let fault): violations.require(decent: [reader.finding(of: fault).description], of: "prices")
      }
      _ = reader.fields()
      _ = reader.plainRecord?.count
    }
  }
}
