import CExchange
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Puts a folder of files in place as a whole: never half of the old one and half of the new.
///
/// The files are written to a hidden folder beside it and flushed to the disk. Then the two folders change places in one
/// step, as those of ``StagedOutput`` do. Unlike that, it keeps the files that it does not write, and anyone may read them.
public enum FolderReplacement {
  /// Replaces a folder, or makes it.
  ///
  /// Files of the old folder that are neither written nor in `dropped` are kept.
  ///
  /// - Throws: ``OutputFailure`` where anything cannot be written; the old folder is then as it was.
  public static func replace(
    _ name: String, in parent: String, with files: [(name: String, bytes: [UInt8])], dropping dropped: Set<String>
  ) throws(OutputFailure) {
    let target = "\(parent)/\(name)"
    let prefix = ".incoming-\(name)-"
    let incoming = "\(parent)/\(prefix)\(getpid())"
    for entry in names(in: parent) where AbandonedFolders.isAbandoned(entry, prefix: prefix) {
      remove("\(parent)/\(entry)")
    }
    guard mkdir(incoming, 0o755) == 0 else { throw failure(incoming, "cannot be made") }
    do throws(OutputFailure) {
      for file in files { try write(file.bytes, to: "\(incoming)/\(file.name)") }
      let written = Set(files.map(\.name))
      let kept = names(in: target).filter {
        !written.contains($0) && !dropped.contains($0)
      }
      for file in kept where link("\(target)/\(file)", "\(incoming)/\(file)") != 0 {
        throw failure("\(incoming)/\(file)", "cannot be carried over")
      }
      let isInPlace =
        access(target, F_OK) == 0 ? exchange_paths(incoming, target) == 0 : rename(incoming, target) == 0
      guard isInPlace else { throw failure(target, "cannot be put in place") }
    } catch {
      remove(incoming)
      throw error
    }
    // By now it holds what was there before.
    remove(incoming)
    sync(parent)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(OutputFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path, "cannot be written") }
    defer { close(descriptor) }
    guard WholeWrite.write(bytes, to: descriptor) == bytes.count else { throw failure(path, "cannot be written") }
    guard fsync(descriptor) == 0 else { throw failure(path, "cannot be flushed to the disk") }
  }

  /// Takes away a folder of files, if it is there.
  private static func remove(_ folder: String) {
    for name in names(in: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  /// The names in a folder, sorted; none where it is not there.
  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private static func sync(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func failure(_ path: String, _ message: String) -> OutputFailure {
    OutputFailure(
      path, "\(message): \(String(cString: strerror(errno)))",
      hint: "check the folder's permissions and the space on its disk, or choose another with --data")
  }
}
