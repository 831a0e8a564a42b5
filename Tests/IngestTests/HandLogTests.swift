import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// A log is added to only where its columns are known, and what it ends with is seen.
@Suite struct HandLogTests {
  private static let header = String(decoding: HandLog.newHeader, as: UTF8.self)

  private func log(_ text: String) throws -> HandLog { try HandLog(Array(text.utf8), path: "log.csv") }

  private func line(_ code: String, id: String = "q1-1-1", place: PlaceOfService? = nil) throws -> HandLogLine {
    HandLogLine(
      lineID: id, clinicianID: "D-1", specialty: "", day: try #require(CalendarDate(iso: "2026-03-04")), patientKey: "",
      item: EntryItem(code: try #require(ProcedureCode(code)), modifiers: ["62", "LT"]), place: place,
      entered: try #require(CalendarDate(iso: "2026-03-05")))
  }

  @Test func `a line has its cells under the file's own headers, in its order`() throws {
    let log = try log(" Code ,void_of,units,modifiers,service_date,charge,clinician_id,LINE_ID\n")
    #expect(
      String(decoding: log.bytes(of: try line("44310")), as: UTF8.self) == "44310,,1,62 LT,2026-03-04,,D-1,q1-1-1\n")
  }

  @Test func `a line of a new log is read by the reader of logs as it was typed`() throws {
    let log = try log(Self.header)
    let written = HandLog.newHeader + log.bytes(of: try line("44310", place: PlaceOfService(22)))
    let read = try ReadLog(written)
    #expect(read.rejections.isEmpty && read.headerFindings.isEmpty)
    let found = try #require(read.lines.first)
    #expect(found.place == 22 && found.units == 10_000 && found.patient == 0)
    #expect(CalendarDate(daysSinceEpoch: found.serviceDay).description == "2026-03-04")
    #expect(read.dictionaries.modifierLists[Int(found.modifiers)].description == "62 LT")
  }

  @Test func `the line that takes another back names it and has its units negative`() throws {
    let log = try log(Self.header)
    let back = try line("44310").reversed(lineID: "q1-1-2", entered: try #require(CalendarDate(iso: "2026-03-06")))
    #expect(
      String(decoding: log.bytes(of: back), as: UTF8.self)
        == "q1-1-2,D-1,,2026-03-04,,44310,62 LT,-1,,q1-1-1,2026-03-06\n")
    let read = try ReadLog(HandLog.newHeader + log.bytes(of: try line("44310")) + log.bytes(of: back))
    #expect(read.voidTargets.last == read.lines.first?.lineID)
  }

  @Test func `line ends are those of the file`() throws {
    let log = try log("line_id,clinician_id,service_date,code,modifiers,units,void_of\r\n")
    #expect(log.bytes(of: try line("44310")).suffix(2) == [0x0D, 0x0A])
    #expect(try self.log(Self.header).bytes(of: try line("44310")).suffix(2) != [0x0D, 0x0A])
  }

  @Test func `a clinician's id with a comma is quoted`() throws {
    var line = try line("44310")
    line.clinicianID = "Doe, \"J\""
    let read = try ReadLog(HandLog.newHeader + (try log(Self.header)).bytes(of: line))
    #expect(read.dictionaries.clinicians.text(0) == "Doe, \"J\"")
  }

  @Test(arguments: [
    ("clinician_id,service_date,code\n", "lacks line_id, modifiers, units, void_of"),
    (header.replacing("post_date", with: "remark"), "the column \"remark\" is none of its"),
    (header.replacing("post_date", with: "code"), "the column code is there twice"),
    (header.replacing(",", with: ";"), "is not the header of a standard log"),
    ("Smith,John,1961-03-04\n", "is not the header of a standard log"),
    ("D-1,2026-03-04,44310\n", "is not the header of a standard log"),
    ("", "is empty"),
    ("\u{0}\u{1}\n", "UTF-16 or no text"),
  ])
  func `a file of another layout is refused with what to do`(text: String, expected: String) throws {
    let failure = try #require(throws: InputFailure.self) { try log(text) }
    #expect(failure.message.contains(expected), "\(failure)")
    #expect(failure.hint != nil)
    #expect(!failure.description.contains("1961") && !failure.description.contains("Smith"))
  }

  @Test func `the clinicians, ids and standing lines of a file are known`() throws {
    let log = try log(
      Self.header + """
        a1,D-1,Surgery,2026-03-04,,44310,62,1,22,,2026-03-04
        a2,D-1,,2026-03-04,,99213,,1,,,2026-03-04
        a3,D-1,,2026-03-04,,99213,,-1,,a2,2026-03-04
        a4,D-2,,2026-03-05,,99214,,2,,,2026-03-05
        ,D-1,,2026-03-05,,99215,,1,,,2026-03-05
        a5,D-1,,2026-03-05,,Smith,,1,,,2026-03-05
        ragged,D-9

        """)
    #expect(log.clinicians == ["D-1", "D-2"])
    #expect(log.lineIDs == ["a1", "a2", "a3", "a4", "a5"])
    #expect(log.records == 6)
    #expect(log.standing(of: "D-1").map(\.item.description) == ["44310 62"])
    #expect(log.standing(of: "D-2").map(\.item.description) == ["99214 x2"])
    #expect(log.specialty(of: "D-1") == "Surgery" && log.specialty(of: "D-2").isEmpty)
    #expect(log.tail == .whole)
  }

  @Test func `of a record whose writing was cut off at any byte it is seen`() throws {
    let whole = HandLog.newHeader + (try log(Self.header)).bytes(of: try line("44310"))
    for length in HandLog.newHeader.count + 1..<whole.count - 1 {
      let cut = try HandLog(Array(whole[..<length]), path: "log.csv")
      #expect(cut.tail == .cutOff(line: 2), "\(length) bytes")
      #expect(cut.standing(of: "D-1").isEmpty)
      // With a line end after it, a run rejects it, or has it whole but for the day of entry.
      let read = try ReadLog(
        Array(whole[..<length]) + [0x0A] + (try log(Self.header)).bytes(of: try line("99213", id: "q2-1-1")))
      #expect(read.lines.count == 1 || read.lines.count == 2 && whole[length - 1] == 0x2C, "\(length) bytes")
      #expect(read.lines.last.map { read.dictionaries.procedureCodes[Int($0.code)] } == ProcedureCode("99213"))
    }
    let last = try HandLog(Array(whole.dropLast()), path: "log.csv")
    #expect(last.tail == .withoutLineEnd(line: 2, item: last.standing(of: "D-1").first?.item))
    #expect(last.standing(of: "D-1").count == 1)
  }

  @Test func `ids are unlike those of another session, and of the file`() {
    var first = LineIDSeries(microseconds: 1_780_000_000_000_000, process: 12, taken: [])
    var second = LineIDSeries(microseconds: 1_780_000_000_000_001, process: 12, taken: [])
    var other = LineIDSeries(microseconds: 1_780_000_000_000_000, process: 13, taken: [])
    let ids = (0..<50).flatMap { _ in [first.next(), second.next(), other.next()] }
    #expect(Set(ids).count == 150)
    // A clock that was set back gives a moment again.
    var again = LineIDSeries(microseconds: 1_780_000_000_000_000, process: 12, taken: Set(ids))
    #expect(!ids.contains(again.next()))
  }
}
