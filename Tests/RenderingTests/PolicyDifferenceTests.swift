import Crediting
import Foundation
import MedicareFees
import ProductivityModel
import Testing

@testable import Rendering
@testable import Reporting

@Suite struct `The difference of two policies` {
  private typealias Words = `The words for a policy`

  private static func difference(
    _ from: (inout CreditPolicy) -> Void, _ to: (inout CreditPolicy) -> Void, on day: String = "2026-01-01"
  ) -> PolicyDifference {
    PolicyDifference(from: Words.policy("a", from), to: Words.policy("b", to), on: Words.day(day))
  }

  private static func told(_ difference: PolicyDifference) -> [String] {
    difference.entries.map { "\($0.topic)|\($0.subject)|\($0.from ?? "-")|\($0.to ?? "-")" }
  }

  @Test func `is told for the indicators at which a modifier differs, once for modifiers that differ alike`() {
    let half = ModifierRow.Amount.factor(Factor(1, over: 2))
    let found = Self.difference(
      {
        $0.modifierRows = [
          Words.row(["62"], .coSurgeon), Words.row(["80", "81"], .assistant, .init(), half),
          Words.row(["82"], .assistant, .init(), half),
        ]
      },
      {
        $0.modifierRows = [
          Words.row(["62"], .coSurgeon, Words.coSurgeons),
          Words.row(["62"], .coSurgeon, Words.others, .factor(.zero), flag: "not paid"),
        ]
        $0.informationalModifiers = ["80", "81", "82"]
      })
    #expect(
      Self.told(found) == [
        "Modifiers|62 (co-surgeon) where the co-surgeon indicator is 0 or 9|62.5 %|0 %, flagged",
        "Modifiers|80, 81 and 82 (assistant)|50 %|no change",
      ])
  }

  @Test func `leaves out what is only written in another way`() {
    let found = Self.difference(
      { $0.modifierRows = [Words.row(["62", "66"], .coSurgeon)] },
      {
        $0.modifierRows = [
          Words.row(["66"], .coSurgeon), Words.row(["62"], .coSurgeon, Words.coSurgeons),
          Words.row(["62"], .coSurgeon, Words.others),
        ]
      })
    #expect(found.entries.isEmpty && found.otherDays.isEmpty)
  }

  @Test func `tells a modifier that a policy counts from one that it does not name`() {
    let found = Self.difference({ $0.informationalModifiers = ["25", "59"] }, { $0.informationalModifiers = ["25"] })
    #expect(Self.told(found) == ["Modifiers|59|no change|no change; not named, so a finding tells of it"])
  }

  @Test func `puts the sentences of a topic side by side, or tells which policy alone has one`() {
    let found = Self.difference(
      { $0.vintage = .serviceDate },
      {
        $0.vintage = .frozen(release: "2021A")
        $0.exclusions = [
          CodeExclusion(
            first: ProcedureCode("90471") ?? ProcedureCode(packed: 0),
            last: ProcedureCode("90471") ?? ProcedureCode(packed: 0), reason: "vaccines")
        ]
      })
    #expect(
      Self.told(found) == [
        "Fee schedule||The release in effect on the day of service values a line.|Release 2021A values every line, whatever its day.",
        "Not credited||-|90471: vaccines.",
      ])
  }

  @Test func `is that of one day, and names the periods in which it is another`() {
    func rows(_ last: String) -> (inout CreditPolicy) -> Void {
      {
        $0.modifierRows = [
          Words.row(["52"], .reduced, through: last),
          Words.row(["52"], .reduced, .init(), .factor(.one), from: "2025-01-01"),
        ]
      }
    }
    let same = Self.difference(rows("2024-12-31"), rows("2023-12-31"))
    #expect(same.entries.isEmpty)
    #expect(same.otherDays.map(\.description) == ["2024-01-01"])
    let then = Self.difference(rows("2024-12-31"), rows("2023-12-31"), on: "2024-06-30")
    #expect(
      Self.told(then) == ["Modifiers|52 (reduced)|62.5 %|no change; not named, so a finding tells of it"])
    #expect(then.otherDays.map(\.description) == ["2020-01-01", "2025-01-01"])
  }

  @Test func `is the other way round from the other side`() {
    let one: (inout CreditPolicy) -> Void = { $0.modifierRows = [Words.row(["62"], .coSurgeon)] }
    let other: (inout CreditPolicy) -> Void = { $0.vintage = .postDate }
    let (there, back) = (Self.difference(one, other), Self.difference(other, one))
    #expect(
      Set(there.entries.map { [$0.subject, $0.from, $0.to] }) == Set(back.entries.map { [$0.subject, $0.to, $0.from] }))
    #expect(there.entries.count == 2)
  }

  // MARK: Pages

  private static let sample = difference(
    { $0.modifierRows = [Words.row(["62"], .coSurgeon), Words.row(["52"], .reduced, through: "2023-12-31")] },
    {
      $0.name = "a"
      $0.notApplied = ["CO \u{1B}[31m and CQ."]
    })
  private static let effects = [
    PolicyEffect(
      line: "44310 62", subject: "a co-surgeon", from: WorkRVU(millionths: 10_718_750),
      to: WorkRVU(millionths: 17_150_000))
  ]

  @Test func `as text tells policies of one name apart and sends nothing to the terminal but text`() {
    let text = PolicyText.lines(of: Self.sample, effects: Self.effects, release: "2026A").joined(separator: "\n")
    #expect(
      text == """
        From a (1): A contract
        To   a (2): A contract

        What they say differently of services on 2026-01-01

        Modifiers
          62 (co-surgeon)
            a (1)  62.5 %
            a (2)  no change; not named, so a finding tells of it

        Not applied
          Only in a (2): CO [31m and CQ.

        On other days something else differs, in the periods that start on 2020-01-01: name a day of one
        with --on.

        What examples earn in a facility, one unit a line, by release 2026A, whatever the vintage
                       a (1)  a (2)
          44310 62  10.71875  17.15  a co-surgeon
        """)
  }

  @Test func `as JSON has the same, its numbers exact`() throws {
    let text = PolicyData.json(of: Self.sample, effects: Self.effects, release: "2026A")
    #expect(text.contains("\"work_rvu_from\": 10.71875") && text.contains("\"work_rvu_to\": 17.15"))
    let page = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let differences = try #require(page["differences"] as? [[String: Any]])
    #expect(differences.map { $0["topic"] as? String } == ["Modifiers", "Not applied"])
    #expect(differences.first?["from"] as? String == "62.5 %" && differences.last?["from"] is NSNull)
    #expect(page["release"] as? String == "2026A" && page["on"] as? String == "2026-01-01")
  }

  @Test func `a policy as JSON has its rows as values`() throws {
    let policy = Words.policy {
      $0.modifierRows = [
        Words.row(["62"], .coSurgeon, Words.coSurgeons, through: "2025-12-31"),
        Words.row(["54"], .splitCare, .init(hasPackagePercentages: true), .portions([.preoperative])),
      ]
    }
    let text = PolicyData.json(of: policy, on: Words.day("2025-06-30"))
    #expect(text.contains("\"factor\": 0.625,"))
    let page = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let rows = try #require(page["modifiers"] as? [[String: Any]])
    #expect(rows.first?["when"] as? [String: [String]] == ["coSurgeon": ["1", "2"]])
    #expect(rows.first?["through"] as? String == "2025-12-31" && rows.first?["citation"] as? String != nil)
    #expect(rows.last?["portions"] as? [String] == ["preoperative"] && rows.last?["factor"] is NSNull)
    #expect(page["on"] as? String == "2025-06-30" && page["credited"] as? [String] == ["A", "R"])
  }
}
