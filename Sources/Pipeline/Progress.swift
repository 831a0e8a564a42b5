/// Tells how far a run is; it says nothing of itself about where that is shown.
public struct Progress: Sendable {
  private let show: @Sendable (_ message: String) -> Void

  /// Progress that is shown by a closure.
  public init(_ show: @escaping @Sendable (_ message: String) -> Void) { self.show = show }

  func report(file: String, bytes: UInt64, records: Int) { show("\(file): \(records) records, \(bytes >> 20) MB") }

  func report(_ message: String) { show(message) }
}
