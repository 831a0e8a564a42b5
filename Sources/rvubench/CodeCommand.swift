import ArgumentParser
import Ingest
import MedicareFees
import Pipeline
import ProductivityModel
import Publishing
import Rendering

extension CodePageFormat: ExpressibleByArgument {}
extension Setting: ExpressibleByArgument {}

/// `rvubench code`: everything that is known of one code.
struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Show a code's page: RVUs, payment, standing, history, billing rules, and what it is.")

  @Argument(help: "The CPT or HCPCS code, such as 44310.")
  var code: String

  @Option(help: ArgumentHelp("The fee schedule release, such as 2026A; the newest unless named.", valueName: "release"))
  var release: String?

  @Option(help: ArgumentHelp("Also pay in this locality, as 01112-05; or national.", valueName: "mac-loc"))
  var locality: PlaceArgument?

  @Option(help: "Only this setting: facility or nonfacility.")
  var setting: Setting?

  @Flag(help: "Pay by the conversion factor of qualifying APM participants, from 2026.")
  var qualifying = false

  @Option(help: "The form of the output: text, json, html or markdown.")
  var format = CodePageFormat.text

  @Option(
    help: ArgumentHelp(
      "Tell which specialties use the codes: a job file, or CMS's public-use file by provider and service.",
      valueName: "file"))
  var usage: String?

  @OptionGroup var data: DataOption

  /// Prints the page.
  func run() throws {
    let folder = try data.find()
    let library: CodePageLibrary
    do throws(InputFailure) {
      library = try CodePageLibrary(
        dataFolder: folder, release: release, qualifying: qualifying, around: ProcedureCode(code))
    } catch {
      throw Complaint.input(error)
    }
    let name = library.schedule.info.release
    guard let known = ProcedureCode(code), let facts = library.facts(of: known) else {
      throw Complaint.usage(try absence(from: library))
    }
    if qualifying, facts.factor == nil {
      throw Complaint.usage(
        "release \(name) has no conversion factor for qualifying participants\nhint: leave out --qualifying")
    }
    let place = try locality?.locality.map { key in
      guard let place = library.localities?[key] else {
        throw Complaint.usage(
          "release \(name) has no payment locality \(key)\nhint: rvubench code \(code) --format html lists all of them")
      }
      return place
    }
    do {
      let index = try usage.map { try CodeUsageIndex(file: $0, dataFolder: folder) }
      let page = try library.page(
        of: facts, settings: setting.map { [$0] } ?? [.nonfacility, .facility], locality: place, usage: index?[known])
      let bytes = try renderCodePage(page, as: format, version: programVersion)
      try ResultOutput(nil, replacing: "").append(bytes)
    } catch let failure as OutputFailure {
      throw Complaint.output(failure)
    } catch {
      throw Complaint.input(error)
    }
  }

  /// Why there is no page: the code is in another release only, or in none.
  private func absence(from library: CodePageLibrary) throws -> String {
    let name = library.schedule.info.release
    let message = "\(code) is not in fee schedule release \(name)"
    do throws(InputFailure) {
      if let known = ProcedureCode(code), let last = try library.lastListing(of: known) {
        let work = last.work > .zero ? "with \(RVU(last.work)) work RVUs" : "without work of its own"
        return "\(message); the newest that has it is \(last.release), \(work)"
          + "\nhint: rvubench code \(known) --release \(last.release)"
      }
    } catch {
      throw Complaint.input(error)
    }
    return message + (library.schedule.nearestCode(to: code).map { "\nhint: did you mean \($0)?" } ?? "")
  }
}
