import Ingest
import MedicareFees
import ProductivityModel
import Reporting

/// One release with everything that the pages of its codes are made from.
public struct CodePageLibrary: Sendable {
  /// The reference data.
  let dataFolder: String
  /// All releases.
  public let fees: FeeLibrary
  /// The release.
  public let schedule: FeeSchedule
  /// Its payment localities; nil where it lacks them.
  public let localities: LocalityTable?
  /// The dated numbers of payment.
  let rules: PaymentRules
  /// Where its codes stand.
  let standings: StandingTable
  private let qualifying: Bool

  /// Reads a release.
  ///
  /// - Parameters:
  ///   - release: its name; the newest for nil.
  ///   - qualifying: pay by the factor of qualifying participants in an advanced alternative payment model.
  /// - Throws: `InputFailure` where there is no such release, or a file cannot be used.
  public init(dataFolder: String, release: String?, qualifying: Bool = false) throws(InputFailure) {
    self.dataFolder = dataFolder
    self.qualifying = qualifying
    fees = try FeeLibrary(dataFolder: dataFolder)
    guard let name = release ?? fees.newest?.release else {
      throw InputFailure(fees.folder, "has no fee schedule release", hint: "rvubench fees import FILE")
    }
    schedule = try fees.load(name).schedule
    localities = try fees.localities(of: schedule.info)
    rules = try fees.paymentRules()
    standings = StandingTable(schedule)
  }

  /// What the release says of a code; nil where it has no row of it.
  public func facts(of code: ProcedureCode) -> CodeFacts? {
    CodeFacts(code, in: schedule, standings: standings, qualifying: qualifying)
  }

  /// The newest release that has a code, with the code's work in it; nil where none has it.
  ///
  /// - Throws: `InputFailure` where a release cannot be used.
  public func lastListing(of code: ProcedureCode) throws(InputFailure) -> (release: String, work: WorkRVU)? {
    let entry = try fees.workHistory(of: code).entries.last { $0.work != nil }
    return entry.flatMap { entry in entry.work.map { (entry.release, $0) } }
  }

  /// The page of one code, for whose sake no more files are read than it needs.
  ///
  /// - Parameters:
  ///   - settings: the settings to show.
  ///   - locality: a locality to show beside the national payment.
  ///   - usage: who uses the codes.
  /// - Throws: `InputFailure` where a file cannot be used.
  public func page(
    of facts: CodeFacts, settings: [Setting] = [.nonfacility, .facility], locality: Locality? = nil,
    usage: CodeUsage? = nil
  ) throws(InputFailure) -> CodePage {
    var context = CodePage.Context()
    context.note = try CodeNoteFile.read(facts.code, in: dataFolder)
    context.descriptor = try DescriptorFile.read(
      of: schedule.info.release, in: fees, only: facts.code)[facts.code]
    context.history = try fees.workHistory(of: facts.code)
    context.rules = rules
    context.localities = localities
    context.standings = standings
    context.settings = settings
    context.locality = locality
    context.usage = usage
    return CodePage(facts, context)
  }
}
