import ArgumentParser
import Pipeline
import ProductivityModel
import Rendering
import Reporting

/// `rvubench compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Show where one clinician stands, with every figure's basis; write nothing.")

  /// The forms in which a comparison is given.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    case html
  }

  @OptionGroup var options: JobOptions

  @Option(help: ArgumentHelp("The clinician's id.", valueName: "id"))
  var clinician: String

  @Option(help: "The specialty, where the clinician has several.")
  var specialty: String?

  @Option(help: "text, json or html.")
  var format = Format.text

  /// Runs the job without writing and shows one clinician.
  func run() throws {
    let results = try options.execute(options.inputs()).results
    var own = results.clinicians.filter { $0.id == clinician }
    if own.isEmpty {
      let ids = Set(results.clinicians.map(\.id)).sorted()
      let hint =
        SpellingSuggestion.nearest(to: clinician, in: ids).map { "did you mean \($0)?" }
        ?? "the ids are: \(ids.prefix(30).joined(separator: ", "))"
      throw Complaint.usage("no clinician has the id \(clinician)\nhint: \(hint)")
    }
    if let specialty {
      let specialties = own.map(\.specialty)
      own = own.filter { $0.specialty.lowercased() == specialty.lowercased() }
      if own.isEmpty {
        throw Complaint.usage(
          "\(clinician) has no specialty \(specialty)\nhint: the clinician has \(specialties.joined(separator: ", "))")
      }
    }
    switch format {
    case .text:
      for (index, result) in own.enumerated() {
        if index > 0 { print("") }
        for line in ClinicianSummary(of: result, in: results).lines { print(line) }
      }
    case .json, .html:
      var only = results
      only.clinicians = own
      only.specialties = results.specialties.filter { result in own.contains { $0.specialty == result.specialty } }
      let files = try renderRun(
        only, reports: [.clinician], formats: [format == .json ? .json : .html], version: programVersion)
      let page = files.first { format == .json ? $0.path == "report.json" : $0.path.hasPrefix("clinician/") }
      print(String(decoding: page?.bytes ?? [], as: UTF8.self))
    }
  }
}
