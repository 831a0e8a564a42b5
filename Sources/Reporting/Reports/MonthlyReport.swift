import Benchmarking
import ProductivityModel

/// The page of the month: data quality first, then what the month brought, to whom, and what changed.
public enum MonthlyReport: RunReport {
  /// How many of the largest changes are told.
  private static let movers = 8

  /// The one page.
  public static func reports(of results: RunResults) -> [Report] {
    let month = YearMonth(containing: results.period.last)
    let windows = MonthlySums.windows(of: results)
    var sections = [ReportSection("Data quality", DataQualitySummary.blocks(of: results))]
    sections.append(ReportSection("The month", MonthlySums.blocks(of: windows)))
    if !results.clinicians.isEmpty {
      sections.append(ReportSection("Clinicians", [.table(MonthlyTable.clinicians(of: results))]))
    }
    let changes = changes(in: results)
    if !changes.isEmpty { sections.append(ReportSection("What changed most", changes)) }
    if results.specialties.count > 1 {
      sections.append(ReportSection("Specialties", [.table(MonthlyTable.specialties(of: results))]))
    }
    sections.append(ReportSection("To do", toDo(in: results)))
    return [
      Report(
        address: .monthly, title: "\(DateWording.name(ofMonth: month.month)) \(month.year)",
        subtitle: "The month, the year to date and twelve months",
        summary: MonthlySums.summary(of: windows, in: results),
        sections: sections, from: results)
    ]
  }

  /// Those whose twelve months differ most from the twelve before, up and down.
  private static func changes(in results: RunResults) -> [ReportBlock] {
    let rows = results.clinicians.compactMap {
      clinician -> (clinician: ClinicianResult, pair: RecentWork.Pair, change: WorkRVU)? in
      guard let pair = clinician.recent?.rollingTwelve, let now = pair.now.totals, let before = pair.yearBefore.totals
      else { return nil }
      return (clinician, pair, now.benchmark - before.benchmark)
    }.sorted { (-abs($0.change.millionths), $0.clinician.id) < (-abs($1.change.millionths), $1.clinician.id) }
    guard let first = rows.first else { return [] }
    var blocks: [ReportBlock] = [
      .table(
        ReportTable(
          "Twelve months beside the twelve before, the largest changes first",
          columns: [
            .words("Clinician"), .numbers("wRVUs", BridgeWording.name(of: first.pair.yearBefore.days)),
            .numbers("wRVUs", BridgeWording.name(of: first.pair.now.days)), .numbers("Change"), .numbers("Percent"),
            .numbers("FTE days", "then"), .numbers("FTE days", "now"), .numbers("Percent", "per FTE day"),
          ],
          rows: rows.prefix(movers).map { row in
            let why = [StandingWording.specialty(row.clinician.specialty)] + TimeWording.reasons(row.pair)
            return [
              Cell(
                .text(row.clinician.name), link: .clinician(row.clinician.id), detail: why.joined(separator: "; ")),
              Cell(.of(row.pair.yearBefore.totals?.benchmark, CellValue.workRVU, otherwise: "")),
              Cell(.of(row.pair.now.totals?.benchmark, CellValue.workRVU, otherwise: "")),
              Cell(.text(BridgeWording.signed(row.change))),
              Cell(RecentWording.change(row.pair, \.benchmark)), Cell(TimeWording.fteDays(row.pair.yearBefore)),
              Cell(TimeWording.fteDays(row.pair.now)), Cell(TimeWording.changePerDay(row.pair)),
            ]
          },
          notes: [
            "FTE days: days employed and not on leave, each times its clinical FTE. A side with less than half of the other's is not compared in percent."
          ]))
    ]
    if let bridge = results.lastYear {
      blocks.append(
        .paragraph("\(BridgeNotes.headline(of: bridge)) Step by step, of the \(bridge.ledger.rawValue) ledger:"))
      blocks.append(.chart(.waterfall(BridgeReport.chart(of: bridge))))
      blocks.append(.list(BridgeStep.steps(of: bridge.total, in: bridge).map { "\($0.label): \($0.sentence)" }))
    }
    return blocks
  }

  private static func toDo(in results: RunResults) -> [ReportBlock] {
    let all = RunException.all(of: results)
    return [
      .paragraph(ExceptionsReport.summary(of: all, in: results)),
      .links([ReportLink("Every exception, by whose task it is", to: .exceptions)]),
    ]
  }
}
