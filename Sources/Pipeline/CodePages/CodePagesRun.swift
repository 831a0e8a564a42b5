import Ingest
import MedicareFees
import ProductivityModel
import Publishing
import Rendering
import Reporting
import Threads

/// Makes the pages of all codes of a release, or of one category, with an index.
public struct CodePagesRun: Sendable {
  /// What was made.
  public struct Outcome: Sendable {
    /// The release.
    public var release: String
    /// The pages of codes.
    public var pages: Int
    /// All files, the manifest too.
    public var files: Int
    /// Their size in bytes, the manifest's aside.
    public var size: UInt64
  }

  private let library: CodePageLibrary
  private let category: CodeCategory?
  private let usage: CodeUsageIndex?

  /// How many pages are made at a time: enough for all cores, few enough to be held.
  private static let batch = 256

  /// A run over a release.
  ///
  /// - Parameters:
  ///   - category: only the codes of this category.
  ///   - usage: who uses the codes.
  public init(_ library: CodePageLibrary, category: CodeCategory?, usage: CodeUsageIndex? = nil) {
    self.library = library
    self.category = category
    self.usage = usage
  }

  /// Writes and publishes the pages.
  ///
  /// - Parameter version: the program's version.
  /// - Throws: `InputFailure` where a file cannot be used, `OutputFailure` where something cannot be written; nothing has
  ///   then been replaced.
  public func write(to output: StagedOutput, version: String, progress: Progress? = nil) throws -> Outcome {
    let schedule = library.schedule
    let release = schedule.info.release
    let codes = schedule.codes.filter { category == nil || CodeCategory($0) == category }
    let contexts = try library.contexts(usage: usage)
    let book = try CodeBook(
      codes: Set(codes), release: schedule.info, localities: library.localities, version: version)
    var entries: [CodeEntry] = []
    var outputs: [ManifestOutput] = []
    for start in stride(from: 0, to: codes.count, by: Self.batch) {
      progress?.report("page \(start) of \(codes.count)")
      let batch = Array(codes[start..<min(start + Self.batch, codes.count)])
      for made in Workers.map(
        batch,
        { code in
          library.facts(of: code).map { facts in
            let page = CodePage(facts, contexts.context(of: code))
            return (CodeEntry(page), Result { try output.write(book.file(of: page)) })
          }
        })
      {
        guard let made else { continue }
        entries.append(made.0)
        outputs.append(try made.1.get())
      }
    }
    for file in book.lists(of: entries) { outputs.append(try output.write(file)) }
    let manifest = CodePagesManifest(
      release: release, version: version, inputs: contexts.inputs, outputs: outputs)
    try output.write("manifest.json", try manifest.bytes())
    try output.publish()
    return Outcome(
      release: release, pages: entries.count, files: outputs.count + 1, size: outputs.reduce(0) { $0 + $1.size })
  }
}
