import Foundation
import TestSupport
import Testing

@Suite struct `The bridge command` {
  private static let job = PackageRoot.path("docs/examples/two-years/job.yaml")
  private static let periods = ["--from", "2024-01-01..2024-03-31", "--to", "2026-01-01..2026-03-31"]

  private func bridge(_ arguments: [String] = periods, job: String = job) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["bridge", job] + arguments)
  }

  @Test func `prints what the manual shows of it`() throws {
    let page = try String(contentsOfFile: PackageRoot.path("docs/manual/explain-a-change.md"), encoding: .utf8)
    let shown = try #require(page.firstMatch(of: /```text\n((?s:.*?))```/)?.1)
    let outcome = try bridge()
    #expect(outcome.code == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
    #expect(outcome.output.hasPrefix(shown))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 110 })
  }

  /// S-1 on paper: 91 days at 1.00, then 90 at 0.80; 2 x 17.59 + 6 x 1.30, then 3 x 17.15 + 3 x 1.30 + 2 x 1.92.
  @Test func `adds up in every row of its data, to what can be worked on paper`() throws {
    let outcome = try bridge(Self.periods + ["--format", "csv"])
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let header = try #require(lines.first)
    func millionths(_ text: Substring?) throws -> Int {
      Int((try #require(Decimal(string: String(text ?? ""))) * 1_000_000 as NSDecimalNumber).intValue)
    }
    var rows = 0
    for line in lines.dropFirst() where line[0] != "family" {
      let row = Dictionary(zip(header, line)) { first, _ in first }
      let steps = ["joined", "left", "days", "mean_fte", "volume", "mix", "vintage", "policy", "not_split"]
      let sum = try steps.reduce(0) { $0 + (try millionths(row[Substring($1)])) }
      #expect(sum == (try millionths(row["change"])), "\(line)")
      rows += 1
      guard row["id"] == "S-1" else { continue }
      #expect(row["work_rvu_from"] == "42.98" && row["work_rvu_to"] == "59.19")
      #expect(row["services_from"] == "8" && row["services_to"] == "8")
      #expect(row["fte_days_from"] == "91" && row["fte_days_to"] == "72")
      // By 2026's values the lines of 2024 are 0.88 less, 0.11 a service; those of 2026 by 2024's 1.32 more, 0.165 a service.
      // FTE days x services per FTE day: 8 before and after, 576/91 with time alone changed, 91/9 with volume alone.
      // -(0.11 x 8 + 0.165 x 8) / 4 - (0.11 x (576/91 + 91/9 + 8) + 0.165 x (8 + 576/91 + 91/9)) / 12 = -1.110101
      #expect(abs(try millionths(row["vintage"]) + 1_110_101) <= 1)
    }
    #expect(rows == 4)
    let family = lines.filter { $0[0] == "family" }
    let mix = try family.reduce(0) { $0 + (try millionths($1[12])) }
    let all = try millionths(lines[1][12])
    #expect(mix == all && family.count == 2)
  }

  @Test(arguments: ["text", "csv", "json", "html"])
  func `gives the same bytes again, and no patient's id`(format: String) throws {
    let first = try bridge(Self.periods + ["--format", format])
    let second = try bridge(Self.periods + ["--format", format])
    #expect(first.code == 0 && !first.output.isEmpty)
    #expect(first.output == second.output)
    for id in ["P-1", "P-21", "P-41"] { #expect(!first.output.contains("\(id)\"") && !first.output.contains("\(id) ")) }
    if format == "json" {
      let page = try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Any]
      #expect((page?["rows"] as? [Any])?.count == 6)
      #expect(page?["peers"] is NSNull)
    }
  }

  @Test(arguments: [
    ([], "say what to compare"), (["--from", "2024"], "say what to compare"),
    (["--from", "2024", "--to", "2026-13"], "--to 2026-13 is not"),
    (["--against", "median-peer"], "needs --clinician"),
    (["--against", "median-peer", "--clinician", "S-1", "--from", "2024"], "within one period"),
    (["--from", "2024", "--to", "2025", "--period", "2024"], "no place"),
    (
      ["--from", "2024-01-01..2024-03-31", "--to", "2026-01-01..2026-03-31", "--clinician", "S-9"], "nobody with the id"
    ),
  ])
  func `says what is missing or has no place`(arguments: [String], words: String) throws {
    let outcome = try bridge(arguments)
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains(words), "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `counts no day behind the job's last one, and says that the periods are unlike`() throws {
    let outcome = try bridge(
      ["--from", "2024-01-01..2024-03-31", "--to", "2026-01-01..2026-03-31", "--as-of", "2026-02-28"])
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Jan to Feb 2026"))
    #expect(outcome.messages.contains("[unlike-periods]"))
  }

  @Test func `shows no median of few`() throws {
    let outcome = try bridge(["--clinician", "S-1", "--against", "median-peer", "--period", "2026-01-01..2026-03-31"])
    #expect(outcome.code == 3)
    #expect(outcome.messages.contains("is not shown"), "\(outcome.messages)")
  }

  /// A's work is the same; B's services come to 2 and then to -2, C's to none and then to one.
  @Test(arguments: ["text", "html"])
  func `gives who joined and what is not split a column each, and the tables tie to the steps`(format: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "job.yaml",
      """
      practice: Apart
      period: 2025-10-01..2026-03-31
      logs: [{files: log.csv}]
      roster: roster.csv
      failOn: never

      """)
    try folder.write(
      "roster.csv",
      "clinician_id,specialty,clinical_fte,start\n"
        + ["A", "B", "C"].map { "\($0),Alpha,1,2020-01-01\n" }.joined())
    try folder.write(
      "log.csv",
      """
      clinician_id,service_date,code,units,patient_id
      A,2025-10-03,99213,2,PA
      A,2026-01-03,99213,2,PA
      B,2025-10-03,99213,2,PB
      B,2026-01-03,99213,-2,PC
      C,2026-01-03,27447,1,PD

      """)
    let outcome = try bridge(
      ["--from", "2025-10-01..2025-12-31", "--to", "2026-01-01..2026-03-31", "--format", format],
      job: "\(folder.path)/job.yaml")
    #expect(outcome.code == 0, "\(outcome.messages)")
    if format == "html" {
      #expect(outcome.output.contains("<span class=\"name\">Joined</span>"))
      #expect(outcome.output.contains("<span class=\"name\">Not split</span>"))
      #expect(!outcome.output.contains("<span class=\"name\">Left</span>"))
      return
    }
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let header = try #require(lines.first { $0.contains("volume") && $0.contains("policy") })
    #expect(header.contains("change  joined  not split   time"), "\(header)")
    func step(_ label: String) throws -> Substring {
      try #require(lines.first { $0.hasPrefix("  \(label) ") }?.split(separator: " ").dropLast().last)
    }
    let all = try #require(lines.last { $0.hasPrefix("  All ") }).split(separator: " ")
    #expect("+" + all[4] == (try step("Joined")), "\(all)")
    #expect(all[5] == (try step("Not split")), "\(all)")
  }
}
