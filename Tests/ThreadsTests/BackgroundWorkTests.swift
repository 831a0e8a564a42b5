import Synchronization
import Testing
import Threads

@Suite struct BackgroundWorkTests {
  private struct Fault: Error {}

  private final class Log: Sendable {
    let numbers = Mutex<[Int]>([])
  }

  @Test(arguments: [1, 2]) func `one thing is done after another, and the last before the end`(threads: Int) throws {
    let log = Log()
    try Workers.using(threads) {
      let work = BackgroundWork()
      for number in 0..<200 { try work.start { log.numbers.withLock { $0.append(number) } } }
      try work.finish()
    }
    #expect(log.numbers.withLock { $0 } == Array(0..<200))
  }

  @Test(arguments: [1, 2]) func `what was thrown is thrown again, and nothing is done after it`(threads: Int) throws {
    let log = Log()
    Workers.using(threads) {
      let work = BackgroundWork()
      #expect(throws: Fault.self) {
        for number in 0..<5 {
          try work.start {
            log.numbers.withLock { $0.append(number) }
            if number == 2 { throw Fault() }
          }
        }
        try work.finish()
      }
    }
    #expect(log.numbers.withLock { $0 } == [0, 1, 2])
  }

  @Test func `what is under way is waited for`() throws {
    let log = Log()
    do {
      let work = BackgroundWork()
      try work.start { log.numbers.withLock { $0.append(1) } }
    }
    #expect(log.numbers.withLock { $0 } == [1])
  }
}
