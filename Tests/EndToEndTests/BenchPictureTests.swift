import Foundation
import Testing
import TestSupport

@Suite struct `The chart of the README` {
  /// As scripts/bench-picture finds it.
  private static let newest = "$(grep -l '\"engines\":' benchmarks-data/bench/*.json | tail -n 1)"

  @Test func `is that of the newest figures`() throws {
    let draw = try BuiltProgram.beside("BenchPicture")
    let drawn = try BuiltProgram.shell("'\(draw)' \"\(Self.newest)\"", in: PackageRoot.path(""))
    #expect(drawn.code == 0, "\(drawn.messages)")
    let kept = try String(contentsOf: URL(filePath: PackageRoot.path("docs/images/bench.svg")), encoding: .utf8)
    #expect(drawn.output == kept, "scripts/bench-picture draws it anew")
  }

  @Test func `is not drawn of engines that found something else`() throws {
    let folder = try TemporaryFolder()
    let spoil = "sed 's/\"results_equal\": true/\"results_equal\": false/' \"\(Self.newest)\""
    let made = try BuiltProgram.shell("\(spoil) > '\(folder.path)/spoilt.json'", in: PackageRoot.path(""))
    #expect(made.code == 0)
    let drawn = try BuiltProgram.shell("'\(try BuiltProgram.beside("BenchPicture"))' '\(folder.path)/spoilt.json'")
    #expect(drawn.code == 1)
    #expect(drawn.output.isEmpty)
  }
}
