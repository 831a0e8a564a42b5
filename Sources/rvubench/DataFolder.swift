import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where the reference data is: the fee schedules, policies and tables that the program ships with.
enum DataFolder {
  /// No reference data was found, or what was named holds none.
  struct NotFound: Error, CustomStringConvertible {
    /// What is wrong, with what to do about it.
    var description: String
  }

  /// What makes a folder the reference data.
  private static let landmark = "cms-pfs"
  /// The folder's name in the repository.
  private static let name = "benchmarks-data"
  /// The most folders above the executable in which the package root is looked for.
  private static let levels = 8

  /// The folder of the reference data.
  ///
  /// Looked for in this order: the option `--data`, the environment variable RVUBENCH_DATA, `../share/rvubench` beside the
  /// executable, and `benchmarks-data` in a folder above the executable, as in a development build.
  ///
  /// - Throws: ``NotFound``; a folder that is named and holds no reference data is never passed over for another.
  static func find(option: String?) throws -> String {
    if let option {
      guard isDataFolder(option) else { throw notThere(option, named: "--data") }
      return option
    }
    if let variable = getenv("RVUBENCH_DATA").map({ String(cString: $0) }), !variable.isEmpty {
      guard isDataFolder(variable) else { throw notThere(variable, named: "RVUBENCH_DATA") }
      return variable
    }
    if let executable {
      var folder = parent(executable)
      let shared = "\(parent(folder))/share/rvubench"
      if isDataFolder(shared) { return shared }
      for _ in 0..<levels where folder != "/" {
        if isDataFolder("\(folder)/\(name)") { return "\(folder)/\(name)" }
        folder = parent(folder)
      }
    }
    throw NotFound(
      description: "error: the reference data was not found\n"
        + "hint: name its folder with --data DIR, or in the environment variable RVUBENCH_DATA")
  }

  private static func notThere(_ path: String, named source: String) -> NotFound {
    NotFound(
      description: "\(path): error: holds no reference data\nhint: \(source) must name a folder with \(landmark) in it")
  }

  private static func isDataFolder(_ path: String) -> Bool {
    var status = stat()
    return stat("\(path)/\(landmark)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path of this program, with links followed.
  private static var executable: String? {
    guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}

/// The option that names the reference data, for every command that needs it.
struct DataOption: ParsableArguments {
  /// The folder that was named, if any.
  @Option(name: .customLong("data"), help: ArgumentHelp("The folder of the reference data.", valueName: "dir"))
  var folder: String?

  /// The folder of the reference data.
  ///
  /// - Throws: `ExitCode(3)` after saying on stderr that there is none.
  func find() throws -> String {
    do {
      return try DataFolder.find(option: folder)
    } catch {
      throw Complaint.input(error)
    }
  }
}
