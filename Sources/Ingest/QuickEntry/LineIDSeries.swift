/// Ids for the lines of one session of quick entry, unlike those of any other session or file.
///
/// An id is made of the moment at which the session began, in microseconds, the number of its process, and a count. So a file that
/// is copied, or two files of one name, never get the same ids, as they would if only the file's own lines were counted.
public struct LineIDSeries: Sendable {
  private let stem: String
  private let taken: Set<String>
  private var count = 0

  /// The ids of a session.
  ///
  /// - Parameters:
  ///   - microseconds: the moment, since 1970.
  ///   - process: the number of the process.
  ///   - taken: ids that are in the file, which a clock that was set back might give again.
  public init(microseconds: Int64, process: Int32, taken: Set<String>) {
    stem = "q\(String(microseconds.magnitude, radix: 36))-\(String(process.magnitude, radix: 36))-"
    self.taken = taken
  }

  /// The next id, such as `qhlk2m9ue1x-5zk-1`.
  public mutating func next() -> String {
    repeat { count += 1 } while taken.contains(stem + String(count))
    return stem + String(count)
  }
}
