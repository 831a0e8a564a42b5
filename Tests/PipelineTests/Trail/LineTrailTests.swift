import ProductivityModel
import Rendering
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// A run puts the rows of most lines together from what others of their combination say. `explain` works each line's trail out by itself.
@Suite struct `The trail of a run` {
  private static let own = ["file", "line", "clinician_id", "service_date", "code", "modifiers", "units", "fate"]

  @Test(arguments: ["survey-comparable", "cms-payment", "flat-factors"], [UInt64(21), 22])
  func `says of each line what its explanation says`(policy: String, seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    var lines = log.lines(600, patients: seed == 21 ? 3 : 40)
    for index in lines.indices.dropFirst(500) { lines[index].units = log.pick(["1", "2", "3", "0.5", "12"]) }
    lines += lines.prefix(40).enumerated().map { $1.reversed(id: "R\($0)") }
    var practice = Practice(lines)
    practice.pay = policy
    let outcome = try practice.run()
    let folder = try TemporaryFolder()
    let explained = try ExplainRun.lines(of: try practice.inputs(in: folder), ExplainRun.Selection())
    let records = Self.records(String(decoding: ExplanationData.csv(of: explained), as: UTF8.self))

    let steps = ["file", "line", "ledger", "order", "rule", "factor", "reason", "citation"]
    let told = outcome.records("adjustments").map { Self.cells($0, steps) }
    let meant = records.filter { $0["order"] != "" }.map { Self.cells($0, steps) }
    #expect(told.count > 600, "seed \(seed)")
    #expect(told.sorted() == meant.sorted(), "seed \(seed)")

    var credits: [String: [String: String]] = [:]
    for record in outcome.records("credits") { credits["\(record["file"] ?? "") \(record["line"] ?? "")"] = record }
    #expect(credits.count == lines.count)
    for record in records {
      let credit = try #require(credits["\(record["file"] ?? "") \(record["line"] ?? "")"])
      #expect(Self.cells(credit, Self.own) == Self.cells(record, Self.own), "seed \(seed)")
      guard let ledger = record["ledger"], ledger != "" else { continue }
      let isPay = ledger == "pay"
      for (column, name) in [
        (isPay ? "release" : "benchmark_release", "release"), (isPay ? "work_rvu" : "benchmark_work_rvu", "work_rvu"),
        ("\(ledger)_credit", "credit"),
      ] { #expect(credit[column] == record[name], "seed \(seed): \(column) of \(record)") }
    }
  }

  private static func records(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map(Practice.fields)
    return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
  }

  private static func cells(_ record: [String: String], _ columns: [String]) -> String {
    columns.map { record[$0] ?? "none" }.joined(separator: "|")
  }
}

/// Texts are the same whether they are in memory, in the file, or begin in one and end in the other.
@Suite struct `Numbered texts` {
  @Test(arguments: [1, 7, 64, 1 << 20], [UInt64(1), 2, 3])
  func `come back as they were`(most: Int, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var texts = NumberedTexts(most: most)
    var expected: [[UInt8]] = []
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0..<40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      try texts.append(text)
      expected.append(text)
    }
    #expect(texts.count == expected.count)
    for number in expected.indices.shuffled(using: &random) {
      var found: [UInt8] = [0x2E]
      try texts.add(number, to: &found)
      #expect(found == [0x2E] + expected[number], "seed \(seed), text \(number)")
    }
  }

  @Test func `are read across the end of the file`() throws {
    var bytes = WaitingBytes(most: 8)
    for byte in UInt8(0)..<13 { try bytes.append(byte) }
    for stretch in [0..<13, 3..<9, 7..<8, 8..<13, 5..<5, 13..<13] {
      var found: [UInt8] = []
      try bytes.add(stretch, to: &found)
      #expect(found == stretch.map(UInt8.init), "\(stretch)")
    }
  }
}
