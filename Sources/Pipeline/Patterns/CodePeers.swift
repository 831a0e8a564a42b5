import Benchmarking

/// How often the ranked of a specialty do some codes, in a year of full clinical time.
struct CodePeers {
  /// The place of each code among those asked for, by its number; -1 for the others, and none beyond the last.
  private var places: [Int32] = []
  private var codes: [Int32] = []
  /// The services a year of those who have lines of a code: below zero where more was reversed than done.
  private var values: [[Int64]] = []
  /// How many have more of each code than none.
  private var holders: [Int] = []

  /// Nobody's services yet.
  ///
  /// - Parameter codes: the codes asked for; one may be there several times.
  init(of codes: some Sequence<Int32>) {
    for code in codes where !holds(code) {
      let missing = Int(code) + 1 - places.count
      if missing > 0 { places.append(contentsOf: repeatElement(-1, count: missing)) }
      places[Int(code)] = Int32(self.codes.count)
      self.codes.append(code)
    }
    values = [[Int64]](repeating: [], count: self.codes.count)
    holders = [Int](repeating: 0, count: self.codes.count)
  }

  /// Whether a code is asked for.
  ///
  /// - Complexity: O(1).
  func holds(_ code: Int32) -> Bool { Int(code) < places.count && places[Int(code)] >= 0 }

  /// Adds a clinician's services a year of a code that is asked for.
  mutating func add(_ annual: Int64, of code: Int32) {
    let place = Int(places[Int(code)])
    values[place].append(annual)
    if annual > 0 { holders[place] += 1 }
  }

  /// How many have a code that is asked for.
  ///
  /// - Complexity: O(1).
  func having(_ code: Int32) -> Int { holders[Int(places[Int(code)])] }

  /// The median of each code, where whoever has no line of it counts as none.
  ///
  /// - Parameter clinicians: how many are ranked.
  func medians(_ clinicians: Int) -> [Int32: MedianOfOthers] {
    Dictionary(
      uniqueKeysWithValues: zip(codes, values).map { ($0, MedianOfOthers($1, zeros: clinicians - $1.count)) })
  }
}
