import FoundationEssentials
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A command that a job names to be run when a run has ended, well or not.
///
/// It is started without a shell, with the summary line as its last argument and the facts as JSON on its standard input. What it
/// prints goes to stderr. Whatever becomes of it, the run's exit code is the run's.
struct FinishCommand {
  /// What went wrong with a command, in a sentence without a full stop.
  struct Failure: Error, CustomStringConvertible { var description: String }

  /// The program and its first arguments.
  let words: [String]
  /// How long it may take before it is ended.
  var limit = Duration.seconds(60)

  /// Runs the command and waits for its end.
  ///
  /// - Parameters:
  ///   - line: its last argument.
  ///   - facts: its standard input.
  /// - Throws: ``Failure`` where it cannot be started, does not end in time, or ends with another code than 0.
  func run(_ line: String, facts: String) throws(Failure) {
    guard let program = words.first else { return }
    // Whoever started this program may have it hear nothing of its children.
    signal(SIGCHLD, SIG_DFL)
    let process = try start(program, words + [line], input: facts)
    let deadline = ContinuousClock.now + limit
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { break }
      if ended < 0, errno != EINTR { throw Failure(description: "cannot be waited for: \(Self.reason(errno))") }
      if ContinuousClock.now > deadline {
        end(process)
        throw Failure(description: "did not end within \(limit.components.seconds) s, and was ended")
      }
      usleep(10_000)
    }
    let (signal, code) = (status & 0x7F, status >> 8 & 0xFF)
    guard signal == 0 else { throw Failure(description: "was ended by signal \(signal)") }
    guard code == 0 else { throw Failure(description: "ended with exit code \(code)") }
  }

  /// Ends a command and what it has started: by request first, and 2 s later by force.
  private func end(_ process: pid_t) {
    var status: Int32 = 0
    kill(-process, SIGTERM)
    let deadline = ContinuousClock.now + .seconds(2)
    var isGone = false
    while !isGone, ContinuousClock.now < deadline {
      isGone = waitpid(process, &status, WNOHANG) == process
      if !isGone { usleep(10_000) }
    }
    kill(-process, SIGKILL)
    while !isGone {
      let ended = waitpid(process, &status, 0)
      isGone = ended == process || ended < 0 && errno != EINTR
    }
  }

  private func start(_ program: String, _ arguments: [String], input: String) throws(Failure) -> pid_t {
    let (reading, writing) = try Self.pipe(holding: input)
    defer { close(reading) }
    // The command has all of its input and then its end, whether or not it reads: nothing here waits for it.
    close(writing)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, reading, STDIN_FILENO)
    // Results are the run's alone.
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that what it starts can be ended with it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let number = posix_spawnp(&process, program, &actions, &attributes, words, environ)
    guard number == 0 else { throw Failure(description: "cannot be started: \(Self.reason(number))") }
    return process
  }

  /// A pipe that holds a text; it has room for more than any summary.
  private static func pipe(holding text: String) throws(Failure) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw Failure(description: "cannot be started: \(reason(errno))") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // More than a pipe holds is refused, not waited for.
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    let bytes = Array((text + "\n").utf8)
    let count = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    guard count == bytes.count else {
      close(ends[0])
      close(ends[1])
      throw Failure(description: "cannot be started: its input is too long")
    }
    return (ends[0], ends[1])
  }

  private static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}
