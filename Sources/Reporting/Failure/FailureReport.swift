import ProductivityModel

/// The page about a run that made no reports: what was to be made, what stopped it, what to do, and what there is meanwhile.
///
/// It is for those who wait for the reports, so it has no command and no code before the last section.
public enum FailureReport {
  /// The title, by which the page is known again.
  public static let title = "The new reports could not be made"

  /// The page.
  public static func report(of run: FailedRun) -> Report {
    var report = Report(
      address: .failure, title: title, subtitle: "Tried on \(run.time)", practice: run.practice,
      period: run.period.map(DateWording.period) ?? "", cautions: [],
      sections: [
        ReportSection("What stopped it", stop(run)), ReportSection("What to do", [.list(tasks(run))]),
        ReportSection("What there is meanwhile", [.paragraph(meanwhile(run))] + link(run)),
        ReportSection("For whoever looks after the program", [.list(technical(run))]),
      ], footing: [])
    report.summary = summary(of: run)
    return report
  }

  private static func summary(of run: FailedRun) -> String {
    let wanted = run.period.map { "The reports of \(DateWording.period($0))" } ?? "The reports"
    let kept =
      run.earlier == nil
      ? "There are no earlier reports in their place." : "The earlier reports are still there, whole and unchanged."
    return "\(wanted) were to be made anew, and were not: \(reason(run)). \(kept)"
  }

  private static func reason(_ run: FailedRun) -> String {
    switch run.cause {
    case .job: "what the job says could not be used"
    case .input: run.file.map { "the file \($0) could not be used" } ?? "a file could not be used"
    case .output: "they could not be written"
    case .otherRun: "another run was at work at that time"
    }
  }

  private static func stop(_ run: FailedRun) -> [ReportBlock] {
    let words =
      switch run.cause {
      case .job: "The job, which says what the reports are made from and how, has something in it that cannot be used."
      case .input:
        "Reports are made only from files that can be read as a whole, so that no number is made from a part of the work."
      case .output: "The reports were not written, or not whole, so nothing was put in the place of the earlier ones."
      case .otherRun: "Two runs never write the same reports at once. The other one goes on undisturbed."
      }
    let place = [run.line.map { "line \($0)" }, run.column.map { "column \($0)" }].compactMap { $0 }
    let where_ = run.file.map { "In \($0)\(place.isEmpty ? "" : ", \(place.joined(separator: ", "))"): " } ?? ""
    return [.paragraph(words), .note(ReportNote(.fault, where_ + sentence(run.message)))]
  }

  private static func tasks(_ run: FailedRun) -> [String] {
    var tasks = [run.hint.map { CountWording.sentence(sentence($0)) }].compactMap { $0 }
    switch run.cause {
    case .job: tasks.append("Give this page to the person who wrote the job file \(run.job).")
    case .input:
      tasks.append("Give this page to the person who provides \(run.file ?? "the file"), if that is not you.")
    case .output: tasks.append("Give this page to the person who looks after the computer, if that is not you.")
    case .otherRun: tasks.append("Wait until the other run has ended: its reports are as new as these would have been.")
    }
    tasks.append(
      "Once that is done, run the job again, or wait for its next scheduled run. This page goes away when one succeeds."
    )
    return tasks
  }

  private static func meanwhile(_ run: FailedRun) -> String {
    guard let earlier = run.earlier else {
      return "There are no reports of an earlier run in their place."
    }
    let number = earlier.run.map { "run \($0)" } ?? "the last run that succeeded"
    let counted = earlier.period.map { ", which count \(DateWording.period($0))," } ?? ""
    return
      "The reports of \(number)\(counted) made on \(DateWording.day(earlier.day)), are still in their place and were "
      + "not touched. Their numbers are as right as they were on that day; what has come in since is not in them."
  }

  private static func link(_ run: FailedRun) -> [ReportBlock] {
    guard let page = run.earlier?.page else { return [] }
    return [.links([ReportLink("Open the earlier reports", to: .dataFile(page))])]
  }

  private static func technical(_ run: FailedRun) -> [String] {
    let place = run.file.map { [$0, run.line.map(String.init), run.column.map(String.init)].compactMap { $0 } } ?? []
    return [
      "Job: \(run.job)", "Exit code: \(run.code)",
      "Message: \(place.isEmpty ? "" : place.joined(separator: ":") + ": ")\(run.message)",
    ]
  }

  /// A phrase of the program as a sentence.
  private static func sentence(_ text: String) -> String {
    text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "."
  }
}
