/// Which lines of a later run are which of an earlier one.
///
/// No id and no patient is kept of a line, so that lines are told by where they stand and what they are: first by the content of
/// their file and their line in it, then by what they are within the file of the same name, then by what they are anywhere. What
/// is left may be a line that changed: at the same place with two of clinician, day and code the same, or a new line beside one
/// that a later record supersedes.
struct LineMatching {
  /// A line before and after; nil on one side for one that is only on the other.
  struct Pair: Hashable {
    var earlier: Int?
    var later: Int?
  }

  /// Every line of both runs, once, in the order of the later run's lines, then the earlier one's; but a record that was
  /// superseded is told with the line that replaced it.
  private(set) var pairs: [Pair] = []

  private let earlier: RecordedRun
  private let later: RecordedRun
  private var partner: [Int?]
  private var isTaken: [Bool]

  init(_ earlier: RecordedRun, _ later: RecordedRun) {
    self.earlier = earlier
    self.later = later
    partner = [Int?](repeating: nil, count: later.lines.count)
    isTaken = [Bool](repeating: false, count: earlier.lines.count)
    let order = Self.order(later)
    let before = Self.order(earlier)
    matchPlaces(order)
    let names = Self.numbers(earlier, later)
    matchIdentities(order, before) { NamedIdentity(file: names[$1.files[$0.file].name] ?? -1, identity: $0.identity) }
    matchIdentities(order, before) { line, _ in NamedIdentity(file: 0, identity: line.identity) }
    matchChangedPlaces(order, before)
    let replaced = matchReplacements(order)
    for index in order where !replaced.contains(index) { pairs.append(Pair(earlier: partner[index], later: index)) }
    for index in before where !isTaken[index] { pairs.append(Pair(earlier: index, later: nil)) }
  }

  private static func order(_ run: RecordedRun) -> [Int] {
    var ranks = [Int](repeating: 0, count: run.files.count)
    for (rank, file) in run.files.indices.sorted(by: { run.files[$0].name < run.files[$1].name }).enumerated() {
      ranks[file] = rank
    }
    return run.lines.indices.sorted { a, b in
      let (first, second) = (ranks[run.lines[a].file], ranks[run.lines[b].file])
      return first != second ? first < second : run.lines[a].line < run.lines[b].line
    }
  }

  private static func numbers(_ earlier: RecordedRun, _ later: RecordedRun) -> [String: Int] {
    Dictionary((earlier.files + later.files).enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
  }

  private mutating func pair(_ index: Int, _ other: Int) {
    partner[index] = other
    isTaken[other] = true
  }

  // MARK: The same line

  private struct Place: Hashable {
    var file: Int
    var line: Int
  }

  /// Lines of files whose bytes are the same, whatever they are called.
  private mutating func matchPlaces(_ order: [Int]) {
    var own: [Int: Int] = [:]
    var used: Set<Int> = []
    for byName in [true, false] {
      for (number, file) in later.files.enumerated() where own[number] == nil {
        let other = earlier.files.indices.first {
          !used.contains($0) && earlier.files[$0].sha256 == file.sha256
            && (!byName || earlier.files[$0].name == file.name)
        }
        if let other {
          own[number] = other
          used.insert(other)
        }
      }
    }
    var places: [Place: Int] = [:]
    for (index, line) in earlier.lines.enumerated() { places[Place(file: line.file, line: line.line)] = index }
    for index in order {
      let line = later.lines[index]
      if let file = own[line.file], let other = places[Place(file: file, line: line.line)], !isTaken[other] {
        pair(index, other)
      }
    }
  }

  private struct NamedIdentity: Hashable {
    var file: Int
    var identity: RecordedLine.Identity
  }

  /// Lines that are the same by what they are; of several the one with the same fate first.
  private mutating func matchIdentities(
    _ order: [Int], _ before: [Int], key: (RecordedLine, RecordedRun) -> NamedIdentity
  ) {
    var waiting: [NamedIdentity: [Int]] = [:]
    for index in before where !isTaken[index] { waiting[key(earlier.lines[index], earlier), default: []].append(index) }
    for sameFate in [true, false] {
      for index in order where partner[index] == nil {
        let line = later.lines[index]
        let own = key(line, later)
        guard let queue = waiting[own],
          let place = queue.firstIndex(where: { !sameFate || earlier.lines[$0].fate == line.fate })
        else { continue }
        pair(index, queue[place])
        waiting[own]?.remove(at: place)
      }
    }
  }

  // MARK: Changed lines

  /// Lines at the same place of a file that was changed.
  private mutating func matchChangedPlaces(_ order: [Int], _ before: [Int]) {
    let names = Self.numbers(earlier, later)
    var places: [Place: Int] = [:]
    for index in before where !isTaken[index] {
      let line = earlier.lines[index]
      places[Place(file: names[earlier.files[line.file].name] ?? -1, line: line.line)] = index
    }
    for index in order where partner[index] == nil {
      let line = later.lines[index]
      let place = Place(file: names[later.files[line.file].name] ?? -1, line: line.line)
      guard let other = places[place], !isTaken[other] else { continue }
      let (a, b) = (earlier.lines[other].identity, line.identity)
      let same = [a.clinician == b.clinician, a.date == b.date, a.code == b.code].count { $0 }
      if same >= 2 { pair(index, other) }
    }
  }

  private struct Day: Hashable {
    var clinician: String
    var rest: String
  }

  /// New lines beside records that stood before and are superseded now: each replaces one of its clinician, of the same day and
  /// code first, then of the same day, then of the same code.
  ///
  /// - Returns: the superseded records, which are told with what replaced them.
  private mutating func matchReplacements(_ order: [Int]) -> Set<Int> {
    var replaced: Set<Int> = []
    let superseded = order.filter { index in
      guard later.lines[index].fate == .superseded, let other = partner[index] else { return false }
      return earlier.lines[other].isStanding
    }
    guard !superseded.isEmpty else { return replaced }
    let keys: [(RecordedLine.Identity) -> Day] = [
      { Day(clinician: $0.clinician, rest: "\($0.date) \($0.code)") },
      { Day(clinician: $0.clinician, rest: $0.date.description) }, { Day(clinician: $0.clinician, rest: $0.code) },
    ]
    for key in keys {
      var waiting: [Day: [Int]] = [:]
      for index in order where partner[index] == nil && later.lines[index].isStanding {
        waiting[key(later.lines[index].identity), default: []].append(index)
      }
      for index in superseded where !replaced.contains(index) {
        guard let other = partner[index], let new = waiting[key(later.lines[index].identity)]?.first else { continue }
        waiting[key(later.lines[index].identity)]?.removeFirst()
        partner[new] = other
        replaced.insert(index)
      }
    }
    return replaced
  }
}
