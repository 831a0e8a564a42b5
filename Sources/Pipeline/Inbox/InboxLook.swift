import FoundationEssentials
import Ingest

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What one look at a file tells: two that are the same say that nothing wrote to it in between.
struct InboxLook: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// A file that was written to in the last so many seconds may be written to again.
  private static let quiet = 10

  /// Looks at a file; nil where none is there, or a link or something else.
  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  /// Whether the file was written to just now.
  ///
  /// One of the future was not: a clock was wrong, and to wait for it could take years.
  func isRecent(at now: Int) -> Bool { (0..<Self.quiet).contains(now - seconds) }

  /// The endings of names under which programs write a file that is not whole.
  private static let partial = [".part", ".tmp", ".partial", ".filepart", ".crdownload"]

  /// Looks at the files of an inbox, by name, and says what is no file to be read.
  ///
  /// - Throws: `InputFailure` where the folder cannot be read.
  static func files(in folder: String) throws(InputFailure) -> (looks: [String: InboxLook], remarks: [Inbox.Remark]) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw InputFailure(folder, "the inbox cannot be read", hint: "name a folder that is there, and may be read")
    }
    var looks: [String: InboxLook] = [:]
    var remarks: [Inbox.Remark] = []
    for name in names where !name.hasPrefix(".") && !name.hasPrefix("~$") {
      let path = InboxPlaces.join(folder, name)
      let lowered = name.lowercased()
      if partial.contains(where: lowered.hasSuffix) {
        remarks.append(
          Inbox.Remark(path: path, message: "has the name of a file that is not whole, and is left for the next run"))
      } else if let look = InboxLook(path) {
        guard looks.updateValue(look, forKey: name) == nil else {
          throw InboxPlaces.sameName(path, asOf: "another file")
        }
      } else {
        var status = stat()
        guard lstat(path, &status) == 0 else {
          // Bytes that are no text have been replaced in the name. Any other may have gone in the meantime.
          if name.contains("\u{FFFD}") {
            remarks.append(
              Inbox.Remark(path: path, message: "has a name that is not UTF-8, and is not read", isWarning: true))
          }
          continue
        }
        remarks.append(
          Inbox.Remark(
            path: path,
            message: status.st_mode & S_IFMT == S_IFDIR
              ? "is a folder, and is not read" : "is no file but a link or a device, and is not read"))
      }
    }
    return (looks, remarks)
  }
}
