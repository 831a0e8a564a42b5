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
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: own.path) else { continue }
      do {
        let texts = try Dictionary(
          uniqueKeysWithValues: names.map { ($0, try String(contentsOf: own.appending(path: $0), encoding: .utf8)) })
        // The job names the other files and says little else.
        let shown = names.filter { !["job.yaml", "command", "expected.txt"].contains($0) }.sorted()
        cases[problem] = ProblemCase(
          command: (texts["command"] ?? "check job.yaml").trimmingCharacters(in: .newlines),
          files: shown.compactMap { name in texts[name].map { ProblemCase.File(name: name, text: $0) } },
          message: texts["expected.txt"] ?? "")
      } catch {
        throw Complaint.input(InputFailure(own.path, "has a file that is no text of UTF-8"))
      }
    }
    return cases
  }
}
