import ProductivityModel

/// What can be read of a job file that may be wrong elsewhere: enough to tell somebody that a run of it failed.
public struct JobOutline: Sendable {
  /// The practice's name; nil where it cannot be read.
  public var practice: String?
  /// The days asked for.
  public var period: DayRange?
  /// The output folder, resolved; `out/` beside the job where the job names none.
  public var output: String
  /// The ledger, resolved.
  public var ledger: String?
  /// The command to be run at the end.
  public var onFinish: [String]?

  /// Reads a job file as far as it goes; nil where it is not there or is not YAML.
  public init?(_ path: String) {
    guard let bytes = try? FileSource.contents(path, limit: SettingsNode.sizeLimit).bytes,
      let root = try? SettingsNode.read(bytes, file: path), let pairs = try? root.pairs("a job")
    else { return nil }
    let entries = Dictionary(pairs.map { ($0.key, $0.value) }) { first, _ in first }
    func text(_ key: String) -> String? { entries[key].flatMap { try? $0.text() } }
    func resolve(_ name: String) -> String {
      guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
      return String(path[...slash]) + name
    }
    practice = text("practice")
    period = (text("period") ?? text("year")).flatMap { DayRange(text: $0) }
    output = resolve(text("output") ?? "out/")
    ledger = text("ledger").map(resolve)
    onFinish = entries["onFinish"].flatMap { try? JobFile.command($0, resolve: resolve) }
  }
}
