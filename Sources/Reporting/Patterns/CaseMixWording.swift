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
      return [
        "Case mix: the \(nearest.count) nearest are all others of the specialty with an annualised figure (similarity \(range(nearest))), so it adds nothing to the rank among them."
      ]
    }
    var sentences = [standing(nearest, clinician, mix)]
    if let meaning = meaning(nearest, clinician, mix) { sentences.append(meaning) }
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
      "the nearest are shown only among at least \(CountWording.count(results.minimumPeers, "other")) of the specialty, and here \(mix.others == 1 ? "is" : "are") \(mix.others == 0 ? "none" : String(mix.others)); a practice of this size cannot tell low work from other work by its own peers"
  }

  private static func standing(_ nearest: CaseMix.Nearest, _ clinician: ClinicianResult, _ mix: CaseMix) -> String {
    let specialty = clinician.peers.map {
      "; among all \($0.count) of the specialty the rank is \(PlacementWording.cell($0.percentile))"
    }
    return
      "Among the \(nearest.count) whose case mix is nearest (similarity \(range(nearest))), the annualised figure has the percentile rank \(PlacementWording.cell(nearest.standing.percentile)), \(CellValue.rank(nearest.standing.rank, of: nearest.standing.count).text); the median of these \(nearest.count) is \(CellValue.workRVURate(nearest.median).text) wRVUs a year per 1.0 clinical FTE\(specialty ?? "")."
  }

  static func range(_ nearest: CaseMix.Nearest) -> String {
    let (high, low) = (similarity(nearest.greatest), similarity(nearest.least))
    return high == low ? high : "\(high) to \(low)"
  }

  /// What the two ranks together say; nil where the specialty has none to compare with.
  private static func meaning(_ nearest: CaseMix.Nearest, _ clinician: ClinicianResult, _ mix: CaseMix) -> String? {
    guard let specialty = clinician.peers else { return nil }
    // One place more or less among so few says nothing.
    let step = 100 / Double(nearest.standing.count)
    let difference = nearest.standing.percentile - specialty.percentile
    if difference > max(15, step) {
      return
        "The standing is higher among those who do the same work: part of the distance to the others goes with the kind of work."
    }
    if difference < -max(15, step) {
      return
        "The standing is lower among those who do the same work: the kind of work rather flatters it in the specialty."
    }
    return "The standing is much the same among those who do the same work: the kind of work does not explain it."
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
      sentences.append(
        "Cohort: the practice's \(CountWording.count(mix.others, "other")) of \(StandingWording.specialty(clinician.specialty)) with an annualised figure; of them the \(nearest.count) nearest: at most \(results.patternRules.nearest) and at most half, but at least \(results.minimumPeers). Percentile rank of the kind \(nearest.standing.standing.kind.wording), this clinician included."
      )
    }
    sentences.append(
      "A family is a kind of procedure or visit, not how ill the patients are, and the nearest are the nearest in this practice, who may still do other work."
    )
    return sentences
  }
}
