import Benchmarking
import ProductivityModel

/// The words for a clinician's case mix, and for where they stand among those who do the same work.
enum CaseMixWording {
  /// The least similarity, in millionths, of which it is not said that the work is in part another.
  private static let alike: Int64 = 800_000

  /// What the case mix says of the standing, in sentences; why it says nothing, where it does not.
  static func sentences(of clinician: ClinicianResult, in results: RunResults) -> [String] {
    guard let mix = clinician.patterns.caseMix else {
      return ["Case mix: nothing is known of it, since there is no work in the benchmark ledger, or not one specialty."]
    }
    guard let nearest = mix.nearest else { return ["Case mix: " + whyNoNearest(clinician, mix, results) + "."] }
    if !mix.choosesNearest {
      return [everyone(nearest, mix)]
    }
    var sentences = [standing(nearest, clinician, mix)]
    if clinician.peers != nil { sentences.append(meaning(nearest, mix)) }
    if nearest.least < alike {
      sentences.append(
        "Not all of the nearest do the same work: the least alike has a similarity of \(similarity(nearest.least)), where 1 is the same mix."
      )
    }
    return sentences
  }

  /// Why a clinician is not compared with the nearest.
  static func whyNoNearest(_ clinician: ClinicianResult, _ mix: CaseMix, _ results: RunResults) -> String {
    if let reason = StandingWording.whyNotAnnualised(clinician) { return "nobody is compared, since \(reason)" }
    return
      "the nearest are shown only among at least \(CountWording.count(results.minimumPeers, "other")) of the specialty with an annualised figure and work, and here \(mix.others == 1 ? "is" : "are") \(mix.others == 0 ? "none" : String(mix.others))\(left(mix).map { " (\($0))" } ?? ""); a practice of this size cannot tell low work from other work by its own peers"
  }

  /// That the nearest are everyone.
  private static func everyone(_ nearest: CaseMix.Nearest, _ mix: CaseMix) -> String {
    let others = CountWording.count(mix.others, "other")
    let who =
      nearest.greatest == nearest.least
      ? "all \(others) of the specialty with an annualised figure and work are equally near"
      : "the \(nearest.count) nearest are all others of the specialty with an annualised figure and work"
    return
      "Case mix: \(mix.others == 1 ? "the one other of the specialty with an annualised figure and work is the nearest" : who) (similarity \(range(nearest))), so it adds nothing to the rank among them\(left(mix).map { "; \($0)" } ?? "")."
  }

  /// Who of those that are ranked is not compared by case mix, and why; nil where everyone is.
  private static func left(_ mix: CaseMix) -> String? {
    guard mix.withoutWork > 0 else { return nil }
    let who = CountWording.count(mix.withoutWork, "other")
    let more = mix.others > 0 ? "\(who) more" : who
    return "\(more) with an annualised figure \(mix.withoutWork == 1 ? "has" : "have") no work to compare"
  }

  private static func standing(_ nearest: CaseMix.Nearest, _ clinician: ClinicianResult, _ mix: CaseMix) -> String {
    let specialty = clinician.peers.map {
      "; among all \($0.count) of the specialty the rank is \(PlacementWording.cell($0.percentile))"
    }
    return
      "Among the \(nearest.count == 1 ? "one" : String(nearest.count)) whose case mix is nearest (similarity \(range(nearest))), the annualised figure has the percentile rank \(PlacementWording.cell(nearest.standing.percentile)), \(CellValue.rank(nearest.standing.rank, of: nearest.standing.count).text); \(nearest.count == 1 ? "the figure of the nearest" : "the median of these \(nearest.count)") is \(CellValue.workRVURate(nearest.median).text) wRVUs a year per 1.0 clinical FTE\(specialty ?? "")."
  }

  static func range(_ nearest: CaseMix.Nearest) -> String {
    let (high, low) = (similarity(nearest.greatest), similarity(nearest.least))
    return high == low ? high : "\(high) to \(low)"
  }

  /// What the two ranks together say: nothing, where the nearest could be any so many of the others.
  private static func meaning(_ nearest: CaseMix.Nearest, _ mix: CaseMix) -> String {
    switch nearest.difference {
    case .higher:
      "The standing is higher among those who do the same work: part of the distance to the others goes with the kind of work."
    case .lower:
      "The standing is lower among those who do the same work: part of the standing in the specialty goes with the kind of work."
    case .withinChance:
      "The two ranks do not differ by more than \(CountWording.count(nearest.count, "other")) picked at random from the \(mix.others) would make (95 %): they do not show that the standing goes with the kind of work, nor that it does not."
    }
  }

  /// A similarity with two decimals, rounded down: 0.99 is not 1.
  static func similarity(_ millionths: Int64) -> String {
    DecimalText.fixed(millionths / 10_000, scale: 2, decimals: 2)
  }

  /// What the comparison stands on, in sentences.
  static func basis(of clinician: ClinicianResult, in results: RunResults) -> [String] {
    var sentences = [
      "Case mix: the share of each code family in the clinician's own benchmark work RVUs, before any of it is attributed to others. Families are subsections of the code set, divided where one would hold different work. Similarity is the cosine of two clinicians' shares: 1 for the same mix, 0 for nothing in common."
    ]
    if let mix = clinician.patterns.caseMix, let nearest = mix.nearest {
      let ties = nearest.isTied ? ", and all who are equally near as the last of these" : ""
      let chosen =
        mix.choosesNearest
        ? "of them the \(nearest.count) nearest: at most \(results.patternRules.nearest) and at most half, but at least \(results.minimumPeers)\(ties)"
        : "the nearest are all of them"
      sentences.append(
        "Cohort: the practice's \(CountWording.count(mix.others, "other")) of \(StandingWording.specialty(clinician.specialty)) with an annualised figure and work; \(chosen)\(left(mix).map { "; \($0)" } ?? ""). Percentile rank of the kind \(nearest.standing.standing.kind.wording), this clinician included."
      )
      if mix.choosesNearest {
        sentences.append(
          "A difference of the two ranks is told where as many of the nearest, or more, would stand on one side of the figure in at most 2.5 % of all choices of so many others (hypergeometric)."
        )
      }
    }
    sentences.append(
      "A family is a kind of procedure or visit, not how ill the patients are, and the nearest are the nearest in this practice, who may still do other work."
    )
    return sentences
  }
}
