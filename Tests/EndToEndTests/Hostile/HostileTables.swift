import TestSupport

extension HostileCase {
  private static let rosterHeader = "clinician_id,name,specialty,clinical_fte,start,end\n"

  /// Rosters, surveys and price lists.
  static let tables: [HostileCase] = [
    HostileCase("a roster of one line without an end", "roster.csv", says: ["longer than 1 MB"]) { repeated("x") },
    HostileCase("a roster of hundreds of thousands of columns", "roster.csv", says: ["more than 16384 fields"]) {
      repeated("a,", to: 1_000_000) + [0x0A]
    },
    HostileCase("a roster of many columns and rows", "roster.csv", says: ["is larger than any such table"]) {
      let columns = (0..<4_000).map { ",x\($0)y" }.joined()
      return Array((rosterHeader.dropLast() + columns + "\n").utf8)
        + repeated(
          "C-1,A,Family Medicine,1,2020-01-01," + String(repeating: ",", count: 4_000) + "\n", to: max(large, 6 << 20))
    },
    HostileCase("a roster of 100 MB of rows", "roster.csv", says: ["roster.csv:"]) {
      Array(rosterHeader.utf8) + repeated("C-1,Ada Example,Family Medicine,1,2020-01-01,\n", to: 100 << 20)
    },
    HostileCase("a roster with a field of 100 MB", "roster.csv", says: ["error:"]) {
      Array(rosterHeader.utf8) + Array("C-1,".utf8) + repeated("x")
    },
    HostileCase("a roster of quotes", "roster.csv", says: ["error:"]) { Array(rosterHeader.utf8) + repeated("\"") },
    HostileCase("a roster of NUL bytes", "roster.csv", says: ["no text"]) { [UInt8](repeating: 0, count: large) },
    HostileCase("a roster of line ends", "roster.csv", says: ["is empty"]) { repeated("\n") },
    HostileCase("a roster that is a workbook", "roster.csv", says: ["error:"]) {
      SmallWorkbook([["clinician_id"]]).bytes
    },
    HostileCase("a roster of an FTE of thousands of digits", "roster.csv", says: ["is not between"]) {
      Array((rosterHeader + "C-1,A,Family Medicine,").utf8) + repeated("9", to: 900_000) + Array(",2020-01-01,\n".utf8)
    },
    HostileCase("a roster of leaves without end", "roster.csv", codes: [0, 3], says: ["roster.csv"]) {
      Array((rosterHeader.dropLast() + ",leave\nC-1,A,Family Medicine,1,2020-01-01,,").utf8)
        + repeated("2026-01-01..2026-12-31 ", to: 1_000_000) + Array("x\n".utf8)
    },
    HostileCase("a survey of one line without an end", "survey.csv", says: ["longer than 1 MB"]) { repeated("x") },
    HostileCase("a survey of hundreds of thousands of columns", "survey.csv", says: ["more than 16384 fields"]) {
      repeated("p1,", to: 1_000_000) + [0x0A]
    },
    HostileCase("a survey of thousands of percentiles", "survey.csv", says: ["error:"]) {
      Array("survey,year,data_year,specialty,metric,n,".utf8) + repeated("p25,", to: 60_000) + Array("p90\n".utf8)
    },
    HostileCase("a survey of NUL bytes", "survey.csv", says: ["no text"]) { [UInt8](repeating: 0, count: large) },
    HostileCase("a survey of numbers beyond all", "survey.csv", codes: [0, 3], says: ["survey.csv"]) {
      Array((SmallPractice.survey.prefix { $0 != "\n" } + "\nInvented,99999999999999999999,2025,F,work_rvu,").utf8)
        + repeated("9", to: 100_000) + Array(",1e99,2,3,4\n".utf8)
    },
    HostileCase("a price list of one line without an end", "list.csv", .price, says: ["longer than 1 MB"]) {
      repeated("x")
    },
    HostileCase(
      "a price list of hundreds of thousands of columns", "list.csv", .price, says: ["more than 16384 fields"]
    ) {
      repeated("code,", to: 1_000_000) + [0x0A]
    },
    HostileCase("a price list with a field of 100 MB", "list.csv", .price, codes: [0, 1], says: ["longer than 1 MB"]) {
      Array("code,service_date\n".utf8) + repeated("9")
    },
    HostileCase("a price list of NUL bytes", "list.csv", .price, says: ["no text"]) {
      [UInt8](repeating: 0, count: large)
    },
    HostileCase("a price list without end", "list.csv", .price, says: ["is a pipe or a device"]) { path in
      _ = try BuiltProgram.shell("ln -s /dev/zero '\(path)'")
    },
    HostileCase("a map suggested from one line without an end", "list.csv", .suggest, codes: [0, 1, 2, 3], says: [""]) {
      repeated("x")
    },
    HostileCase("a map suggested from millions of columns", "list.csv", .suggest, codes: [0, 1, 2, 3], says: [""]) {
      repeated("code,")
    },
    HostileCase("a map suggested from NUL bytes", "list.csv", .suggest, codes: [0, 1, 2, 3], says: [""]) {
      [UInt8](repeating: 0, count: large)
    },
  ]
}
