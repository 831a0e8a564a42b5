import ProductivityModel
import Tabular
import Testing
import Threads

@testable import Ingest
@testable import MedicareFees

/// A code's work through the releases.
@Suite struct WorkHistoryTests {
  private static let code = InventedFees.code("44310")

  private func row(_ hundredths: Int64, _ component: Modifier? = nil, _ source: RowSource? = nil) -> FeeRow {
    FeeRow(code: Self.code, component: component, work: WorkRVU(hundredths: hundredths), rowSource: source)
  }

  /// The history of rows in releases of January 2023, 2024, ...
  private func history(_ releases: [[FeeRow]]) -> WorkHistory {
    let sources = releases.enumerated().map { index, rows in
      let year = 2023 + index
      return WorkHistory.Source(
        release: InventedFees.info("\(year)A", InventedFees.day(year, 1, 1), InventedFees.day(year, 3, 31)), rows: rows)
    }
    return WorkHistory(Self.code, sources: sources.reversed(), adjustments: [WorkChangeTests.efficiency])
  }

  @Test func `a code comes, changes, is adjusted and goes`() {
    let history = history([[], [row(1800)], [row(1759)], [row(1715)], [], []])
    #expect(history.entries.map(\.release) == ["2023A", "2024A", "2025A", "2026A", "2027A", "2028A"])
    #expect(history.entries.map(\.presence) == [.absent, .added, .listed, .listed, .deleted, .absent])
    #expect(history.entries.map { $0.work?.description } == [nil, "18", "17.59", "17.15", nil, nil])
    #expect(history.entries.map(\.change) == [nil, nil, .revalued, .adjustment, nil, nil])
  }

  @Test func `the oldest release on board adds nothing`() {
    #expect(history([[row(100)], [row(100)]]).entries.map(\.presence) == [.listed, .listed])
    #expect(history([[row(100)], [row(100)]]).entries.map(\.change) == [nil, .unchanged])
  }

  @Test func `the professional component stands in where only it is valued`() {
    let history = history([[row(0), row(150, "26"), row(0, "TC")], [row(200), row(150, "26")]])
    #expect(history.entries.map(\.component) == ["26", nil])
    #expect(history.entries.map { $0.work?.description } == ["1.5", "2"])
    // Values of different components are not compared.
    #expect(history.entries.map(\.change) == [nil, nil])
  }

  @Test func `a row that was carried over is no evidence`() {
    let history = history([[row(0)], [row(0, nil, .earlierRowWithoutWork)]])
    #expect(history.entries.map(\.isCarriedOver) == [false, true])
    #expect(history.entries.map(\.change) == [nil, nil])
  }

  @Test func `44310 lost exactly the efficiency adjustment in 2026`() throws {
    let library = try FeeLibrary(dataFolder: ShippedReleasesTests.dataFolder)
    let history = try library.workHistory(of: Self.code)
    #expect(history.entries.map(\.release) == library.releases.map(\.release))
    let last = try #require(history.entries.last)
    #expect(last.work?.description == "17.15")
    #expect(last.change == .adjustment)
    #expect(history.entries.dropFirst().dropLast().allSatisfy { $0.change == .unchanged })
  }

  @Test func `one code read alone has the history that it has among all`() throws {
    let library = try FeeLibrary(dataFolder: ShippedReleasesTests.dataFolder)
    let all = try library.workHistories()
    #expect(all.count == 17_762)
    #expect(all.map(\.code) == all.map(\.code).sorted())
    // The first, the last, and some between.
    let sample = all.enumerated().filter { $0.offset % 1_777 == 0 || $0.offset == all.count - 1 }.map(\.element)
    for history in sample { #expect(try library.workHistory(of: history.code) == history, "\(history.code)") }
    let unknown = try library.workHistory(of: InventedFees.code("99998"))
    #expect(unknown.entries.allSatisfy { $0.presence == .absent })
  }

  @Test(arguments: [1, 2, 5])
  func `a history is the same on any number of threads, what is beside it done once`(threads: Int) throws {
    let library = try FeeLibrary(dataFolder: ShippedReleasesTests.dataFolder)
    let alone = try Workers.using(1) { try library.workHistory(of: Self.code) }
    for release in library.releases.map(\.release) {
      var times = 0
      let history = try Workers.using(threads) {
        try library.workHistory(of: Self.code, besides: release) {
          times += 1
          return try? library.load(release).schedule
        }
      }
      #expect(history == alone, "\(release)")
      #expect(times == 1)
    }
  }

  @Test func `the lines of a code are found wherever they stand`() throws {
    let codes = ["0001F", "10004", "44310", "44310", "44312", "99499", "A0021"]
    for length in 0...codes.count {
      let listed = codes.prefix(length)
      let figures = Array(("code,work\n" + listed.map { "\($0),1.00\n" }.joined()).utf8)
      for code in Set(codes + ["00000", "44311", "Z9999"]) {
        let count = listed.filter { $0 == code }.count
        let lines = FeeLines(figures[...], of: InventedFees.code(code))
        let expected = "code,work\n" + String(repeating: "\(code),1.00\n", count: count)
        #expect(lines.map { String(decoding: $0.bytes, as: UTF8.self) } == (count == 0 ? nil : expected), "\(code)")
      }
    }
  }

  @Test func `figures that are not those of the description are refused`() throws {
    let library = try FeeLibrary(dataFolder: ShippedReleasesTests.dataFolder)
    var info = try #require(library.info("2025D"))
    info.figuresSHA256 = String(repeating: "0", count: 64)
    var buffer = FigureBuffer()
    let failure = try #require(
      #expect(throws: InputFailure.self) { try library.rows(of: Self.code, in: info, by: &buffer) })
    #expect(failure.message.contains("is not the file that release.json describes"))
  }
}
