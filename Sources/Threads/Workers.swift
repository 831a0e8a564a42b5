import CExchange
import Dispatch
import Synchronization

/// How many threads do what can be done side by side. What comes of it is the same for any number.
public enum Workers {
  /// The number that holds: that of the cores that this process may use, unless one is given.
  @TaskLocal public static var count = cores

  /// Works with a number of threads while something is done; with the one that holds where none is given.
  public static func using<Result>(_ threads: Int?, _ body: () throws -> Result) rethrows -> Result {
    try $count.withValue(threads ?? count, operation: body)
  }

  /// Does some tasks on at most so many threads, each as soon as a thread is free, in their order.
  ///
  /// - Parameter body: does a task; the second number is that of the thread, from 0, by which it finds what is its own.
  public static func perform(_ tasks: Int, threads: Int, _ body: (_ task: Int, _ thread: Int) -> Void) {
    let threads = min(threads, tasks)
    if threads <= 1 {
      for task in 0..<tasks { body(task, 0) }
      return
    }
    let next = Atomic(0)
    withoutActuallyEscaping(body) { body in
      // What the tasks share, their callers keep apart.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        while true {
          let task = next.add(1, ordering: .relaxed).oldValue
          if task >= tasks { return }
          body(task, thread)
        }
      }
    }
  }

  /// What a function makes of each element, in their order.
  public static func map<Element: Sendable, Value: Sendable>(
    _ elements: [Element], _ make: @Sendable (Element) -> Value
  ) -> [Value] {
    var values = [Value?](repeating: nil, count: elements.count)
    values.withUnsafeMutableBufferPointer { places in
      perform(elements.count, threads: count) { task, _ in places[task] = make(elements[task]) }
    }
    return values.compactMap { $0 }
  }

  /// What a function makes of each of many places, in their order: for what is done quickly, so that a thread takes hundreds at once.
  public static func mapEach<Value: Sendable>(of count: Int, _ make: @Sendable (_ place: Int) -> Value) -> [Value] {
    let size = 512
    let parts = map(Array(stride(from: 0, to: count, by: size))) { start in
      (start..<min(start + size, count)).map(make)
    }
    return parts.count == 1 ? parts[0] : parts.flatMap { $0 }
  }

  /// The cores that this process may use.
  private static var cores: Int { max(1, Int(cores_allowed())) }
}
