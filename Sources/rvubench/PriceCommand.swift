import ArgumentParser
import Ingest
import MedicareFees
import Pipeline
import ProductivityModel
import Publishing

/// `rvubench price`: what Medicare pays for the rows of a list.
struct PriceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "price",
    abstract: "Price a list of codes with what Medicare pays, place by place.",
    discussion: """
      The list is a CSV file with a column code, and where the options do not say it release (or service_date), mac and \
      locality; modifier, minutes and base_units where rows have them. Every other column is carried through. The output \
      has the same rows with their amounts, or a note that says why there is none.

      With --claim the rows are the lines of claims, and modifiers, several procedures and reductions count: columns claim_id, \
      clinician_id, service_date or release, mac, locality, code, modifiers, units, place_of_service, charge, minutes and \
      base_units.
      """)

  /// The form of priced claims.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// One record a line.
    case csv
    /// For people, at a terminal.
    case text
    /// For programs.
    case json
  }

  @Argument(help: "The list, a CSV file with a header.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "Write to this file, whole or not at all; to the standard output unless given.", valueName: "file")
  )
  var output: String?

  @Option(help: ArgumentHelp("The release of rows that name none, such as 2025D.", valueName: "release"))
  var release: String?

  @Option(
    help: ArgumentHelp(
      "Where rows that do not say so are paid: contractor and locality such as 01112-05, or national.",
      valueName: "locality"))
  var locality: PlaceArgument?

  @Flag(help: "Pay by the conversion factors of qualifying APM participants, from 2026.")
  var qualifying = false

  @Flag(help: "The rows are lines of claims: price those of one session together.")
  var claim = false

  @Option(help: "The form of priced claims: csv, text or json.")
  var format = Format.csv

  @OptionGroup var data: DataOption

  /// Only claims have other forms than CSV.
  func validate() throws {
    if !claim, format != .csv { throw ValidationError("--format \(format.rawValue) needs --claim") }
  }

  /// Prices the list or the claims, and says on stderr what became of the rows.
  func run() throws {
    if claim { try priceClaims() } else { try priceList() }
  }

  /// Prices the list, and says on stderr what became of its rows.
  private func priceList() throws {
    let folder = try data.find()
    let options = PriceOptions(release: release, place: locality?.place ?? .notSaid, qualifying: qualifying)
    let summary: PriceSummary
    do {
      let library = try FeeLibrary(dataFolder: folder)
      let target = try ResultOutput(output, replacing: file)
      summary = try PriceRun.execute(file, options, library: library, into: target.append)
      try target.finish()
    } catch let error as InputFailure {
      throw Complaint.input(error)
    } catch {
      throw Complaint.output(error)
    }
    for line in PriceSummaryText(summary).lines { Complaint.write(line) }
    if summary.notUnderstood > 0 { throw ExitCode(1) }
  }

  /// The most faults of a claim file that are told one by one.
  private static let faultsTold = 12

  /// Prices claims; where a line cannot be understood nothing is priced, since it would count for the others.
  private func priceClaims() throws {
    let folder = try data.find()
    let claims: PricedClaims
    do throws(InputFailure) {
      let library = try FeeLibrary(dataFolder: folder)
      if let release, library.info(release) == nil { _ = try library.load(release) }
      switch try ClaimFile.read(
        file, places: library.facilityPlaces, release: release, place: locality?.place ?? .notSaid)
      {
      case .records(let records):
        claims = try ClaimRun.price(
          records, file: file, library: library, dataFolder: folder, qualifying: qualifying)
      case .faults(let faults):
        for fault in faults.prefix(Self.faultsTold) { Complaint.write(fault.description) }
        let more = faults.count > Self.faultsTold ? ", of which the first \(Self.faultsTold) are above" : ""
        throw InputFailure(
          file, "\(faults.count) lines cannot be understood\(more); no claim is priced",
          hint: "correct them: a line counts for the others of its session")
      }
    } catch {
      throw Complaint.input(error)
    }
    let bytes =
      switch format {
      case .csv: claims.csv
      case .text: Array(claims.text.utf8)
      case .json: claims.json
      }
    do {
      let target = try ResultOutput(output, replacing: file)
      try target.append(bytes)
      try target.finish()
    } catch {
      throw Complaint.output(error)
    }
    for line in ClaimSummaryText(claims, showsScope: format == .csv).lines { Complaint.write(line) }
  }
}
