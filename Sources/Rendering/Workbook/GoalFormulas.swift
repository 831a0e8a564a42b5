import ProductivityModel
import Reporting

/// The sheet Goals: a target that may be changed, and formulas for all that follows from it.
///
/// As long as no target is changed each formula comes to what `data/goals.csv` has.
struct GoalFormulas {
  /// The heading of the target that may be changed.
  static let target = "Target (yours to change)"
  /// The heading of what is due of the target as given.
  static let dueAsGiven = "Expected of the target as given"

  private let goals: [GoalStanding]
  private let work: String
  private let own: String
  private let given: String
  private let dueGiven: String
  private let due: String
  private let counted: String
  private let days: String
  private let projected: String

  /// The formulas of a sheet's rows, which are those of the goals.
  init(_ sheet: DataSheet, _ goals: [GoalStanding]) {
    self.goals = Array(goals.prefix(sheet.rowCount))
    func reference(_ name: String) -> String { sheet.reference(sheet.heading(name)) }
    work = reference("work_rvu")
    due = reference("expected")
    counted = reference("working_days_counted")
    days = reference("working_days")
    projected = reference("projected")
    own = sheet.reference(Self.target)
    given = reference("target")
    dueGiven = sheet.reference(Self.dueAsGiven)
  }

  /// Puts the target that may be changed beside the one given, and formulas in the place of the figures that follow from it.
  func follow(in sheet: inout DataSheet) {
    replace("expected", in: &sheet, "what is due by now of the target that you set", dueFormula)
    replace("pace", in: &sheet, "wRVUs so far / what is due by now of the target that you set", paceFormula)
    replace(
      "standing", in: &sheet,
      "ahead, on pace or behind what is due by now of the target that you set, within 2 percent",
      standingFormula)
    replace(
      "needed_per_working_day", in: &sheet,
      "what each working day to come must bring to reach the target that you set", neededFormula)
    sheet.insert(
      DataSheet.Column(
        heading: Self.target,
        description: ColumnDescription(
          name: "target", unit: "wRVU",
          meaning: "the target as given: change it, and every column that says formula follows"),
        content: .data(goals.map { .workRVU($0.target) }), isYours: true), after: "target")
    sheet.insert(
      column(
        "Ahead or behind", "wRVU", "wRVUs so far less what is due by now",
        "IF(AND(ISNUMBER(\(work)),ISNUMBER(\(due))),ROUND(\(work)-\(due),6),\"\")",
        goals.map { goal in .of(goal.actual.map { $0 - goal.expected }, CellValue.workRVU, otherwise: "not known") }),
      after: "expected")
    sheet.insert(
      column(
        "Remaining", "wRVU", "what is still to be done of the target that you set; 0 where it is reached",
        "IF(AND(ISNUMBER(\(work)),ISNUMBER(\(own))),ROUND(MAX(\(own)-\(work),0),6),\"\")",
        goals.map { goal in
          .of(
            goal.actual.map { WorkRVU(millionths: max(0, goal.target.millionths - $0.millionths)) },
            CellValue.workRVU, otherwise: "not known")
        }), after: "standing")
    sheet.insert(
      column(
        "Year end less target", "wRVU", "the year's end at this pace less the target that you set",
        "IF(AND(ISNUMBER(\(projected)),ISNUMBER(\(own))),ROUND(\(projected)-\(own),6),\"\")",
        goals.map { goal in
          .of(goal.projected.map { $0 - goal.target }, CellValue.workRVU, otherwise: "not projected")
        }), after: "projected")
    sheet.columns.append(
      DataSheet.Column(
        heading: Self.dueAsGiven,
        description: ColumnDescription(
          name: "expected", unit: "wRVU",
          meaning:
            "the part of the target as given that falls to the days so far: a changed one is due in the same part"),
        content: .data(goals.map { .workRVU($0.expected) })))
  }

  /// The same part of the target that is set as is due of the one given; by working days where that is 0.
  private var dueFormula: String {
    "IF(ISNUMBER(\(own)),IF(\(given)=0,IF(\(days)>0,ROUND(\(own)*\(counted)/\(days),6),0),"
      + "ROUND(\(own)*\(dueGiven)/\(given),6)),\"\")"
  }

  private var paceFormula: String {
    "IF(AND(ISNUMBER(\(work)),ISNUMBER(\(due))),IF(\(due)>0,ROUND(\(work)/\(due),6),\"\"),\"\")"
  }

  private var standingFormula: String {
    "IF(NOT(ISNUMBER(\(own))),\"\",IF(\(own)=0,\"target of 0\",IF(\(due)<=0,\"nothing due yet\","
      + "IF(NOT(ISNUMBER(\(work))),\"not known\","
      + "IF(\(work)/\(due)<0.98,\"behind\",IF(\(work)/\(due)>1.02,\"ahead\",\"on pace\"))))))"
  }

  private var neededFormula: String {
    "IF(AND(ISNUMBER(\(work)),ISNUMBER(\(own))),"
      + "IF(\(days)>\(counted),ROUND(MAX(\(own)-\(work),0)/(\(days)-\(counted)),6),\"\"),\"\")"
  }

  private func column(
    _ heading: String, _ unit: String, _ meaning: String, _ formula: String, _ values: [CellValue]
  ) -> DataSheet.Column {
    DataSheet.Column(
      heading: heading, description: ColumnDescription(name: "", unit: unit, meaning: "formula: " + meaning),
      content: .formula("=" + formula, values))
  }

  /// Puts a formula in the place of a column of the data file, whose values it comes to.
  private func replace(_ name: String, in sheet: inout DataSheet, _ meaning: String, _ formula: String) {
    guard let index = sheet.columns.firstIndex(where: { $0.description.name == name }),
      case .data(let values) = sheet.columns[index].content
    else { return }
    sheet.columns[index].content = .formula("=" + formula, values)
    sheet.columns[index].description = ColumnDescription(
      name: name, unit: sheet.columns[index].description.unit, meaning: "formula: " + meaning)
  }
}
