import Foundation
import TestSupport

/// A file that no honest program writes, put in the place of one that a small practice has.
struct HostileCase: Sendable, CustomStringConvertible {
  /// What a case asks the program to do.
  enum Command: Sendable {
    /// `check` of the job, whose log, roster, survey, map or policy is spoilt.
    case check
    /// `price` of the file itself.
    case price
    /// `map suggest` of the file itself.
    case suggest
  }

  let name: String
  /// The file that is written.
  let file: String
  var command = Command.check
  /// The job, where it is another than the practice's own.
  var job: String?
  /// The exit codes that are right.
  let codes: Set<Int32>
  /// What the messages must say, each.
  let says: [String]
  /// Writes the file at a path.
  let write: @Sendable (String) throws -> Void

  var description: String { name }

  /// A case of bytes.
  init(
    _ name: String, _ file: String, _ command: Command = .check, job: String? = nil, codes: Set<Int32> = [3],
    says: [String], bytes: @escaping @Sendable () -> [UInt8]
  ) {
    self.init(name, file, command, job: job, codes: codes, says: says) { path in
      try Data(bytes()).write(to: URL(filePath: path))
    }
  }

  /// A case of anything that can be at a path.
  init(
    _ name: String, _ file: String, _ command: Command = .check, job: String? = nil, codes: Set<Int32> = [3],
    says: [String], write: @escaping @Sendable (String) throws -> Void
  ) {
    (self.name, self.file, self.command, self.job, self.codes, self.says, self.write) = (
      name, file, command, job, codes, says, write
    )
  }

  /// The program's arguments.
  func arguments(_ folder: String) -> [String] {
    switch command {
    case .check: ["check", "\(folder)/job.yaml"]
    case .price: ["price", "\(folder)/\(file)", "--locality", "national", "--output", "\(folder)/priced.csv"]
    case .suggest: ["map", "suggest", "\(folder)/\(file)"]
    }
  }

  // MARK: Making files

  /// The program that is tried: that of the tests, or another, such as a release build, that the environment names.
  static let program = ProcessInfo.processInfo.environment["HOSTILE_PROGRAM"]
  /// The file to which the figures of each case are added, if any.
  static let figures = ProcessInfo.processInfo.environment["HOSTILE_FIGURES"]
  /// The size of large files: 100 MB. A debug build is ten times slower, and tried with twice the most that a record may be,
  /// 1 MB, and more than any piece in which files are read.
  static let large = program == nil ? 5 << 19 : 100 << 20
  /// The most seconds that a case may take.
  static let seconds = program == nil ? 60.0 : 2.0
  /// The most resident memory of a case in kilobytes: 512 MB.
  static let kilobytes = 512 << 10

  /// A text repeated to a size, but never cut.
  static func repeated(_ text: String, to size: Int = large) -> [UInt8] {
    let pattern = Array(text.utf8)
    let count = (size + pattern.count - 1) / pattern.count * pattern.count
    var bytes = pattern
    bytes.reserveCapacity(count)
    while bytes.count < count { bytes += bytes.prefix(count - bytes.count) }
    return bytes
  }

  /// The header of the practice's log, with its line end.
  static var header: [UInt8] { Array(SmallPractice.log.prefix { $0 != "\n" }.utf8) + [0x0A] }
  /// The practice's log.
  static var log: [UInt8] { Array(SmallPractice.log.utf8) }

  /// The job with another log and column map.
  static func job(log: String, columns: String = "standard") -> String {
    SmallPractice.job.replacing("{files: log.csv}", with: "{files: \(log), columns: \(columns)}")
  }
}
