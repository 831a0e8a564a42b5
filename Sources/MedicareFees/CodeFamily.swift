import ProductivityModel

/// Codes whose work is of one kind, by which a clinician's case mix is told: hand and fingers, endoscopy of the colon, office
/// visits of new patients.
///
/// A family is a ``CodeSubsection``, or a part of one where the whole would throw different work together: hand surgery and
/// hip replacement are both of the musculoskeletal system. Every code is in exactly one family; the last one takes those whose
/// number is in no subsection.
public struct CodeFamily: Hashable, Sendable {
  /// Its name for people, in our own words: `Hand and fingers`.
  public let title: String
  /// The first and last numbers of its runs; empty for what is left of a subsection, and for the last family.
  public let ranges: [String]

  /// All families, in the order of the code set; what is left of a divided subsection follows its parts.
  public static let all: [CodeFamily] = families.map(\.family)

  /// The position of a code's family in ``all``: a small number by which tables can be kept.
  ///
  /// - Complexity: O(log n) in the subsections, and the parts of one.
  public static func index(of code: ProcedureCode) -> Int {
    guard let subsection = CodeSubsection.index(of: code), let place = CodeSubsection.place(code) else {
      return all.count - 1
    }
    return runsOfSubsection[subsection].first { $0.places.contains(place) }?.family ?? restOfSubsection[subsection]
  }

  /// The family of a code.
  public static func of(_ code: ProcedureCode) -> CodeFamily { all[index(of: code)] }

  /// A family with the subsection that it belongs to, and its runs.
  private struct Placed {
    var family: CodeFamily
    var subsection: Int?
    var runs: [ClosedRange<Int>]
    var isRest: Bool
  }

  private static let families: [Placed] = {
    var result: [Placed] = []
    for (index, subsection) in CodeSubsection.all.enumerated() {
      let parts = CodeFamily.parts.filter { subsection.places.contains($0.places.lowerBound) }
      if parts.isEmpty {
        result.append(
          Placed(
            family: CodeFamily(title: subsection.title, ranges: [subsection.range]), subsection: index,
            runs: [subsection.places], isRest: true))
        continue
      }
      var titles: [String] = []
      for part in parts where !titles.contains(part.title) { titles.append(part.title) }
      for title in titles {
        let runs = parts.filter { $0.title == title }
        result.append(
          Placed(
            family: CodeFamily(title: title, ranges: runs.map(\.range)), subsection: index, runs: runs.map(\.places),
            isRest: false))
      }
      result.append(
        Placed(
          family: CodeFamily(title: "\(subsection.title), other", ranges: []), subsection: index, runs: [],
          isRest: true))
    }
    result.append(Placed(family: CodeFamily(title: "Codes of no subsection", ranges: []), runs: [], isRest: false))
    return result
  }()

  private static let runsOfSubsection: [[(places: ClosedRange<Int>, family: Int)]] = {
    var result = [[(places: ClosedRange<Int>, family: Int)]](repeating: [], count: CodeSubsection.all.count)
    for (number, placed) in families.enumerated() where !placed.isRest {
      guard let subsection = placed.subsection else { continue }
      result[subsection] += placed.runs.map { ($0, number) }
    }
    return result
  }()

  private static let restOfSubsection: [Int] = {
    var result = [Int](repeating: families.count - 1, count: CodeSubsection.all.count)
    for (number, placed) in families.enumerated() where placed.isRest {
      if let subsection = placed.subsection { result[subsection] = number }
    }
    return result
  }()
}
