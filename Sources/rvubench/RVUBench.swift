import ArgumentParser
import Pipeline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The command line: one subcommand a task.
struct RVUBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rvubench",
    abstract: "Benchmark physician productivity: credit procedure logs with work RVUs and place clinicians in surveys.",
    discussion: """
      Exit codes: 0 done; 1 done, with findings at or above the job's failOn level; 2 the command line or the job file \
      is wrong; 3 an input could not be used; 4 output could not be written; 5 another run is at work.
      """,
    version: programVersion,
    subcommands: [
      RunCommand.self, CheckCommand.self, CompareCommand.self, ExplainCommand.self, ImpactCommand.self,
      BridgeCommand.self, RestateCommand.self, CloseCommand.self, LedgerCommand.self, PurgeCommand.self,
      CodeCommand.self, CodesCommand.self, PriceCommand.self, LogCommand.self,
      CohortCommand.self,
      FeesCommand.self, SurveyCommand.self, PolicyCommand.self, PlanCommand.self, MapCommand.self, ErrorsCommand.self,
      DemoCommand.self,
    ])
}

/// Starts the program.
@main
enum Main {
  /// Parses the command line and runs the subcommand; a wrong command line ends with exit code 2, as a wrong job does.
  static func main() {
    // Each product is made on the thread that asks: OpenBLAS would start one more for each further core when it is loaded, which spin for
    // a while before they sleep. Said here, since no other thread may read the environment meanwhile.
    setenv("OPENBLAS_NUM_THREADS", "1", 1)
    // Where files may not grow a write fails, and is told of, instead of ending the program.
    signal(SIGXFSZ, SIG_IGN)
    LogFormat.current = LogFormat(askedBy: Array(CommandLine.arguments.dropFirst()))
    do {
      var command = try RVUBench.parseAsRoot()
      try command.run()
      try StandardOutput.finish((command as? RunCommand)?.remarkOnFiles ?? "")
    } catch {
      let code = RVUBench.exitCode(for: error)
      let message = RVUBench.fullMessage(for: error)
      if code.isSuccess {
        print(message)
        exit(0)
      }
      if !message.isEmpty { Complaint.misunderstood(message) }
      exit(code == .validationFailure ? 2 : code.rawValue)
    }
  }
}
