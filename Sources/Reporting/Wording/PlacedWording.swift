import Benchmarking

/// How many are placed in a survey, in words: clinicians, or their roles where one of them has several.
struct PlacedWording {
  /// How many are placed.
  let placed: Int
  /// How many of them stand at or above the median.
  let above: Int
  /// How many there are, placed or not.
  let all: Int
  private let noun: String

  /// Those of some clinicians' results, one a role.
  init(_ roles: [ClinicianResult]) {
    let standings = roles.compactMap(\.placement)
    placed = standings.count
    above = standings.count { ($0.timesMedian ?? 0) >= 1 }
    all = roles.count
    noun = Set(roles.map(\.id)).count < roles.count ? "role" : "clinician"
  }

  /// So many clinicians or roles.
  func count(_ number: Int) -> String { CountWording.count(number, noun) }

  /// `Of 27 clinicians placed in a survey, 13 are at or above its median; 2 are not placed.`
  var sentence: String {
    let without = all - placed
    guard placed > 0 else { return all == 0 ? "" : "Nobody is placed in a survey." }
    let who =
      placed == 1
      ? "The one \(noun) placed in a survey is \(above == 1 ? "at or above" : "below") its median"
      : "Of \(count(placed)) placed in a survey, \(above == 0 ? "none is" : above == 1 ? "1 is" : "\(above) are") at or above its median"
    return who + (without > 0 ? "; \(without) \(without == 1 ? "is" : "are") not placed." : ".")
  }
}
