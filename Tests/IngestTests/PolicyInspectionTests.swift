import Crediting
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct `The inspection of a policy` {
  private static let good = """
    policy: p
    title: t
    vintage: frozen 2025D
    statuses: {credited: [A]}
    modifiers:
      - {modifiers: [52], slot: reduced, factor: 0.5, from: 2020-01-01, citation: c}
      - {modifiers: [62], slot: co-surgeon, factor: 0.6, from: 2020-01-01, citation: c}
    informational: [25, as]
    exclude:
      - {codes: [90460-90474, 99024], reason: r}
      - {codes: 99213, reason: r}

    """

  private static func faults(_ text: String) -> [String] {
    CreditPolicyFile.faults(in: Array(text.utf8), file: "p.yaml").map { "\($0.position): \($0.message)" }
  }

  @Test func `finds nothing in a policy that can be read`() { #expect(Self.faults(Self.good) == []) }

  @Test func `finds one fault in every key and in every item of a list, by line`() {
    let text = """
      policy: p
      titel: t
      statuses: {credited: [Z9]}
      vintage: always
      modifiers:
        - {modifiers: [52], slot: reducd, factor: 0.5, from: 2020-01-01, citation: c}
        - {modifiers: [62], slot: co-surgeon, factor: 0.6, from: 2020-01-01, citation: c}
        - {modifiers: [62], slot: co-surgeon, factor: 62.5, from: 2020-01-01, citation: c}
      informational: [25, 2, 3]
      bilateralPairs: {sides: [7], from: 2020-01-01, citation: c}
      endoscopyFamilies: {from: 2020-01-01}
      multipleProcedures: {shares: [], beyond: 0.5, rankBy: total-rvu, from: 2020-01-01, citation: c}
      bundled: [{statuses: [T], from: 2020-01-01, citation: c}]
      paymentReductions: [{indicator: 2, part: technical, share: 0.5, from: 2020-01-01, citation: c}]
      anesthesia: {minutesPerUnit: 90, rows: [], from: 2020-01-01, citation: c}
      attribution: [{shares: {rendering: 0.4, billing: 0.5}, from: 2020-01-01, citation: c}]
      unpriced: hodl
      exclude: [{codes: [9046], reason: r}, {codes: [90471]}]
      notApplied: [[a]]

      """
    #expect(
      Self.faults(text) == [
        "p.yaml:1:1: a credit policy needs the key \"title\"",
        "p.yaml:2:1: unknown key \"titel\" in a credit policy",
        "p.yaml:3:23: \"Z9\" is not a status code",
        "p.yaml:4:10: \"always\" is not a vintage",
        "p.yaml:6:29: \"reducd\" is not a slot",
        "p.yaml:8:49: a factor is between 0 and 10",
        "p.yaml:9:21: \"2\" is not a modifier of two characters",
        "p.yaml:9:24: \"3\" is not a modifier of two characters",
        "p.yaml:10:26: \"7\" is not a bilateral indicator",
        "p.yaml:11:20: endoscopyFamilies needs the key \"citation\"",
        "p.yaml:12:30: multipleProcedures needs at least one share",
        "p.yaml:13:11: a bundled service needs the key \"with\"",
        "p.yaml:14:33: \"2\" is not a multiple-procedure indicator from 4 to 7",
        "p.yaml:15:30: a time unit is between 1 and 60 minutes",
        "p.yaml:16:24: the shares of a line add up to 1",
        "p.yaml:17:11: \"hodl\" is not what becomes of lines without a price",
        "p.yaml:18:20: \"9046\" is neither a code nor a range of codes such as 90460-90474",
        "p.yaml:18:39: an exclusion needs the key \"reason\"",
        "p.yaml:19:14: a single value is expected here",
      ])
  }

  @Test(arguments: ["", "just words", "a: [", "policy: p\npolicy: q\ntitle: t\nstatuses: {credited: [A]}\n"])
  func `finds one fault where the text cannot be taken apart`(text: String) throws {
    let faults = CreditPolicyFile.faults(in: Array(text.utf8), file: "p.yaml")
    let fault = try #require(faults.first)
    #expect(faults.count == 1 && fault.isUsage)
    #expect(throws: fault) { try CreditPolicyFile.read(Array(text.utf8), file: "p.yaml") }
  }

  @Test(arguments: [
    (PolicyRemark.Place.key("vintage"), "3:1"), (.key("nothing"), ""), (.item("modifiers", 1), "7:5"),
    (.item("modifiers", 2), "5:1"), (.item("exclude", 0), "10:14"), (.item("exclude", 1), "10:27"),
    (.item("exclude", 2), "11:13"), (.value("informational", "AS"), "8:21"), (.value("informational", "ZZ"), "8:1"),
  ])
  func `knows where each part stands`(place: PolicyRemark.Place, position: String) throws {
    let places = try PolicyPlaces(Array(Self.good.utf8), file: "p.yaml")
    #expect(places.position(of: place).description == (position.isEmpty ? "p.yaml" : "p.yaml:\(position)"))
  }

  @Test func `tells where a crosswalk is named that is not there, and what is wrong in one that is`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("p.yaml", Self.good + "unpriced: {crosswalk: ours.csv}\n")
    let missing = try PolicyInspection(path, shownAs: "p.yaml")
    #expect(missing.faults.map(\.message) == ["the crosswalk \"ours.csv\" is not there"])
    #expect(missing.faults.map(\.position.description) == ["p.yaml:12:1"] && missing.policy != nil)
    #expect(missing.faults.map(\.isUsage) == [true])

    try folder.write("ours.csv", "code,work_rvu,reason\n0001Z,1.5,\n")
    let faulty = try PolicyInspection(path, shownAs: "p.yaml").faults
    #expect(faulty.map(\.message) == ["reason is blank"] && faulty.first?.position.file == "ours.csv")

    try folder.write("ours.csv", "code,work_rvu,reason\n0001Z,1.5,agreed\n")
    #expect(try PolicyInspection(path, shownAs: "p.yaml").faults == [])
  }

  @Test func `says which names there are where a policy is not`() throws {
    let library = PolicyLibrary(dataFolder: PackageRoot.path("benchmarks-data"))
    let failure = #expect(throws: InputFailure.self) { _ = try library.inspect("unajusted", askedBy: "x") }
    #expect(failure?.hint == "did you mean unadjusted?")
    #expect(try library.inspect("unadjusted", askedBy: "x").faults == [])
  }
}
