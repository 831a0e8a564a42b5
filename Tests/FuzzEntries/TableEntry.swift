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
        // The next bit says whether other layouts than the standard one are looked for.
        checkSurvey(text, choice & 4 == 0 ? SurveyReading() : wide, &violations)
      case 2: _ = try CrosswalkReader.read(try folder.write("table.csv", text), shownAs: "crosswalk.csv")
      default: try checkPrices(text, &violations)
      }
    } catch {
      violations.require(error is InputFailure, "tables: \(error) is no failure")
      violations.require(decent: ["\(error)"], of: "tables")
    }
  }

  /// A layout with the metrics side by side.
  private static let wide: SurveyReading = {
    let map = """
      map: wide
      columns: {specialty: specialty, region: region, n: n, organisations: n_orgs}
      fill: [region]
      measures:
        total_compensation: {percentiles: "tcc_p{percent}", mean: tcc_mean}
        work_rvu: {percentiles: ["wrvu_p{percent}", "{percent} %tile", {50: median}], n: wrvu_n}
        compensation_per_work_rvu: {percentiles: "cf_p{percent}"}
      """
    let maps = (try? [SurveyMapFile.read(Array(map.utf8), file: "map.yaml")]) ?? []
    return SurveyReading(among: maps, name: "Invented", year: 2026)
  }()

  /// Reads a survey, and holds it against what every survey is once it is read.
  static func checkSurvey(_ bytes: [UInt8], _ reading: SurveyReading, _ violations: inout Violations) {
    guard let folder = try? TemporaryFolder() else { return }
    do {
      let survey = try SurveyReader.read(try folder.write("table.csv", bytes), shownAs: "survey.csv", reading)
      violations.require(decent: survey.findings.map(\.description), of: "survey")
      violations.require(survey.account.isBalanced, "survey: rows are unaccounted for: \(survey.account)")
      violations.require(survey.account.kept == survey.rows.count, "survey: \(survey.account)")
      for row in survey.rows {
        let values = row.points.map(\.millionths)
        violations.require(values == values.sorted() && values.allSatisfy { $0 >= 0 }, "survey: points \(values)")
      }
      let written = try folder.write("long.csv", LongSurvey.bytes(of: survey.rows))
      guard !survey.rows.isEmpty else { return }
      let again = try SurveyReader.read(written, shownAs: "survey.csv")
      violations.require(
        again.rows.map(\.points) == survey.rows.map(\.points), "survey: what is written is not read again alike")
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
