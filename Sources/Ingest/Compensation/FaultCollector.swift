import ProductivityModel

/// Gathers what is wrong with the parts of a settings file, so that one fault does not hide the next.
struct FaultCollector {
  private var found: [InputFailure] = []

  /// All faults, by place.
  var all: [InputFailure] { found.sorted { $0.position < $1.position } }

  /// The number of faults so far.
  var count: Int { found.count }

  /// What a reading gives; nil where it fails, which is noted.
  mutating func attempt<Value>(_ reading: () throws(InputFailure) -> Value) -> Value? {
    do throws(InputFailure) { return try reading() } catch {
      add([error])
      return nil
    }
  }

  /// Notes faults, each once.
  mutating func add(_ faults: [InputFailure]) {
    for fault in faults where !found.contains(fault) { found.append(fault) }
  }
}
