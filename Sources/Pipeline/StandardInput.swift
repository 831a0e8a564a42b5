import Ingest
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What comes in through the standard input, kept in a temporary file without a name, so that it can be read more than once as
/// any other log: `check` shows the first rows after it has read all.
final class StandardInput: Sendable {
  /// What it is called in messages and reports.
  static let name = "standard input"
  /// The path under which an archive has it.
  static let archivedPath = "/dev/stdin"

  private let file: TemporaryFile
  /// A path that opens the file from its start.
  let path: String

  /// Reads the standard input to its end.
  ///
  /// - Throws: `InputFailure` where it cannot be read or kept.
  init() throws(InputFailure) {
    do {
      var file = try TemporaryFile()
      let source = try FileSource("/dev/stdin", isHashed: false, mayBePipe: true)
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
      defer { piece.deallocate() }
      while true {
        let count = try source.read(into: piece)
        if count == 0 { break }
        try file.append(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      }
      path = file.path
      self.file = file
    } catch let failure as OutputFailure {
      throw InputFailure(Self.name, "cannot be kept: \(failure.message)", hint: failure.hint)
    } catch let failure as InputFailure {
      throw InputFailure(Self.name, failure.message, hint: "pipe a log into the program, or name a file in place of -")
    } catch {
      throw InputFailure(Self.name, "cannot be read")
    }
  }
}
