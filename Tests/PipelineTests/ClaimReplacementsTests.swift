import ProductivityModel
import TestSupport
import Testing

@testable import Pipeline

/// Claims that replace, void or repeat others.
@Suite struct `A claim of a number` {
  /// A claim in a short form: number, frequency, patient, then its services as code and day of October 2025.
  private struct InventedClaim: Hashable {
    var number: String
    var frequency = "1"
    var patient = "P1"
    var lines: [Service]
    /// What line ids start with; empty for lines without ids.
    var prefix = ""

    struct Service: Hashable {
      var code: String
      var day: Int
    }

    /// - Parameter text: such as `A 7 P1: 99213 6, 99214 7`.
    init(_ text: String, prefix: String = "") {
      let parts = text.split(separator: ":")
      let head = parts[0].split(separator: " ").map(String.init)
      number = head[0] == "-" ? "" : head[0]
      frequency = head[1]
      patient = head[2]
      lines = parts[1].split(separator: ",").map {
        let words = $0.split(separator: " ").map(String.init)
        return Service(code: words[0], day: Int(words[1]) ?? 0)
      }
      self.prefix = prefix
    }

    func lineID(_ place: Int) -> String { prefix.isEmpty ? "" : "\(prefix)\(number)\(place)" }
  }

  /// A table of the claims' lines.
  private static func table(_ claims: [InventedClaim]) -> String {
    let header = "line_id,clinician_id,service_date,patient_id,code,claim_id,claim_frequency\n"
    return header
      + claims.flatMap { claim in
        claim.lines.enumerated().map { place, line in
          "\(claim.lineID(place)),C-1,2025-10-\(line.day < 10 ? "0" : "")\(line.day),\(claim.patient),\(line.code),"
            + "\(claim.number),\(claim.frequency)\n"
        }
      }.joined()
  }

  /// The claims as an interchange.
  private static func interchange(_ claims: [InventedClaim]) -> String {
    var body = ["HL*1**20*1", "NM1*85*1*A*B****XX*1000000004"]
    for (place, claim) in claims.enumerated() {
      body += ["HL*\(place + 2)*1*22*0", "SBR*P*18*******MB", "NM1*IL*1*DOE*PAT****MI*\(claim.patient)"]
      body.append("CLM*\(claim.number)*100***11:B:\(claim.frequency)*Y*A*Y*Y")
      for (number, line) in claim.lines.enumerated() {
        body += ["LX*\(number + 1)", "SV1*HC:\(line.code)*100*UN*1***1"]
        body.append("DTP*472*D8*202510\(line.day < 10 ? "0" : "")\(line.day)")
        if !claim.prefix.isEmpty { body.append("REF*6R*\(claim.lineID(number))") }
      }
    }
    let segments =
      [
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260301*1200*^*00501*000000042*0*P*:",
        "GS*HC*SENDER*RECEIVER*20260301*1200*7*X*005010X222A1", "ST*837*0001*005010X222A1",
      ] + body + ["SE*\(body.count + 2)*0001", "GE*1*7", "IEA*1*000000042"]
    return segments.joined(separator: "~\n") + "~\n"
  }

  private enum Form: CaseIterable { case table, interchange }

  private static func run(_ form: Form, _ files: [[InventedClaim]], memory: Int = Run.memory) throws -> Practice.Outcome
  {
    var practice = Practice(logs: files.map { form == .table ? table($0) : interchange($0) })
    practice.roster = "clinician_id,npi,name,specialty,clinical_fte,start,end\nC-1,1000000004,Ada,Alpha,1,2020-01-01,\n"
    return try practice.run(memory: memory)
  }

  private static func fates(_ form: Form, _ claims: String..., prefix: String = "") throws -> [String] {
    try run(form, [claims.map { InventedClaim($0, prefix: prefix) }]).fates
  }

  @Test(arguments: Form.allCases, ["", "L"])
  private func `is replaced by a later one, whatever its lines say`(form: Form, prefix: String) throws {
    #expect(
      try Self.fates(form, "A 1 P1: 99213 6, 36415 6", "A 7 P1: 99214 6", prefix: prefix)
        == ["superseded", "superseded", "credited"])
    #expect(
      try Self.fates(
        form, "A 1 P1: 99213 6", "A 7 P1: 99213 6", "A 7 P1: 99215 6", prefix: form == .table ? "" : prefix
      )
      .prefix(2) == ["superseded", form == .table ? "credited" : "superseded"])
  }

  @Test(arguments: Form.allCases, ["", "L"])
  private func `is taken back by a void, and both are voided`(form: Form, prefix: String) throws {
    let outcome = try Self.run(
      form, [[InventedClaim("A 1 P1: 99213 6", prefix: prefix)], [InventedClaim("A 8 P1: 99213 6", prefix: prefix)]])
    #expect(outcome.fates == ["voided", "voided"])
    #expect(try outcome.clinician("C-1")["work_rvu_pay"] == "0")
    #expect(outcome.results.findings.allSatisfy { $0.problem != .orphanReversal })
  }

  @Test(arguments: Form.allCases)
  private func `that is voided may be made anew`(form: Form) throws {
    #expect(
      try Self.run(
        form,
        [[InventedClaim("A 1 P1: 99213 6"), InventedClaim("A 8 P1: 99213 6")], [InventedClaim("A 1 P1: 99214 6")]]
      ).fates
        == ["voided", "voided", "credited"])
  }

  @Test(arguments: Form.allCases)
  private func `holds a void of nothing, and counts a replacement of nothing, with a word on each`(form: Form) throws {
    let void = try Self.run(form, [[InventedClaim("A 8 P1: 99213 6")]])
    #expect(void.fates == ["held"] && void.findings(.orphanReversal).map(\.count) == [1])
    let replacement = try Self.run(form, [[InventedClaim("A 7 P1: 99213 6, 99214 7")]])
    #expect(replacement.fates == ["credited", "credited"])
    #expect(replacement.findings(.loneReplacement).map(\.count) == [2])
  }

  @Test(arguments: Form.allCases)
  private func `of another patient is another claim`(form: Form) throws {
    let outcome = try Self.run(form, [[InventedClaim("1 1 P1: 99213 6"), InventedClaim("1 7 P2: 99213 6")]])
    #expect(outcome.fates == ["credited", "credited"] && outcome.findings(.loneReplacement).count == 1)
  }

  @Test(arguments: Form.allCases, ["7", "8"])
  private func `without a day in common is not guessed to be meant`(form: Form, frequency: String) throws {
    let outcome = try Self.run(form, [[InventedClaim("A 1 P1: 99213 6"), InventedClaim("A \(frequency) P1: 99213 9")]])
    #expect(outcome.fates == ["credited", "held"])
    #expect(outcome.findings(.undecidedClaim).map(\.count) == [1])
  }

  @Test func `among several is meant that has most services in common, and none where two have`() throws {
    #expect(
      try Self.fates(.interchange, "A 1 P1: 99213 6", "A 1 P1: 20610 6, 36415 6", "A 7 P1: 20610 6")
        == ["credited", "superseded", "superseded", "credited"])
    #expect(
      try Self.fates(.interchange, "A 1 P1: 99213 6", "A 1 P1: 99214 6", "A 7 P1: 99215 6")
        == ["credited", "credited", "held"])
  }

  @Test func `that is sent twice counts once, and lines of one table that say the same all count`() throws {
    #expect(
      try Self.fates(.interchange, "A 1 P1: 99213 6, 36415 6", "A 1 P1: 99213 6, 36415 6")
        == ["credited", "zero_valued", "duplicate", "duplicate"])
    #expect(try Self.fates(.table, "A 1 P1: 99213 6", "A 1 P1: 99213 6") == ["credited", "credited"])
    #expect(try Self.fates(.interchange, "A 1 P1: 99213 6", "B 1 P1: 99213 6") == ["credited", "credited"])
  }

  @Test(arguments: Form.allCases, ["", "L"])
  private func `in extracts that overlap is the same claim`(form: Form, prefix: String) throws {
    let claims = [
      "A 1 P1: 99213 6, 99214 7", "B 1 P2: 99215 6", "A 7 P1: 99214 7", "B 8 P2: 99215 6", "C 1 P1: 44120 9",
    ]
    .map { InventedClaim($0, prefix: prefix) }
    let whole = try Self.run(form, [claims])["clinicians"]
    for files in [
      [claims, claims], [Array(claims[..<2]), Array(claims[2...])], [Array(claims[..<3]), Array(claims[1...])],
      [Array(claims[..<3]), claims], [[claims[0]], Array(claims[..<3]), claims],
    ] {
      let outcome = try Self.run(form, files)
      #expect(outcome["clinicians"] == whole)
      let totals = outcome.results.controlTotals
      #expect(totals.allSatisfy { $0.counts.reduce(0, +) == $0.records })
    }
  }

  @Test(arguments: Form.allCases)
  private func `has no number and voids nothing`(form: Form) throws {
    #expect(
      try Self.fates(form, "- 1 P1: 99213 6", "- 8 P1: 99213 6", "- 7 P1: 99214 6") == ["credited", "held", "credited"])
  }

  @Test func `with another frequency counts as an original, and that is told`() throws {
    let outcome = try Self.run(.table, [[InventedClaim("A 1 P1: 99213 6"), InventedClaim("A 6 P1: 99214 6")]])
    #expect(outcome.fates == ["credited", "credited"])
    #expect(outcome.findings(.claimFrequency).map { "\($0.position?.line ?? 0) \($0.count)" } == ["3 1"])
  }

  /// Histories of claims, whole and divided among files in all places, in much and little memory, as table and interchange.
  @Test(arguments: 1...4)
  func `comes to the same however its history is divided among files`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var claims: [InventedClaim] = []
    for number in 0..<12 {
      let patient = "P\(Int.random(in: 1...3, using: &random))"
      let day = Int.random(in: 1...28, using: &random)
      var history = ["1"]
      while history.last != "8", Bool.random(using: &random) {
        history.append(["7", "8"].randomElement(using: &random) ?? "7")
      }
      for frequency in history {
        let codes = (0...Int.random(in: 0...2, using: &random)).map { _ in
          ["99213", "99214", "20610", "36415", "44120"].randomElement(using: &random) ?? "99213"
        }
        claims.append(
          InventedClaim("K\(number) \(frequency) \(patient): " + codes.map { "\($0) \(day)" }.joined(separator: ", ")))
      }
    }
    let whole = try Self.run(.interchange, [claims])
    let credited = Dictionary(grouping: claims.indices) { claims[$0].number }.values.compactMap { $0.last }
      .filter { claims[$0].frequency != "8" }.map { claims[$0].lines.count }.reduce(0, +)
    #expect(whole.fates.count { $0 == "credited" || $0 == "zero_valued" } == credited, "seed \(seed)")
    for cut in stride(from: 1, to: claims.count, by: 5) {
      let overlap = max(0, cut - Int.random(in: 0...3, using: &random))
      let parts = try Self.run(.interchange, [Array(claims[..<cut]), Array(claims[overlap...])], memory: 1)
      #expect(parts["clinicians"] == whole["clinicians"], "seed \(seed), cut \(overlap)..<\(cut)")
    }
  }
}
