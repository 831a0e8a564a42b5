import MedicareFees
import ProductivityModel

/// The questions that people ask about a code, those that its facts can answer.
struct CodeQuestions {
  private let facts: CodeFacts
  private let main: CodeMainRow
  private let code: String
  private var questions: [CodeQuestion] = []

  static func questions(
    of facts: CodeFacts, main: CodeMainRow, rules: PaymentRules?, localities: LocalityPayments?, history: CodeHistory?,
    comparisons: [CodeComparison]
  ) -> [CodeQuestion] {
    var asked = CodeQuestions(facts, main)
    asked.work()
    asked.payment()
    if let rules { asked.limitingCharge(rules) }
    if let localities { asked.places(localities) }
    asked.high(comparisons)
    if let history { asked.change(history) }
    asked.global()
    asked.assistant()
    asked.surgeons()
    asked.bilateral()
    asked.components()
    return asked.questions
  }

  private init(_ facts: CodeFacts, _ main: CodeMainRow) {
    self.facts = facts
    self.main = main
    code = facts.code.description
  }

  private var release: String { "fee schedule release \(facts.release.release)" }

  private mutating func ask(_ question: String, _ answer: String, _ source: String) {
    questions.append(CodeQuestion(question, answer, source: source))
  }

  private func dollars(_ money: Money) -> String { CellValue.money(money).text }

  /// A share of an amount, rounded half up to the cent.
  private func share(_ thousandths: Int64, of money: Money) -> Money {
    Money(cents: (money.cents * thousandths + 500) / 1000)
  }

  private mutating func work() {
    guard main.row.work > .zero else { return }
    let component = main.row.component == "26" ? " for its professional component (modifier 26)" : ""
    let total = main.total.map {
      " With practice expense and malpractice the total is \($0) RVUs \(main.setting.place)."
    }
    ask(
      "How many work RVUs is \(code) worth?", "\(RVU(main.row.work)) work RVUs\(component).\(total ?? "")", release)
  }

  private mutating func payment() {
    guard let payment = main.payment, let factor = facts.factor else {
      return nothing()
    }
    var answer = "\(dollars(payment.amount)) nationally \(main.setting.place)"
    let other: Setting = main.setting == .facility ? .nonfacility : .facility
    if let second = facts.payment(main.row, in: other), second.amount != payment.amount {
      answer += " and \(dollars(second.amount)) \(other.place)"
    }
    ask(
      "What does Medicare pay for \(code)?",
      "\(answer), at $\(factor.factor) a unit, before the adjustment for the place. The amount includes the patient's share, "
        + "and sequestration is not taken off.", "\(release); \(factor.citation)")
    let kind: DatedConversionFactor.Kind = factor.kind == .qualifying ? .national : .qualifying
    if let second = facts.release.conversionFactors.factor(kind, on: facts.release.effective.first),
      let paid = Payment(main.row, in: main.setting, at: second.factor)
    {
      let who = kind == .qualifying ? "Qualifying participants in" : "Those who are not qualifying participants in"
      ask(
        "Is the payment another \(kind == .qualifying ? "for" : "outside") an advanced alternative payment model?",
        "Yes. \(who) an advanced alternative payment model are paid at $\(second.factor) a unit: "
          + "\(dollars(paid.amount)) \(main.setting.place).", second.citation)
    }
  }

  /// Why there is no payment.
  private mutating func nothing() {
    guard let absence = Payment.absence(of: main.row, in: main.setting) else { return }
    let why: String
    switch absence {
    case .statusNotKnown: return
    case .status(let status): why = status.billingNote.text
    case .notUsedForMedicare: why = "Values are shown, but Medicare does not use them for payment."
    case .settingIsNA: why = "The service is rarely or never done \(main.setting.place), so it has no value there."
    case .noRVUs:
      why = "It has no national value: the Medicare contractor sets the price, as a rule after review of documents."
    }
    let status = main.row.status.map { "Status \($0.published). " } ?? ""
    ask("Why does the fee schedule show no payment for \(code)?", status + why, "\(release); \(BillingNote.layout)")
    if main.row.status == .anesthesia,
      let factor = facts.release.conversionFactors.factor(.anesthesia, on: facts.release.effective.first)
    {
      ask(
        "What is an anesthesia unit worth?",
        "$\(factor.factor) nationally. The payment is base units plus time units, one for each 15 minutes, times the factor. "
          + "Base units are not in the fee schedule file.", factor.citation)
    }
  }

  private mutating func limitingCharge(_ rules: PaymentRules) {
    let day = facts.release.effective.first
    guard let payment = main.payment, let limit = rules.limitingCharge(of: payment.amount, on: day),
      let paid = rules.nonparticipatingAmount(of: payment.amount, on: day),
      let rule = rules.rule(.limitingCharge, on: day)
    else { return }
    ask(
      "What may a physician who does not participate in Medicare charge?",
      "At most \(dollars(limit)) \(main.setting.place), the limiting charge; Medicare's amount is then \(dollars(paid)) in "
        + "place of \(dollars(payment.amount)). Both are national, and other in each locality.", rule.citation)
  }

  private mutating func places(_ localities: LocalityPayments) {
    guard localities.amount(localities.lowest) != localities.amount(localities.highest) else { return }
    ask(
      "Where does Medicare pay most and least for \(code)?", localities.sentence,
      "geographic practice cost indices of \(release)")
  }

  private mutating func high(_ comparisons: [CodeComparison]) {
    guard let first = comparisons.first else { return }
    var answer = "\(RVU(first.standing.work)) is at the \(first.sentence)."
    if comparisons.count > 1 {
      let second = comparisons[1]
      answer +=
        " Within \(second.title) (\(second.standing.group.range)) it is at the \(second.ordinal) percentile, "
        + "\(second.standing.timesMedianText)x the median of \(CellValue.workRVU(second.standing.median).text)."
    }
    ask("Is \(RVU(first.standing.work)) work RVUs much?", answer + " This compares codes, not clinicians.", release)
  }

  private mutating func change(_ history: CodeHistory) {
    ask(
      "Has the work of \(code) changed?", history.sentence,
      "fee schedule releases \(history.points.first?.release ?? "") to \(history.points.last?.release ?? "")")
  }

  private mutating func global() {
    guard let note = facts.leadingRow.globalPeriod?.billingNote, !note.included.isEmpty else { return }
    ask(
      "What does the global period of \(code) include?",
      "\(note.text) Included: \(note.included.joined(separator: "; ")). Paid besides: "
        + "\(note.separate.joined(separator: "; ")).", note.source)
  }

  private mutating func assistant() {
    guard let note = facts.leadingRow.assistant?.billingNote, isProcedure else { return }
    var answer = note.text
    if facts.leadingRow.assistant != .notPayable, let payment = main.payment {
      let assistant = share(160, of: payment.amount)
      answer +=
        " 16 % of \(dollars(payment.amount)) is \(dollars(assistant)); 85 % of that is \(dollars(share(850, of: assistant)))."
    }
    ask("Is an assistant at surgery paid with \(code)?", answer, note.source)
  }

  private mutating func surgeons() {
    let row = facts.leadingRow
    guard let note = row.coSurgeon?.billingNote, isProcedure else { return }
    var answer = note.text
    if row.coSurgeon != .notPermitted, let payment = main.payment {
      answer += " 62.5 % of \(dollars(payment.amount)) is \(dollars(share(625, of: payment.amount)))."
    }
    ask("Can two surgeons be paid for \(code)?", answer, note.source)
  }

  private mutating func bilateral() {
    let row = facts.leadingRow
    guard let indicator = row.bilateral, let note = indicator.billingNote, let payment = main.payment,
      isProcedure || indicator != .noIncrease
    else { return }
    let amount: Money
    switch indicator {
    case .halfMore: amount = share(1500, of: payment.amount)
    case .eachSideInFull: amount = share(2000, of: payment.amount)
    case .noIncrease, .valuedAsBilateral: amount = payment.amount
    case .notApplicable: return
    }
    ask(
      "What is \(code) worth with modifier 50?",
      "\(dollars(amount)) \(main.setting.place). \(note.text)", note.source)
  }

  private mutating func components() {
    guard facts.leadingRow.componentIndicator == .diagnosticTest,
      let professional = facts.rows.first(where: { $0.component == "26" }), professional.work > .zero,
      let technical = facts.rows.first(where: { $0.component == "TC" })
    else { return }
    var answer = "Yes: modifier 26 is the reading, with \(RVU(professional.work)) work RVUs"
    if let paid = facts.payment(professional, in: main.setting) { answer += " and \(dollars(paid.amount))" }
    answer += "; TC is equipment and staff, without work"
    if let paid = facts.payment(technical, in: main.setting) { answer += ", \(dollars(paid.amount))" }
    ask(
      "Can \(code) be split into a professional and a technical component?", answer + " \(main.setting.place).", release
    )
  }

  private var isProcedure: Bool { BillingNote.isProcedure(facts.leadingRow) }
}
