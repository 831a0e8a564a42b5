import TestSupport
import Testing
import Threads

@testable import Crediting
@testable import Pipeline

@Suite struct `Combinations that are worked out` {
  private static func worked(_ key: UInt64) -> WorkedCombinations.Worked {
    var credit = CompactCredit(.valued(.init(millionths: Int64(key))))
    credit.work = Int64(key)
    var session = SessionTerms()
    session.value = Int64(key) * 3
    var other: WorkedCombinations.Ledger?
    if key % 5 == 0 {
      var terms = SessionTerms()
      terms.value = Int64(key) * 7
      other = WorkedCombinations.Ledger(credit: credit, session: terms)
    }
    return WorkedCombinations.Worked(
      entry: CreditCache.Entry(
        key: key, number: -1, slot: Int16(key % 100), meetings: [], isPlain: false, isSimple: false, pay: credit,
        other: -1),
      session: session, other: other, kind: ServiceKinds.Kind(family: Int16(key % 11)))
  }

  @Test(arguments: [1, 2, 4]) func `have one number each, whoever adds them, and are then what they are`(threads: Int) {
    let combinations = WorkedCombinations()
    // Every thread wants most of them, in an order of its own; so many that the lists need several chunks.
    let keys: UInt64 = 40_000
    var numbers = [[Int]](repeating: [], count: threads)
    numbers.withUnsafeMutableBufferPointer { numbers in
      Workers.perform(threads, threads: threads) { task, _ in
        var random = SplitMix64(seed: UInt64(task))
        let first = random.next() % keys
        for step in 0..<keys {
          let key = (first + step * 7_919) % keys
          let number = combinations.number(of: key) ?? combinations.add(Self.worked(key))
          numbers[task].append(number)
          // What another thread has added is here as a whole.
          if combinations.key(number) != key || combinations.session(number).value != Int64(key) * 3 {
            numbers[task].append(-1)
          }
        }
      }
    }
    for own in numbers { #expect(Set(own) == Set(0..<Int(keys))) }
    for key in 0..<keys {
      guard let number = combinations.number(of: key) else {
        Issue.record("\(key) has no number")
        continue
      }
      let entry = combinations.entry(number)
      #expect(entry.key == key && entry.number == Int32(number) && entry.pay.work == Int64(key))
      #expect(combinations.kind(number).family == Int16(key % 11))
      #expect(entry.isAlike == (key % 5 != 0))
      if !entry.isAlike { #expect(combinations.other(Int(entry.other)).session.value == Int64(key) * 7) }
    }
    #expect(combinations.number(of: keys) == nil)
  }
}
