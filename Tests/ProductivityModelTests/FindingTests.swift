import ProductivityModel
import Testing

/// Fates, problems and how a finding is told.
@Suite struct FindingTests {
  @Test func `every fate has its own name, in small letters and underscores`() {
    let names = [
      "rejected", "duplicate", "superseded", "voided", "held", "out_of_period", "excluded", "unpriced", "zero_valued",
      "credited",
    ]
    #expect(Fate.allCases.map(\.name) == names)
    #expect(Fate.allCases.map(\.rawValue) == Array(0..<10))
  }

  @Test(arguments: Problem.allCases)
  func `every problem has a title of its own and a name for scripts`(problem: Problem) {
    #expect(problem.title.count > 10 && problem.title.first?.isUppercase == true)
    #expect(problem.title.last != ".")
    #expect(Problem.allCases.count { $0.title == problem.title } == 1)
    #expect(Problem.allCases.count { $0.rawValue == problem.rawValue } == 1)
    #expect(problem.rawValue.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D })
    #expect(Finding(problem, "what").severity == problem.severity)
  }

  /// What keeps a record out of the numbers is an error; what only explains them is a note.
  @Test(arguments: [
    (Problem.missingValue, Severity.error), (.impossibleDate, .error), (.notANumber, .error), (.zeroUnits, .error),
    (.malformedCode, .error), (.malformedModifier, .error), (.malformedPlace, .error), (.malformedIdentifier, .error),
    (.raggedRow, .error), (.unclosedQuote, .error), (.releaseMissing, .error), (.badSurveyRow, .error),
    (.unknownCode, .warning), (.orphanReversal, .warning), (.misspeltColumn, .warning), (.unreadColumn, .note),
    (.repeatedLine, .note), (.outOfPeriod, .note), (.excludedCode, .note),
  ])
  func `what keeps a record out of the numbers is an error`(problem: Problem, severity: Severity) {
    #expect(problem.severity == severity)
  }

  @Test func `severities are ordered`() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
    #expect(!(Severity.error < .error))
  }

  @Test func `a finding tells place, severity, message and name, and what to do on a line of its own`() {
    let position = SourcePosition(file: "log.csv", line: 118, column: 12)
    let finding = Finding(
      .unknownCode, at: position, "code \"99999\" is not in release 2026A", hint: "did you mean 99291?")
    #expect(
      finding.description == """
        log.csv:118:12: warning: code "99999" is not in release 2026A [unknown-code]
        hint: did you mean 99291?
        """)
  }

  @Test func `a finding without a place, without a hint or of many records says so`() {
    #expect(Finding(.noRoster, "there is no roster").description == "warning: there is no roster [no-roster]")
    let many = Finding(.outOfPeriod, at: SourcePosition(file: "a.csv", line: 3), "lines lie outside", count: 1200)
    #expect(many.description == "a.csv:3: note: lines lie outside (1200 times) [out-of-period]")
  }

  @Test func `places order by file, line and column`() {
    let places = [
      SourcePosition(file: "a.csv"), SourcePosition(file: "a.csv", line: 2),
      SourcePosition(file: "a.csv", line: 2, column: 9),
      SourcePosition(file: "a.csv", line: 10, column: 1), SourcePosition(file: "b.csv", line: 1),
    ]
    #expect(places.reversed().sorted() == places)
    #expect(places.map(\.description) == ["a.csv", "a.csv:2", "a.csv:2:9", "a.csv:10:1", "b.csv:1"])
  }
}
