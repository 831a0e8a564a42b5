import ProductivityModel

/// Finds which of an employer's lines is which of ours.
///
/// First by line id, where both have one that is there once. What is left by day, code, modifiers and units; then without units;
/// then by day and code alone. Of several alike those with the same work go together, then each in its order.
enum LineMatching {
  /// A line of ours, of theirs, or both.
  struct Pair {
    var ours: CreditedLine?
    var theirs: EmployerLine?
  }

  private struct Key: Hashable {
    var day: CalendarDate
    var code: ProcedureCode
    var modifiers: [Modifier]?
    var units: Units?
  }

  /// The pairs: those of both first, then our other lines and theirs, each in its order.
  static func pairs(_ ours: [CreditedLine], _ theirs: [EmployerLine]) -> [Pair] {
    var matches = [Int?](repeating: nil, count: ours.count)
    var isTaken = [Bool](repeating: false, count: theirs.count)
    func pair(_ own: [Int], _ other: [Int]) {
      var left = other
      for index in own {
        guard let place = left.firstIndex(where: { theirs[$0].work == ours[index].credit }) else { continue }
        matches[index] = left[place]
        isTaken[left.remove(at: place)] = true
      }
      for (index, their) in zip(own.filter({ matches[$0] == nil }), left) {
        matches[index] = their
        isTaken[their] = true
      }
    }
    func pair<Key: Hashable>(
      by ourKey: (CreditedLine) -> Key?, _ theirKey: (EmployerLine) -> Key?, onlySingle: Bool = false
    ) {
      var others: [Key: [Int]] = [:]
      for index in theirs.indices where !isTaken[index] {
        if let key = theirKey(theirs[index]) { others[key, default: []].append(index) }
      }
      var own: [Key: [Int]] = [:]
      for index in ours.indices where matches[index] == nil {
        if let key = ourKey(ours[index]) { own[key, default: []].append(index) }
      }
      for (key, indices) in own {
        guard let other = others[key], !onlySingle || (indices.count == 1 && other.count == 1) else { continue }
        pair(indices, other)
      }
    }
    pair(by: { $0.lineID.isPresent ? $0.lineID : nil }, { id(of: $0) }, onlySingle: true)
    pair(
      by: { Key(day: $0.day, code: $0.code, modifiers: $0.modifiers.sorted, units: $0.units) },
      { Key(day: $0.day, code: $0.code, modifiers: $0.modifiers.sorted, units: $0.units) })
    pair(
      by: { Key(day: $0.day, code: $0.code, modifiers: $0.modifiers.sorted) },
      { Key(day: $0.day, code: $0.code, modifiers: $0.modifiers.sorted) })
    pair(by: { Key(day: $0.day, code: $0.code) }, { Key(day: $0.day, code: $0.code) })
    let both = ours.indices.compactMap { index in
      matches[index].map { Pair(ours: ours[index], theirs: theirs[$0]) }
    }
    return both + ours.indices.filter { matches[$0] == nil }.map { Pair(ours: ours[$0]) }
      + theirs.indices.filter { !isTaken[$0] }.map { Pair(theirs: theirs[$0]) }
  }

  private static func id(of line: EmployerLine) -> LineID? {
    guard !line.lineID.isEmpty else { return nil }
    var text = line.lineID
    return text.withUTF8 { LineID($0) }
  }
}
