import Foundation
import TestSupport
import Testing

/// A practice of six surgeons, three of the hand and three of the hip, whose numbers are worked here on paper.
///
/// By release 2025D: 26055 has 3.11 wRVUs, 27130 has 19.60, 99213 1.30, 99214 1.92.
@Suite struct `Case mix and visits` {
  private static let job = """
    practice: Six Surgeons on Paper
    year: 2025
    logs: [{files: log.csv}]
    roster: roster.csv
    formats: [csv, json, html]
    output: out
    failOn: never
    privacy: {minimumPeers: 2}
    caseMix: {nearest: 2}
    review: {minimumLines: 10, points: 10}
    profiles: profiles.csv

    """

  private static let profiles = """
    source,year,specialty,code,clinicians,services
    Invented Counts,2024,Orthopedic Surgery,99213,900,700
    Invented Counts,2024,Orthopedic Surgery,99214,800,300
    Invented Counts,2024,Cardiology,99213,800,300

    """

  /// Each surgeon's operations, and visits at 99213 and 99214, and how many of the visits have modifier 25.
  private static let surgeons: [(id: String, code: String, operations: Int, low: Int, high: Int, with25: Int)] = [
    ("H1", "26055", 20, 2, 8, 6), ("H2", "26055", 30, 6, 4, 1), ("H3", "26055", 40, 7, 3, 1),
    ("J1", "27130", 10, 5, 5, 1), ("J2", "27130", 12, 6, 4, 0), ("J3", "27130", 14, 6, 4, 0),
  ]

  private static func practice() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var log = "line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service\n"
    var roster = "clinician_id,name,specialty,clinical_fte,start,end\n"
    var line = 0
    func add(_ id: String, _ code: String, _ modifiers: String = "", units: Int = 1, patient: Int? = nil) {
      line += 1
      log += "L\(line),\(id),2025-10-0\(1 + line % 9),P\(patient ?? line),\(code),\(modifiers),\(units),11\n"
    }
    for surgeon in surgeons {
      roster += "\(surgeon.id),Surgeon \(surgeon.id),Orthopedic Surgery,1.0,2020-01-01,\n"
      for _ in 0..<surgeon.operations { add(surgeon.id, surgeon.code) }
      for number in 0..<surgeon.low { add(surgeon.id, "99213", number < surgeon.with25 - surgeon.high ? "25" : "") }
      for number in 0..<surgeon.high { add(surgeon.id, "99214", number < surgeon.with25 ? "25" : "") }
    }
    // A visit that is taken back: it is in no count.
    log += "X1,H2,2025-11-03,PX,99215,25,1,11\nX2,H2,2025-11-03,PX,99215,25,-1,11\n"
    try folder.write("job.yaml", job)
    try folder.write("log.csv", log)
    try folder.write("roster.csv", roster)
    try folder.write("profiles.csv", profiles)
    return folder
  }

  private static func run(_ folder: TemporaryFolder) throws {
    let outcome = try BuiltProgram.run(["run", "\(folder.path)/job.yaml", "--quiet"])
    #expect(outcome.code == 0, "\(outcome.messages)")
  }

  private static func rows(_ file: String, _ folder: TemporaryFolder, _ starts: String) throws -> [[String]] {
    try #require(folder.text("out/data/\(file).csv")).split(separator: "\n").filter { $0.hasPrefix(starts) }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func `visits by level are those of the paper`() throws {
    let folder = try Self.practice()
    try Self.run(folder)
    let rows = try Self.rows("visit_levels", folder, "H1,").filter { $0[2] == "Office visits of established patients" }
    #expect(rows.map { $0[3] } == ["99211", "99212", "99213", "99214", "99215"])
    let (low, high) = (rows[2], rows[3])
    // 2 and 8 of 10 visits. The five others have 30 at 99213 and 20 at 99214. Two of ten by Wilson: 5.67 to 50.98 %.
    #expect(low[5...7] == ["2", "10", "20"])
    #expect(high[5...7] == ["8", "10", "80"])
    #expect(low[8].hasPrefix("5.668") && low[9].hasPrefix("50.98"))
    #expect(high[10...12] == ["5", "50", "40"])
    #expect(low[12] == "60")
    // Elsewhere 70 and 30 %; the quote of a specialty with a comma is the CSV's, so none here.
    let profile = try #require(folder.text("out/data/visit_levels.csv"))
    #expect(profile.contains("\"Invented Counts, Orthopedic Surgery, 2024\",30,peers profile,-2.48,-3.1"))
    // 6 x 1.30 + 4 x 1.92 - (2 x 1.30 + 8 x 1.92) = -2.48; 7 x 1.30 + 3 x 1.92 - 17.96 = -3.10.
    #expect(rows.allSatisfy { $0[5] != "0" || !$0.contains("peers") })
    #expect(try Self.rows("visit_levels", folder, "H2,").allSatisfy { $0[3] != "99215" || $0[5] == "0" })
  }

  @Test func `modifier 25 is counted on visits alone, and what is taken back is not`() throws {
    let folder = try Self.practice()
    try Self.run(folder)
    let own = try #require(try Self.rows("modifier_use", folder, "H1,Orthopedic Surgery,25,").first)
    // 6 of 10 visits; the others 3 of 50, of three of them.
    #expect(own[3...5] == ["10", "6", "60"])
    #expect(own[8...11] == ["5", "50", "6", "peers"])
    let other = try #require(try Self.rows("modifier_use", folder, "H2,Orthopedic Surgery,25,").first)
    #expect(other[3...4] == ["10", "1"])
  }

  @Test func `the nearest of a hand surgeon are the hand surgeons`() throws {
    let folder = try Self.practice()
    try Self.run(folder)
    let own = try #require(try Self.rows("case_mix", folder, "H3,").first)
    // H3 has 40 x 3.11 + 7 x 1.30 + 3 x 1.92 = 139.26: 4th of 6 in the specialty, 1st of the three of the hand.
    // Median of H1 (62.2 + 17.96 = 80.16) and H2 (93.3 + 15.48 = 108.78): 94.47.
    #expect(own[2...3] == ["5", "2"])
    #expect(own[6] == "1")
    #expect(own[7].hasPrefix("83.33") && own[8].hasPrefix("41.66"))
    #expect(own[9] == "94.47")
    let text = try BuiltProgram.run(["compare", "\(folder.path)/job.yaml", "--clinician", "H3", "--quiet"]).output
    #expect(text.contains("Among the 2 whose case mix is nearest"))
    // Both of the hand are below, as are two of all five: one choice of ten does that.
    #expect(text.contains("do not differ by more than 2 others picked at random from the 5 would make"))
    #expect(!text.contains("Worth a review"))
    let review = try BuiltProgram.run(["compare", "\(folder.path)/job.yaml", "--clinician", "H1", "--quiet"]).output
    #expect(review.contains("Worth a review:") && review.contains("not a finding of wrong coding"))
  }

  /// Clinicians of one specialty by id, with the operations that each of them did once a month in 2025, one by one.
  private static func specialty(_ own: [(id: String, code: String, operations: Int)]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var log = "line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service\n"
    var roster = "clinician_id,name,specialty,clinical_fte,start,end\n"
    for (id, code, operations) in own {
      roster += "\(id),Surgeon \(id),Orthopedic Surgery,1.0,2020-01-01,\n"
      for number in 0..<operations {
        log += "\(id)-\(number),\(id),2025-\(number % 3 + 10)-01,P\(number),\(code),,1,11\n"
      }
    }
    try folder.write("job.yaml", job.replacingOccurrences(of: "nearest: 2", with: "nearest: 5"))
    try folder.write("log.csv", log)
    try folder.write("roster.csv", roster)
    try folder.write("profiles.csv", profiles)
    return folder
  }

  /// Six of the hand with 10 to 60 times 3.11, and five of the hip with 10 to 14 times 19.60: more than any of the hand.
  @Test func `a standing that is higher among the nearest than chance makes is told`() throws {
    let folder = try Self.specialty(
      (1...6).map { ("H\($0)", "26055", 10 * $0) } + (1...5).map { ("J\($0)", "27130", 9 + $0) })
    let text = try BuiltProgram.run(["compare", "\(folder.path)/job.yaml", "--clinician", "H6", "--quiet"]).output
    #expect(text.contains("Among the 5 whose case mix is nearest"), "\(text)")
    #expect(text.contains("part of the distance to the others goes with the kind of work"), "\(text)")
  }

  @Test func `where all do the same work nobody is nearer than another, and nothing is told of it`() throws {
    let folder = try Self.specialty((10...33).map { ("A\($0)", "26055", $0) })
    try Self.run(folder)
    #expect(try Self.rows("case_mix", folder, "A").allSatisfy { $0[2...3] == ["23", "23"] })
    let text = try BuiltProgram.run(["compare", "\(folder.path)/job.yaml", "--clinician", "A22", "--quiet"]).output
    #expect(
      text.contains("all 23 others of the specialty with an annualised figure and work are equally near"), "\(text)")
    #expect(text.contains("it adds nothing to the rank"))
    #expect(!text.contains("goes with the kind of work"))
  }

  @Test func `who is ranked without work is counted, and it is said that there is no case mix`() throws {
    let folder = try Self.specialty((10...15).map { ("A\($0)", "26055", $0) } + [("Z", "26055", 0)])
    let log = try #require(folder.text("log.csv"))
    try folder.write("log.csv", log + "Z-1,Z,2025-11-03,PZ,36415,,1,11\n")
    let text = try BuiltProgram.run(["compare", "\(folder.path)/job.yaml", "--clinician", "A11", "--quiet"]).output
    #expect(text.contains("5 of 7"), "\(text)")
    #expect(text.contains("1 other more with an annualised figure has no work to compare"), "\(text)")
  }

  @Test func `a practice with too few peers says so`() throws {
    let folder = try Self.practice()
    try folder.write("job.yaml", Self.job.replacingOccurrences(of: "minimumPeers: 2", with: "minimumPeers: 6"))
    try Self.run(folder)
    #expect(try Self.rows("case_mix", folder, "H3,").first?[2...7] == ["5", "", "", "", "", ""])
    #expect(try Self.rows("visit_levels", folder, "H").allSatisfy { $0[10] == "" && $0[12] == "" })
    let page = try #require(folder.text("out/clinician/h3.html"))
    #expect(page.contains("cannot tell low work from other work by its own peers"))
  }

  /// With four peers needed, 25 is carried by three others of H1: the share must not be anywhere, nor what gives it away.
  @Test func `what few peers have is in no file`() throws {
    let folder = try Self.practice()
    try folder.write("job.yaml", Self.job.replacingOccurrences(of: "minimumPeers: 2", with: "minimumPeers: 4"))
    try Self.run(folder)
    let own = try #require(try Self.rows("modifier_use", folder, "H1,Orthopedic Surgery,25,").first)
    #expect(own[8...11] == ["", "", "", ""])
    let others = try Self.rows("modifier_use", folder, "J2,Orthopedic Surgery,25,")
    #expect(others.first?[8...10] == ["5", "50", "18"])
  }

  @Test func `the same bytes come out with every kind of inner loop that OpenBLAS has here`() throws {
    let folder = try Self.practice()
    try Self.run(folder)
    let files = "find out -type f ! -name manifest.json | sort | xargs sha256sum"
    let expected = try BuiltProgram.shell(files, in: folder.path).output
    let program = try BuiltProgram.path
    let measure = try BuiltProgram.beside("CaseMixMeasure")
    let checksum = try BuiltProgram.shell("'\(measure)' 600 300 12 10").output
    #expect(checksum.contains("checksum"))
    var compared = 0
    for core in ["Haswell", "Prescott", "Nehalem", "Sandybridge", "SkylakeX", "Zen"] {
      // Where the processor lacks what a loop needs, the program stops on an illegal instruction.
      let other = try BuiltProgram.shell("OPENBLAS_CORETYPE=\(core) '\(measure)' 600 300 12 10")
      if other.code != 0 { continue }
      #expect(other.output == checksum, "\(core)")
      let run = try BuiltProgram.shell(
        "OPENBLAS_CORETYPE=\(core) '\(program)' run job.yaml --quiet && \(files)", in: folder.path)
      #expect(run.output.hasSuffix(expected), "\(core)")
      compared += 1
    }
    #expect(compared >= 1)
  }
}
