import Foundation
import Ingest
import ProductivityModel
import Publishing
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// A line of an invented log.
struct LogLine: Hashable {
  var id = ""
  var clinician = "C-1"
  var date = "2025-10-06"
  var patient = "PAT-1"
  var code: String
  var modifiers = ""
  var units = "1"
  var place = "11"
  var charge = 100
  var void = ""

  init(
    _ code: String, _ modifiers: String = "", id: String = "", clinician: String = "C-1", date: String = "2025-10-06",
    patient: String = "PAT-1", units: String = "1", place: String = "11", charge: Int = 100, void: String = ""
  ) {
    self.id = id
    self.clinician = clinician
    self.date = date
    self.patient = patient
    self.code = code
    self.modifiers = modifiers
    self.units = units
    self.place = place
    self.charge = charge
    self.void = void
  }

  static let header =
    "line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service,charge,void_of"

  var text: String {
    "\(id),\(clinician),\(date),\(patient),\(code),\(modifiers),\(units),\(place),\(charge).00,\(void)"
  }

  /// The line with its sign turned.
  func reversed(id: String, void: String = "") -> LogLine {
    var line = self
    line.id = id
    line.units = units.hasPrefix("-") ? String(units.dropFirst()) : "-" + (units.isEmpty ? "1" : units)
    line.charge = -charge
    line.void = void
    return line
  }

  /// The units in ten-thousandths.
  var tenThousandths: Int64 {
    guard case .success(let value) = DecimalText.parse(units.isEmpty ? "1" : units, scale: 4) else { return 0 }
    return value
  }
}

/// An invented practice in a temporary folder, run with the fee schedules and policies that are published.
struct Practice {
  var files: [[LogLine]]
  var roster: String? = """
    clinician_id,name,specialty,clinical_fte,start,end
    C-1,Ada,Alpha,1,2020-01-01,
    C-2,Ben,Alpha,0.8,2020-01-01,2025-11-15
    C-2,Ben,Alpha,0.5,2025-11-16,
    C-3,Cleo,Alpha,0.3333,2025-09-01,
    C-4,Dov,Beta,1,2020-01-01,

    """
  var period = "2025-07-01..2026-02-28"
  var pay = "unadjusted"
  var benchmark = "survey-comparable"
  var fees = ""
  var policies: [String: String] = [:]
  /// Logs of any form, in place of ``files``.
  var logs: [String] = []
  /// More keys of the log and of `credit`.
  var logKeys = ""
  var creditKeys = ""
  var minimumPeers = 2
  /// Whether every line's rows are written, for which each line's outcome is kept.
  var writesCredits = true
  /// The survey's text, and more keys of the job.
  var survey = Self.survey
  /// More keys of the survey's entry.
  var surveyKeys = ""
  var jobKeys = ""

  static let survey = """
    survey,year,data_year,specialty,metric,n,p10,p25,p50,p75,p90
    Invented,2025,2025,Alpha,work_rvu,99,10,50,200,800,3000
    Invented,2025,2025,Beta,work_rvu,99,10,50,200,200,3000

    """

  init(_ lines: [LogLine]) { files = [lines] }
  init(files: [[LogLine]]) { self.files = files }
  init(log: String) { self.init(logs: [log]) }
  init(logs: [String]) {
    files = []
    self.logs = logs
  }

  /// What a run gave.
  struct Outcome {
    let results: RunResults
    let files: [String: String]

    subscript(name: String) -> String { files["data/\(name).csv"] ?? "" }

    /// A data file's records, by column.
    func records(_ name: String) -> [[String: String]] {
      let lines = self[name].split(separator: "\n", omittingEmptySubsequences: true).map(Practice.fields)
      guard let header = lines.first else { return [] }
      return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    }

    func clinician(_ id: String) throws -> [String: String] {
      try #require(records("clinicians").first { $0["clinician_id"] == id })
    }

    /// The fates of the lines in the order of the files.
    var fates: [String] {
      records("credits").sorted {
        ($0["file"] ?? "", Int($0["line"] ?? "") ?? 0) < ($1["file"] ?? "", Int($1["line"] ?? "") ?? 0)
      }.map { $0["fate"] ?? "" }
    }

    /// Lines' credits without their places in the files, sorted: what no order of lines may change.
    var creditsWithoutPlaces: [String] {
      self["credits"].split(separator: "\n").map { line in
        line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false).dropFirst(2).joined()
      }.sorted()
    }

    func findings(_ problem: Problem) -> [Finding] { results.findings.filter { $0.problem == problem } }
  }

  /// Runs the job and reads what was written.
  func run(memory: Int = Run.memory) throws -> Outcome {
    let folder = try TemporaryFolder()
    let inputs = try inputs(in: folder)
    let output = try StagedOutput(replacing: "\(folder.path)/out")
    let outcome = try Run.execute(inputs, output: output, version: "test", progress: nil, memory: memory)
    var files: [String: String] = [:]
    for path in outcome.files { files[path] = folder.text("out/\(path)") }
    return Outcome(results: outcome.results, files: files)
  }

  /// Writes the job's files into a folder and reads them.
  func inputs(in folder: TemporaryFolder) throws -> RunInputs {
    let texts = files.map { ([LogLine.header] + $0.map(\.text)).joined(separator: "\n") + "\n" } + logs
    for (number, text) in texts.enumerated() {
      let name = String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
      try folder.write("logs/\(name).csv", text)
    }
    if let roster { try folder.write("roster.csv", roster) }
    try folder.write("survey.csv", survey)
    for (name, text) in policies { try folder.write(name, text) }
    let job = try folder.write(
      "job.yaml",
      """
      practice: Invented
      period: \(period)
      logs: [{files: logs/*.csv\(logKeys)}]
      \(roster == nil ? "" : "roster: roster.csv")
      \(fees)
      credit: {pay: \(pay), benchmark: \(benchmark)\(creditKeys)}
      surveys: [{file: survey.csv\(surveyKeys)}]
      formats: [csv]
      credits: \(writesCredits)
      output: out
      privacy: {minimumPeers: \(minimumPeers)}
      \(jobKeys)

      """)
    return try RunInputs(job: job, dataFolder: PackageRoot.path("benchmarks-data"))
  }

  /// The fields of a record, quotes taken away.
  static func fields(_ record: some StringProtocol) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in record {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}

/// Random logs of real codes in which every rule has work to do.
struct RandomLog {
  var random: SplitMix64
  /// Ranked, bilateral, add-ons, components, visits, anesthesia, unpriced, zero-valued and unknown codes.
  static let codes = [
    "10061", "12018", "11042", "11102", "17000", "17003", "17110", "20610", "27130", "27447", "44120", "44140",
    "45378", "45380", "45385", "49505", "61715", "66984", "71046", "76705", "93306", "97110", "99024", "99213",
    "99214", "99397", "36415", "00100", "64999", "9921O",
    "20610", "29881", "43235", "43239", "36591", "G0117",
  ]
  static let modifiers = [
    "", "", "", "", "25", "26", "TC", "50", "51", "52", "53", "54", "55", "62", "66", "78", "80", "AS", "59 50",
    "22 80",
    "LT", "RT", "LT", "RT", "LT RT", "RT 62", "LT 62", "E1", "AA", "ZZ",
  ]

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  /// Lines with ids of their own, none of them a reversal.
  mutating func lines(_ count: Int, clinicians: Int = 4, patients: Int = 6, prefix: String = "L") -> [LogLine] {
    (0..<count).map { number in
      LogLine(
        pick(Self.codes), pick(Self.modifiers), id: "\(prefix)\(10_000 + number)",
        clinician: "C-\(Int.random(in: 1...clinicians, using: &random))",
        date: pick(["2025-09-30", "2025-10-06", "2025-11-20", "2025-12-31", "2026-01-01", "2026-02-03"]),
        patient: Int.random(in: 0..<20, using: &random) == 0
          ? "" : "PAT-\(Int.random(in: 1...patients, using: &random))",
        units: pick(["1", "1", "1", "2", "2.5", "7", "0.5"]), place: pick(["11", "21", "22", ""]),
        charge: Int.random(in: 1...900, using: &random))
    }
  }
}
