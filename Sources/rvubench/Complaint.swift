import ArgumentParser
import Ingest
import ProductivityModel
import Publishing
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Ends a command: says why on stderr, and gives the exit code that goes with it.
enum Complaint {
  private static let ended = Mutex<Message?>(nil)

  /// What ended the command, as it was told; nil where nothing did.
  static var last: Message? { ended.withLock { $0 } }

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

  /// Another run is at work, in words.
  static func locked(_ message: String) -> ExitCode {
    write(message)
    return ExitCode(5)
  }

  /// What was asked for cannot be, in words.
  static func usage(_ message: String) -> ExitCode {
    end("error: \(message)", Message(text: "error: \(message)"))
    return ExitCode(2)
  }

  /// Writes a message on stderr, where results never go.
  static func write(_ text: String) { write(text, Message(text: text)) }

  /// Tells a finding on stderr.
  static func tell(_ finding: Finding) { write(finding.description, Message(finding)) }

  /// Says why the command line cannot be understood.
  static func misunderstood(_ text: String) { end(text, Message(text: text, otherwise: .error)) }

  /// Writes bytes on stderr as they are.
  static func writeLine(_ line: String) {
    var line = line + "\n"
    // Nobody is left to tell of a failed write to stderr.
    line.withUTF8 { _ = WholeWrite.write(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }

  private static func say(_ message: any Error, _ code: ExitCode) -> ExitCode {
    end("\(message)", Message(error: message))
    return code
  }

  private static func end(_ text: String, _ message: Message) {
    ended.withLock { $0 = message }
    write(text, message)
  }

  private static func write(_ text: String, _ message: Message) {
    switch LogFormat.current {
    case .text: writeLine(text)
    // A line that only keeps others apart is for people.
    case .json: if !text.isEmpty { writeLine(message.json(at: WallClock.now())) }
    }
  }
}
