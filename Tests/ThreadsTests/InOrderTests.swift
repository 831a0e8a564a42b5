import Synchronization
import Testing
import Threads

/// What is made on several threads is given out in its order, and a failure stops all of them.
@Suite struct InOrderTests {
  private struct Failure: Error, Equatable { var place: Int }

  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 100])
  func `everything is given out once and in order`(threads: Int, count: Int) throws {
    var given: [Int] = []
    try Workers.using(threads) {
      try InOrder.perform(count, ahead: 2) { place in
        // Some take longer than others.
        (0..<(place % 7) * 1_000).reduce(place) { $0 ^ $1 ^ $1 }
      } giveOut: {
        given.append($0)
      }
    }
    #expect(given == Array(0..<count))
  }

  @Test(arguments: [1, 2, 3, 8])
  func `no more are made ahead than asked for`(threads: Int) throws {
    let begun = Atomic(0)
    var given = 0
    try Workers.using(threads) {
      try InOrder.perform(200, ahead: 3) { _ in
        begun.add(1, ordering: .sequentiallyConsistent)
      } giveOut: { _ in
        given += 1
        #expect(begun.load(ordering: .sequentiallyConsistent) <= given + 3 * threads)
      }
    }
    #expect(begun.load(ordering: .sequentiallyConsistent) == 200)
  }

  @Test(arguments: [1, 2, 3, 8])
  func `a failure of giving out stops the making, and nothing is under way after it`(threads: Int) {
    let begun = Atomic(0)
    let ended = Atomic(0)
    var given: [Int] = []
    #expect(throws: Failure(place: 5)) {
      try Workers.using(threads) {
        try InOrder.perform(10_000, ahead: 4) { place in
          begun.add(1, ordering: .sequentiallyConsistent)
          defer { ended.add(1, ordering: .sequentiallyConsistent) }
          return place
        } giveOut: {
          if $0 == 5 { throw Failure(place: 5) }
          given.append($0)
        }
      }
    }
    #expect(given == [0, 1, 2, 3, 4])
    #expect(begun.load(ordering: .sequentiallyConsistent) == ended.load(ordering: .sequentiallyConsistent))
    // Six were taken, the one that failed too, each of which made room for another.
    #expect(begun.load(ordering: .sequentiallyConsistent) <= 6 + 4 * threads)
  }
}
