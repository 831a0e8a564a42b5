import Reporting

/// Which reports are bound into one file, and in which order.
struct BoundReports {
  /// Reports that stand under one heading of the contents.
  struct Chapter {
    var title: String
    var reports: [Report]
  }

  /// The path of the file in the output folder.
  static let path = "pack.pdf"

  /// The chapters that have reports, in order.
  let chapters: [Chapter]

  /// Binds reports in the order in which a meeting reads them: the month and what it says of the practice, the specialties, each
  /// clinician on a scorecard, or on pages where there are no scorecards, and last what has to be done and what everything stands on.
  ///
  /// - Parameter pages: none that shows pay.
  init(_ pages: [Report]) {
    let hasScorecards = pages.contains { if case .scorecard = $0.address { true } else { false } }
    chapters = [
      Chapter(
        title: "Practice", reports: Self.ordered(pages, as: [.monthly, .goals, .practice, .feeImpact, .restatement])),
      Chapter(title: "Specialties", reports: pages.filter { if case .specialty = $0.address { true } else { false } }),
      Chapter(
        title: "Clinicians",
        reports: pages.filter {
          switch $0.address {
          case .scorecard: hasScorecards
          case .clinician: !hasScorecards
          default: false
          }
        }),
      Chapter(title: "To do and data", reports: Self.ordered(pages, as: [.exceptions, .dataQuality])),
    ].filter { !$0.reports.isEmpty }
  }

  /// All reports, in order.
  var reports: [Report] { chapters.flatMap(\.reports) }

  private static func ordered(_ pages: [Report], as addresses: [ReportAddress]) -> [Report] {
    addresses.flatMap { address in pages.filter { $0.address == address } }
  }
}
