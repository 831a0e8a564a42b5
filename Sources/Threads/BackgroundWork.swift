import Dispatch

/// Does one thing after another on another thread, while its caller goes on: there is at most one under way.
public struct BackgroundWork: ~Copyable {
  /// What both threads see; each waits until the other is done with it.
  private final class State: @unchecked Sendable {
    let isFree = DispatchSemaphore(value: 1)
    var failure: (any Error)?
  }

  private let state = State()
  private let queue = DispatchQueue(label: "background")

  /// Nothing is under way.
  public init() {}

  deinit { wait() }

  /// Waits until nothing is under way, and starts something; with one thread alone it is done at once.
  ///
  /// - Throws: what was started before threw; then nothing is started.
  public func start(_ work: @escaping () throws -> Void) throws {
    try finish()
    if Workers.count == 1 { return try work() }
    // The caller keeps its hands off what this works with until it is done.
    nonisolated(unsafe) let work = work
    let state = state
    state.isFree.wait()
    queue.async {
      do { try work() } catch { state.failure = error }
      state.isFree.signal()
    }
  }

  /// Waits until nothing is under way.
  ///
  /// - Throws: what was started last threw.
  public func finish() throws {
    wait()
    if let failure = state.failure { throw failure }
  }

  private func wait() {
    state.isFree.wait()
    state.isFree.signal()
  }
}
