/// The ways in which one row of a log, or what is around its records, is polluted.
extension PollutedLog {
  /// Every pollution of a form, those of a record in each of some: the first, one of a reversal, one whose code has lost its
  /// zeros, and the last unless given.
  public static func all(_ form: TextForm, records: [Int] = [1, 5, 9, count]) -> [PollutedLog] {
    cellPollutions(form, records) + rowPollutions(form, records) + addedRows(form) + lineEnds(form) + headers(form)
      + strayPairs(form)
  }

  private static func changed(
    _ form: TextForm, _ name: String, _ row: Int, _ outcome: Outcome, _ raw: String
  ) -> PollutedLog {
    var log = PollutedLog(form)
    log.name = "\(name) in record \(row)"
    log.rows[row] = raw
    log.outcomes[row] = outcome
    return log
  }

  private static let ragged = Outcome.rejected(["ragged-row"])

  private static func rowPollutions(_ form: TextForm, _ records: [Int]) -> [PollutedLog] {
    var logs: [PollutedLog] = []
    let mark = String(form.delimiter)
    for row in records {
      let texts = cells(row)
      for place in header.indices {
        var more = texts
        more.insert("", at: place)
        logs.append(changed(form, "a delimiter more at \(place)", row, ragged, form.row(more)))
        more[place] = "MRN0012345"
        logs.append(changed(form, "a cell more at \(place)", row, ragged, form.row(more)))
        var fewer = texts
        fewer.remove(at: place)
        logs.append(changed(form, "a cell fewer at \(place)", row, ragged, form.row(fewer)))
        if place > 0 {
          logs.append(changed(form, "only \(place) cells", row, ragged, form.row(Array(texts[..<place]))))
          var joined = fewer
          joined[place - 1] = texts[place - 1] + texts[place]
          logs.append(changed(form, "a delimiter fewer at \(place)", row, ragged, form.row(joined)))
          let shifted = Array(texts[place...] + texts[..<place])
          logs.append(changed(form, "cells shifted by \(place)", row, .rejectedSomehow, form.row(shifted)))
        }
      }
      for place in [0, 1, 2, 3, 4] {
        var swapped = texts
        swapped.swapAt(place, place + 1)
        logs.append(changed(form, "cells swapped at \(place)", row, .rejectedSomehow, form.row(swapped)))
      }
      for other: Character in [",", "\t", ";", "|", ":", " "] where other != form.delimiter {
        let raw = texts.dropLast().joined(separator: String(other))
        logs.append(changed(form, "the delimiter \(other.asciiValue ?? 0)", row, ragged, raw))
      }
      let whole = "\"\(form.row(texts).replacing("\"", with: "\"\""))\""
      logs.append(changed(form, "the row quoted as one cell", row, ragged, whole))
      logs.append(changed(form, "delimiters at the end", row, ragged, form.row(texts) + mark + mark))
      logs.append(
        changed(
          form, "every cell in quotes", row, .clean,
          texts.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: mark)))
    }
    return logs
  }

  /// Rows that are no records, between any two.
  private static func addedRows(_ form: TextForm) -> [PollutedLog] {
    let blanks = Array(repeating: "", count: header.count)
    func starting(_ text: String, _ sum: String = "") -> String {
      var row = blanks
      row[0] = text
      row[9] = sum
      return form.row(row)
    }
    let added: [(String, String)] = [
      ("an empty row", ""), ("a row of blanks", "   "), ("a row of delimiters", form.row(blanks)),
      ("a row of blanks that do not break", "\u{A0}"),
      ("a row of quoted blanks", blanks.map { _ in "\" \"" }.joined(separator: String(form.delimiter))),
      ("the header again", form.row(header)), ("the header in capitals", form.row(header.map { $0.uppercased() })),
      ("a subtotal", starting("Subtotal", "5002.00")), ("a total", starting("Grand Total:", "17507.00")),
      ("a total of one cell", "Total"), ("a group's total", starting("C-1001 Total", "2501.00")),
      ("a page number", "Page 1 of 2"), ("a footer", "Printed 2026-02-01 10:00"), ("an end", "End of report"),
      ("a count", "(14 rows)"), ("a rule", "--------"), ("a rule of equal signs", starting("=======")),
    ]
    var logs: [PollutedLog] = []
    for (name, raw) in added where form.hasAll(of: raw) {
      for place in [2, 7, count + 1] {
        var log = PollutedLog(form)
        log.name = "\(name) before row \(place)"
        log.insert(raw, at: place)
        logs.append(log)
      }
    }
    for (name, raws) in [
      ("a title", ["Lakeside Medical Group"]), ("a title and a day", ["Lakeside, Procedures", "", "January 2026"]),
      ("titles of many cells", [form.row(["Report", "1,2", "x;y", "a|b", ""]), form.row(blanks)]),
      ("a quote in a title", ["Dr. \"Bones\" Lakeside's 5\" report"]), ("a blank row", ["", " "]),
    ] {
      var log = PollutedLog(form)
      log.name = "\(name) above the header"
      for raw in raws.reversed() { log.insert(raw, at: 0) }
      logs.append(log)
    }
    return logs
  }

  private mutating func insert(_ raw: String, at place: Int) {
    rows.insert(raw, at: place)
    ends.insert(form.lineEnd, at: place)
    others = Set(others.map { $0 < place ? $0 : $0 + 1 }).union([place])
  }

  private static func lineEnds(_ form: TextForm) -> [PollutedLog] {
    var logs: [PollutedLog] = []
    for row in [0, 1, 7, count] {
      for end in ["\r", "\n", "\r\n", "\r\r\n", "\n\r", "\n\n", "\r\r"] where end != form.lineEnd {
        var log = PollutedLog(form)
        log.name = "row \(row) ends with \(end.debugDescription)"
        log.ends[row] = end
        logs.append(log)
      }
    }
    for end in ["\r", "\r\r\n"] {
      var log = PollutedLog(form)
      log.name = "every row ends with \(end.debugDescription)"
      log.ends = log.ends.map { _ in end }
      logs.append(log)
    }
    var log = PollutedLog(form)
    log.name = "no end of the last row"
    log.ends[count] = ""
    logs.append(log)
    for cut in 1..<header.count {
      var log = changed(form, "cut off after \(cut) cells", count, ragged, form.row(Array(cells(count)[..<cut])))
      log.ends[count] = ""
      logs.append(log)
    }
    return logs
  }

  private static func headers(_ form: TextForm) -> [PollutedLog] {
    var logs: [PollutedLog] = []
    func add(_ name: String, _ raw: String, _ outcome: Outcome? = nil) {
      guard form.hasAll(of: raw) else { return }
      var log = PollutedLog(form)
      log.name = name
      log.rows[0] = raw
      log.outcomes[0] = outcome
      logs.append(log)
    }
    let mark = String(form.delimiter)
    add("a byte order mark", "\u{FEFF}" + form.row(header))
    add("a header in capitals", form.row(header.map { $0.uppercased() }))
    add("a header in quotes", header.map { "\"\($0)\"" }.joined(separator: mark))
    add("a header in quotes after blanks", header.map { "\"\($0)\"" }.joined(separator: mark + " "))
    add("a header with blanks", form.row(header.map { " \($0)\u{A0}" }))
    add("a header with line ends", header.map { "\"\($0)\n\"" }.joined(separator: mark))
    for place in [1, 3, 5] {
      var twice = header
      twice[11] = header[place]
      add("\(header[place]) twice", form.row(twice), .stops)
      var without = header
      without[place] = "other"
      add("no \(header[place])", form.row(without), .stops)
      var quoted = header
      quoted[place] = "\"" + quoted[place]
      add("a stray quote before \(header[place])", quoted.joined(separator: mark), .stops)
    }
    return logs
  }

  /// A quote that opens in one record and one that would close it in a later one: what is between them is not swallowed.
  private static func strayPairs(_ form: TextForm) -> [PollutedLog] {
    var logs: [PollutedLog] = []
    // From the column in which it opens to that in which it closes; a stray quote at the end of a specialty is its text.
    for (opening, closing) in [(2, 2), (0, 2), (4, 2), (10, 2), (2, 11), (11, 11), (0, 11)] {
      for (first, last) in [(1, 2), (1, 3), (5, 11), (9, count - 1)] {
        var log = PollutedLog(form)
        log.name = "stray quotes from \(header[opening]) of record \(first) to \(header[closing]) of record \(last)"
        for row in first...last {
          var texts = cells(row)
          texts[11] = "seen"
          if row == last { texts[closing] += "\"" }
          if row == first { texts[opening] = "\"" + texts[opening] }
          log.rows[row] = texts.joined(separator: String(form.delimiter))
        }
        log.outcomes[first] = .rejected(["unclosed-quote"])
        log.outcomes[last] = closing == 2 ? .otherText : .clean
        logs.append(log)
      }
    }
    return logs
  }
}
