import Benchmarking
import ProductivityModel

/// What a bridge stands on and what it does not know, in sentences.
public enum BridgeNotes {
  /// What the bridge is about, in a phrase.
  public static func title(of bridge: Bridge) -> String {
    switch bridge.kind {
    case .periods: "\(bridge.total.name): \(bridge.from.name), then \(bridge.to.name)"
    case .medianPeer: "\(bridge.total.name): from the median peer to the clinician"
    }
  }

  /// The change as one sentence.
  public static func headline(of bridge: Bridge) -> String {
    let sum = bridge.total
    let (a, b) = (CellValue.workRVU(sum.from).text, CellValue.workRVU(sum.to).text)
    let percent = BridgeWording.percent(sum.change, of: sum.from).map { " (\($0))" } ?? ""
    let change = "\(BridgeWording.signed(sum.change))\(percent)"
    switch bridge.kind {
    case .periods:
      return "From \(a) wRVUs in \(bridge.from.name) to \(b) in \(bridge.to.name): \(change)."
    case .medianPeer:
      return "From \(a) wRVUs of the median peer to \(b) of \(bridge.to.name): \(change)."
    }
  }

  /// The sentences on what the figures stand on.
  public static func basis(of bridge: Bridge) -> [String] {
    var notes = [
      "Work RVUs of the \(bridge.ledger.rawValue) ledger, by day of service, \(side(bridge.from))"
        + (bridge.kind == .periods ? "; then \(side(bridge.to))." : "."),
      "A step is the mean of its effect over all 120 orders in which clinical time, volume, mix, fee schedule and policy can change (Shapley value), worked out in whole numbers: the steps add up to the change in the last millionth.",
    ]
    switch bridge.kind {
    case .periods:
      notes.append(
        "The lines of each period were credited under both periods' releases and policies: a day takes those of the day of the other period that stands for it, the same distance from its start, or its last day where the other period is shorter."
      )
      if bridge.rows.count > 1 {
        notes.append(
          "Sums are those of each clinician's own steps. A clinician is taken in each specialty for itself; one with services in one period only is joined or left, and in no other step."
        )
      }
    case .medianPeer:
      notes.append(
        "The median peer is one clinician: \(bridge.peerCount == 1 ? "the one other" : "of the \(bridge.peerCount) others") of the specialty whom a run ranks (with an annualised figure, and not in a split role)\(bridge.peerCount == 1 ? "" : ", the one with the middle benchmark wRVUs per clinical FTE a year, the lower of two"). Who it is is not told."
      )
    }
    notes.append(
      "A service is a unit of a line with work under some pairing of releases and policies; laboratory tests, drugs and other units without work do not count."
    )
    if bridge.families.count > 1 {
      notes.append(
        "A family's part of the mix: the change of its share of services times how far its work per service lies above the mean, and the change of that work times its share."
      )
    }
    return notes
  }

  /// The sentences on what is not known.
  public static func unknowns(of bridge: Bridge) -> [String] {
    var notes: [String] = []
    let sum = bridge.total
    if !bridge.hasRoster {
      notes.append("Without a roster clinical FTE is not known: the days are those of the calendar, at 1.00 each.")
    } else if sum.untimedCount > 0 {
      notes.append(
        "Clinical time of \(CountWording.count(sum.untimedCount, "clinician")) is not known on both sides: more or less time is told as more or less volume."
      )
    }
    if sum.linesOutsideEmployment > 0 {
      notes.append(
        "\(CountWording.sentence(CountWording.count(sum.linesOutsideEmployment, "line"))) on days outside the roster's intervals or on leave: the services count, the days do not, which shows as volume."
      )
    }
    if bridge.rows.contains(where: { $0.from.families[-2] != nil || $0.to.families[-2] != nil }) {
      notes.append(
        "A policy gives credit to others than those who rendered the services: credit counts with who has it, services with who rendered them."
      )
    }
    if bridge.hidesFamilies {
      notes.append(
        "Families of codes that fewer than \(bridge.minimumPeers) of the others have services in are told as one, so that nobody is known by them."
      )
    }
    return notes + bridge.findings.map { CountWording.sentence($0.message) + "." }
  }

  private static func side(_ side: Bridge.Side) -> String {
    "\(side.period.first) to \(side.period.last) under \(CountWording.list(side.policies))"
      + (side.releases.isEmpty
        ? "" : ", release\(side.releases.count == 1 ? "" : "s") \(CountWording.list(side.releases))")
  }
}
