import ArgumentParser
import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Reporting

extension PolicyCommand {
  /// `rvubench policy check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check a policy: all that is wrong with it, and what is worth a second look.",
      discussion: """
        Errors go to stderr and end with exit code 2: a run would not take the policy. Warnings and notes do not stop a \
        run; with --strict a warning ends with exit code 1.
        """)

    @Argument(help: "The path of a .yaml file, or a built-in policy's name.")
    var policy: String

    @Flag(help: "End with exit code 1 where there is a warning.")
    var strict = false

    @OptionGroup var data: DataOption

    /// Prints what is worth a look.
    func run() throws {
      let library = PolicyLibrary(dataFolder: try data.find())
      let inspection: PolicyInspection
      do throws(InputFailure) {
        inspection = try library.inspect(policy, askedBy: policy)
      } catch {
        throw Complaint.input(error)
      }
      guard inspection.faults.isEmpty, let policy = inspection.policy, let places = inspection.places else {
        throw refusal(inspection.faults)
      }
      let remarks = PolicyCheck.remarks(on: policy, in: try surroundings(of: policy, library))
        .map { ($0, places.position(of: $0.place)) }.sorted { $0.1 < $1.1 }
      for (remark, position) in remarks {
        let message = PolicyRemarkWording.message(remark) { places.position(of: $0).line }
        let text = "\(position): \(remark.severity.rawValue): \(message)\nhint: \(PolicyRemarkWording.hint(remark))"
        remark.severity == .error ? Complaint.write(text) : print(text)
      }
      func count(_ severity: Severity) -> Int { remarks.count { $0.0.severity == severity } }
      if count(.error) > 0 { throw refused(count(.error), ExitCode(2)) }
      let counts = CountWording.list([
        CountWording.count(count(.warning), "warning"), CountWording.count(count(.note), "note"),
      ])
      print("\(policy.name) can be used: \(counts)")
      if strict, count(.warning) > 0 { throw ExitCode(1) }
    }

    /// Says all that keeps the policy from being used, and gives the exit code.
    private func refusal(_ faults: [InputFailure]) -> ExitCode {
      for fault in faults { Complaint.write("\(fault)") }
      return refused(faults.count, ExitCode(faults.contains(where: \.isUsage) ? 2 : 3))
    }

    private func refused(_ errors: Int, _ code: ExitCode) -> ExitCode {
      Complaint.write("\(policy) cannot be used: \(CountWording.count(errors, "error"))")
      return code
    }

    /// What the built-in policies and the releases on board know; codes are read only where the policy excludes some.
    private func surroundings(
      of policy: CreditPolicy, _ library: PolicyLibrary
    ) throws -> PolicyCheck.Surroundings {
      var modifiers: Set<Modifier> = ["26", "TC", "53"]
      for name in library.names {
        let builtIn = try PolicyCommand.policy(name, library)
        modifiers.formUnion(builtIn.informationalModifiers)
        modifiers.formUnion(builtIn.modifierRows.flatMap(\.modifiers))
        modifiers.formUnion(builtIn.anesthesia?.rows.flatMap(\.modifiers) ?? [])
      }
      let fees = try FeesCommand.library(data)
      var codes: Set<ProcedureCode> = []
      for info in policy.exclusions.isEmpty ? [] : fees.releases {
        do throws(InputFailure) {
          codes.formUnion(try fees.load(info.release).schedule.rows.map(\.code))
        } catch {
          throw Complaint.input(error)
        }
      }
      return PolicyCheck.Surroundings(
        modifiers: modifiers, codes: codes, releases: fees.releases.map(\.release))
    }
  }
}
