import Foundation
import TestSupport
import Testing

@Suite struct `The comparison of plans` {
  private static func example(_ name: String) -> String { PackageRoot.path("docs/examples/\(name)") }

  /// The text with its lines joined, since words of a sentence may be broken over lines.
  private static func joined(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func compare(_ job: String, _ arguments: String...) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["plan", "compare", job] + arguments)
  }

  /// The cells of a CSV file by column, a row each; without quoted cells.
  private static func rows(_ csv: String) -> [[String: String]] {
    let lines = csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }

  /// An example in a folder of its own, with a text of its plans replaced.
  private static func copy(
    _ name: String, _ old: String = "", _ new: String = "", log: Bool = true
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in try FileManager.default.contentsOfDirectory(atPath: example(name)) {
      guard file.hasSuffix(".csv") || file.hasSuffix(".yaml") else { continue }
      var text = try String(contentsOf: URL(filePath: "\(example(name))/\(file)"), encoding: .utf8)
      if file == "plans.yaml", !old.isEmpty {
        try #require(text.contains(old))
        text = text.replacing(old, with: new)
      }
      try folder.write(file, text)
    }
    return folder
  }

  /// What a run pays each clinician.
  private static func pay(_ folder: TemporaryFolder) throws -> [String: String] {
    let outcome = try BuiltProgram.run(["run", "\(folder.path)/job.yaml", "--quiet"])
    #expect(outcome.code == 0, "\(outcome.messages)")
    let rows = rows(try #require(folder.text("out/data/compensation.csv")))
    return Dictionary(rows.map { ($0["clinician_id"] ?? "", $0["earned"] ?? "") }) { first, _ in first }
  }

  /// The worked example of 2026: 7,250 work RVUs become 7,068.75.
  @Test func `answers the question of 2026 with the worked numbers`() throws {
    let job = Self.example("efficiency-2026") + "/job.yaml"
    let outcome = try Self.compare(job, "next-year:release=2026A", "--level")
    #expect(outcome.code == 0, "\(outcome.messages)")
    let text = Self.joined(outcome.output)
    for words in [
      "7,250.00 $362,500.00", "7,068.75 $353,437.50", "$9,062.50 (-2.5%) less than as it stands",
      "threshold of surgery 6,000 -> 5,818.75 wRVUs: level to the cent",
      "rate of surgery $50.00 -> $58.479532: level to the cent",
    ] { #expect(text.contains(words), "\(words)\n\(outcome.output)") }
  }

  @Test(arguments: [
    ("threshold: from-base, rate: 50.00", "threshold: 5818.75, rate: 50.00"),
    ("threshold: from-base, rate: 50.00", "threshold: 6000, rate: 58.479532"),
  ])
  func `gives a level that in the plan pays what was paid before`(old: String, new: String) throws {
    let folder = try Self.copy("efficiency-2026", old, new)
    let before = try Self.pay(try Self.copy("efficiency-2026"))
    #expect(before == ["S-1": "362500.00"])
    let job = try #require(folder.text("job.yaml"))
    try folder.write("job.yaml", job.replacing("frozen 2025D", with: "frozen 2026A"))
    #expect(try Self.pay(folder) == before)
  }

  @Test(arguments: [
    (
      "rate=+2,threshold=-300",
      "threshold: from-base                    # 300,000 / 50 = 6,000 wRVUs\n      tiers: [{from: 0, rate: 50.00}, {from: 7000, rate: 55.00}]",
      "threshold: 5700\n      tiers: [{from: 0, rate: 52.00}, {from: 7000, rate: 57.00}]"
    ),
    (
      "rate=-4%", "[{from: 0, rate: 50.00}, {from: 7000, rate: 55.00}]",
      "[{from: 0, rate: 48.00}, {from: 7000, rate: 52.80}]"
    ),
    ("policy=survey-comparable", "credit: unadjusted", "credit: survey-comparable"),
  ])
  func `pays what a run pays with the change written into the plan`(scenario: String, old: String, new: String) throws {
    let job = Self.example("surgeon-year") + "/job.yaml"
    let outcome = try Self.compare(job, "one:\(scenario)", "--format", "csv")
    #expect(outcome.code == 0, "\(outcome.messages)")
    let own = Self.rows(outcome.output).filter { $0["group"] == "clinician" }
    let changed = try Self.pay(try Self.copy("surgeon-year", old, new))
    #expect(own.count == 2 && own[1]["pay"] == changed["S-1"], "\(own) \(changed)")
    #expect(own[0]["pay"] == "368258.90")
  }

  @Test func `says what becomes of a threshold that is base over rate`() throws {
    let job = Self.example("surgeon-year") + "/job.yaml"
    let outcome = try Self.compare(job, "alone:rate=-2.50", "board:rate=-2.50,threshold=-300")
    let text = Self.joined(outcome.output)
    #expect(
      text.contains("The rates of $50.00 and $55.00 above 7,000 wRVUs become $47.50 and $52.50 above 7,000 wRVUs"),
      "\(outcome.output)")
    #expect(
      text.contains("moves with it from 6,000.00 to 6,315.79 wRVUs a year at 1.0 clinical FTE ($300,000.00 / $47.50)"))
    #expect(text.contains("becomes 5,700.00 and no longer follows the rate"))
    #expect(text.contains("alone +/-") && text.contains("board +/-") && !text.contains("difference difference"))
  }

  @Test func `marks who is at a cap and says what the scenario does without it`() throws {
    let folder = try Self.copy(
      "surgeon-year", "    withhold:", "    limits: {cap: {total: 340000}}\n    withhold:")
    let outcome = try Self.compare("\(folder.path)/job.yaml", "raise:rate=+2", "--level")
    let text = Self.joined(outcome.output)
    for words in [
      "1 clinician is at a cap under it (as it stands 1)", "at the cap",
      "Without caps: what those at a cap would be paid",
      "pay is level since the one clinician is at the cap; any threshold up to",
    ] { #expect(text.contains(words), "\(words)\n\(outcome.output)") }
    let rows = Self.rows(try Self.compare("\(folder.path)/job.yaml", "raise:rate=+2", "--format", "csv").output)
    let own = rows.filter { $0["group"] == "clinician" }
    #expect(own.map { $0["held_by"] } == ["cap", "cap"])
    #expect(own.map { $0["pay"] } == ["340000.00", "340000.00"])
    #expect(own.first?["pay_without_caps"] == "368258.90")
  }

  @Test func `over days without a statement ends with exit code 1 and says why, also quietly`() throws {
    let job = Self.example("surgeon-year") + "/job.yaml"
    for options in [[], ["--quiet"]] {
      let outcome = try BuiltProgram.run(
        ["plan", "compare", job, "rate=+2", "--period", "2026-07-01..2026-09-30"] + options)
      #expect(outcome.code == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.messages.contains("nobody has a statement of pay for 2026-07-01..2026-09-30"))
      #expect(outcome.messages.contains("let the job's period start on 2026-01-01"))
    }
  }

  @Test func `tells a finding once, however many scenarios there are`() throws {
    let folder = try Self.copy("surgeon-year")
    try folder.write("paid.csv", (folder.text("paid.csv") ?? "") + "S-9,2026-03-31,base,100.00\n")
    func messages(_ scenarios: [String]) throws -> String {
      try BuiltProgram.run(["plan", "compare", "\(folder.path)/job.yaml"] + scenarios).messages
    }
    let one = try messages(["rate=+1"])
    #expect(one.contains("[unknown-payee]"), "\(one)")
    #expect(try messages(["rate=+1", "rate=+2", "rate=+3"]) == one)
  }
}
