import Benchmarking
import ProductivityModel
import Reporting
import Synchronization
import Tabular
import Testing
import Threads

@testable import Rendering

struct DataFileTests {
  private func lines(_ name: String, _ results: RunResults = PracticeFixture.results()) throws -> [String] {
    var results = results
    results.goals = GoalFixture.results().goals
    if !results.clinicians.isEmpty { results.clinicians[0].recent = GoalFixture.results().clinicians[0].recent }
    let files = try renderRun(results, reports: [], formats: [.csv], version: "1")
    let file = try #require(files.first { $0.path == "data/\(name).csv" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasSuffix("\n"))
    return text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    (
      "clinicians",
      "period_start,period_end,clinician_id,name,specialty,lines,encounters,units,work_rvu_unadjusted,work_rvu_pay,"
        + "work_rvu_benchmark,clinical_fte,work_rvu_per_fte,annualized_work_rvu_per_fte,survey,survey_year,survey_n,"
        + "survey_median,percentile,times_median,peer_rank,peer_count,peer_percentile,"
        + "unpriced_lines,unpriced_charge,work_rvu_unpriced_valued,asa_units,"
        + "days_counted,leave_days,uncounted_lines,uncounted_work_rvu,ramp_days,ramp_work_rvu,annualized_by,peer_interval_low,peer_interval_high,role_split"
    ),
    (
      "specialties",
      "specialty,clinicians,ranked,lines,encounters,units,work_rvu_unadjusted,work_rvu_pay,work_rvu_benchmark,mean,"
        + "p10,p25,p50,p75,p90,survey,survey_year,survey_n,survey_median"
    ),
    (
      "months",
      "month,clinician_id,specialty,lines,encounters,units,work_rvu_unadjusted,work_rvu_pay,work_rvu_benchmark,"
        + "unpriced_lines,unpriced_charge,charge,fte_days,uncounted_work_rvu"
    ),
    (
      "placements",
      "clinician_id,specialty,metric,value,survey,survey_year,survey_data_year,n,percentile,times_median,basis,"
        + "survey_specialty,region,provider_type"
    ),
    (
      "control_totals",
      "file,sha256,records,rejected,duplicate,superseded,voided,held,out_of_period,excluded,unpriced,zero_valued,"
        + "credited,units,charge,other_rows"
    ),
    (
      "case_mix",
      "clinician_id,specialty,others,nearest,greatest_similarity,lowest_similarity,nearest_rank,nearest_percentile,"
        + "specialty_percentile,nearest_median"
    ),
    (
      "visit_levels",
      "clinician_id,specialty,family,code,level,visits,family_visits,share,share_low,share_high,peers,peer_visits,"
        + "peer_share,profile,profile_share,review,peer_shift_work_rvu,profile_shift_work_rvu"
    ),
    (
      "modifier_use",
      "clinician_id,specialty,modifier,lines,lines_with_modifier,share,share_low,share_high,peers,peer_lines,peer_share,"
        + "review"
    ),
    (
      "top_codes",
      "clinician_id,specialty,place,code,lines,units,work_rvu_benchmark,units_per_fte,peers,peer_median_units_per_fte"
    ),
    (
      "goals",
      "clinician_id,name,specialty,year_start,year_end,ledger,target,work_rvu,expected,"
        + "pace,projected,projected_percentile,needed_per_working_day,working_days_counted,working_days,not_known,"
        + "employed_from,employed_through,counted_through,projected_work_rvu_per_fte,survey,survey_year,survey_n,survey_median,times_median,source,basis,"
        + "standing,uncounted_work_rvu,not_projected,not_placed"
    ),
    ("goal_months", "month,clinician_id,specialty,ledger,target_work_rvu,actual_work_rvu"),
    (
      "recent",
      "clinician_id,specialty,window,period_start,period_end,lines,encounters,units,work_rvu_unadjusted,work_rvu_pay,"
        + "work_rvu_benchmark,days_counted,clinical_fte,work_rvu_per_fte,gap,before_period_start,before_period_end,"
        + "before_lines,before_encounters,before_units,before_work_rvu_unadjusted,before_work_rvu_pay,"
        + "before_work_rvu_benchmark,before_days_counted,before_clinical_fte,before_work_rvu_per_fte,before_gap"
    ),
    (
      "recent_months",
      "month,clinician_id,specialty,lines,encounters,units,work_rvu_unadjusted,work_rvu_pay,work_rvu_benchmark"
    ),
    ("findings", "file,line,column,problem,severity,count,message,hint,examples,decided_by"),
    ("unpriced", "code,release,reason,nearest,lines,units,charge,file,line,service_date_release,service_date_work_rvu"),
  ])
  func `a data file has the columns that scripts rely on`(name: String, header: String) throws {
    #expect(try lines(name).first == header)
  }

  @Test func `a clinician's row is exact and plain`() throws {
    var results = PracticeFixture.results()
    let index = try #require(results.clinicians.firstIndex { $0.id == "C002" })
    results.clinicians[index].totals.benchmark = WorkRVU(millionths: 1_234_567_654_321)
    results.clinicians[index].totals.unadjusted = WorkRVU(millionths: -17_150_000)
    results.clinicians[index].clinicalFTEMillionths = 835_616
    results.clinicians[index].placement = Placement(position: .at(71.679_000_4), timesMedian: 1.334_222_8)
    let row = try #require(try lines("clinicians", results).first { $0.contains(",C002,") })
    let fields = row.split(separator: ",", omittingEmptySubsequences: false)
    #expect(fields.prefix(5) == ["2026-01-01", "2026-09-30", "C002", "Benjamin Strand", "Gastroenterology"])
    #expect(fields[8] == "-17.15")
    #expect(fields[10] == "1234567.654321")
    #expect(fields[11] == "0.835616")
    #expect(fields[14...17] == ["Synthetic Productivity Survey", "2025", "212", "8090"])
    #expect(fields[18...19] == ["71.679", "1.334223"])
    #expect(fields[20...22] == ["4", "6", "41.666667"])
  }

  @Test func `bounds and undefined values are written as the contract says`() throws {
    let rows = try lines("clinicians").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    func row(_ id: String) throws -> [Substring] { try #require(rows.first { $0[2] == id }) }
    #expect(try row("C003")[18] == ">90")
    #expect(try row("C004")[18] == "<10")
    let unknown = try row("C012")
    #expect(unknown[6] == "" && unknown[11] == "" && unknown[13] == "" && unknown[18] == "" && unknown[20] == "")
    let alone = try row("C008")
    #expect(alone[20...22] == ["", "3", ""])
  }

  @Test func `months add up to the period`() throws {
    let rows = try lines("months").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let results = PracticeFixture.results()
    #expect(rows.count == results.clinicians.count * 9)
    for clinician in results.clinicians {
      let own = rows.filter { $0[1] == clinician.id && $0[2] == clinician.specialty }
      #expect(own.map { Int($0[3]) ?? -1 }.reduce(0, +) == clinician.totals.lines)
    }
  }

  @Test(arguments: [
    ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"),
    ("\r=x", "'\r=x"), ("\u{FF1D}x", "'\u{FF1D}x"), ("O'Brien", "O'Brien"), ("", ""), ("a=b", "a=b"),
    ("=\u{301}x", "'=\u{301}x"),
  ])
  func `text that a spreadsheet would calculate is quoted`(text: String, harmless: String) {
    #expect(FormulaGuard.harmless(text) == harmless)
  }

  @Test func `a formula in a name is harmless and a negative number stays a number`() throws {
    var results = PracticeFixture.results(people: [
      PracticeFixture.Person(id: "-2+3", name: "=cmd|' /C calc'!A0", specialty: "@x", monthly: 500)
    ])
    results.clinicians[0].totals.benchmark = WorkRVU(hundredths: -5)
    let row = try lines("clinicians", results)[1]
    #expect(row.hasPrefix("2026-01-01,2026-09-30,'-2+3,'=cmd|' /C calc'!A0,'@x,"))
    #expect(row.contains(",-0.05,"))
  }

  /// A table of more clinicians than a piece has is the pieces one after the other, whoever makes them.
  @Test func `a large table is handed out in pieces that make the same file`() throws {
    var results = PracticeFixture.results()
    let some = results.clinicians
    results.clinicians = (0..<1_100).map { number in
      var clinician = some[number % some.count]
      clinician.id = "C\(number)"
      return clinician
    }
    let whole = Dictionary(
      uniqueKeysWithValues: DataTable.all(of: results).map { (CSVData.path(of: $0.name), CSVData.bytes(of: $0)) })
    for threads in [1, 2, 3] {
      let parts = Parts()
      try Workers.using(threads) {
        try renderRun(results, reports: [], formats: [.csv], version: "1", to: parts)
      }
      var files: [String: [UInt8]] = [:]
      for part in parts.all {
        #expect(part.isContinuation == (files[part.path] != nil))
        files[part.path, default: []] += part.bytes
      }
      #expect(files == whole, "\(threads) threads")
      #expect(parts.all.count > whole.count + 10)
    }
  }

  /// The parts of files as they come.
  private final class Parts: FileReceiver {
    private let taken = Mutex<[RenderedFile]>([])
    var all: [RenderedFile] { taken.withLock { $0 } }
    func take(part: RenderedFile) { taken.withLock { $0.append(part) } }
    func take(_ file: RenderedFile) { Issue.record("\(file.path) came whole") }
  }

  @Test func `a table without rows has its header`() throws {
    let table = DataTable.unpriced(of: PracticeFixture.results())
    #expect(CSVData.pieces(of: table).count == 1)
    #expect(String(decoding: CSVData.bytes(of: table), as: UTF8.self).hasPrefix("code,release,reason"))
  }
}
