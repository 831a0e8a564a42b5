import ArgumentParser
import Ingest
import MedicareFees
import ProductivityModel

/// `rvubench code`: what a fee schedule release says of one code.
struct CodeCommand: ParsableCommand {
  /// The form of the output.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// For people, at a terminal.
    case text
    /// For programs.
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Show a code's RVUs, national payment and standing among the codes of its category.")

  @Argument(help: "The CPT or HCPCS code, such as 44310.")
  var code: String

  @Option(help: ArgumentHelp("The fee schedule release, such as 2026A; the newest unless named.", valueName: "release"))
  var release: String?

  @Option(help: "Only this setting: facility or nonfacility.")
  var setting: Setting?

  @Flag(help: "Pay by the conversion factor of qualifying APM participants, from 2026.")
  var qualifying = false

  @Option(help: "The form of the output: text or json.")
  var format = Format.text

  @OptionGroup var data: DataOption

  /// Prints the page.
  func run() throws {
    let folder = try data.find()
    let schedule: FeeSchedule
    do throws(InputFailure) {
      let library = try FeeLibrary(dataFolder: folder)
      guard let name = release ?? library.newest?.release else {
        throw InputFailure(library.folder, "has no fee schedule release", hint: "rvubench fees import FILE")
      }
      schedule = try library.load(name).schedule
    } catch {
      throw Complaint.input(error)
    }
    let name = schedule.info.release
    guard let known = ProcedureCode(code), let facts = CodeFacts(known, in: schedule, qualifying: qualifying) else {
      let nearest = schedule.nearestCode(to: code).map { "\nhint: did you mean \($0)?" } ?? ""
      throw Complaint.usage("\(code) is not in fee schedule release \(name)\(nearest)")
    }
    if qualifying, facts.factor == nil {
      throw Complaint.usage(
        "release \(name) has no conversion factor for qualifying participants\nhint: leave out --qualifying")
    }
    let settings = setting.map { [$0] } ?? Setting.allCases
    switch format {
    case .text: print(CodePageText(facts: facts, settings: settings).text, terminator: "")
    case .json: print(CodePageJSON(facts: facts, settings: settings).text, terminator: "")
    }
  }
}

extension Setting: ExpressibleByArgument {}
