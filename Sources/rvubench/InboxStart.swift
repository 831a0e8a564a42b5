import Ingest
import Pipeline
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The inbox that a run has to itself.
struct InboxStart {
  /// The folder, and how it is looked at.
  let source: Inbox.Source
  private let lock: RunLock?

  /// How long a run waits between two looks: what writes a file in small pieces has added to it by then.
  private static let pause: UInt32 = 1

  /// Locks an inbox; a dry run moves nothing, and locks nothing.
  ///
  /// - Throws: `ExitCode` after saying on stderr what is wrong: 5 where another run has it, 3 where it is no folder, 4 where nothing
  ///   can be moved out of it.
  init(_ folder: String, isDryRun: Bool) throws {
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Complaint.input(
        InputFailure(
          folder, "the inbox is not there, or is no folder", hint: "make the folder, or name another with --inbox"))
    }
    source = Inbox.Source(folder, now: { WallClock.seconds() }, pause: { sleep(Self.pause) })
    do {
      lock =
        try isDryRun ? nil : RunLock(within: folder, owner: "process \(getpid()), since \(WallClock.now())")
    } catch let error as LockHeld {
      throw Complaint.locked(error)
    } catch {
      throw Complaint.output(error)
    }
  }

  /// Moves the files that were read to the folders of logs, once the run's output is in its place, and says so.
  func moveFiles(of inbox: Inbox?, isQuiet: Bool) {
    guard let inbox else { return }
    let remarks = inbox.remarks + inbox.moveFiles()
    let left = remarks.count { $0.isWarning }
    let moved = inbox.files.count + inbox.copies.count - left
    print(
      "Inbox: \(moved == 0 ? "nothing to move" : moved == 1 ? "1 file moved to the logs" : "\(moved) files moved to the logs")"
    )
    fflush(nil)
    for remark in remarks where remark.isWarning || !isQuiet {
      Complaint.write(remark.text)
    }
  }
}
