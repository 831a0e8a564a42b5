import ProductivityModel

/// Reads a file of pay a row at a time: a row that cannot be used becomes a finding, and never stops the others.
struct PayTableReading {
  /// The columns that must be there.
  let required: [String]
  /// The columns that may be there.
  var optional: [String] = []
  /// What a row may be there once for, in words such as `clinician and month`; nil where rows may be alike, and are told.
  var key: String?

  /// What is wrong with a row, by which findings are gathered.
  private struct Fault: Hashable {
    var problem: Problem
    var column: String
    var message: String
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - make: a row's value, with what it may be there once for, or else by what rows are alike; empty where that is not told.
  /// - Throws: ``InputFailure`` where the file cannot be read or its header cannot be used.
  func read<Value: Sendable>(
    _ path: String, shownAs file: String, _ make: (HeaderedTable.Row) throws(PayRowFault) -> (Value, key: [String])
  ) throws(InputFailure) -> PayTable<Value> {
    let table = try HeaderedTable(
      path, shownAs: file, requiring: required, known: required + optional, skippingRagged: true)
    var rows: [Value] = []
    var found: [Fault: Finding] = [:]
    var lines: [[String]: Int] = [:]
    var alike: [(position: SourcePosition, earlier: Int)] = []
    func note(_ fault: PayRowFault, at position: SourcePosition) {
      let same = Fault(problem: fault.problem, column: fault.column, message: fault.message)
      guard var known = found[same] else {
        found[same] = Finding(fault.problem, at: position, fault.message, hint: fault.hint, examples: [position])
        return
      }
      known.count += 1
      if known.examples.count < 3 { known.examples.append(position) }
      found[same] = known
    }
    for finding in table.ragged {
      guard let position = finding.position else { continue }
      note(PayRowFault(.raggedRow, "", finding.message, finding.hint ?? ""), at: position)
    }
    for row in table.rows {
      do throws(PayRowFault) {
        let (value, identity) = try make(row)
        if let line = lines[identity] {
          if let key {
            throw PayRowFault(
              .repeatedPayRow, required[0], "the row has the \(key) of line \(line); the first counts",
              "take out the one that is wrong")
          }
          alike.append((row.position(required[0]), line))
        } else if !identity.isEmpty {
          lines[identity] = row.line
        }
        rows.append(value)
      } catch { note(error, at: row.position(error.column)) }
    }
    let findings = (found.values + Self.told(alike)).sorted { a, b in
      let (first, second) = (a.position ?? SourcePosition(file: file), b.position ?? SourcePosition(file: file))
      return first != second ? first < second : a.message < b.message
    }
    return PayTable(
      rows: rows, findings: findings, rejected: table.rows.count + table.ragged.count - rows.count,
      input: (file, table.size, table.sha256))
  }

  /// Tells of rows that say what an earlier one says; all of a file are one finding, since the file may be there twice in itself.
  private static func told(_ alike: [(position: SourcePosition, earlier: Int)]) -> [Finding] {
    guard let first = alike.first else { return [] }
    let message =
      alike.count == 1
      ? "the row says what line \(first.earlier) of \(first.position.file) says; both count"
      : "\(alike.count) rows say what an earlier row says, this one what line \(first.earlier) of \(first.position.file) says; all count"
    return [
      Finding(
        .equalPayRow, at: first.position, message, hint: "take out what is a copy; nothing, where both are meant",
        count: alike.count, examples: alike.prefix(3).map(\.position))
    ]
  }
}
