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
      """)

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

  @OptionGroup var data: DataOption

  /// Prices the list, and says on stderr what became of its rows.
  func run() throws {
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
}
