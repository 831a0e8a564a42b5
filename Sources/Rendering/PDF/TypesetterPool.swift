import Synchronization

/// Typesetters that wait for work, so that each is used by one thread at a time and there are no more than threads.
final class TypesetterPool: Sendable {
  private let waiting = Mutex<[Typesetter]>([])

  /// What a function makes with a typesetter that nobody else uses meanwhile.
  func using<Value>(_ make: (Typesetter) -> Value) -> Value {
    let typesetter = waiting.withLock { $0.popLast() } ?? Typesetter()
    let value = make(typesetter)
    waiting.withLock { $0.append(typesetter) }
    return value
  }
}
