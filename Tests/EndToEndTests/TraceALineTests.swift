import Foundation
import TestSupport
import Testing

/// The output that docs/trace-a-line.md shows of `explain` is what the program prints.
@Suite struct `The page that traces lines` {
  /// A command of the page and the output that stands below it.
  struct Example: Sendable, CustomStringConvertible {
    var arguments: [String]
    var output: String
    var description: String { arguments.joined(separator: " ") }
  }

  /// The examples: a block of one `explain` command with a block of text after it.
  static let examples: [Example] = {
    let page = (try? String(contentsOfFile: PackageRoot.path("docs/trace-a-line.md"), encoding: .utf8)) ?? ""
    let blocks = page.matches(of: /```sh\n([^\n]* explain [^\n]*)\n```\n\n```text\n((?s:.*?))```/)
    return blocks.map { block in
      Example(arguments: block.1.split(separator: " ").dropFirst().map(String.init), output: String(block.2))
    }
  }()

  @Test(arguments: examples)
  func `shows what the program says`(example: Example) throws {
    var arguments = example.arguments
    arguments[1] = PackageRoot.path(arguments[1])
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 0, "\(outcome.messages)")
    #expect(outcome.output == example.output)
  }

  @Test func `has the five hard cases`() {
    #expect(Self.examples.count == 6)
  }
}
