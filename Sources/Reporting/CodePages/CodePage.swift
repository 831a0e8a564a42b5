import MedicareFees
import ProductivityModel

/// Everything that the page of a code says, whatever it will look like.
///
/// A pure function of what is known of the code. A part about which nothing is known is nil or empty, and has no place on the
/// page: there is no filler.
public struct CodePage: Sendable {
  /// What the release says of the code.
  public let facts: CodeFacts
  /// The settings to show.
  public let settings: [Setting]
  /// The title; nil where nobody has given one.
  public let title: CodeTitle?
  /// What we wrote of the code; nil where nobody has.
  public let note: CodeNote?
  /// The subsection; nil where the number is in none.
  public let subsection: CodeSubsection?
  /// The figures to read first.
  public let keyFigures: [KeyFigure]
  /// RVUs and payments, a row a component and setting.
  public let values: [CodeValueRow]
  /// Whether any of ``values`` is above zero; rows of zeros are no news.
  public var hasValues: Bool { values.contains { ($0.total ?? $0.work + $0.malpractice) > .zero } }
  /// The locality asked for.
  public let locality: Locality?
  /// What the total is made of, for the main row; nil without a total.
  public let makeup: CodeMakeup?
  /// Sentences about the payment.
  public let paymentRemarks: [String]
  /// The payments in every locality; nil where there is no payment, or the release lacks the localities.
  public let localities: LocalityPayments?
  /// The work across releases; nil where there is no history.
  public let history: CodeHistory?
  /// What the indicators mean for a claim.
  public let billing: [BillingNote]
  /// How the work compares: with the category, then with the subsection.
  public let comparisons: [CodeComparison]
  /// Who uses the code; nil where no usage was given, or it has none of the code.
  public let usage: CodeUsage?
  /// Questions with their answers.
  public let questions: [CodeQuestion]
  /// What the page stands on, in sentences.
  public let sources: [String]

  /// What is known besides the facts of a release.
  public struct Context: Sendable {
    /// What we wrote of the code.
    public var note: CodeNote?
    /// CMS's descriptor, where the user imported it.
    public var descriptor: String?
    /// The work in every release.
    public var history: WorkHistory?
    /// The payment localities of the release; nil where it lacks them.
    public var localities: LocalityTable?
    /// The dated numbers of payment, such as that of the limiting charge; nil for a page without them.
    public var rules: PaymentRules?
    /// The work of every category and subsection of the release; nil for a page without comparisons.
    public var standings: StandingTable?
    /// Who uses the code.
    public var usage: CodeUsage?
    /// The settings to show.
    public var settings: [Setting] = [.nonfacility, .facility]
    /// The locality to show beside the national payment.
    public var locality: Locality?

    /// Nothing unless given.
    public init() {}
  }

  /// The page of a code.
  public init(_ facts: CodeFacts, _ context: Context = Context()) {
    self.facts = facts
    settings = context.settings
    locality = context.locality
    note = context.note
    title =
      context.descriptor.map { CodeTitle($0, .descriptor) } ?? context.note.map { CodeTitle($0.title, .note) }
    subsection = CodeSubsection.of(facts.code)
    let main = CodeMainRow(facts, settings: context.settings)
    values = facts.rows.flatMap { row in
      context.settings.map { CodeValueRow(row, in: $0, of: facts, at: context.locality) }
    }
    makeup = CodeMakeup(values.filter { $0.component == main.row.component })
    localities = facts.factor.flatMap { factor in
      context.localities.flatMap {
        LocalityPayments(main.row, settings: context.settings, leading: main.setting, at: factor.factor, in: $0)
      }
    }
    history = context.history.flatMap { CodeHistory($0) }
    let notes = BillingNote.notes(of: facts.leadingRow)
    // That a code is paid goes without saying where there is nothing else to say.
    billing = notes.count == 1 && facts.leadingRow.status == .active ? [] : notes
    comparisons = context.standings.map { CodeComparison.comparisons(of: facts, in: $0) } ?? []
    usage = context.usage
    keyFigures = CodeKeyFigures.figures(
      of: facts, main: main, values: values, standing: comparisons.first, billing: notes, locality: context.locality)
    paymentRemarks = CodePaymentWording.remarks(of: facts, main: main, values: values, locality: context.locality)
    questions = CodeQuestions.questions(
      of: facts, main: main, rules: context.rules, localities: localities, history: history, comparisons: comparisons)
    sources = CodeSources.sentences(
      of: facts, hasPayment: values.contains { $0.payment != nil }, title: title, usage: context.usage)
  }
}
