import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// Cells as people keep them in sheets.
@Suite struct `A cell of a sheet kept by hand` {
  private static func lines(_ rows: String, map: ColumnMap = .standard) throws -> ReadLog {
    try ReadLog("clinician_id,service_date,code,units,place_of_service,charge\n" + rows, map: map)
  }

  @Test(arguments: [
    ("11", 11), ("1", 1), ("11 - Office", 11), ("11-Office", 11), ("22: Hospital, outpatient", 22), ("2 Home", 2),
    ("11 ", 11),
  ])
  func `may have the name of a place after its code`(cell: String, place: UInt8) throws {
    let log = try Self.lines("C1,2026-01-05,99214,1,\"\(cell)\",100\n")
    #expect(log.lines.map(\.place) == [place] && log.told == "")
  }

  @Test(arguments: [
    "Office", "11Office", "110 Office", "11/05/2026", "11-05", "11 22", "11 -", "00 Office", "11 Jane 1970", "-11",
  ])
  func `is no place without a code before it, and is not shown`(cell: String) throws {
    let log = try Self.lines("C1,2026-01-05,99214,1,\"\(cell)\",100\n")
    #expect(log.rejections.map(\.problem) == [.malformedPlace])
    #expect(!log.told.contains("Jane") && !log.told.contains("1970"))
  }

  @Test(arguments: ["-", "$ -", "$-", " $ - ", "- "])
  func `may show an amount of zero as a dash`(cell: String) throws {
    let log = try Self.lines("C1,2026-01-05,99214,1,11,\"\(cell)\"\n")
    #expect(log.lines.map(\.charge) == [0] && log.told == "")
  }

  @Test(arguments: ["--", "$", "- -", "-$-"])
  func `is no amount of other marks`(cell: String) throws {
    #expect(try Self.lines("C1,2026-01-05,99214,1,11,\"\(cell)\"\n").rejections.map(\.problem) == [.notANumber])
  }

  // MARK: Charges below zero

  private static let rows = """
    C1,2026-01-05,99214,1,11,100
    C1,2026-01-05,99214,1,11,(100.00)
    C1,2026-01-05,99213,-1,11,-80
    C1,2026-01-05,99213,,11,-80

    """

  @Test func `with a charge below zero is told of where the units are above`() throws {
    let log = try Self.lines(Self.rows)
    #expect(log.lines.map(\.units) == [10_000, 10_000, -10_000, 10_000])
    #expect(log.headerFindings.map(\.problem) == [.negativeCharge])
    #expect(log.headerFindings.map(\.count) == [2] && log.headerFindings.first?.position?.line == 3)
  }

  @Test func `with a charge below zero is a reversal where the map says so`() throws {
    var yaml = "map: m\ncolumns: {clinician_id: clinician_id, service_date: service_date, code: code, units: units, "
    yaml += "place_of_service: place_of_service, charge: charge}\nreversals: negative-charge\n"
    let map = try ColumnMapFile.read(Array(yaml.utf8), file: "map.yaml")
    let log = try Self.lines(Self.rows, map: map)
    #expect(log.lines.map(\.units) == [10_000, -10_000, -10_000, -10_000] && log.told == "")
    let failure = try #require(
      #expect(throws: InputFailure.self) {
        _ = try ColumnMapFile.read(Array(yaml.replacing("negative-charge", with: "none").utf8), file: "map.yaml")
      })
    #expect(failure.message.contains("none"))
  }
}
