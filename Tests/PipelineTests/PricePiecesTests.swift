import Ingest
import MedicareFees
import ProductivityModel
import TestSupport
import Testing
import Threads

@testable import Pipeline

/// A price list is priced in pieces, side by side: nothing may show where they were cut, or how many threads there were.
@Suite struct `The pieces of a price list` {
  private static let header = "release,service_date,mac,locality,code,modifier,mine\n"

  /// Lists with several releases and days, faults of all kinds, quoted cells of several lines, and quotes that are astray.
  private static func list(_ lines: Int, _ random: inout SplitMix64) -> [UInt8] {
    let releases = ["2025D", "2026A", "2024A", "", "", "2029A", "2025d"]
    let days = ["2024-03-08", "2024-03-09", "2026-01-02", "1990-01-01", "", "2024-13-01"]
    let places = ["01112,05", "national,", "01112,98", ",", "x,05"]
    let codes = ["99213", "44310", "70551", "00100", "36415", "9921", "4431O", ""]
    let modifiers = ["", "", "26", "TC", "AA", "2"]
    let own = ["", "plain", "\"a,b\"", "\"two\nlines\"", "\"of\r\nthree\n\"\"\"", "astray \"", "\"", "\"x\" y", "é"]
    var list = header
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    for _ in 0..<lines {
      list += [pick(releases), pick(days), pick(places), pick(codes), pick(modifiers), pick(own)].joined(separator: ",")
      list += ["\n", "\n", "\n", "\r\n", ",\n", "\n\n"].randomElement(using: &random) ?? ""
    }
    return Array(list.utf8)
  }

  /// All that a summary says.
  private static func text(_ summary: PriceSummary) -> String {
    var parts = ["\(summary.rows) \(summary.priced) \(summary.capNotKnown)"]
    parts += summary.withoutAmount.map { "\($0.reason.text) \($0.count)" }
    for fault in summary.faults { parts += ["\(fault.fault) \(fault.count)"] + fault.findings.map(\.description) }
    parts += summary.bases.map { "\($0.basis) \($0.rows)" }
    return parts.joined(separator: "\n")
  }

  @Test func `pieces of any size, on any number of threads, come to what the whole comes to`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    for lines in [0, 1, 2, 40, 900] {
      let list = Self.list(lines, &random)
      let whole = try Workers.using(1) { try `A price list`.price(list, priced: 1 << 24) }
      for threads in [1, 2, 5] {
        let size = Int.random(in: 1...(lines < 100 ? 400 : 9_000), using: &random)
        let read = Int.random(in: 1...9_000, using: &random)
        let found = try Workers.using(threads) { try `A price list`.price(list, piece: read, priced: size) }
        #expect(found.bytes == whole.bytes, "seed \(seed), \(lines) lines, \(threads) threads, pieces of \(size)")
        #expect(
          Self.text(found.summary) == Self.text(whole.summary), "seed \(seed), \(lines) lines, \(threads) threads")
      }
    }
  }

  @Test func `a quoted cell of many pieces is read whole`() throws {
    let long = String(repeating: "a line of a note\n", count: 500)
    let list = Array("\(Self.header)2025D,,01112,05,99213,,\"\(long)\"\n2025D,,01112,05,99214,,after\n".utf8)
    let found = try Workers.using(2) { try `A price list`.price(list, priced: 64) }
    #expect(found.summary.rows == 2 && found.summary.priced == 2)
    #expect(found.records.map { $0[6] } == ["mine", long, "after"])
  }

  @Test func `a release that cannot be used stops the list, whichever thread meets it`() throws {
    let folder = try TemporaryFolder()
    #expect(try BuiltProgram.shell("cp -r '\(PackageRoot.path("benchmarks-data"))' data", in: folder.path).code == 0)
    try folder.write("data/cms-pfs/2024A/rvu.csv", "code\n")
    let library = try FeeLibrary(dataFolder: "\(folder.path)/data")
    let good = String(repeating: "2025D,,01112,05,99213,,\n", count: 500)
    for threads in [1, 2] {
      let path = try folder.write("list.csv", "\(Self.header)\(good)2024A,,01112,05,99213,,\n\(good)")
      var lines = 0
      #expect(throws: InputFailure.self) {
        try Workers.using(threads) {
          let reader = try PriceReader(path, adding: PriceRun.columns)
          _ = try PriceRun.execute(reader, PriceOptions(), library: library, piece: 1_000) { bytes in
            lines += bytes.count { $0 == 0x0A }
          }
        }
      }
      // What is before the piece has gone out, and nothing that is behind it.
      #expect(lines > 400 && lines <= 501)
    }
  }

  @Test func `each thread that asks for a release gets the same one`() throws {
    let library = try FeeLibrary(dataFolder: PackageRoot.path("benchmarks-data"))
    let releases = try PriceReleases(library)
    let info = try #require(library.info("2026A"))
    let counts = Workers.using(4) {
      Workers.map(Array(0..<4)) { _ in (try? releases.release(info)).map { [$0.rows.count, $0.codes.count] } ?? [] }
    }
    #expect(Set(counts).count == 1)
    #expect((counts.first?.first ?? 0) > 10_000)
  }
}
