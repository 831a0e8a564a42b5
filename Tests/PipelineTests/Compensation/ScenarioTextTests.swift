import Compensation
import Ingest
import Testing

@testable import Pipeline

@Suite struct `A scenario on the command line` {
  @Test(
    arguments: [
      ("rate=52", Change.set(52_000_000)), ("rate=+2", .add(2_000_000)), ("rate=-1.5", .add(-1_500_000)),
      ("rate=+4%", .percent(40_000)), ("rate=-0.5%", .percent(-5_000)),
    ] as [(String, Change)])
  func `sets, adds or scales`(text: String, change: Change) throws {
    let scenario = try ScenarioText(text).scenario
    #expect(scenario.rate == change && scenario.name == text && scenario.threshold == nil)
  }

  @Test func `may have a name and several keys`() throws {
    let text = try ScenarioText("Next year:plans=new.yaml,plan=surgery,threshold=5800,release=2025D,policy=own.yaml")
    #expect(text.scenario.name == "Next year" && text.plansFile == "new.yaml")
    #expect(text.scenario.plan == "surgery" && text.scenario.threshold == .set(5_800_000_000))
    #expect(text.scenario.release == "2025D" && text.scenario.policy == "own.yaml")
  }

  @Test(arguments: [
    ("rate", "no key=value"), ("rats=4", "did you mean rate?"), ("rate=4%", "without a sign"),
    ("rate=four", "not a number"),
    ("rate=", "without a value"), ("rate=1,rate=2", "rate twice"), (":rate=1", "no name"), ("", "is empty"),
    ("plan=a", "changes neither"), ("rate=1,", "no key=value"), ("rate=+-2", "not a number"),
  ])
  func `that is wrong says what`(text: String, words: String) throws {
    let failure = #expect(throws: InputFailure.self) { try ScenarioText(text) }
    #expect(failure?.description.contains(words) == true, "\(failure?.description ?? "")")
    #expect(failure?.isUsage == true && failure?.hint != nil)
  }
}
