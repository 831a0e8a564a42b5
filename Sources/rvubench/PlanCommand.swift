import ArgumentParser
import Benchmarking
import Compensation
import Crediting
import Ingest
import ProductivityModel
import Reporting

/// `rvubench plan`: see what compensation plans say.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Check compensation plans, see what they say and pay, and compare them.",
    subcommands: [Check.self, Statement.self, Compare.self])
}

extension PlanCommand {
  /// `rvubench plan check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check plans: all that is wrong with them, and in plain words what they say, defaults included.",
      discussion: """
        Errors of the plans go to stderr and end with exit code 2: a run would not take them. Rows of the files that plans \
        name are checked too where a roster is given, and end with exit code 1 where some cannot be used. Warnings do not \
        stop a run; with --strict a warning ends with exit code 1.
        """)

    @Argument(help: "The path of the plans, a .yaml file.")
    var plans: String

    @Option(
      help: ArgumentHelp(
        "Check also the files that the plans name (counts, panels, quality), with the clinicians of this roster.",
        valueName: "file"))
    var roster: String?

    @Flag(help: "End with exit code 1 where there is a warning.")
    var strict = false

    @OptionGroup var data: DataOption

    /// Prints the plans in words, and what is worth a look.
    func run() throws {
      let read = try readPlans()
      try checkPolicies(of: read)
      var intervals: [RosterInterval] = []
      let sources: PlanSources?
      do throws(InputFailure) {
        if let roster { intervals = try RosterReader.read(roster, shownAs: roster).intervals }
        sources = roster == nil ? nil : try PlanSources(read, roster: Set(intervals.map(\.clinicianID)))
      } catch { throw Complaint.input(error) }
      for plan in read.plans { say(plan, among: read.plans, stated: read.stated[plan.position] ?? []) }
      print("Paid amounts may name: \(CountWording.list(read.components)).")
      for file in sources?.files ?? [] {
        print(
          "\(file.input.path): \(CountWording.count(file.records, "row")), "
            + "\(CountWording.count(file.records - file.rejected, "row")) used and \(file.rejected) left out.")
      }
      if sources == nil, !read.sources.isEmpty {
        print(
          "A run reads also \(CountWording.list(read.sources)). Name the roster with --roster to have them checked here."
        )
      }
      var findings = read.findings + read.restarts + (sources?.findings ?? [])
      if roster != nil { findings += PlanRosterFindings.all(read.plans, intervals) }
      for finding in findings { finding.severity == .error ? Complaint.write("\(finding)") : print("\(finding)") }
      func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
      let warnings = CountWording.count(count(.warning), "warning")
      print(
        "\(plans) can be used: \(warnings)"
          + (count(.error) > 0
            ? ", and \(CountWording.count(count(.error), "error")) in the roster or the files that it names" : ""))
      if count(.error) > 0 || strict && count(.warning) > 0 { throw ExitCode(1) }
    }

    /// Reads the plans, or says all that is wrong with them.
    private func readPlans() throws -> CompensationPlans {
      let faults: [InputFailure]
      do throws(InputFailure) {
        faults = try PlanFile.faults(plans, shownAs: plans)
        if faults.isEmpty { return try PlanFile.read(plans, shownAs: plans) }
      } catch { throw Complaint.input(error) }
      for fault in faults { Complaint.write("\(fault)") }
      Complaint.write("\(plans) cannot be used: \(CountWording.count(faults.count, "error"))")
      throw ExitCode(2)
    }

    /// A policy that a plan names must be there.
    private func checkPolicies(of read: CompensationPlans) throws {
      let library = PolicyLibrary(dataFolder: try data.find())
      var seen: Set<String> = []
      for plan in read.plans {
        guard let policy = plan.credit.policy, seen.insert(policy).inserted else { continue }
        do throws(InputFailure) {
          _ = try library.read(policy, askedBy: plan.position.description, resolve: read.resolve)
        } catch { throw Complaint.input(error) }
      }
    }

    private func say(_ plan: CompensationPlan, among plans: [CompensationPlan], stated: Set<String>) {
      print("\(plan.title == plan.id ? plan.id : "\(plan.id): \(plan.title)")")
      let sentences = PlanTermsWording(plan, among: plans).sentences
      for part in PlanSentence.Part.allCases {
        let own = sentences.filter { $0.part == part }
        if own.isEmpty { continue }
        print("  \(part.rawValue)")
        for sentence in own {
          let isDefault = !sentence.keys.contains { stated.contains($0) }
          print("    \(sentence.text)\(isDefault ? " [default]" : "")")
        }
      }
      print("")
    }
  }
}
