import ArgumentParser
import SamplePractice

/// `rvubench demo DIR`: writes a synthetic practice to try the program on.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Write a synthetic practice: logs, roster, survey, job file.",
    discussion: """
      Everything in it is invented, save that the procedure codes are real ones. The same options give the same bytes \
      on every machine.
      """)

  @Argument(help: ArgumentHelp("A new or an empty folder.", valueName: "dir"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "How many clinicians there are (default: \(PracticeGenerator.defaultClinicians), or as many as the lines need).",
      valueName: "n"))
  var clinicians: Int?

  @Option(
    help: ArgumentHelp(
      "About how many records the logs have in all, within one in a hundred (default: an ordinary year).",
      valueName: "n"))
  var lines: Int?

  @Option(help: ArgumentHelp("Another seed gives another practice of the same kind.", valueName: "n"))
  var seed: UInt64 = PracticeGenerator.defaultSeed

  /// The most lines that can be asked for.
  private static let mostLines = 1_000_000_000

  func validate() throws {
    if folder.isEmpty { throw ValidationError("Name a folder for the sample practice.") }
    if let clinicians, !(1...PracticeGenerator.mostClinicians).contains(clinicians) {
      throw ValidationError("--clinicians is from 1 to \(PracticeGenerator.mostClinicians), not \(clinicians).")
    }
    if let lines, !(1...Self.mostLines).contains(lines) {
      throw ValidationError("--lines is from 1 to \(Self.mostLines), not \(lines).")
    }
  }

  func run() throws {
    let generator = PracticeGenerator(clinicians: clinicians, lines: lines, seed: seed)
    let tally: PracticeTally
    let path: String
    do {
      var target = try DemoFolder(folder)
      path = target.path
      do {
        tally = try generator.write { (file, bytes) throws(DemoFolder.Failure) in
          try target.append(bytes, to: file)
        }
        try target.finish()
      } catch {
        target.remove()
        throw error
      }
    } catch {
      throw Complaint.output(error)
    }
    print(
      """
      A synthetic practice is in \(path): \(generator.clinicians) clinicians, \(tally.records) records.
      Nothing in it is real: no patient, clinician, practice, charge or survey.

        \(path)/job.yaml     what to report on; start here
        \(path)/logs/        the procedure logs, one a month of posting
        \(path)/roster.csv   clinicians, specialties, FTEs, leave
        \(path)/surveys/     invented percentiles to compare with
        \(path)/README.md    what to look for

      Next: rvubench run \(Self.quoted("\(path)/job.yaml"))
      """)
  }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let plain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "/._-+,:@%".utf8.contains(byte)
      }
    }
    if plain { return path }
    return "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
