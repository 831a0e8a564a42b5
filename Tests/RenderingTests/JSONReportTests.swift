import Foundation
import ProductivityModel
import Reporting
import Testing

@testable import Rendering

struct JSONReportTests {
  private func object(_ results: RunResults = PracticeFixture.results()) throws -> [String: Any] {
    let files = try renderRun(results, reports: [], formats: [.json], version: "0.1.0")
    let file = try #require(files.first { $0.path == "report.json" })
    #expect(files.count == 1)
    return try #require(try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
  }

  private func objects(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

  @Test func `the report parses and names its schema and program`() throws {
    let report = try object()
    #expect(report["schema_version"] as? Int == 1)
    #expect(report["program_version"] as? String == "0.1.0")
    #expect(report["practice"] as? String == "Lakeside Medical Group")
    #expect((report["months"] as? [String])?.count == 9)
  }

  @Test func `clinicians add up to their specialties`() throws {
    let report = try object()
    let clinicians = try objects(report["clinicians"])
    for specialty in try objects(report["specialties"]) {
      let name = try #require(specialty["specialty"] as? String)
      let own = clinicians.filter { $0["specialty"] as? String == name }
      #expect(own.count == specialty["clinicians"] as? Int)
      func millionths(_ row: [String: Any]) -> Int64 {
        Int64((((row["work_rvu_benchmark"] as? NSNumber)?.doubleValue ?? -1) * 1_000_000).rounded())
      }
      #expect(own.map(millionths).reduce(0, +) == millionths(specialty))
    }
  }

  @Test func `months add up to their clinician`() throws {
    for clinician in try objects(try object()["clinicians"]) {
      let months = try objects(clinician["monthly"])
      #expect(months.count == 9)
      let lines = months.reduce(0) { $0 + ($1["lines"] as? Int ?? -1) }
      #expect(lines == clinician["lines"] as? Int)
    }
  }

  @Test func `the fates of a file add up to its records`() throws {
    let totals = try objects(try object()["control_totals"])
    #expect(totals.count == 2)
    for file in totals {
      let fates = Fate.allCases.reduce(0) { $0 + (file[$1.name] as? Int ?? -1) }
      #expect(fates == file["records"] as? Int)
    }
  }

  @Test func `a percentile is a number, a bound is text and what is undefined is null`() throws {
    let clinicians = try objects(try object()["clinicians"])
    func percentile(_ id: String) throws -> Any? {
      try #require(clinicians.first { $0["clinician_id"] as? String == id })["percentile"]
    }
    #expect(try percentile("C001") is NSNumber)
    #expect(try percentile("C003") as? String == ">90")
    #expect(try percentile("C004") as? String == "<10")
    #expect(try percentile("C012") is NSNull)
  }

  @Test func `text is not changed for spreadsheets and may hold anything`() throws {
    let name = "=\"\\\u{1}\n\u{2028}王"
    let results = PracticeFixture.results(people: [
      PracticeFixture.Person(id: "1", name: name, specialty: "S", monthly: 5)
    ])
    #expect(try objects(try object(results)["clinicians"]).first?["name"] as? String == name)
  }

  @Test func `quantities are exact decimals in the text itself`() throws {
    var results = PracticeFixture.results()
    results.clinicians[0].totals.pay = WorkRVU(millionths: 9_007_199_254_740_993)
    let text = String(decoding: JSONReport.bytes(of: results, version: "1"), as: UTF8.self)
    #expect(text.contains("\"work_rvu_pay\": 9007199254.740993,"))
  }
}
