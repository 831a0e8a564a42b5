import Benchmarking
import ProductivityModel

/// The parts of a scorecard: few, dense, and side by side.
enum ScorecardSections {
  /// How many codes a scorecard shows.
  private static let codes = 6

  /// The sections of one role.
  static func sections(
    of clinician: ClinicianResult, isOnly: Bool, goal: GoalStanding?, among peers: SpecialtyFigures,
    in results: RunResults
  ) -> [ReportSection] {
    func title(_ text: String) -> String {
      isOnly ? text : "\(StandingWording.specialty(clinician.specialty)): \(text.lowercased())"
    }
    let figures = ScorecardFigures.figures(of: clinician, goal: goal, in: results)
    let left =
      [headline(of: clinician), .figures(figures)] + topCodes(of: clinician, in: results) + visits(of: clinician)
    let right =
      (standingChart(of: clinician, among: peers, in: results).map { [.chart($0)] } ?? [])
      + months(of: clinician, goal, in: results) + lastYear(of: clinician, isOnly: isOnly, in: results)
    return [
      ReportSection(title("Standing"), [.columns([left, right])]),
      ReportSection(title("To know"), [.list(notes(of: clinician, goal, in: results))]),
    ]
  }

  private static func headline(of clinician: ClinicianResult) -> ReportBlock {
    guard let placement = clinician.placement, let row = clinician.surveyRow, let value = clinician.annualizedPerFTE
    else {
      return .headline(
        Headline("Not placed", context: CountWording.sentence(StandingWording.whyNotPlaced(clinician) ?? "") + "."))
    }
    return .headline(
      Headline(
        CountWording.sentence(PlacementWording.statement(placement)), addition: PlacementWording.addition(placement),
        context:
          "\(CellValue.workRVURate(value).text) wRVUs a year per 1.0 clinical FTE in \(StandingWording.source(row))."))
  }

  /// The clinician among the survey's points and the others of the specialty, who are not named.
  static func standingChart(
    of clinician: ClinicianResult, among peers: SpecialtyFigures, in results: RunResults
  ) -> ReportChart? {
    guard let placement = clinician.placement, let row = clinician.surveyRow, let value = clinician.annualizedPerFTE
    else { return nil }
    let others = peers.others(of: clinician)
    let shown = others.count >= results.minimumPeers ? others : []
    return .strip(
      StripChart(
        title: shown.isEmpty
          ? "\(clinician.name) in \(StandingWording.name(row))"
          : "\(clinician.name) among \(CountWording.count(shown.count, "other")) of the specialty and in \(StandingWording.name(row))",
        description: ClinicianWording.placement(placement, of: value, in: row),
        axis: "wRVUs a year per 1.0 clinical FTE", points: row.points, others: shown, marked: value.millionths,
        label: clinician.name))
  }

  private static func months(_ clinician: ClinicianResult, _ goal: GoalStanding?, in results: RunResults) -> MonthChart
  {
    var chart = MonthSeries.chart(
      of: Array(clinician.monthly), days: MonthSeries.days(of: clinician, in: results), in: results,
      title: "Benchmark wRVUs by month of service")
    chart.band = MonthBand.points(of: clinician, in: results)
    if let goal, goal.ledger == .benchmark {
      chart.targets = results.months.map { month in goal.months.first { $0.month == month }?.target }
    }
    return chart
  }

  private static func months(
    of clinician: ClinicianResult, _ goal: GoalStanding?, in results: RunResults
  ) -> [ReportBlock] { [.chart(.months(months(clinician, goal, in: results)))] }

  private static func topCodes(of clinician: ClinicianResult, in results: RunResults) -> [ReportBlock] {
    let codes = clinician.topCodes.prefix(codes)
    guard !codes.isEmpty else { return [] }
    let hasPeers = codes.contains { $0.unitsPerFTE != nil }
    let few =
      "shown only where at least \(CountWording.count(results.minimumPeers, "other")) of the specialty have the code"
    var columns: [ReportTable.Column] = [.words("Code"), .numbers("wRVUs", "benchmark"), .numbers("Share")]
    if hasPeers { columns += [.numbers("Services a year", "per 1.0 cFTE"), .numbers("Peers", "median")] }
    let total = clinician.totals.benchmark
    let rows = codes.map { code in
      var cells = [
        Cell(.literal(code.code)), Cell(.workRVU(code.benchmark)),
        Cell(
          total.millionths > 0
            ? .percent(100 * Double(code.benchmark.millionths) / Double(total.millionths))
            : .notAvailable("the total is not above zero")),
      ]
      if hasPeers {
        cells.append(
          Cell(
            .of(
              code.unitsPerFTE, CodePeerWording.shown,
              otherwise: StandingWording.whyNotAnnualised(clinician) ?? "it is not annualised")))
        cells.append(Cell(.of(code.peerMedianUnitsPerFTE, CodePeerWording.shown, otherwise: few)))
      }
      return cells
    }
    return [.table(ReportTable("Codes with the most benchmark wRVUs", columns: columns, rows: rows))]
  }

  private static func visits(of clinician: ClinicianResult) -> [ReportBlock] {
    guard let family = clinician.patterns.visits.max(by: { $0.visits.tenThousandths < $1.visits.tenThousandths }),
      family.visits.tenThousandths > 0
    else { return [] }
    return [.chart(.shares(VisitChart.chart(of: family, name: clinician.name)))]
  }

  /// What makes the change from the year before; nothing where there are services on one side only, which no cause explains.
  private static func lastYear(
    of clinician: ClinicianResult, isOnly: Bool, in results: RunResults
  ) -> [ReportBlock] {
    guard let bridge = results.lastYear?.only(clinician.id, specialty: isOnly ? nil : clinician.specialty),
      bridge.rows.contains(where: \.isSplit)
    else { return [] }
    var chart = BridgeReport.chart(of: bridge)
    chart.steps.removeAll { $0.amount == .zero }
    return [.chart(.waterfall(chart))]
  }

  /// What the reader has to know: what is not in the numbers, what is not known, what they stand on.
  private static func notes(
    of clinician: ClinicianResult, _ goal: GoalStanding?, in results: RunResults
  ) -> [String] {
    var notes: [String] = []
    if clinician.totals.unpricedLines > 0 {
      notes.append(
        "\(CountWording.sentence(CountWording.count(clinician.totals.unpricedLines, "line"))), charged \(CellValue.money(clinician.totals.unpricedCharge).text), without a price: no wRVUs."
      )
    }
    if let goal, goal.pace == nil { notes.append(GoalWording.sentence(of: goal, through: results.period.last)) }
    if let mix = clinician.patterns.caseMix, !mix.choosesNearest,
      let sentence = CaseMixWording.sentences(of: clinician, in: results).first
    {
      notes.append(sentence)
    }
    let reviews = PatternWording.reviews(of: clinician)
    if !reviews.isEmpty {
      notes.append(
        "\(CountWording.sentence(CountWording.count(reviews.count, "share"))) of visits or modifiers \(reviews.count == 1 ? "is" : "are") worth a review, which is no finding of wrong coding; the clinician's page has them."
      )
    }
    if let why = clinician.recent?.rollingTwelve.yearBefore.gap {
      notes.append("The twelve months before are not known: \(why).")
    }
    if let bridge = results.lastYear?.only(clinician.id), !bridge.rows.contains(where: \.isSplit) {
      let empty = bridge.rows.allSatisfy(\.from.isEmpty) ? bridge.from : bridge.to
      notes.append("There are no services with work in \(empty.name), with which a change could be explained.")
    }
    // The first sentence of the basis names the policy and the releases, which the foot of the page does too.
    return notes + clinician.basis.dropFirst().prefix(2)
  }
}
