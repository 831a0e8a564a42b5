import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// Settings files: every error has its place.
@Suite struct SettingsNodeTests {
  private func failure(_ text: String, _ body: (SettingsNode) throws -> Void = { _ in }) throws -> InputFailure {
    try #require(
      #expect(throws: InputFailure.self) { try body(SettingsNode.read(Array(text.utf8), file: "job.yaml")) })
  }

  private func check(_ failure: InputFailure, _ marked: MarkedText, _ message: String) {
    #expect(failure.message == message)
    #expect(failure.position.description == "job.yaml:\(marked.place)")
    #expect(failure.isUsage)
  }

  @Test func `an unknown key is told with its place and the nearest one`() throws {
    let marked = MarkedText("practice: Lakeside\n▸perod: 2026\n")
    let failure = try failure(marked.text) { _ = try $0.entries(allowing: ["practice", "period"], in: "a job") }
    check(failure, marked, "unknown key \"perod\" in a job")
    #expect(failure.hint == "did you mean period?")
  }

  @Test func `an unknown key that is like none is told with those there are`() throws {
    let marked = MarkedText("▸colour: red\n")
    let failure = try failure(marked.text) { _ = try $0.entries(allowing: ["practice", "period"], in: "a job") }
    #expect(failure.hint == "the keys here are: period, practice")
  }

  @Test(arguments: ["a: 1\nb: 2\na: 3\n", "x: {k: 1, k: 2}\n", "- {y: 1, z: 2, y: 1}\n"])
  func `a key that is there twice is told with a line, and the rest of the file is not shown`(text: String) throws {
    let failure = try failure(text + "# a secret\n")
    #expect(failure.message.hasPrefix("the key \"") && failure.message.hasSuffix("\" is there twice"))
    #expect(failure.position.line == 1 && failure.isUsage)
    #expect(!failure.description.contains("secret"))
  }

  @Test(arguments: [
    "a: &x 1\nb: *x\n", "a: &x [1]\nb: *x\n", "a: &x {k: 1}\n", "a: &x {k: 1}\nb:\n  <<: *x\n", "? &x k\n: *x\n",
    "- &x\n- *x\n",
  ])
  func `anchors and aliases are refused`(text: String) throws {
    let failure = try failure(text)
    #expect(failure.message == "uses an anchor or alias, which settings files do not")
    #expect(failure.position.line == 1)
  }

  @Test func `aliases that multiply are refused at once`() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...20 {
      text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    #expect(try failure(text).message == "uses an anchor or alias, which settings files do not")
  }

  @Test func `what is nested too deeply is refused`() throws {
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    #expect(try failure("a: \(deep)\n").message == "is nested too deeply")
    let allowed = String(repeating: "[", count: 25) + String(repeating: "]", count: 25)
    #expect(try SettingsNode.read(Array("a: \(allowed)\n".utf8), file: "job.yaml").isMapping)
  }

  @Test(arguments: [
    ("a: [1, 2\n", 2), ("a: 1\n b: 2\n", 2), ("a: \"x\n", 2), ("\tb: 1\n", 1), ("a: 'x\nb: 1\n", 3), ("a: *x\n", 1),
  ])
  func `what is not YAML is told with a line`(text: String, line: Int) throws {
    let failure = try failure(text)
    #expect(failure.message.hasPrefix("is not YAML: "))
    #expect(failure.position.line == line)
    #expect(failure.isUsage && failure.hint != nil)
  }

  @Test(arguments: ["", "\n", "# only a comment\n"])
  func `a file of nothing is empty`(text: String) throws {
    #expect(try failure(text).description == "job.yaml: error: is empty")
  }

  @Test func `a second document is refused`() throws {
    #expect(try failure("a: 1\n---\nb: 2\n").message.hasPrefix("is not YAML: "))
  }

  @Test func `bytes that are no text are refused or read repaired, and never end the program`() {
    for bytes in [[0xFF, 0xFE], [0], [0x61, 0x3A, 0x20, 0xC3, 0x28], Array(repeating: 0x5B, count: 100_000)]
      as [[UInt8]]
    {
      _ = try? SettingsNode.read(bytes, file: "job.yaml")
    }
    let large = Array(repeating: UInt8(ascii: " "), count: SettingsNode.sizeLimit + 1)
    #expect(throws: InputFailure.self) { _ = try SettingsNode.read(large, file: "job.yaml") }
  }

  @Test func `scalars are read as what they are asked for`() throws {
    let root = try SettingsNode.read(
      Array(
        "text: 2026\nnumber: -7\nyes: yes\nno: off\nday: 2026-09-30\ndecimal: 0.136\nseverity: warning\nlist: [a, b]\n"
          .utf8),
      file: "job.yaml")
    let entries = try root.entries(
      allowing: ["text", "number", "yes", "no", "day", "decimal", "severity", "list"], in: "a test")
    #expect(try entries["text"]?.text() == "2026")
    #expect(try entries["number"]?.integer() == -7)
    #expect(try entries["yes"]?.flag() == true && entries["no"]?.flag() == false)
    #expect(try entries["day"]?.date().description == "2026-09-30")
    #expect(try entries["decimal"]?.millionths() == 136_000)
    #expect(try entries["severity"]?.choice(of: Severity.self, "a level") == .warning)
    #expect(try entries["list"]?.items().map { try $0.text() } == ["a", "b"])
    #expect(entries["text"]?.items().count == 1)
  }

  @Test(arguments: [
    ("k: ▸x\n", "\"x\" is not a whole number"), ("k: ▸1.5\n", "\"1.5\" is not a whole number"),
    ("k: ▸[1]\n", "a single value is expected here"), ("k: ▸{a: 1}\n", "a single value is expected here"),
  ])
  func `a value that is no whole number is told with its place`(text: String, message: String) throws {
    let marked = MarkedText(text)
    check(try failure(marked.text) { _ = try $0.entries(allowing: ["k"], in: "x")["k"]?.integer() }, marked, message)
  }

  @Test func `a value of another kind is told with its place`() throws {
    let marked = MarkedText("k: ▸maybe\n")
    func told(_ body: @escaping (SettingsNode) throws -> Void) throws -> InputFailure {
      try failure(marked.text) { root in
        if let node = try root.entries(allowing: ["k"], in: "x")["k"] { try body(node) }
      }
    }
    check(try told { _ = try $0.flag() }, marked, "\"maybe\" is neither true nor false")
    check(try told { _ = try $0.date() }, marked, "\"maybe\" is not a day")
    check(try told { _ = try $0.millionths() }, marked, "\"maybe\" is not a number with at most six decimals")
    let choice = try told { _ = try $0.choice(of: Severity.self, "a level") }
    check(choice, marked, "\"maybe\" is not a level")
    #expect(choice.hint == "choose one of: note, warning, error")
    #expect(try told { _ = try $0.entries(allowing: [], in: "a log") }.message == "a log is a list of keys and values")
  }
}
