import Crediting
import MedicareFees
import ProductivityModel
import TestSupport

@testable import Ingest

/// The codes and modifiers that the program ships with.
enum EntryFixture {
  static let vocabulary: EntryVocabulary = {
    let folder = PackageRoot.path("benchmarks-data")
    do {
      let policies = PolicyLibrary(dataFolder: folder)
      let read = try policies.names.map { try policies.read($0, askedBy: $0).policy }
      return EntryVocabulary(
        schedule: try FeeLibrary(dataFolder: folder).load("2026A").schedule,
        modifiers: EntryVocabulary.modifiers(of: read))
    } catch {
      preconditionFailure("the shipped data cannot be read: \(error)")
    }
  }()

  /// What is recognised in a line.
  static func steps(_ line: String) -> [EntryScanner.Step] {
    var scanner = EntryScanner()
    var steps: [EntryScanner.Step] = []
    for (word, column) in EntryScanner.words(of: Array(line.utf8)) {
      steps += scanner.take(word, at: column, vocabulary)
    }
    return steps + scanner.endLine()
  }

  /// What is recognised in a line, each thing as a text that is easily written.
  static func told(_ line: String) -> [String] {
    steps(line).map { step in
      switch step {
      case .item(let item): item.description
      case .day(let day): "@\(day)"
      case .nextPatient: "/"
      case .undo: "undo"
      case .total: "total"
      case .help: "help"
      case .quit: "quit"
      case .refused(let refusal, let column): "\(column)! \(refusal.message(release: "2026A"))"
      }
    }
  }
}
