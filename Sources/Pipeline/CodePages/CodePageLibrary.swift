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
  /// What was read for one code alone; nil where the pages of many are wanted.
  private let files: CodeFiles?

  /// Reads a release.
  ///
  /// - Parameters:
  ///   - release: its name; the newest for nil.
  ///   - qualifying: pay by the factor of qualifying participants in an advanced alternative payment model.
  ///   - code: the only code of which a page is wanted: its own files are read at the same time, by other threads.
  /// - Throws: `InputFailure` where there is no such release, or a file cannot be used.
  public init(
    dataFolder: String, release: String?, qualifying: Bool = false, around code: ProcedureCode? = nil
  ) throws(InputFailure) {
    self.dataFolder = dataFolder
    self.qualifying = qualifying
    let fees = try FeeLibrary(dataFolder: dataFolder)
    guard let name = release ?? fees.newest?.release else {
      throw InputFailure(fees.folder, "has no fee schedule release", hint: "rvubench fees import FILE")
    }
    var read: Result<ReleaseFiles, InputFailure>?
    files = code.map { code in
      CodeFiles(of: code, in: fees, dataFolder: dataFolder, besides: name) {
        let files = Result { () throws(InputFailure) in try ReleaseFiles(name, in: fees) }
        read = files
        return try? files.get().schedule
      }
    }
    let release = if let read { try read.get() } else { try ReleaseFiles(name, in: fees) }
    self.fees = fees
    schedule = release.schedule
    localities = release.localities
    rules = release.rules
    standings =
      code.map { StandingTable(release.schedule, around: $0) } ?? StandingTable(release.schedule)
  }

  /// What is read of the release.
  private struct ReleaseFiles {
    let schedule: FeeSchedule
    let localities: LocalityTable?
    let rules: PaymentRules

    init(_ name: String, in fees: FeeLibrary) throws(InputFailure) {
      schedule = try fees.load(name).schedule
      localities = try fees.localities(of: schedule.info)
      rules = try fees.paymentRules()
    }
  }

  /// What the release says of a code; nil where it has no row of it.
  public func facts(of code: ProcedureCode) -> CodeFacts? {
    CodeFacts(code, in: schedule, standings: standings, qualifying: qualifying)
  }

  /// The newest release that has a code, with the code's work in it; nil where none has it.
  ///
  /// - Throws: `InputFailure` where a release cannot be used.
  public func lastListing(of code: ProcedureCode) throws(InputFailure) -> (release: String, work: WorkRVU)? {
    let entry = try files(of: code).history.get().entries.last { $0.work != nil }
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
    let files = files(of: facts.code)
    context.note = try files.note.get()
    context.descriptor = try DescriptorFile.read(
      of: schedule.info.release, in: fees, only: facts.code)[facts.code]
    context.history = try files.history.get()
    context.rules = rules
    context.localities = localities
    context.standings = standings
    context.settings = settings
    context.locality = locality
    context.usage = usage
    return CodePage(facts, context)
  }

  private func files(of code: ProcedureCode) -> CodeFiles {
    if let files, files.code == code { return files }
    return CodeFiles(of: code, in: fees, dataFolder: dataFolder)
  }
}
