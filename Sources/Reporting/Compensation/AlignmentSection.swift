import Benchmarking
import Compensation
import ProductivityModel

/// Pay beside productivity: the picture, the table, what is worth a review, and what the figures cannot say.
enum AlignmentSection {
  private typealias Person = (clinician: CompensationResults.Clinician, alignment: ClinicianAlignment)

  static func blocks(of results: CompensationResults) -> [ReportBlock] {
    let people: [Person] = results.clinicians.compactMap { clinician in
      clinician.alignment.map { (clinician, $0) }
    }
    guard !people.isEmpty else { return [] }
    let rules = results.alignmentRules
    var blocks: [ReportBlock] = [
      .paragraph(
        "Compensation: what is \(results.alignsPaid ? "paid" : "earned") in all, for a year at 1.0 total FTE, in the survey's distribution of total compensation. "
          + "Productivity: annualised benchmark wRVUs per 1.0 clinical FTE, as the clinician's page places them. The gap is the first percentile less the second, in points; "
          + "outside the published points only a bound of it is known.")
    ]
    let points = points(of: people)
    if !points.isEmpty { blocks.append(.chart(.quadrant(chart(of: points, people, rules)))) }
    blocks.append(.table(table(of: people)))
    blocks.append(.table(rates(of: people)))
    blocks += reviews(of: people, rules)
    blocks.append(.heading("What these figures do not say"))
    blocks.append(.list(notes))
    let sources = sources(of: people)
    if !sources.isEmpty { blocks += [.heading("Surveys"), .list(sources)] }
    return blocks
  }

  /// What the figures do not say.
  private static let notes = [
    "A review is a reason to look, and no conclusion: least of all a legal one. Fair market value and commercial reasonableness are for counsel and appraisers.",
    "Compensation per work RVU is placed in the survey's own table of it. It is never the quotient of two percentiles: the 75th percentile of pay over the 75th of work is no percentile of anything.",
    "The highest values of compensation per work RVU belong mostly to those who produce fewest work RVUs, since base pay is spread over little work. Nobody with many is paid by them.",
    "Percentiles of pay and of work come from two tables of different people. That both are at the same percentile is usual, not required.",
  ]

  private static func points(of people: [Person]) -> [QuadrantChart.Point] {
    people.enumerated().compactMap { index, person in
      guard let work = person.alignment.workStanding.flatMap({ QuadrantChart.Place($0.placement.position) }),
        let pay = person.alignment.payStanding.flatMap({ QuadrantChart.Place($0.placement.position) })
      else { return nil }
      return QuadrantChart.Point(label: String(index + 1), across: work, up: pay)
    }
  }

  private static func chart(
    of points: [QuadrantChart.Point], _ people: [Person], _ rules: AlignmentRules
  ) -> QuadrantChart {
    let counts = AlignmentQuadrant.allCases.map { quadrant in
      "\(quadrant.rawValue): \(people.count { $0.alignment.quadrant == quadrant })"
    }
    let open = points.count { point in
      if case .at = point.across, case .at = point.up { false } else { true }
    }
    var description =
      "\(CountWording.sentence(CountWording.count(points.count, "clinician"))). By the medians, \(counts.joined(separator: ", "))."
    if open > 0 { description += " \(open) outside the published points. The table has every figure." }
    return QuadrantChart(
      title: "Compensation percentile by productivity percentile", description: description,
      legend:
        "Number: the clinician in the table. Dot: both percentiles are known. Open arrow at the edge: beyond the published points, in its direction. "
        + "Dashed: \(rules.gapPoints) points apart.",
      acrossAxis: "productivity percentile", upAxis: "compensation percentile",
      corners: ["high pay, low work", "high pay, high work", "low pay, low work", "low pay, high work"],
      gap: rules.gapPoints, points: points)
  }

  private static func why(_ alignment: ClinicianAlignment) -> String {
    let reasons = alignment.missing.map(AlignmentWording.why)
    return reasons.isEmpty ? "it is not known" : reasons.joined(separator: "; ")
  }

  private static func table(of people: [Person]) -> ReportTable {
    ReportTable(
      "Compensation and productivity percentiles",
      columns: [
        .words("Clinician"), .numbers("Number"), .numbers("A year", "at 1.0 total FTE"),
        .numbers("Compensation", "percentile"), .numbers("wRVUs a year", "at 1.0 cFTE"),
        .numbers("Productivity", "percentile"), .numbers("Gap", "points"), .words("For review"),
      ],
      rows: people.enumerated().map { index, person in
        let alignment = person.alignment
        let reason = why(alignment)
        let gap: CellValue =
          switch alignment.gap {
          case .none: .notAvailable(reason)
          case .unknown: .notAvailable("both percentiles are outside the published points on the same side")
          case .some(let gap): .text(AlignmentWording.gap(gap))
          }
        return [
          Cell(.text(person.clinician.name), link: .statement(person.clinician.id), detail: person.clinician.specialty),
          Cell(.integer(index + 1)),
          Cell(.of(alignment.pay?.annualPerFTE, CellValue.money, otherwise: reason)),
          Cell(AlignmentWording.cell(alignment.payStanding, otherwise: reason)),
          Cell(
            .of(
              alignment.workStanding?.millionths, { .workRVURate(WorkRVU(millionths: $0)) }, otherwise: reason)),
          Cell(AlignmentWording.cell(alignment.workStanding, otherwise: reason)), Cell(gap),
          Cell(.text(alignment.flags.map(AlignmentWording.short).joined(separator: "; "))),
        ]
      }, isSortable: people.count > 1)
  }

  private static func rates(of people: [Person]) -> ReportTable {
    ReportTable(
      "Compensation per work RVU, in the survey's own table of it",
      columns: [
        .words("Clinician"), .numbers("Number"), .numbers("Compensation", "to date"), .numbers("wRVUs", "pay"),
        .numbers("Per wRVU"), .numbers("Median", "survey"), .numbers("Percentile", "of the rate"),
        .numbers("Productivity", "percentile"),
      ],
      rows: people.enumerated().map { index, person in
        let alignment = person.alignment
        let reason = why(alignment)
        return [
          Cell(.text(person.clinician.name), link: .statement(person.clinician.id)), Cell(.integer(index + 1)),
          Cell(.of(alignment.pay?.total, CellValue.money, otherwise: reason)),
          Cell(.of(alignment.pay?.work, CellValue.workRVU, otherwise: reason)),
          Cell(.of(alignment.pay?.perWorkRVU, { .text(PayWording.rate(cents: $0)) }, otherwise: reason)),
          Cell(
            .of(
              alignment.rateStanding?.row.medianMillionths,
              { .text(PayWording.rate(cents: ConversionRate(millionths: $0))) }, otherwise: reason)),
          Cell(AlignmentWording.cell(alignment.rateStanding, otherwise: reason)),
          Cell(AlignmentWording.cell(alignment.workStanding, otherwise: reason)),
        ]
      }, isSortable: people.count > 1,
      notes: [
        "High percentiles of the rate are mostly those of people with little work: read them beside the productivity percentile."
      ])
  }

  private static func reviews(of people: [Person], _ rules: AlignmentRules) -> [ReportBlock] {
    let flagged = people.filter { !$0.alignment.flags.isEmpty }
    let limits = rules.payPercents.map { "the \(PlacementWording.ordinal($0))" }
    var blocks: [ReportBlock] = [
      .heading("For review"),
      .paragraph(
        "Looked at: a gap of more than \(rules.gapPoints) points either way, compensation above \(CountWording.list(limits)), "
          + "less than \(CellValue.clinicalFTE(rules.leastFTEMillionths).text) total FTE, fewer than \(rules.minimumRespondents) respondents, and a rate above the "
          + "\(PlacementWording.ordinal(rules.highRatePercent)) with work below the \(PlacementWording.ordinal(rules.lowWorkPercent)). The job sets these."
      ),
    ]
    guard !flagged.isEmpty else { return blocks + [.paragraph("Nothing is found for review by these rules.")] }
    blocks.append(
      .table(
        ReportTable(
          "What is worth a review, and why", columns: [.words("Clinician"), .words("Why")],
          groups: flagged.map { person in
            ReportTable.Group(
              rows: person.alignment.flags.enumerated().map { index, flag in
                [
                  Cell(
                    .text(index == 0 ? person.clinician.name : ""),
                    link: index == 0 ? .statement(person.clinician.id) : nil),
                  Cell(.text(AlignmentWording.sentence(flag))),
                ]
              })
          })))
    return blocks
  }

  /// The rows that stand under the percentiles, each once.
  private static func sources(of people: [Person]) -> [String] {
    var sentences: [String] = []
    for person in people {
      for standing in [person.alignment.payStanding, person.alignment.rateStanding] {
        guard let standing else { continue }
        let row = "\(CountWording.sentence(standing.row.metric.words)): \(StandingWording.source(standing.row))."
        let text = ([row] + standing.notes).joined(separator: " ")
        if !sentences.contains(text) { sentences.append(text) }
      }
    }
    return sentences
  }
}
