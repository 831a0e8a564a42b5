import Foundation
import Ingest
import ProductivityModel
import Rendering

/// The folder of cases that bring problems about: one folder a problem, by its name.
///
/// In it are the files of the case; `command` with what follows `rvubench`, where that is not `check job.yaml`; and
/// `expected.txt` with the finding as it is printed.
struct ProblemCaseFolder {
  private let folder: String

  init(_ folder: String) { self.folder = folder }

  /// The cases that are there.
  ///
  /// - Throws: `ExitCode` after saying on stderr which file cannot be read.
  func cases() throws -> [Problem: ProblemCase] {
    var cases: [Problem: ProblemCase] = [:]
    for problem in Problem.allCases {
      let own = URL(filePath: folder).appending(path: problem.rawValue)
      guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: own.path) else { continue }
      let names = paths.sorted().filter { own.appending(path: $0).isFile }
      do {
        let texts = try Dictionary(
          uniqueKeysWithValues: names.map { ($0, try text(of: own.appending(path: $0))) })
        let message = texts["expected.txt"] ?? ""
        let shown = names.filter { name in
          switch name {
          case "command", "expected.txt": false
          case "job.yaml": message.hasPrefix("job.yaml") || !Self.onlyNamesFiles(job: texts[name] ?? "")
          default: true
          }
        }
        cases[problem] = ProblemCase(
          command: (texts["command"] ?? "check job.yaml").trimmingCharacters(in: .newlines),
          files: shown.compactMap { name in texts[name].map { ProblemCase.File(name: name, text: $0) } },
          message: message)
      } catch {
        throw Complaint.input(InputFailure(own.path, "has a file that cannot be read"))
      }
    }
    return cases
  }

  /// A file's text; of one that is none, that it is none.
  private func text(of file: URL) throws -> String {
    String(validating: try Data(contentsOf: file), as: UTF8.self).flatMap { $0.contains("\0") ? nil : $0 }
      ?? "(a workbook or another file that is no text)\n"
  }

  /// Whether a job says what to read and nothing else, so that nobody need look at it.
  private static func onlyNamesFiles(job: String) -> Bool {
    job.split(separator: "\n").allSatisfy { line in
      ["practice", "year", "logs", "roster", "surveys"].contains(line.prefix { $0 != ":" })
    }
  }
}

extension URL {
  fileprivate var isFile: Bool { (try? resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true }
}
