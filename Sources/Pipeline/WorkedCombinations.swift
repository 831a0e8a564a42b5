import Crediting
import Synchronization

/// What the rules make of each combination that occurs, worked out once for all threads that credit.
///
/// A combination is added under a lock, and is then what it is and where it is. Who has its number got it under the lock, and reads what
/// it stands for without.
final class WorkedCombinations: Sendable {
  /// What a ledger makes of a combination.
  struct Ledger: BitwiseCopyable {
    var credit: CompactCredit
    var session: SessionTerms
  }

  /// What there is of a combination.
  struct Worked {
    var entry: CreditCache.Entry
    /// What its lines have to do with others in the pay ledger.
    var session: SessionTerms
    /// What the benchmark ledger makes of it, where that has another policy or release.
    var other: Ledger?
    var kind: ServiceKinds.Kind
  }

  /// The numbers of the combinations, by key.
  private struct Numbers {
    var table = [Int32](repeating: -1, count: 1 << 12)
    var count = 0
    var others = 0
  }

  private let numbers = Mutex(Numbers())
  private let entries = StableList<CreditCache.Entry>()
  private let sessions = StableList<SessionTerms>()
  private let others = StableList<Ledger>()
  private let kinds = StableList<ServiceKinds.Kind>()

  /// What every line of a combination asks.
  @inline(__always)
  func entry(_ number: Int) -> CreditCache.Entry { entries[number] }

  /// What tells a combination from others.
  @inline(__always)
  func key(_ number: Int) -> UInt64 { entries[number].key }

  /// What lines of a combination have to do with others in the pay ledger.
  @inline(__always)
  func session(_ number: Int) -> SessionTerms { sessions[number] }

  /// What the benchmark ledger makes of a combination, by its ``CreditCache/Entry/other``.
  @inline(__always)
  func other(_ place: Int) -> Ledger { others[place] }

  /// What kind of service a combination is.
  @inline(__always)
  func kind(_ number: Int) -> ServiceKinds.Kind { kinds[number] }

  /// The number of a combination; nil where it is not worked out yet.
  func number(of key: UInt64) -> Int? {
    numbers.withLock { numbers in
      let number = numbers.table[place(of: key, numbers.table)]
      return number < 0 ? nil : Int(number)
    }
  }

  /// Adds a combination, unless another thread has done so meanwhile.
  ///
  /// - Returns: its number.
  func add(_ worked: Worked) -> Int {
    numbers.withLock { numbers in
      let place = place(of: worked.entry.key, numbers.table)
      if numbers.table[place] >= 0 { return Int(numbers.table[place]) }
      let number = numbers.count
      var entry = worked.entry
      entry.number = Int32(number)
      if let other = worked.other {
        others.set(other, at: numbers.others)
        entry.other = Int32(numbers.others)
        numbers.others += 1
      }
      sessions.set(worked.session, at: number)
      kinds.set(worked.kind, at: number)
      entries.set(entry, at: number)
      numbers.table[place] = Int32(number)
      numbers.count += 1
      if numbers.count * 2 > numbers.table.count { grow(&numbers) }
      return number
    }
  }

  /// Where a key is in a table, or would be.
  private func place(of key: UInt64, _ table: [Int32]) -> Int {
    var place = CreditCache.position(of: key, in: table.count)
    while table[place] >= 0, entries[Int(table[place])].key != key { place = (place + 1) & (table.count - 1) }
    return place
  }

  private func grow(_ numbers: inout Numbers) {
    var larger = [Int32](repeating: -1, count: numbers.table.count * 2)
    for number in 0..<numbers.count { larger[place(of: entries[number].key, larger)] = Int32(number) }
    numbers.table = larger
  }
}
