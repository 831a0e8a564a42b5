import CExchange
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An output folder in which each run has a folder of its own: `run-31`, and the link `latest` to the newest of them.
///
/// One process at a time may change it, which has locked it.
public struct RunFolders: Sendable {
  /// The folder that holds those of the runs.
  public let folder: String
  /// The name of the link to the newest run's folder.
  public static let latest = "latest"
  private static let prefix = "run-"

  /// The folders of runs within a folder, which need not be there.
  public init(_ folder: String) { self.folder = folder }

  /// The name of a run's folder.
  public static func name(of run: Int64) -> String { "\(prefix)\(run)" }

  /// The run whose folder has a name; nil for any other name.
  public static func run(named name: some StringProtocol) -> Int64? {
    guard name.hasPrefix(prefix), let number = Int64(name.dropFirst(prefix.count)), number > 0 else { return nil }
    return Self.name(of: number) == name ? number : nil
  }

  /// The path of a run's folder.
  public func path(of run: Int64) -> String { "\(folder)/\(Self.name(of: run))" }

  /// The runs that have a folder here, by number.
  public var runs: [Int64] {
    names.compactMap { Self.run(named: $0) }.filter { Self.kind(of: path(of: $0)) == S_IFDIR }.sorted()
  }

  /// Whether the folder is one of runs' folders.
  var isInUse: Bool { !runs.isEmpty || latestRun != nil }

  /// The run that `latest` leads to; nil where it leads to none, or is not there.
  public var latestRun: Int64? {
    guard
      let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(Self.latest)")
    else { return nil }
    return Self.run(named: place)
  }

  /// Checks that runs may have their folders here.
  ///
  /// - Throws: ``OutputFailure`` where the folder is itself an earlier run's output, or something else is called `latest`.
  func check() throws(OutputFailure) {
    if Self.kind(of: "\(folder)/manifest.json") != nil {
      let name = folder.split(separator: "/").last.map(String.init) ?? folder
      throw OutputFailure(
        folder, "holds the reports of an earlier run itself; with `retention` each run has a folder of its own in it",
        hint: "move them once, such as: mv \(name) \(name)-before; then run again")
    }
    let kind = Self.kind(of: "\(folder)/\(Self.latest)")
    guard kind == nil || kind == S_IFLNK else {
      throw OutputFailure(
        "\(folder)/\(Self.latest)", "is no link, and is not replaced",
        hint: "move it elsewhere; the link to the newest run has this name")
    }
  }

  /// Makes `latest` lead to a run's folder, in one step: readers see the earlier run or this one.
  ///
  /// - Throws: ``OutputFailure`` where it cannot be; it then leads where it led before.
  public func setLatest(_ run: Int64) throws(OutputFailure) {
    try check()
    let place = "\(folder)/\(Self.latest)"
    let partial = "\(folder)/.\(Self.latest).partial"
    unlink(partial)
    // Relative, so that the whole folder can be moved.
    guard symlink(Self.name(of: run), partial) == 0 else { throw StagedOutput.failure(place) }
    guard rename(partial, place) == 0 else {
      let failure = StagedOutput.failure(place)
      unlink(partial)
      throw failure
    }
    try StagedOutput.synchronize(folder)
  }

  /// Takes a run's folder away: first out of sight, in one step, and then from the disk.
  ///
  /// - Throws: ``OutputFailure`` where `latest` leads to it, or it holds anything that the run did not write; it then stays.
  public func remove(_ run: Int64) throws(OutputFailure) {
    let place = path(of: run)
    guard latestRun != run else { throw OutputFailure(place, "is the latest, and is not removed") }
    guard Self.kind(of: place) == S_IFDIR else { throw OutputFailure(place, "is no folder, and is not removed") }
    try StagedOutput.checkReplaceable(place)
    let hidden = "\(folder)/.\(Self.name(of: run))\(Self.removed)"
    guard rename_to_new(place, hidden) == 0 else { throw StagedOutput.failure(place) }
    do throws(OutputFailure) {
      // Somebody may have put a file there between the look and the step.
      try StagedOutput.checkReplaceable(hidden)
    } catch {
      if rename_to_new(hidden, place) != 0 { throw StagedOutput.failure(place) }
      throw OutputFailure(place, error.message, hint: error.hint)
    }
    try StagedOutput.synchronize(folder)
    StagedOutput.remove(hidden)
  }

  /// Removes what runs that were killed left of folders that they took away.
  public func removeLeftovers() {
    for name in names where name.hasPrefix(".") && name.hasSuffix(Self.removed) {
      guard Self.run(named: name.dropFirst().dropLast(Self.removed.count)) != nil else { continue }
      StagedOutput.remove("\(folder)/\(name)")
    }
    unlink("\(folder)/.\(Self.latest).partial")
  }

  private static let removed = ".removed"

  private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }

  /// What is at a path, a link not followed; nil where nothing is.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
