import ArgumentParser
import Ingest

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Ends a command: says why on stderr, and gives the exit code that goes with it.
enum Complaint {
  /// What was asked for cannot be, or the job file is wrong.
  static func usage(_ message: any Error) -> ExitCode { say(message, ExitCode(2)) }
  /// An input could not be used, or what it was asked for by a wrong name.
  static func input(_ message: any Error) -> ExitCode {
    say(message, ExitCode((message as? InputFailure)?.isUsage == true ? 2 : 3))
  }
  /// Output could not be written.
  static func output(_ message: any Error) -> ExitCode { say(message, ExitCode(4)) }

  /// Another run is at work.
  static func locked(_ message: any Error) -> ExitCode { say(message, ExitCode(5)) }

  /// What was asked for cannot be, in words.
  static func usage(_ message: String) -> ExitCode {
    write("error: \(message)")
    return ExitCode(2)
  }

  /// Writes a line on stderr, where results never go.
  static func write(_ text: String) {
    var line = text + "\n"
    // Nobody is left to tell of a failed write to stderr.
    _ = line.withUTF8 { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static func say(_ message: any Error, _ code: ExitCode) -> ExitCode {
    write("\(message)")
    return code
  }
}
