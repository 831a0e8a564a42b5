import Foundation
import TestSupport

/// A PDF as other programs read it: poppler's tools, which are not what made it.
struct PrintedFile {
  private let folder: TemporaryFolder

  init(_ bytes: [UInt8]) throws {
    folder = try TemporaryFolder()
    try folder.write("file.pdf", bytes)
  }

  /// What a tool says of the file.
  func asked(_ command: String) throws -> String {
    let outcome = try BuiltProgram.shell(command, in: folder.path)
    guard outcome.code == 0, outcome.messages.isEmpty else { throw Complaint(text: command + ": " + outcome.messages) }
    return outcome.output
  }

  struct Complaint: Error { var text: String }

  /// The text, in the order in which it was painted.
  var text: String { get throws { try asked("pdftotext -raw file.pdf -") } }

  /// The words of the text, and how often each is there.
  var words: [String: Int] {
    get throws {
      try text.split(whereSeparator: \.isWhitespace).reduce(into: [:]) { $0[String($1), default: 0] += 1 }
    }
  }

  /// A line of what `pdfinfo` says.
  func fact(_ name: String) throws -> String? {
    try asked("pdfinfo file.pdf").split(separator: "\n").first { $0.hasPrefix(name + ":") }
      .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
  }

  var pageCount: Int { get throws { try fact("Pages").flatMap { Int($0) } ?? 0 } }
}
