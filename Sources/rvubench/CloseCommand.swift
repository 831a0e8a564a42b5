import ArgumentParser
import Ingest
import Pipeline
import ProductivityModel
import Publishing
import RunLedger

/// `rvubench close`.
struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close months: no later run changes them.",
    discussion: """
      The last run of the job that has the months is made again from the archive, which must come out as it was reported, and \
      every line of it is kept. From then on each run counts the months as they were closed, and writes a restatement where \
      the inputs of the day would make something else of them.
      """)

  @OptionGroup var options: JobOptions

  @Option(name: .customLong("run"), help: "Close with this run in place of the last one.")
  var number: Int64?

  @Flag(help: "Close months anew that are closed, with what the inputs of the run make of them.")
  var amend = false

  @Option(help: "Why they are closed anew.")
  var reason: String?

  /// Closes the period.
  func run() throws {
    guard options.asOf == nil else { throw Complaint.usage("--as-of has no place here: the run decides") }
    guard let period = try options.periodAsked() else {
      throw Complaint.usage("say what is to be closed: --period 2026-09")
    }
    let months = period.months.map(\.month.days)
    guard months.first?.first == period.first, months.last?.last == period.last else {
      throw Complaint.usage("--period \(period) is not of whole months, such as 2026-09")
    }
    guard amend == (reason != nil) else {
      throw Complaint.usage(amend ? "--amend needs a --reason, which is kept" : "--reason goes with --amend")
    }
    let path = try options.ledger()
    let (closing, newer) = try options.telling { progress in
      let job = try RunInputs.job(options.job)
      let lock: RunLock
      do {
        lock = try RunLock(path, owner: RunStart.owner(since: WallClock.now()))
      } catch let error as LockHeld {
        throw Complaint.locked(error)
      }
      defer { withExtendedLifetime(lock) {} }
      let ledger = try Ledger(path)
      let closing = PeriodClosing(ledger, of: job)
      let repetition = try RunRepetition(of: closing.run(of: period, chosen: number, amending: amend), in: ledger)
      let inputs = try RunCommand.inputs(of: repetition, reopening: amend ? period : nil)
      let made = try closing.close(
        period, with: repetition, inputs, amends: amend, reason: reason, at: WallClock.now(), version: programVersion,
        progress: progress)
      return (made, number == nil ? try closing.newestRun().flatMap { $0 > made.run ? $0 : nil } : nil)
    }
    print("\(closing.period) is closed with run \(closing.run), closing \(closing.number) of \(path)")
    if let newer {
      Complaint.write(
        "note: run \(newer) is newer and has not all days of \(closing.period), so they are closed as run \(closing.run) has them"
      )
    }
  }
}
