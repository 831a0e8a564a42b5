import ProductivityModel
import TestSupport
import Testing

@testable import Pipeline

/// What becomes of a record: one fate each.
@Suite struct `The fate of a record` {
  private static func fates(_ lines: LogLine...) throws -> [String] { try Practice(lines).run().fates }

  @Test func `is duplicate for the same line again, wherever it stands`() throws {
    let line = LogLine("99213", id: "A")
    #expect(try Self.fates(line, line, line) == ["credited", "duplicate", "duplicate"])
    let outcome = try Practice(files: [[line], [LogLine("99214", id: "B")], [line]]).run()
    #expect(outcome.fates == ["credited", "credited", "duplicate"])
    #expect(outcome.findings(.repeatedLine).map(\.count) == [1])
  }

  @Test func `is never duplicate without a line id`() throws {
    #expect(try Self.fates(LogLine("99213"), LogLine("99213")) == ["credited", "credited"])
  }

  @Test func `is duplicate without a line id where another file has the line`() throws {
    let (a, b, c) = (LogLine("99213"), LogLine("99213", date: "2025-10-07"), LogLine("44120", patient: "PAT-2"))
    let outcome = try Practice(files: [[a, b], [b, c]]).run()
    #expect(outcome.fates == ["credited", "credited", "duplicate", "credited"])
    #expect(outcome.findings(.repeatedLine).map(\.count) == [1])
    // A month at once, in two halves, overlapping or twice: the same result.
    let whole = try Practice([a, b, c]).run()["clinicians"]
    for files in [[[a], [b, c]], [[a, b], [b, c]], [[a, b, c], [a, b, c]], [[c], [a, b, c], [b]]] {
      #expect(try Practice(files: files).run()["clinicians"] == whole)
    }
  }

  @Test func `is duplicate no more often than the other file has the line`() throws {
    let line = LogLine("11102")
    #expect(try Practice(files: [[line], [line, line]]).run().fates == ["duplicate", "credited", "credited"])
    #expect(try Practice(files: [[line, line], [line]]).run().fates == ["credited", "credited", "duplicate"])
  }

  @Test(arguments: [
    LogLine("99213", "76"), LogLine("99213", "59"), LogLine("99213", "LT"), LogLine("99213", units: "2"),
    LogLine("99213", place: "22"), LogLine("99213", charge: 90), LogLine("99213", patient: "PAT-2"),
    LogLine("99213", clinician: "C-2"), LogLine("99213", id: "X"), LogLine("99214"),
  ])
  func `is never duplicate of a line in another file that differs in anything`(other: LogLine) throws {
    #expect(try Practice(files: [[LogLine("99213")], [other]]).run().fates.allSatisfy { $0 != "duplicate" })
  }

  @Test func `without a patient is duplicate only in a file that is there twice`() throws {
    let line = LogLine("99213", patient: "")
    let other = LogLine("99214", patient: "")
    #expect(try Practice(files: [[line], [line, other]]).run().fates == ["credited", "credited", "credited"])
    #expect(
      try Practice(files: [[line, other], [line, other]]).run().fates
        == ["credited", "credited", "duplicate", "duplicate"])
  }

  @Test func `is superseded for all but the last of one id`() throws {
    let old = LogLine("99213", id: "A")
    let new = LogLine("99214", id: "A")
    #expect(try Self.fates(old, LogLine("99215", id: "A"), new) == ["superseded", "superseded", "credited"])
    // Back to what it was: the first stands, and the last repeats it.
    #expect(try Self.fates(old, new, old) == ["credited", "superseded", "duplicate"])
    let outcome = try Practice(files: [[old], [new]]).run()
    #expect(outcome.fates == ["superseded", "credited"])
    #expect(try outcome.clinician("C-1")["work_rvu_pay"] == "1.92")
    #expect(outcome.findings(.correctedLine).count == 1)
  }

  @Test func `is told of where its id has been given again to what is no correction of it`() throws {
    let first = [LogLine("99213", id: "1"), LogLine("99214", id: "2", clinician: "C-2", patient: "PAT-2")]
    let second = [
      LogLine("99215", id: "1", clinician: "C-2", date: "2025-11-07", patient: "PAT-3"),
      LogLine("99214", id: "2", clinician: "C-1", date: "2025-11-08", patient: "PAT-4"),
    ]
    let outcome = try Practice(files: [first, second]).run()
    #expect(outcome.fates == ["superseded", "superseded", "credited", "credited"])
    let told = try #require(outcome.findings(.reusedLineID).first)
    #expect(told.count == 2 && told.severity == .error && told.position?.line == 2)
    // Without a patient too; but what has one of the three in common may be a correction.
    func isTold(_ old: LogLine, _ new: LogLine) throws -> Bool {
      try !Practice(files: [[old], [new]]).run().findings(.reusedLineID).isEmpty
    }
    let line = LogLine("99213", id: "A")
    #expect(
      try isTold(
        LogLine("99213", id: "A", patient: ""),
        LogLine("99213", id: "A", clinician: "C-2", date: "2025-11-07", patient: "")))
    #expect(try !isTold(line, LogLine("99213", id: "A", date: "2025-11-07", patient: "PAT-2")))
    #expect(try !isTold(line, LogLine("99213", id: "A", clinician: "C-2", patient: "PAT-2")))
    #expect(try !isTold(line, LogLine("99213", id: "A", clinician: "C-2", date: "2025-11-07")))
  }

  @Test func `is in the sums of its clinician and specialty in whatever form of Unicode they are written`() throws {
    let lines = [
      LogLine("99213", clinician: "Jos\u{E9}", patient: "PAT-1"),
      LogLine("99214", clinician: "Jose\u{301}", patient: "PAT-2"),
    ]
    for files in [[lines], [[lines[0]], [lines[1]]]] {
      var practice = Practice(files: files)
      practice.roster = nil
      let outcome = try practice.run()
      #expect(outcome.fates == ["credited", "credited"])
      let clinician = try outcome.clinician("Jos\u{E9}")
      #expect(clinician["lines"] == "2" && clinician["work_rvu_pay"] == "3.22")
    }
  }

  @Test func `follows a corrected line to another clinician`() throws {
    let outcome = try Practice([
      LogLine("99213", id: "A", clinician: "C-1"), LogLine("99213", id: "A", clinician: "C-2"),
    ]).run()
    #expect(try outcome.clinician("C-1")["lines"] == "0")
    #expect(try outcome.clinician("C-2")["work_rvu_pay"] == "1.3")
  }

  @Test func `is superseded by any difference that matters`() throws {
    let line = LogLine("99213", id: "A")
    var others: [LogLine] = []
    for change in 0..<7 {
      var other = line
      switch change {
      case 0: other.date = "2025-10-07"
      case 1: other.patient = "PAT-2"
      case 2: other.modifiers = "25"
      case 3: other.units = "2"
      case 4: other.place = "21"
      case 5: other.charge = 101
      default: other.code = "99212"
      }
      others.append(other)
    }
    for other in others { #expect(try Self.fates(line, other) == ["superseded", "credited"], "\(other.text)") }
  }

  @Test func `is voided for a line and its reversal, by content`() throws {
    let line = LogLine("44140", id: "A", charge: 500)
    #expect(try Self.fates(line, line.reversed(id: "B")) == ["voided", "voided"])
    // Identical services: only one is taken back.
    var second = line
    second.id = "C"
    #expect(try Self.fates(line, second, line.reversed(id: "B")).filter { $0 == "credited" }.count == 1)
  }

  @Test func `is held for a reversal that differs from every line in anything that must be equal`() throws {
    let line = LogLine("44140", "22", id: "A")
    for change in 0..<6 {
      var reversal = line.reversed(id: "B")
      switch change {
      case 0: reversal.code = "44120"
      case 1: reversal.modifiers = ""
      case 2: reversal.units = "-2"
      case 3: reversal.place = "21"
      case 4:
        reversal.modifiers = "22 51"
      default: reversal.units = "-1.5"
      }
      let outcome = try Practice([line, reversal]).run()
      #expect(outcome.fates == ["credited", "held"], "\(reversal.text)")
      #expect(outcome.findings(.orphanReversal).map(\.count) == [1], "\(reversal.text)")
      #expect(try outcome.clinician("C-1")["work_rvu_pay"] == "22.59", "\(reversal.text)")
    }
    // The order of the modifiers is no difference, nor is the charge.
    var reversal = LogLine("44140", "51 22", id: "A").reversed(id: "B")
    #expect(try Self.fates(LogLine("44140", "22 51", id: "A"), reversal) == ["voided", "voided"])
    reversal.charge = -7
    #expect(try Self.fates(LogLine("44140", "22 51", id: "A"), reversal) == ["voided", "voided"])
  }

  @Test func `is not voided by a reversal of another patient, day or clinician`() throws {
    let line = LogLine("44140", id: "A")
    for change in 0..<3 {
      var reversal = line.reversed(id: "B")
      switch change {
      case 0: reversal.patient = "PAT-2"
      case 1: reversal.date = "2025-10-07"
      default: reversal.clinician = "C-2"
      }
      let outcome = try Practice([line, reversal]).run()
      // Alone on its own day, it counts as that day's exact negative, and the reader is told.
      #expect(outcome.fates == ["credited", "credited"], "\(reversal.text)")
      #expect(outcome.findings(.orphanReversal).map(\.count) == [1])
    }
  }

  @Test func `of a reversal prefers the line of the opposite charge, then the lowest line id`() throws {
    let cheap = LogLine("44140", id: "A", charge: 100)
    let dear = LogLine("44140", id: "B", charge: 900)
    let other = LogLine("44140", id: "C", charge: 100)
    #expect(try Self.fates(cheap, dear, dear.reversed(id: "R")) == ["credited", "voided", "voided"])
    #expect(try Self.fates(other, cheap, cheap.reversed(id: "R")) == ["credited", "voided", "voided"])
    var unlike = cheap.reversed(id: "R")
    unlike.charge = -1
    #expect(try Self.fates(other, dear, unlike) == ["credited", "voided", "voided"])
  }

  @Test func `is voided for a line that another names, whatever that one holds`() throws {
    let line = LogLine("44140", id: "A")
    let void = LogLine("99213", id: "B", date: "2025-11-03", patient: "PAT-9", void: "A")
    #expect(try Self.fates(line, void) == ["voided", "voided"])
    #expect(try Self.fates(void, line) == ["voided", "voided"])
  }

  @Test func `of a line that names one of another clinician, itself or none is held, and told of`() throws {
    let line = LogLine("44140", id: "A")
    var foreign = LogLine("44140", id: "B", clinician: "C-2", void: "A")
    for void in [foreign, LogLine("44140", id: "B", void: "B"), LogLine("44140", id: "B", void: "nowhere")] {
      let outcome = try Practice([line, void]).run()
      #expect(outcome.fates == ["credited", "held"], "\(void.text)")
      #expect(outcome.findings(.orphanReversal).map(\.count) == [1], "\(void.text)")
    }
    foreign.units = "-1"
    #expect(
      try Practice([line, LogLine("99213", id: "D", clinician: "C-2"), foreign]).run().fates == [
        "credited", "credited", "held",
      ])
  }

  @Test func `of a reversal alone on its day that names a line which is not its to void is held`() throws {
    let line = LogLine("44140", id: "A")
    for reversal in [
      LogLine("44140", id: "B", clinician: "C-2", units: "-1", void: "A"),
      LogLine("44140", id: "B", date: "2025-10-09", units: "-1", void: "B"),
    ] {
      let outcome = try Practice([line, reversal]).run()
      #expect(outcome.fates == ["credited", "held"], "\(reversal.text)")
    }
    // A line that is voided already is not voided again.
    let second = LogLine("44140", id: "C", date: "2025-10-09", units: "-1", void: "A")
    #expect(
      try Self.fates(line, line.reversed(id: "B", void: "A"), second) == ["voided", "voided", "held"])
  }

  @Test func `of a reversal that names a line which is not there leaves an equal line alone`() throws {
    let line = LogLine("44140", id: "A")
    let outcome = try Practice([line, line.reversed(id: "B", void: "nowhere")]).run()
    #expect(outcome.fates == ["credited", "held"])
    #expect(try outcome.clinician("C-1")["work_rvu_pay"] == "22.59")
    #expect(outcome.findings(.orphanReversal).map(\.count) == [1])
  }

  @Test func `is held for a reversal beside a line of its day that is voided, superseded or repeated`() throws {
    let line = LogLine("44140", id: "A")
    let orphan = LogLine("99213", id: "R", units: "-1")
    var corrected = line
    corrected.date = "2025-10-07"
    for lines in [
      [line, line.reversed(id: "B"), orphan], [line, line.reversed(id: "B", void: "A"), orphan],
      [line, corrected, orphan], [line, LogLine("44140", id: "B", void: "A"), orphan],
    ] {
      let outcome = try Practice(lines).run()
      #expect(outcome.fates.last == "held", "\(lines.map(\.text))")
      #expect(outcome.findings(.orphanReversal).map(\.count) == [1])
    }
  }

  @Test func `is credited as the negative for a day of nothing but reversals, whether they name their lines or not`()
    throws
  {
    for void in ["", "nowhere"] {
      let outcome = try Practice([
        LogLine("10061", id: "A", units: "-1", void: void), LogLine("12018", id: "B", units: "-1", void: void),
      ]).run()
      #expect(outcome.fates == ["credited", "credited"])
      // -(2.45 + 3.61 / 2): ranked as the day it takes back.
      #expect(try outcome.clinician("C-1")["work_rvu_benchmark"] == "-4.255")
      #expect(outcome.findings(.orphanReversal).map(\.count) == [2])
    }
    // Not without a patient: nothing says that the lines belong together.
    #expect(try Self.fates(LogLine("10061", id: "A", patient: "", units: "-1")) == ["held"])
  }

  @Test func `of a void that is itself taken back leaves the line standing, in any order`() throws {
    let line = LogLine("44140", id: "A")
    let void = line.reversed(id: "B", void: "A")
    var restored = line
    restored.id = "C"
    restored.void = "B"
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    for order in orders {
      let lines = order.map { [line, void, restored][$0] }
      let outcome = try Practice(lines).run()
      let fates = Dictionary(zip(lines.map(\.id), outcome.fates)) { first, _ in first }
      #expect(fates == ["A": "credited", "B": "voided", "C": "voided"], "\(order)")
    }
  }

  @Test func `of two lines that void the same line is one voided and one held`() throws {
    let line = LogLine("44140", id: "A")
    let fates = try Self.fates(
      line, LogLine("44140", id: "B", void: "A"), LogLine("44140", id: "C", void: "A"))
    #expect(fates == ["voided", "voided", "held"])
  }

  @Test func `of lines that void each other is voided for both`() throws {
    #expect(
      try Self.fates(LogLine("44140", id: "A", void: "B"), LogLine("44120", id: "B", void: "A")) == [
        "voided", "voided",
      ])
  }

  @Test func `of a void that a correction replaces is the correction's`() throws {
    let line = LogLine("44140", id: "A")
    let void = line.reversed(id: "B", void: "A")
    #expect(try Self.fates(line, void, LogLine("99213", id: "B")) == ["credited", "superseded", "credited"])
  }

  @Test func `is out of period before and after the period, orphans too`() throws {
    let outcome = try Practice([
      LogLine("99213", date: "2025-06-30"), LogLine("99213", date: "2025-07-01"),
      LogLine("99213", date: "2026-02-28"), LogLine("99213", date: "2026-03-01"),
      LogLine("99213", id: "A", date: "2025-06-30", void: "nowhere"),
      LogLine("99214", date: "2025-06-30", units: "-1"),
    ]).run()
    #expect(
      outcome.fates == ["out_of_period", "credited", "credited", "out_of_period", "out_of_period", "out_of_period"])
    #expect(outcome.findings(.orphanReversal).isEmpty)
    #expect(outcome.findings(.outOfPeriod).map(\.count) == [4])
  }

  @Test func `is held for anesthesia, unpriced for contractor-priced and unknown codes, zero-valued without work`()
    throws
  {
    let outcome = try Practice([
      LogLine("00100"), LogLine("64999"), LogLine("9921O"), LogLine("99456"), LogLine("99024"), LogLine("36415"),
      LogLine("61715"), LogLine("61715", "26"), LogLine("99397"),
    ]).run()
    #expect(
      outcome.fates == [
        "held", "unpriced", "unpriced", "unpriced", "zero_valued", "zero_valued", "unpriced", "credited", "credited",
      ])
    #expect(outcome.findings(.anesthesiaHeld).map(\.count) == [1])
    #expect(outcome.findings(.unknownCode).count == 1)
    #expect(outcome.findings(.unknownCode).first?.hint?.isEmpty == false)
    #expect(outcome.findings(.unpricedCode).count == 3)
  }

  @Test func `is excluded by the pay policy's list, and the benchmark ledger keeps its credit`() throws {
    var practice = Practice([LogLine("97110"), LogLine("99213")])
    practice.pay = "own.yaml"
    practice.policies["own.yaml"] = """
      policy: own
      title: Without therapy
      statuses: {credited: [A]}
      multipleProcedures: none
      exclude: [{codes: [97110], reason: by contract}]

      """
    let outcome = try practice.run()
    #expect(outcome.fates == ["excluded", "credited"])
    let clinician = try outcome.clinician("C-1")
    #expect(clinician["work_rvu_pay"] == "1.3")
    #expect(clinician["work_rvu_benchmark"] == "1.75")
    #expect(clinician["lines"] == "1")
    #expect(outcome.findings(.excludedCode).map(\.count).reduce(0, +) >= 1)
  }
}
