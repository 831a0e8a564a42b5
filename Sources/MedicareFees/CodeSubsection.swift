import ProductivityModel

/// A run of code numbers within a category that belong together: the digestive system, the office visits, drugs.
///
/// The runs are those by which the code set is laid out; the titles are our own words, and say what the codes of a run are
/// about, never what a code is.
public struct CodeSubsection: Hashable, Sendable {
  /// The category of its codes.
  public let category: CodeCategory
  /// Its name for people, which no other subsection has: `Digestive system`.
  public let title: String
  /// Its first number.
  public let first: ProcedureCode
  /// Its last number.
  public let last: ProcedureCode

  init(_ category: CodeCategory, _ first: StaticString, _ last: StaticString, _ title: String) {
    guard let first = ProcedureCode("\(first)"), let last = ProcedureCode("\(last)") else {
      preconditionFailure("\(title) is not bounded by codes")
    }
    self.category = category
    self.title = title
    self.first = first
    self.last = last
  }

  /// The numbers, in words: `40490-49999`.
  public var range: String { "\(first)-\(last)" }

  /// Whether a code's number lies in it.
  public func contains(_ code: ProcedureCode) -> Bool {
    guard let place = Self.place(code) else { return false }
    return places.contains(place)
  }

  /// The subsection of a code; nil where its number is in none.
  ///
  /// - Complexity: O(log n) in the subsections.
  public static func of(_ code: ProcedureCode) -> CodeSubsection? { index(of: code).map { all[$0] } }

  /// The position of a code's subsection in ``all``: a small number by which tables of one's own can be kept.
  ///
  /// - Complexity: O(log n) in the subsections.
  public static func index(of code: ProcedureCode) -> Int? {
    guard let place = place(code) else { return nil }
    var low = 0
    var high = byPlace.count
    while low < high {
      let middle = (low + high) / 2
      if byPlace[middle].places.upperBound < place { low = middle + 1 } else { high = middle }
    }
    guard low < byPlace.count, byPlace[low].places.contains(place) else { return nil }
    return byPlace[low].index
  }

  /// Where its codes stand in the order of ``place(_:)``.
  var places: ClosedRange<Int> {
    guard let low = Self.place(first), let high = Self.place(last), low <= high else {
      preconditionFailure("\(title) is not bounded by codes of one form")
    }
    return low...high
  }

  /// The place of a code where each of its forms has a stretch of its own: numbers, numbers ending in each letter, numbers
  /// starting with each letter. As text 0100T would stand between 01000 and 01001, among the numbers for anesthesia.
  static func place(_ code: ProcedureCode) -> Int? {
    var number = 0
    var letter = 0
    for position in 0..<5 {
      let byte = Int(UInt8(truncatingIfNeeded: code.packed >> UInt64(32 - 8 * position)))
      if byte >= 0x30, byte <= 0x39 {
        number = number * 10 + byte - 0x30
      } else if letter == 0, position == 0 || position == 4 {
        letter = byte - 0x40 + (position == 0 ? 26 : 0)
      } else {
        return nil
      }
    }
    return letter * 100_000 + number
  }

  private static let byPlace: [(places: ClosedRange<Int>, index: Int)] = all.indices
    .map { (places: all[$0].places, index: $0) }
    .sorted { $0.places.lowerBound < $1.places.lowerBound }
}
