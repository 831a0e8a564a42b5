import Dispatch
import Synchronization

/// Makes things on all threads and gives them out in their order, while others are made.
///
/// The thread of the caller gives out all that is there, and makes some itself while nothing is. Only a few are made ahead of those that
/// were given out, so that what is given out is still near in memory.
public enum InOrder {
  /// Makes so many things by their places, and gives them out on the thread of the caller.
  ///
  /// - Parameters:
  ///   - ahead: for each thread, how many are made at most before the first of them is given out: some, so that no thread waits long
  ///     for the others.
  ///   - make: makes a thing, on whatever thread.
  /// - Throws: what `giveOut` throws; then no more are begun, and none is under way any more.
  public static func perform<Value: Sendable>(
    _ count: Int, ahead: Int, make: @escaping @Sendable (_ place: Int) -> Value, giveOut: (Value) throws -> Void
  ) throws {
    let threads = max(1, min(Workers.count, count))
    let shelf = Shelf<Value>(count: count, ahead: ahead * threads)
    let queue = DispatchQueue(label: "in order", attributes: .concurrent)
    let group = DispatchGroup()
    for _ in 1..<threads {
      queue.async(group: group) {
        while let place = shelf.takePlace(waiting: true) { shelf.put(make(place), at: place) }
      }
    }
    defer {
      shelf.end()
      group.wait()
    }
    for place in 0..<count {
      while true {
        if let value = shelf.take(place) {
          try giveOut(value)
          break
        }
        if let other = shelf.takePlace(waiting: false) {
          shelf.put(make(other), at: other)
        } else {
          shelf.waitForOne()
        }
      }
    }
  }

  /// What is made and not given out yet.
  private final class Shelf<Value: Sendable>: Sendable {
    private struct State {
      /// The next place that nobody makes yet.
      var next = 0
      var values: [Int: Value] = [:]
    }

    private let state = Mutex(State())
    private let count: Int
    /// How many may be begun.
    private let room: DispatchSemaphore
    /// Says each time that one was made.
    private let made = DispatchSemaphore(value: 0)

    init(count: Int, ahead: Int) {
      self.count = count
      // The system lets no semaphore go that has less than it began with, as after a failure.
      room = DispatchSemaphore(value: 0)
      for _ in 0..<ahead { room.signal() }
    }

    /// The next place to make; nil where there is none, or no room and nobody waits for it.
    func takePlace(waiting: Bool) -> Int? {
      if waiting { room.wait() } else if room.wait(timeout: .now()) == .timedOut { return nil }
      let place = state.withLock { state -> Int? in
        guard state.next < count else { return nil }
        state.next += 1
        return state.next - 1
      }
      // Others who wait are to find out too that there is none.
      if place == nil { room.signal() }
      return place
    }

    func put(_ value: Value, at place: Int) {
      state.withLock { $0.values[place] = value }
      made.signal()
    }

    /// What was made for a place; nil as long as it is not.
    func take(_ place: Int) -> Value? {
      let value = state.withLock { $0.values.removeValue(forKey: place) }
      if value != nil { room.signal() }
      return value
    }

    /// Waits until something was made since this was asked last.
    func waitForOne() { made.wait() }

    /// Has nobody begin another.
    func end() {
      state.withLock { $0.next = count }
      room.signal()
    }
  }
}
