import ArgumentParser
import Crediting
import Ingest
import ProductivityModel

/// `rvubench policy`: see what credit policies say.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "List, show, check and compare credit policies.",
    subcommands: [List.self, Show.self, Check.self, Diff.self])

  /// The forms in which policies are given.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  /// Reads a policy by its name or path.
  ///
  /// - Throws: `ExitCode` after saying on stderr what is wrong.
  static func policy(_ name: String, _ library: PolicyLibrary) throws -> CreditPolicy {
    do throws(InputFailure) {
      return try library.read(name, askedBy: name).policy
    } catch {
      throw Complaint.input(error)
    }
  }

  /// The day of an option such as `--on`.
  ///
  /// - Throws: `ExitCode(2)` after saying on stderr that the text is no day.
  static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(iso: text) else { throw Complaint.usage("--on \(text) is not a day, YYYY-MM-DD") }
    return day
  }
}
