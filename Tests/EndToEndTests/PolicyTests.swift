import Foundation
import TestSupport
import Testing

@Suite struct `The policy commands` {
  private static let builtIn = ["cms-payment", "flat-factors", "survey-comparable", "unadjusted"]

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func json(_ arguments: [String]) throws -> Any {
    let outcome = try BuiltProgram.run(["policy"] + arguments + ["--format", "json"])
    #expect(outcome.code == 0)
    return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
  }

  // MARK: list and show

  @Test func `list names the built-in policies, those of a data folder of one's own too`() throws {
    let outcome = try BuiltProgram.run(["policy", "list"])
    #expect(outcome.code == 0)
    for name in Self.builtIn { #expect(outcome.output.contains("\(name) ")) }
    let folder = try TemporaryFolder()
    try folder.write("data/cms-pfs/README.md", "none")
    try folder.write("data/credit-policies/ours.yaml", "policy: ours\ntitle: Our own\nstatuses: {credited: [A]}\n")
    let own = try Self.json(["list", "--data", "\(folder.path)/data"]) as? [[String: String]]
    #expect(own == [["policy": "ours", "title": "Our own"]])
  }

  @Test(arguments: builtIn)
  func `show gives every number with its days and source, on lines that fit a terminal`(name: String) throws {
    let outcome = try BuiltProgram.run(["policy", "show", name])
    #expect(outcome.code == 0 && outcome.messages.isEmpty)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 96 })
    let page = try #require(try Self.json(["show", name]) as? [String: Any])
    let rows = try #require(page["modifiers"] as? [[String: Any]])
    let statements = try #require(page["statements"] as? [[String: Any]])
    #expect(statements.count { $0["topic"] as? String == "Modifiers" } == rows.count)
    let text = Self.words(outcome.output)
    for statement in statements {
      #expect(text.contains(Self.words(try #require(statement["text"] as? String))))
      if statement["from"] is String {
        #expect(text.contains(Self.words("Source: \(try #require(statement["citation"] as? String))")))
      }
    }
  }

  @Test func `show on a day has only the rows of that day`() throws {
    let before = Self.words(try BuiltProgram.run(["policy", "show", "survey-comparable", "--on", "1997-12-31"]).output)
    let after = Self.words(try BuiltProgram.run(["policy", "show", "survey-comparable", "--on", "1998-01-01"]).output)
    let row = "AS (assistant) where the assistant indicator is 2: 13.6 %."
    #expect(!before.contains(row) && before.contains("Only what applies on 1997-12-31."))
    #expect(after.contains(row))
  }

  // MARK: check

  @Test(arguments: builtIn)
  func `check finds nothing in a built-in policy`(name: String) throws {
    let outcome = try BuiltProgram.run(["policy", "check", name, "--strict"])
    #expect(outcome.code == 0 && outcome.output == "\(name) can be used: no warnings and no notes\n")
  }

  private static let head = "policy: ours\ntitle: Our contract\nstatuses: {credited: [A]}\n"

  @Test func `check tells all that is wrong, each with its line and what to do`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "ours.yaml",
      Self.head + """
        modifiers:
          - {modifiers: [62], slot: co-surgon, factor: 0.6, from: 2020-01-01, citation: c}
          - {modifiers: [80], slot: assistant, factor: 16, from: 2020-01-01, citation: c}
        modifers: []
        unpriced: hodl

        """)
    let outcome = try BuiltProgram.run(["policy", "check", "ours.yaml"], in: folder.path)
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(
      outcome.messages == """
        ours.yaml:5:29: error: "co-surgon" is not a slot
        hint: did you mean co-surgeon?
        ours.yaml:6:48: error: a factor is between 0 and 10
        hint: write a share of one: 62.5 percent is 0.625
        ours.yaml:7:1: error: unknown key "modifers" in a credit policy
        hint: did you mean modifiers?
        ours.yaml:8:11: error: "hodl" is not what becomes of lines without a price
        hint: did you mean hold?
        ours.yaml cannot be used: 4 errors

        """)
  }

  @Test func `check warns with the line, and --strict makes a warning exit code 1 but not a note`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "ours.yaml",
      Self.head + """
        modifiers:
          - {modifiers: [80, AS], slot: assistant, factor: 0.16, from: 2020-01-01, citation: c}
          - {modifiers: [AS], slot: assistant, factor: 0.136, from: 2020-01-01, citation: c}
        informational: [25, ZZ]
        exclude:
          - {codes: [90460-90474, 00001], reason: not credited}

        """)
    let outcome = try BuiltProgram.run(["policy", "check", "ours.yaml"], in: folder.path)
    #expect(outcome.code == 0 && outcome.messages.isEmpty)
    #expect(
      outcome.output == """
        ours.yaml:6:5: warning: this row never applies to AS (assistant): an earlier row, that of line 5, always does
        hint: put it first, give it days or conditions of its own, or take it out
        ours.yaml:7:21: note: ZZ is a modifier that no built-in policy has
        hint: see that it is no slip
        ours.yaml:9:27: warning: 00001 holds no code of any release on board
        hint: see that it is no slip; rvubench code CODE tells of a code
        ours can be used: 2 warnings and 1 note

        """)
    #expect(try BuiltProgram.run(["policy", "check", "ours.yaml", "--strict"], in: folder.path).code == 1)
    try folder.write("note.yaml", Self.head + "informational: [ZZ]\n")
    #expect(try BuiltProgram.run(["policy", "check", "note.yaml", "--strict"], in: folder.path).code == 0)
  }

  @Test(
    arguments: [
      ("vintage: frozen 2021B\n", 2, "ours.yaml:4:1: error: release 2021B is not on board\nhint: did you mean 2021"),
      ("unpriced: {crosswalk: codes.csv}\n", 2, "ours.yaml:4:1: error: the crosswalk \"codes.csv\" is not there"),
      ("unpriced: {crosswalk: faulty.csv}\n", 3, "faulty.csv:2:"),
    ] as [(String, Int32, String)])
  func `check refuses what a run would refuse`(line: String, code: Int32, message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("ours.yaml", Self.head + line)
    try folder.write("faulty.csv", "code,compare_to,reason\n44310,44310,the same\n")
    try folder.write("job.yaml", "practice: P\nyear: 2025\nlogs: log.csv\ncredit: {pay: ours.yaml}\n")
    try folder.write("log.csv", SmallPractice.log)
    let outcome = try BuiltProgram.run(["policy", "check", "ours.yaml"], in: folder.path)
    #expect(outcome.code == code && outcome.output.isEmpty)
    #expect(outcome.messages.contains(message) && outcome.messages.hasSuffix("cannot be used: 1 error\n"))
    #expect(try BuiltProgram.run(["check", "job.yaml"], in: folder.path).code >= 2)
  }

  @Test(arguments: ["show", "check"])
  func `a policy that is not there is told of, with the nearest name`(command: String) throws {
    let outcome = try BuiltProgram.run(["policy", command, "survy-comparable"])
    #expect(outcome.code == 2 && outcome.messages.contains("did you mean survey-comparable?"))
    #expect(try BuiltProgram.run(["policy", command, "/nowhere/ours.yaml"]).code == 3)
  }

  // MARK: diff

  /// The worked examples of lines, 2026A: 17.15 x 0.625, 19.11 x 1.5, 4.46 + (3.47 - 3.18), 20.30 + 17.15 / 2.
  @Test func `diff tells what differs and what worked examples earn`() throws {
    let page = try #require(try Self.json(["diff", "survey-comparable", "unadjusted"]) as? [String: Any])
    #expect(page["release"] as? String == "2026A")
    let effects = try #require(page["effects"] as? [[String: Any]])
    func work(_ line: String, _ key: String) -> String? {
      effects.first { $0["line"] as? String == line }?[key].map { "\($0)" }
    }
    for (line, adjusted, plain) in [
      ("99214", "1.92", "1.92"), ("27447 50", "28.665", "19.11"), ("44310 78", "13.8915", "17.15"),
      ("44310 AS", "2.3324", "17.15"), ("45385 80", "0", "4.46"), ("45385 + 45380", "4.75", "7.93"),
      ("27447 LT + 27447 RT", "28.665", "38.22"), ("44120 + 44310 51", "28.875", "37.45"),
    ] {
      #expect(work(line, "work_rvu_from") == adjusted, "\(line)")
      #expect(work(line, "work_rvu_to") == plain, "\(line)")
    }
    let text = Self.words(try BuiltProgram.run(["policy", "diff", "survey-comparable", "cms-payment"]).output)
    for phrase in [
      "62 (co-surgeon) where the co-surgeon indicator is 0 or 9 survey-comparable 62.5 %, flagged cms-payment 0 %, flagged",
      "Only in cms-payment: Status T earns nothing beside", "45385 62 2.7875 0.00",
    ] { #expect(text.contains(phrase), "\(phrase)") }
  }

  @Test func `diff of a policy with itself says so, and a day takes its release`() throws {
    let outcome = try BuiltProgram.run(["policy", "diff", "unadjusted", "unadjusted", "--on", "2025-11-04"])
    #expect(outcome.code == 0 && outcome.output.contains("Both say the same of services on 2025-11-04."))
    #expect(outcome.output.contains("by release 2025D"))
    #expect(try BuiltProgram.run(["policy", "diff", "unadjusted", "unadjusted", "--on", "2025-13-01"]).code == 2)
  }
}
