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

  /// Binds reports: those of the practice first, then the specialties, then each clinician on a scorecard, or on pages where there are
  /// no scorecards.
  ///
  /// - Parameter pages: none that shows pay.
  init(_ pages: [Report]) {
    let practice = pages.compactMap { page in Self.rank(page.address).map { (rank: $0, page: page) } }
    let hasScorecards = pages.contains { if case .scorecard = $0.address { true } else { false } }
    chapters = [
      Chapter(title: "Practice", reports: practice.sorted { $0.rank < $1.rank }.map(\.page)),
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
    ].filter { !$0.reports.isEmpty }
  }

  /// All reports, in order.
  var reports: [Report] { chapters.flatMap(\.reports) }

  /// The place of a report of the practice among those of its kind; nil for others.
  private static func rank(_ address: ReportAddress) -> Int? {
    switch address {
    case .dataQuality: 0
    case .monthly: 1
    case .practice: 2
    case .goals: 3
    case .feeImpact: 4
    case .restatement: 5
    case .exceptions: 6
    case .index, .specialty, .clinician, .compensation, .statement, .scorecard, .bridge, .dataFile: nil
    }
  }
}
