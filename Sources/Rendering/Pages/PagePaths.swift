import Reporting

/// Where each report of a run lies in the output folder, and how one leads to another.
struct PagePaths {
  private let specialties: [String: String]
  private let clinicians: [String: String]
  private let pages: Set<ReportAddress>

  /// The paths of a run's pages.
  ///
  /// - Parameter pages: the pages and data files that are made; there are no links to others.
  init(of results: RunResults, pages: Set<ReportAddress>) {
    specialties = Slug.unique(for: results.specialties.map(\.specialty))
    clinicians = Slug.unique(
      for: results.clinicians.map(\.id) + (results.compensation?.clinicians.map(\.id) ?? []))
    self.pages = pages
  }

  /// The path of a page that stands for itself.
  ///
  /// - Parameter files: the other files to which it leads.
  init(only page: ReportAddress, files: [ReportAddress] = []) {
    specialties = [:]
    clinicians = [:]
    pages = Set([page] + files)
  }

  /// The path in the output folder, without the ending of its format.
  func path(of address: ReportAddress) -> String {
    switch address {
    case .index: "index"
    case .practice: "practice"
    case .dataQuality: "data-quality"
    case .specialty(let name): "specialty/" + (specialties[name] ?? Slug.base(of: name))
    case .clinician(let id): "clinician/" + (clinicians[id] ?? Slug.base(of: id))
    case .scorecard(let id): "scorecard/" + (clinicians[id] ?? Slug.base(of: id))
    case .monthly: "monthly"
    case .goals: "goals"
    case .exceptions: "exceptions"
    case .feeImpact: "fee-impact"
    case .restatement: "restatement"
    case .compensation: "compensation"
    case .statement(let id): "statement/" + (clinicians[id] ?? Slug.base(of: id))
    case .bridge: "bridge"
    case .failure: "failed"
    case .dataFile(let path): path
    }
  }

  /// A relative link from one page to another; nil where the other is not made, or is the same.
  func link(from page: ReportAddress, to address: ReportAddress) -> String? {
    guard pages.contains(address), page != address else { return nil }
    let target: String
    if case .dataFile(let path) = address { target = path } else { target = path(of: address) + ".html" }
    return String(repeating: "../", count: depth(of: page)) + target
  }

  /// How many folders a page lies in.
  private func depth(of page: ReportAddress) -> Int {
    switch page {
    case .specialty, .clinician, .scorecard, .statement: 1
    case .dataFile(let path): path.utf8.count { $0 == UInt8(ascii: "/") }
    case .index, .practice, .dataQuality, .monthly, .goals, .exceptions, .feeImpact, .restatement, .compensation,
      .bridge,
      .failure:
      0
    }
  }

  /// A link as it stands on a page; nil where the other page is not made, or is the same.
  func link(_ link: ReportLink, on page: Report) -> PageLink? { self.link(link, from: page.address) }

  /// The same for a page of an address.
  func link(_ link: ReportLink, from page: ReportAddress) -> PageLink? {
    self.link(from: page, to: link.address).map { PageLink(text: link.text, path: $0, about: link.about) }
  }
}
