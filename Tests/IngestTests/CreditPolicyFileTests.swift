import Crediting
import Foundation
import MedicareFees
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// Credit policies: those that are shipped, and what is wrong in others.
@Suite struct CreditPolicyFileTests {
  private static let folder = PackageRoot.path("benchmarks-data/credit-policies")

  private func shipped(_ name: String) throws -> CreditPolicy {
    let (bytes, _) = try FileSource.contents("\(Self.folder)/\(name).yaml")
    return try CreditPolicyFile.read(bytes, file: "\(name).yaml")
  }

  @Test func `every shipped policy is read, is called as its file is, and cites what it says`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0.hasSuffix(".yaml") }
      .sorted()
    #expect(files == ["cms-payment.yaml", "flat-factors.yaml", "survey-comparable.yaml", "unadjusted.yaml"])
    for file in files {
      let policy = try shipped(String(file.dropLast(5)))
      #expect("\(policy.name).yaml" == file)
      #expect(policy.title.count > 20)
      #expect(policy.modifierRows.allSatisfy { $0.citation.count > 20 && !$0.modifiers.isEmpty })
      #expect(Set(policy.creditedStatuses.map(\.published)) == ["A", "R", "T"])
      // A modifier is either adjusted or only counted.
      let adjusted = Set(policy.modifierRows.flatMap(\.modifiers))
      #expect(adjusted.isDisjoint(with: policy.informationalModifiers), "\(file)")
    }
  }

  @Test func `the shipped policies say what their sources say`() throws {
    let unadjusted = try shipped("unadjusted")
    #expect(unadjusted.modifierRows.isEmpty && unadjusted.multipleProcedures == nil)
    #expect(unadjusted.informationalModifiers.isSuperset(of: ["50", "62", "AS", "80"]))
    let flat = try shipped("flat-factors")
    #expect(flat.multipleProcedures == nil)
    #expect(flat.modifierRows.first { $0.slot == .bilateral }?.amount == .factor(Factor(3, over: 2)))
    let comparable = try shipped("survey-comparable")
    let rule = try #require(comparable.multipleProcedures)
    #expect(rule.shares == [1_000_000, 500_000, 500_000, 500_000, 500_000] && rule.beyond == 500_000)
    #expect(rule.rankBy == .totalRVU && rule.dates.from.description == "1995-01-01")
    let assistants = comparable.modifierRows.filter { $0.slot == .assistant && $0.conditions.assistant == [.payable] }
    #expect(assistants.map(\.amount) == [.factor(Factor(136, over: 1000)), .factor(Factor(16, over: 100))])
    let surgeons = comparable.modifierRows.filter { $0.slot == .coSurgeon }
    #expect(surgeons.allSatisfy { $0.amount == .factor(Factor(625, over: 1000)) } && surgeons.count == 2)
    let splits = comparable.modifierRows.filter { $0.slot == .splitCare }.map(\.amount)
    #expect(splits.first == .portions([.preoperative, .intraoperative]))
  }

  private static let head = "policy: p\ntitle: t\nstatuses: {credited: [A]}\n"

  @Test func `the least that a policy must say is enough`() throws {
    let policy = try CreditPolicyFile.read(Array(Self.head.utf8), file: "p.yaml")
    #expect(policy.name == "p" && policy.creditedStatuses == [.active] && policy.creditedWhenValued == [])
    #expect(
      policy.vintage == nil && policy.modifierRows == [] && policy.multipleProcedures == nil && policy.exclusions == [])
  }

  @Test func `every key of a modifier row, a ranking and an exclusion is read`() throws {
    let text =
      Self.head + """
        vintage: frozen 2020A
        modifiers:
          - {modifiers: [as, 80], slot: assistant, when: {bilateral: [1], assistant: [2], coSurgeon: [1], discontinuedRow: true,
             packagePercentages: false}, factor: 0.136, oncePerLine: true, outsideRanking: true, flag: assumed,
             from: 2020-01-01, through: 2020-12-31, citation: somewhere}
        informational: [25, gc]
        multipleProcedures: {shares: [1, 0.5], beyond: 0.25, rankBy: work-rvu, from: 2020-01-01, citation: there}
        exclude: [{codes: [90460-90474, 99024], reason: vaccines}]
        notApplied: [nothing]

        """
    let policy = try CreditPolicyFile.read(Array(text.utf8), file: "p.yaml")
    #expect(policy.vintage == .frozen(release: "2020A"))
    let row = try #require(policy.modifierRows.first)
    #expect(
      row.modifiers == ["AS", "80"] && row.slot == .assistant && row.amount == .factor(Factor(millionths: 136_000)))
    #expect(
      row.conditions.bilateral.count == 1 && row.conditions.assistant == [.payable]
        && row.conditions.coSurgeon.count == 1)
    #expect(row.conditions.hasDiscontinuedRow == true && row.conditions.hasPackagePercentages == false)
    #expect(row.isOncePerLine && row.isOutsideRanking && row.flag == "assumed" && row.citation == "somewhere")
    #expect(row.dates.from.description == "2020-01-01" && row.dates.through?.description == "2020-12-31")
    #expect(policy.informationalModifiers == ["25", "GC"])
    #expect(policy.multipleProcedures?.shares == [1_000_000, 500_000] && policy.multipleProcedures?.beyond == 250_000)
    #expect(policy.multipleProcedures?.rankBy == .workRVU && policy.multipleProcedures?.citation == "there")
    #expect(policy.exclusions.map(\.first.description) == ["90460", "99024"])
    #expect(policy.exclusions.map(\.last.description) == ["90474", "99024"])
    #expect(policy.notApplied == ["nothing"])
  }

  private static func more(_ lines: String) -> String { head + lines }
  private static func row(_ inside: String) -> String { head + "modifiers:\n  - \(inside)\n" }
  private static let tail = "from: 2020-01-01, citation: c"
  private static let rank = "rankBy: total-rvu, from: 2020-01-01, citation: c"

  private static let faults: [(String, String)] = [
    ("policy: p\ntitle: t\nstatuses: {credited: [A, ▸Z9]}\n", "\"Z9\" is not a status code"),
    ("policy: p\ntitle: t\nstatuses: {credited: [A], creditedWhenValued: [▸a]}\n", "\"a\" is not a status code"),
    ("policy: p\ntitle: t\nstatuses: ▸{creditedWhenValued: [A]}\n", "statuses needs the key \"credited\""),
    ("▸policy: p\ntitle: t\n", "a credit policy needs the key \"statuses\""),
    ("▸title: t\nstatuses: {credited: [A]}\n", "a credit policy needs the key \"policy\""),
    (more("▸modifers: []\n"), "unknown key \"modifers\" in a credit policy"),
    (more("vintage: ▸2020A\n"), "\"2020A\" is not a vintage"),
    (
      row("▸{modifiers: [50], slot: bilateral, factor: 1.5, portions: [preoperative], \(tail)}"),
      "a modifier row has either a factor or portions"
    ),
    (row("▸{modifiers: [50], slot: bilateral, \(tail)}"), "a modifier row has either a factor or portions"),
    (row("{modifiers: [50], slot: ▸bilaterl, factor: 1.5, \(tail)}"), "\"bilaterl\" is not a slot"),
    (row("{modifiers: [▸500], slot: bilateral, factor: 1.5, \(tail)}"), "\"500\" is not a modifier of two characters"),
    (
      row("{modifiers: [50], slot: bilateral, factor: ▸half, \(tail)}"),
      "\"half\" is not a number with at most six decimals"
    ),
    (row("{modifiers: [50], slot: bilateral, factor: ▸-0.5, \(tail)}"), "a factor is between 0 and 10"),
    (row("{modifiers: [50], slot: bilateral, factor: ▸10.000001, \(tail)}"), "a factor is between 0 and 10"),
    (more("multipleProcedures: {shares: ▸[], beyond: 1, \(rank)}\n"), "multipleProcedures needs at least one share"),
    (more("multipleProcedures: {shares: [1, ▸1.5], beyond: 1, \(rank)}\n"), "a share is between 0 and 1"),
    (more("multipleProcedures: {shares: [1], beyond: ▸50, \(rank)}\n"), "a share is between 0 and 1"),
    (row("{modifiers: [50], slot: bilateral, portions: [▸all], \(tail)}"), "\"all\" is not a portion"),
    (row("{modifiers: [50], slot: bilateral, factor: 1.5, from: ▸2020, citation: c}"), "\"2020\" is not a day"),
    (
      row("▸{modifiers: [50], slot: bilateral, factor: 1.5, from: 2020-01-01}"),
      "a modifier row needs the key \"citation\""
    ),
    (row("▸{modifiers: [50], slot: bilateral, factor: 1.5, citation: c}"), "a modifier row needs the key \"from\""),
    (row("▸{slot: bilateral, factor: 1.5, \(tail)}"), "a modifier row needs the key \"modifiers\""),
    (
      row("{modifiers: [50], slot: bilateral, when: {bilateral: [▸7]}, factor: 1, \(tail)}"),
      "\"7\" is not a bilateral indicator"
    ),
    (
      row("{modifiers: [50], slot: bilateral, when: {assistant: [▸7]}, factor: 1, \(tail)}"),
      "\"7\" is not an assistant indicator"
    ),
    (
      row("{modifiers: [50], slot: bilateral, when: {coSurgeon: [▸7]}, factor: 1, \(tail)}"),
      "\"7\" is not a co-surgeon indicator"
    ),
    (
      row("{modifiers: [50], slot: bilateral, when: {▸bilat: [1]}, factor: 1, \(tail)}"),
      "unknown key \"bilat\" in when"
    ),
    (row("{modifiers: [50], slot: bilateral, factor: 1, oncePerLine: ▸1, \(tail)}"), "\"1\" is neither true nor false"),
    (row("{modifiers: [50], slot: bilateral, ▸factors: 1, \(tail)}"), "unknown key \"factors\" in a modifier row"),
    (more("informational: [25, ▸2]\n"), "\"2\" is not a modifier of two characters"),
    (more("multipleProcedures: ▸some\n"), "multipleProcedures is none, or shares with a citation"),
    (more("multipleProcedures: ▸{beyond: 1, \(rank)}\n"), "multipleProcedures needs the key \"shares\""),
    (more("multipleProcedures: {shares: [1, ▸-1], beyond: 1, \(rank)}\n"), "a share is between 0 and 1"),
    (more("multipleProcedures: {shares: [1], beyond: ▸-1, \(rank)}\n"), "a share is between 0 and 1"),
    (
      more("multipleProcedures: {shares: [1], beyond: 1, rankBy: ▸rvu, from: 2020-01-01, citation: c}\n"),
      "\"rvu\" is not a ranking key"
    ),
    (more("exclude: [▸{codes: [99024]}]\n"), "an exclusion needs the key \"reason\""),
    (
      more("exclude: [{codes: [▸90474-90460], reason: r}]\n"),
      "\"90474-90460\" is neither a code nor a range of codes such as 90460-90474"
    ),
    (
      more("exclude: [{codes: [▸9046], reason: r}]\n"),
      "\"9046\" is neither a code nor a range of codes such as 90460-90474"
    ),
    (
      more("exclude: [{codes: [▸90460-], reason: r}]\n"),
      "\"90460-\" is neither a code nor a range of codes such as 90460-90474"
    ),
    (
      more("exclude: [{codes: [▸1-2-3], reason: r}]\n"),
      "\"1-2-3\" is neither a code nor a range of codes such as 90460-90474"
    ),
  ]

  @Test(arguments: faults)
  func `what is wrong in a policy is told with its place`(yaml: String, message: String) throws {
    let marked = MarkedText(yaml)
    let failure = try #require(
      #expect(throws: InputFailure.self) { _ = try CreditPolicyFile.read(marked.bytes, file: "p.yaml") })
    #expect(failure.message == message)
    #expect(failure.position.description == "p.yaml:\(marked.place)")
    #expect(failure.isUsage)
  }

  @Test(arguments: ModifierSlot.allCases)
  func `every slot can be named`(slot: ModifierSlot) throws {
    let text = Self.row("{modifiers: [50], slot: \(slot.rawValue), factor: 1, \(Self.tail)}")
    #expect(try CreditPolicyFile.read(Array(text.utf8), file: "p.yaml").modifierRows.map(\.slot) == [slot])
  }

  @Test(arguments: PackagePortion.allCases)
  func `every portion can be named`(portion: PackagePortion) throws {
    let text = Self.row("{modifiers: [54], slot: split-care, portions: \(portion.rawValue), \(Self.tail)}")
    #expect(
      try CreditPolicyFile.read(Array(text.utf8), file: "p.yaml").modifierRows.map(\.amount) == [.portions([portion])])
  }
}
