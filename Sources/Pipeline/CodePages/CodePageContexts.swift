import Ingest
import MedicareFees
import ProductivityModel
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is known of every code of a release besides the release, read once for all pages.
struct CodePageContexts: Sendable {
  /// The files that the pages are made from, for the manifest.
  let inputs: [InputFile]
  private let shared: CodePage.Context
  private let notes: [ProcedureCode: CodeNote]
  private let descriptors: [ProcedureCode: String]
  private let histories: [ProcedureCode: WorkHistory]
  private let usage: CodeUsageIndex?

  init(_ library: CodePageLibrary, usage: CodeUsageIndex?) throws(InputFailure) {
    let fees = library.fees
    self.usage = usage
    var shared = CodePage.Context()
    shared.rules = library.rules
    shared.localities = library.localities
    shared.standings = library.standings
    self.shared = shared
    notes = Dictionary(
      try CodeNoteFile.readAll(in: library.dataFolder).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    descriptors = try DescriptorFile.read(of: library.schedule.info.release, in: fees)
    histories = Dictionary(
      try fees.workHistories().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    inputs = try Self.files(library, notes: notes.keys.sorted()) + (usage?.inputs ?? [])
  }

  /// The files of the reference data, with their hashes as they are now.
  private static func files(_ library: CodePageLibrary, notes: [ProcedureCode]) throws(InputFailure) -> [InputFile] {
    let names = ["rvu.csv", "gpci.csv", "anesthesia.csv", "descriptors.csv", "release.json"]
    let wanted =
      ["cms-pfs/conversion-factors.csv", "cms-pfs/work-adjustments.csv", "cms-pfs/payment-rules.csv"]
      + library.fees.releases.flatMap { release in names.map { "cms-pfs/\(release.release)/\($0)" } }
      + notes.map { "\(CodeNoteFile.folderName)/\($0).yaml" }
    var files: [InputFile] = []
    for path in wanted where access("\(library.dataFolder)/\(path)", F_OK) == 0 {
      let (bytes, sha256) = try FileSource.contents("\(library.dataFolder)/\(path)")
      files.append(InputFile(role: "reference data", path: path, size: UInt64(bytes.count), sha256: sha256))
    }
    return files
  }

  /// What is known of a code.
  func context(of code: ProcedureCode) -> CodePage.Context {
    var context = shared
    context.note = notes[code]
    context.descriptor = descriptors[code]
    context.history = histories[code]
    context.usage = usage?[code]
    return context
  }
}

extension CodePageLibrary {
  /// What is known of every code besides the release.
  func contexts(usage: CodeUsageIndex?) throws(InputFailure) -> CodePageContexts {
    try CodePageContexts(self, usage: usage)
  }
}
