import Synchronization
import Testing
import Threads

@Suite struct WorkersTests {
  @Test(arguments: [1, 2, 3, 8])
  func `each task is done once, by a thread of the number that was given`(threads: Int) {
    var done = [Int](repeating: 0, count: 500)
    let strangers = Atomic(0)
    done.withUnsafeMutableBufferPointer { done in
      Workers.perform(500, threads: threads) { task, thread in
        if !(0..<threads).contains(thread) { strangers.add(1, ordering: .relaxed) }
        done[task] += task
      }
    }
    #expect(done == Array(0..<500))
    #expect(strangers.load(ordering: .relaxed) == 0)
  }

  @Test func `nothing to do is done`() { Workers.perform(0, threads: 4) { _, _ in Issue.record("there is no task") } }

  @Test func `a number of threads holds where it is given, and nowhere else`() {
    let before = Workers.count
    #expect(before >= 1)
    Workers.using(5) { #expect(Workers.count == 5) }
    Workers.using(nil) { #expect(Workers.count == before) }
    #expect(Workers.count == before)
  }

  @Test(arguments: [1, 4]) func `what is made of elements is in their order`(threads: Int) {
    let squares = Workers.using(threads) { Workers.map(Array(0..<1_000)) { $0 * $0 } }
    #expect(squares == (0..<1_000).map { $0 * $0 })
  }

  @Test(arguments: [1, 3], [0, 1, 511, 512, 513, 2_000])
  func `what is made of many places is in their order`(threads: Int, count: Int) {
    let squares = Workers.using(threads) { Workers.mapEach(of: count) { $0 * $0 } }
    #expect(squares == (0..<count).map { $0 * $0 })
  }
}
