#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Output that cannot be written: what was there before is left as it was.
public struct OutputFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path that cannot be written.
  public var path: String
  /// What is wrong, in a phrase that follows the path.
  public var message: String
  /// What to do about it.
  public var hint: String?

  /// A failure of a path.
  public init(_ path: String, _ message: String, hint: String? = nil) {
    self.path = path
    self.message = message
    self.hint = hint
  }

  /// `out/: error: ...`, with the hint on a line of its own.
  public var description: String { "\(path): error: \(message)" + (hint.map { "\nhint: \($0)" } ?? "") }

  /// What to do about an error of the system, by its number, where what was there before is as it was.
  static func hint(_ number: Int32) -> String {
    let before = "; the earlier reports are as they were"
    return switch number {
    case ENOSPC, EDQUOT: "free some space and run again" + before
    case EACCES, EPERM, EROFS: "ask for permission to write there, or choose another folder" + before
    default: "check the disk, or the connection to it, and run again" + before
    }
  }
}
