import Ingest
import ProductivityModel
import Publishing

/// Settles which claims replace, void or repeat others, across the whole input and before line ids are looked at: a claim
/// that replaces or voids another has its lines again, often with their ids.
///
/// Claims belong together where claim number and patient are the same. Among them, in the order of the input, a replacement
/// takes the place of the one before it that has a day of service in common, and a void takes that one back. Where several
/// have, the one with the most services in common is meant; where that is no single one, or none has a day in common though
/// there are others of the number, the lines are held: nothing is guessed.
struct ClaimReplacements: ~Copyable {
  /// What is settled.
  struct Settlement {
    var rulings: [UInt64: LineIdentity.Ruling] = [:]
    /// The records of replacements whose original is not here, which count.
    var loneReplacements: [UInt64] = []
  }

  /// A line as far as it is looked at. It is not private, since the compiler asks for it where partitions of it are destroyed.
  struct Entry: BitwiseCopyable {
    var id: LineID
    var patient: UInt64
    var record: UInt64
    var lineID: LineID
    var content: UInt64
    var day: Int32
    var code: Int32
    var number: UInt32
    var frequency: ClaimFrequency

    func isSameClaimNumber(as other: Entry) -> Bool { id == other.id && patient == other.patient }

    static func < (a: Entry, b: Entry) -> Bool {
      a.id != b.id ? a.id < b.id : a.patient != b.patient ? a.patient < b.patient : a.record < b.record
    }
  }

  private var entries: SpillingPartitions<Entry>
  /// Whether any line names a claim; most logs name none.
  private(set) var isEmpty = true

  /// No claims.
  ///
  /// - Parameter memory: the most bytes held before entries go to temporary files.
  init(memory: Int) { entries = SpillingPartitions(count: 64, memory: memory) }

  /// Notes a line of a claim.
  mutating func add(_ line: ServiceLine, of claim: ClaimMark) throws(OutputFailure) {
    guard claim.id.isPresent || claim.frequency != .original else { return }
    isEmpty = false
    let hash = ByteHash.mix(ByteHash.mix(claim.id.high, claim.id.low), line.patient)
    try entries.append(
      Entry(
        id: claim.id, patient: line.patient, record: line.recordKey, lineID: line.lineID, content: line.contentHash,
        day: line.serviceDay, code: line.code, number: UInt32(truncatingIfNeeded: claim.number),
        frequency: claim.frequency), to: Int(hash >> 58))
  }

  /// Settles all claims.
  ///
  /// - Parameter settled: the records that do not go on for another reason; they are as if they were not here.
  /// - Complexity: O(n log n) in the lines that name a claim.
  mutating func settle(settled: LineRulings) throws(OutputFailure) -> Settlement {
    var settlement = Settlement()
    if isEmpty { return settlement }
    for partition in 0..<entries.count {
      let sorted = try entries.take(partition).filter { settled[$0.record] == nil }.sorted(by: <)
      var start = 0
      while start < sorted.count {
        var end = start + 1
        while end < sorted.count, sorted[end].isSameClaimNumber(as: sorted[start]) { end += 1 }
        Self.settle(sorted[start..<end], &settlement)
        start = end
      }
    }
    settlement.loneReplacements.sort()
    return settlement
  }

  // MARK: The claims of one number

  /// A claim: what stands between CLM and the next in a file of claims, or the rows of a table with one number and frequency.
  private struct Claim {
    var entries: [Entry]
    var isTable: Bool
    var frequency: ClaimFrequency
    var isLive = false

    /// What the claim says, whatever the order of its lines.
    var content: [UInt64] { entries.map(\.content).sorted() }
    func hasDay(of other: Claim) -> Bool { !Set(entries.map(\.day)).isDisjoint(with: other.entries.map(\.day)) }
    /// The services that both claims have.
    func services(inCommonWith other: Claim) -> Int { services.intersection(other.services).count }
    private var services: Set<UInt64> {
      Set(entries.map { UInt64(UInt32(bitPattern: $0.day)) << 32 | UInt64(UInt32(bitPattern: $0.code)) })
    }
  }

  /// Which claim another replaces or voids.
  private enum Target {
    case claim(Int)
    case none
    case undecided
  }

  private static func settle(_ entries: ArraySlice<Entry>, _ settlement: inout Settlement) {
    // One line alone, or rows of tables that replace nothing.
    if entries.allSatisfy({ $0.frequency == .original && ($0.number == 0 || entries.count == 1) }) { return }
    // Without a number nothing can be told to belong together.
    let hasNumber = entries.first?.id.isPresent ?? false
    let copies = hasNumber ? copies(entries) : []
    for record in copies { settlement.rulings[record] = .duplicate }
    var claims: [Claim] = []
    for claim in Self.claims(entries.filter { !copies.contains($0.record) }) {
      take(claim, hasNumber, &claims, &settlement)
    }
  }

  /// Takes the next claim in the order of the input.
  private static func take(
    _ claim: Claim, _ hasNumber: Bool, _ claims: inout [Claim], _ settlement: inout Settlement
  ) {
    var claim = claim
    func rule(_ claim: Claim, _ ruling: LineIdentity.Ruling) {
      for entry in claim.entries { settlement.rulings[entry.record] = ruling }
    }
    if claim.frequency == .original {
      if claim.isTable, let index = claims.lastIndex(where: { $0.isLive && $0.isTable && $0.frequency == .original }) {
        // The rows of a claim may be divided among the months' files.
        claims[index].entries += claim.entries
        return
      }
      if !claim.isTable, claims.contains(where: { $0.isLive && !$0.isTable && $0.content == claim.content }) {
        rule(claim, .duplicate)
        return
      }
      claim.isLive = true
      claims.append(claim)
      return
    }
    switch hasNumber ? target(of: claim, claims) : .none {
    case .claim(let index):
      claims[index].isLive = false
      rule(claims[index], claim.frequency == .void ? .voided : .superseded)
      if claim.frequency == .void { rule(claim, .voided) }
      claim.isLive = claim.frequency == .replacement
    case .none:
      if claim.frequency == .void {
        rule(claim, .loneVoid)
      } else {
        settlement.loneReplacements += claim.entries.map(\.record)
        claim.isLive = true
      }
    case .undecided: rule(claim, .undecidedClaim)
    }
    claims.append(claim)
  }

  private static func target(of claim: Claim, _ claims: [Claim]) -> Target {
    let live = claims.indices.filter { claims[$0].isLive }
    if live.isEmpty { return .none }
    let near = live.filter { claims[$0].hasDay(of: claim) }
    if near.count == 1 { return .claim(near[0]) }
    let scores = near.map { claims[$0].services(inCommonWith: claim) }
    guard let most = scores.max(), scores.count(where: { $0 == most }) == 1, let place = scores.firstIndex(of: most)
    else { return .undecided }
    return .claim(near[place])
  }

  /// The claims of one number in the order in which they begin.
  private static func claims(_ entries: [Entry]) -> [Claim] {
    struct Key: Hashable {
      var file: UInt64
      var number: UInt32
      var frequency: ClaimFrequency
    }
    var places: [Key: Int] = [:]
    var claims: [Claim] = []
    for entry in entries {
      let key = Key(file: entry.record >> 32, number: entry.number, frequency: entry.frequency)
      if let place = places[key] {
        claims[place].entries.append(entry)
      } else {
        places[key] = claims.count
        claims.append(Claim(entries: [entry], isTable: entry.number == 0, frequency: entry.frequency))
      }
    }
    return claims
  }

  /// The records that repeat a line of a claim in another file, as overlapping extracts do: of each line as many count as the
  /// file has that has it most often.
  private static func copies(_ entries: ArraySlice<Entry>) -> Set<UInt64> {
    struct Key: Hashable {
      var lineID: LineID
      var content: UInt64
    }
    guard let file = entries.first.map({ $0.record >> 32 }), entries.contains(where: { $0.record >> 32 != file })
    else { return [] }
    var copies: Set<UInt64> = []
    for same in Dictionary(grouping: entries, by: { Key(lineID: $0.lineID, content: $0.content) }).values {
      copies.formUnion(CopiedLines.repeats(same.map(\.record)))
    }
    return copies
  }
}
