import ArgumentParser
import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Rendering
import Reporting

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
  static func policy(_ name: String, _ folder: String) throws -> CreditPolicy {
    do throws(InputFailure) {
      return try PolicyLibrary(dataFolder: folder).read(name, askedBy: name).policy
    } catch {
      throw error.isUsage ? Complaint.usage(error as any Error) : Complaint.input(error)
    }
  }
}

extension PolicyCommand {
  /// `rvubench policy list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the built-in policies.")

    @OptionGroup var data: DataOption

    /// Prints a line a policy.
    func run() throws {
      let folder = try data.find()
      let names = PolicyLibrary(dataFolder: folder).names
      let width = names.map(\.count).max() ?? 0
      for name in names {
        print("\(FeesCommand.padded(name, width))  \(try PolicyCommand.policy(name, folder).title)")
      }
    }
  }

  /// `rvubench policy show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what a policy says, each number with its days and source.")

    @Argument(help: "A built-in policy's name, or the path of a .yaml file.")
    var policy: String

    @Option(help: ArgumentHelp("Only what applies on this day of service.", valueName: "date"))
    var on: String?

    @Option(help: "text or json.")
    var format = Format.text

    @OptionGroup var data: DataOption

    /// Prints the policy.
    func run() throws {
      var policy = try PolicyCommand.policy(policy, data.find())
      if let on {
        guard let day = CalendarDate(iso: on) else { throw Complaint.usage("--on \(on) is not a day, YYYY-MM-DD") }
        policy = policy.inEffect(on: day)
      }
      switch format {
      case .text: for line in PolicyText.lines(of: policy) { print(line) }
      case .json: print(PolicyData.json(of: policy))
      }
    }
  }

  /// `rvubench policy check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a policy file: what is wrong stops it, what is worth a look is told.")

    @Argument(help: "The path of a .yaml file, or a built-in policy's name.")
    var policy: String

    @Flag(help: "End with exit code 1 where anything is worth a look.")
    var strict = false

    @OptionGroup var data: DataOption

    /// Prints what is worth a look.
    func run() throws {
      let folder = try data.find()
      let policy = try PolicyCommand.policy(policy, folder)
      var known: Set<Modifier> = ["26", "TC", "53"]
      for name in PolicyLibrary(dataFolder: folder).names {
        let other = try PolicyCommand.policy(name, folder)
        known.formUnion(other.informationalModifiers)
        known.formUnion(other.modifierRows.flatMap(\.modifiers))
        known.formUnion(other.anesthesia?.rows.flatMap(\.modifiers) ?? [])
      }
      let remarks = PolicyCheck.remarks(on: policy, known: known)
      for remark in remarks { print("\(remark.key): \(remark.message)") }
      print(
        remarks.isEmpty
          ? "\(policy.name) can be used; nothing is worth a second look"
          : "\(policy.name) can be used; \(CountWording.count(remarks.count, "place is", "places are")) worth a second look"
      )
      if strict, !remarks.isEmpty { throw ExitCode(1) }
    }
  }

  /// `rvubench policy diff`.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what two policies say differently, and what that does to example lines.")

    @Argument(help: "The one policy: a name or a path.")
    var from: String

    @Argument(help: "The other policy.")
    var to: String

    @Option(help: "text or json.")
    var format = Format.text

    @OptionGroup var data: DataOption

    /// Prints the differences.
    func run() throws {
      let folder = try data.find()
      let (from, to) = (try PolicyCommand.policy(from, folder), try PolicyCommand.policy(to, folder))
      let library = try FeesCommand.library(data)
      guard let newest = library.releases.max(by: { $0.effective.first < $1.effective.first }) else { return }
      let schedule: FeeSchedule
      do throws(InputFailure) { schedule = try library.load(newest.release).schedule } catch {
        throw Complaint.input(error)
      }
      let effects = PolicyEffect.all(from: from, to: to, in: schedule, on: newest.effective.first)
      switch format {
      case .text:
        for line in PolicyText.lines(from: from, to: to, effects: effects, release: newest.release) { print(line) }
      case .json: print(PolicyData.json(from: from, to: to, effects: effects, release: newest.release))
      }
    }
  }
}
