import ProductivityModel

/// The practice's month, year to date and twelve months, in figures and in words.
enum MonthlySums {
  /// The sums of a window over all clinicians, now and the year before; nil where it is not known of somebody who had work.
  struct Window {
    var label: String
    var days: DayRange
    var yearBefore: DayRange
    var now: ProductivityTotals?
    var before: ProductivityTotals?
    var gap: String?
    var gapBefore: String?
    /// Clinical time of all, in millionths of a day at full FTE; nil where somebody's is not known.
    var time: (now: Int64?, before: Int64?)

    init(_ label: String, days: DayRange, yearBefore: DayRange, now: WindowSums, before: WindowSums) {
      self.label = label
      self.days = days
      self.yearBefore = yearBefore
      (self.now, gap) = (now.totals, now.gap)
      (self.before, gapBefore) = (before.totals, before.gap)
      time = (now.time, before.time)
    }

    /// The change of a ledger in percent, and on what; why it is not known, where it is not.
    func change(_ ledger: KeyPath<ProductivityTotals, WorkRVU>) -> String {
      guard let now, let before else {
        return "the year before is not known, since \(gapBefore ?? gap ?? "somebody's is not")"
      }
      guard
        let percent = BridgeWording.percent(
          now[keyPath: ledger] - before[keyPath: ledger], of: before[keyPath: ledger])
      else { return "no work in \(BridgeWording.name(of: yearBefore))" }
      let time = TimeWording.phrase(now: time.now, before: time.before).map { ", with \($0)" } ?? ""
      return "\(percent) on \(BridgeWording.name(of: yearBefore))\(time)"
    }
  }

  /// The three windows; empty where no report asked for them.
  static func windows(of results: RunResults) -> [Window] {
    var first: RecentWork?
    var sums = [(now: WindowSums, before: WindowSums)](repeating: (WindowSums(), WindowSums()), count: labels.count)
    // In one go, since of a large practice each clinician's windows lie far from each other in memory.
    results.forEachClinician { clinician in
      guard let recent = clinician.recent else { return }
      if first == nil { first = recent }
      for (place, pair) in pairs(of: recent).enumerated() {
        sums[place].now.add(pair.now)
        sums[place].before.add(pair.yearBefore)
      }
    }
    guard let first else { return [] }
    return zip(zip(labels, pairs(of: first)), sums).map { window, sums in
      Window(
        window.0, days: window.1.now.days, yearBefore: window.1.yearBefore.days, now: sums.now, before: sums.before)
    }
  }

  private static let labels = ["Month", "Year to date", "Twelve months"]

  /// The windows by ``labels``.
  private static func pairs(of recent: RecentWork) -> [RecentWork.Pair] {
    [recent.month, recent.yearToDate, recent.rollingTwelve]
  }

  static func blocks(of windows: [Window]) -> [ReportBlock] {
    guard !windows.isEmpty else { return [.paragraph("There are no clinicians.")] }
    let figures = windows.map { window in
      KeyFigure(
        window.label,
        .of(window.now?.benchmark, CellValue.workRVU, otherwise: window.gap ?? "it is not known of everyone"),
        "benchmark wRVUs, \(BridgeWording.name(of: window.days)); \(window.change(\.benchmark))",
        isLeading: window.label == "Month")
    }
    let rows = windows.map { window in
      let why = window.gap ?? "it is not known of everyone"
      return [
        Cell(.text(window.label), detail: BridgeWording.name(of: window.days)),
        Cell(.of(window.now?.lines, CellValue.integer, otherwise: why)),
        Cell(
          .of(
            window.now?.encounters, CellValue.integer, otherwise: window.now == nil ? why : "some lines have no patient"
          )),
        Cell(.of(window.now?.unadjusted, CellValue.workRVU, otherwise: why)),
        Cell(.of(window.now?.pay, CellValue.workRVU, otherwise: why)),
        Cell(.of(window.now?.benchmark, CellValue.workRVU, otherwise: why)),
        Cell(
          .of(window.before?.benchmark, CellValue.workRVU, otherwise: window.gapBefore ?? "it is not known of everyone")
        ),
      ]
    }
    return [
      .figures(figures),
      .table(
        ReportTable(
          "The practice",
          columns: [
            .words("Window"), .numbers("Lines"), .numbers("Encounters"), .numbers("wRVUs", "unadjusted"),
            .numbers("wRVUs", "pay"), .numbers("wRVUs", "benchmark"), .numbers("Year before", "benchmark"),
          ], rows: rows
        ).uniting(
          3, with: 4, as: .numbers("wRVUs", "unadjusted and pay"),
          "The pay ledger is the unadjusted work in each of these rows: its policy takes every line as it is.")),
    ]
  }

  /// What the month says, in a paragraph.
  static func summary(of windows: [Window], in results: RunResults) -> String {
    var sentences: [String] = []
    if let month = windows.first, let now = month.now {
      sentences.append(
        "\(results.practice) had \(CellValue.workRVU(now.benchmark).text) benchmark wRVUs on \(CountWording.count(now.lines, "line")) in \(BridgeWording.name(of: month.days)) (\(month.change(\.benchmark)))."
      )
    }
    if let year = windows.last, let now = year.now {
      sentences.append(
        "Twelve months come to \(CellValue.workRVU(now.benchmark).text) (\(year.change(\.benchmark))).")
    }
    let placed = PlacedWording(results.clinicians)
    if placed.all > 0 { sentences.append(placed.sentence) }
    let goals = results.goals.filter { GoalWording.standing(of: $0) != .noTarget }
    if !goals.isEmpty {
      let behind = goals.count { GoalWording.standing(of: $0) == .behind }
      sentences.append(
        "\(CountWording.sentence(behind == 0 ? "nobody" : String(behind))) of \(goals.count) with a target \(behind == 1 || behind == 0 ? "is" : "are") behind it."
      )
    }
    if let caution = ThinLogWording.caution(of: results.clinicians) { sentences.append(caution) }
    sentences.append(RejectionWording.sentence(of: results))
    return sentences.joined(separator: " ")
  }
}
