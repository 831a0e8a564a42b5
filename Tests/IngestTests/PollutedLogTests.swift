import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// One pollution a file, the clean twin known: only the polluted row is touched, it is told with its line, and no row is lost.
@Suite struct PollutedLogTests {
  private static let roster = ["C-1000", "C-1001", "C-1002", "C-1003"]

  /// What is wrong with how a log was read; nil where nothing is.
  private func mistake(_ log: PollutedLog, _ twin: ReadLog) throws -> String? {
    let stops = log.outcomes.values.contains(.stops)
    let read: ReadLog
    do {
      read = try ReadLog(log.bytes, roster: Self.roster)
    } catch let failure as InputFailure {
      return stops ? nil : "stopped: \(failure)"
    }
    if stops { return "did not stop: \(read.told)" }
    var contents: [String?] = []
    var lines: [Int] = []
    var rejections: [(line: Int, problem: String?)] = []
    var twins = twin.contents[...]
    for (row, line) in log.lines.enumerated() where !log.others.contains(row) {
      let twin = twins.removeFirst()
      switch log.outcomes[row] {
      case nil, .clean: contents.append(twin)
      case .otherText: contents.append(nil)
      case .rejected(let problems):
        for (piece, problem) in problems.enumerated() { rejections.append((line + piece, problem)) }
        continue
      case .rejectedSomehow:
        rejections.append((line, nil))
        continue
      case .stops: return "a row cannot stop"
      }
      lines.append(line)
    }
    if read.rejections.count != rejections.count { return "\(read.rejections.count) rejections: \(read.told)" }
    for (found, wanted) in zip(read.rejections, rejections) {
      if found.position?.line != wanted.line { return "not at line \(wanted.line): \(found)" }
      if let problem = wanted.problem, found.problem.rawValue != problem { return "not \(problem): \(found)" }
    }
    if read.lines.map({ Int($0.line) }) != lines {
      return "lines \(read.lines.map(\.line)), not \(lines): \(read.told)"
    }
    for (found, wanted) in zip(read.contents, contents) where wanted != nil && found != wanted {
      return "\(found) instead of \(wanted ?? "")"
    }
    return nil
  }

  private func check(_ logs: [PollutedLog], _ form: TextForm) throws {
    let twin = try ReadLog(PollutedLog(form).bytes, roster: Self.roster)
    #expect(twin.lines.count == PollutedLog.count && twin.rejections.isEmpty, "\(form): \(twin.told)")
    for log in logs {
      if let mistake = try mistake(log, twin) { Issue.record("\(form), \(log.name): \(mistake)") }
    }
  }

  @Test func `every pollution touches its own row only`() throws {
    let logs = PollutedLog.all(TextForm(), records: [5, 9])
    #expect(logs.count > 1_000)
    try check(logs, TextForm())
  }

  /// Some of the pollutions in each third form, which has every delimiter, line end and encoding.
  @Test(arguments: Array(TextForm.all.enumerated()).filter { $0.offset % 3 == 1 }.map { ($0.offset, $0.element) })
  func `pollutions of files of any delimiter, line end and encoding touch their own row only`(
    number: Int, form: TextForm
  ) throws {
    let logs = PollutedLog.all(form, records: [[1, 5, 9, PollutedLog.count][number / 3 % 4]])
    try check(logs.indices.filter { $0 % 9 == number % 9 }.map { logs[$0] }, form)
  }
}
