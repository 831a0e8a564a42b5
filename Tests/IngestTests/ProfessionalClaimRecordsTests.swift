import ProductivityModel
import Tabular
import Testing

@testable import Ingest

/// Professional claims as records of a log.
@Suite struct ProfessionalClaimRecordsTests {
  private static let sample = ClaimsText(body: ClaimsText.sample)

  /// The sample with some segments in the place of one of its own.
  private func changed(_ segment: String, _ replacement: String...) -> ReadClaims {
    precondition(ClaimsText.sample.contains(segment))
    return ReadClaims(ClaimsText(body: ClaimsText.sample.flatMap { $0 == segment ? replacement : [$0] }).text)
  }

  @Test func `each service line is a record with the cells of its claim`() {
    let claims = ReadClaims(Self.sample.text)
    #expect(claims.told.filter { !$0.isWhitespace }.isEmpty, "\(claims.told)")
    #expect(claims.lines == [18, 22])
    #expect(claims.claims == [1, 1])
    #expect(
      claims.records == [
        [
          .lineID: "LINE1", .clinicianID: "1000000004", .serviceDate: "2026-03-05", .patientID: "MEMBER1",
          .code: "99214",
          .modifiers: "25 59", .units: "2", .placeOfService: "11", .charge: "150.5", .claimID: "CLAIM1",
          .claimFrequency: "1",
        ],
        [
          .clinicianID: "1000000004", .serviceDate: "2026-03-06", .patientID: "MEMBER1", .code: "00840",
          .modifiers: "AA",
          .units: "1", .minutes: "45", .placeOfService: "22", .charge: "99.5", .claimID: "CLAIM1", .claimFrequency: "1",
        ],
      ])
  }

  @Test(arguments: ["~\n", "~", "~\r\n", "\n", "!"])
  func `the end of segments changes nothing but the numbers of text lines`(end: String) {
    let text = Self.sample.segments.map { $0 + end }.joined()
    #expect(ReadClaims(text).records == ReadClaims(Self.sample.text).records)
    #expect(ReadClaims(text).lines == [18, 22])
    #expect(ReadClaims(text, piece: 1).records == ReadClaims(Self.sample.text).records)
  }

  // MARK: Providers

  @Test func `a clinician's identifier becomes the id of the roster`() {
    let claims = ReadClaims(Self.sample.text, roster: ["1000000004": "C-1", "1000000103": "C-9"])
    #expect(claims[.clinicianID] == ["C-1", "C-1"])
    #expect(claims[.billingID] == ["C-9", "C-9"])
  }

  @Test func `the line's own rendering and supervising providers go before the claim's, for that line alone`() {
    var body = ClaimsText.sample
    body.insert("NM1*DQ*1*HEAD*ANN****XX*1000000202", at: body.firstIndex(of: "LX*1")!)
    let line = body.firstIndex(of: "REF*6R*LINE1")!
    body.insert(contentsOf: ["NM1*82*1*LEE*KIM****XX*1000000301", "NM1*DQ*1*BOSS*B****XX*1000000400"], at: line + 1)
    let claims = ReadClaims(ClaimsText(body: body).text)
    #expect(claims[.clinicianID] == ["1000000301", "1000000004"])
    #expect(claims[.supervisingID] == ["1000000400", "1000000202"])
  }

  @Test func `where nobody is said to render, the billing provider does`() {
    var body = ClaimsText.sample.filter { !$0.hasPrefix("NM1*82") }
    #expect(ReadClaims(ClaimsText(body: body).text)[.clinicianID] == ["1000000103", "1000000103"])
    body[4] = "NM1*85*1*SOLO*ANN****XX*1000000509"
    let solo = ReadClaims(ClaimsText(body: body).text)
    #expect(solo[.clinicianID] == ["1000000509", "1000000509"] && solo[.billingID] == solo[.clinicianID])
  }

  @Test func `providers as another payer knows them are not the practice's`() {
    let other = [
      "SBR*S*18*******CI", "OI***Y***Y", "NM1*IL*1*DOE*PAT****MI*OTHER9", "NM1*82*1", "REF*G2*77", "NM1*DQ*1",
    ]
    let claims = changed("LX*1", other[0], other[1], other[2], other[3], other[4], other[5], "LX*1")
    #expect(claims.records == ReadClaims(Self.sample.text).records)
  }

  @Test func `a rendering provider without a usable identifier rejects the line and is not passed over`() {
    for segment in ["NM1*82*1*SMITH*JANE", "NM1*82*1*SMITH*JANE****24*1000000004", "NM1*82*1*SMITH*JANE****XX*12AB"] {
      let claims = changed("NM1*82*1*SMITH*JANE****XX*1000000004", segment)
      #expect(claims.records.isEmpty)
      #expect(claims.faults.map(\.problem) == [.unmatchedClinician, .unmatchedClinician])
      #expect(claims.faults[0].message.contains("rendering provider"))
    }
    let bad = changed("REF*6R*LINE1", "NM1*DQ*1*BOSS*B****XX*12AB")
    #expect(bad.faults.map(\.message).first?.contains("supervising provider") == true && bad.records.count == 1)
  }

  // MARK: The hierarchy

  @Test func `levels end what was said within those before them`() {
    let body = [
      "BHT*0019*00*1*20260301*1200*CH", "HL*1**20*1", "NM1*85*1*ONE*A****XX*1000000103", "HL*2*1*22*1",
      "NM1*IL*1*DOE*PAT****MI*FAMILY", "HL*3*2*23*0", "PAT*19", "NM1*QC*1*DOE*KID", "DMG*D8*20150101*M",
      "CLM*A*1***11:B:1", "NM1*82*1*X*X****XX*1000000004", "LX*1", "SV1*HC:99213*1*UN*1", "DTP*472*D8*20260301",
      "HL*4*2*23*0", "NM1*QC*1*DOE*TOT", "DMG*D8*20180101*F", "CLM*B*1***11:B:1", "LX*1", "SV1*HC:99213*1*UN*1",
      "DTP*472*D8*20260301", "HL*5*1*22*0", "NM1*IL*1*ROE*ANN****MI*ROE1", "CLM*C*1***11:B:1", "LX*1",
      "SV1*HC:99213*1*UN*1", "DTP*472*D8*20260301", "CLM*D*1***21:B:1", "LX*1", "SV1*HC:99213*1*UN*1",
      "DTP*472*D8*20260302", "HL*6**20*1", "NM1*85*1*TWO*B****XX*1000000202", "HL*7*6*22*0", "NM1*IL*1*POE*SUE",
      "CLM*E*1***11:B:1", "LX*1", "SV1*HC:99213*1*UN*1", "DTP*472*D8*20260301",
    ]
    let claims = ReadClaims(ClaimsText(body: body).text)
    #expect(claims.faults.isEmpty && claims.findings.isEmpty, "\(claims.told)")
    #expect(claims[.claimID] == ["A", "B", "C", "D", "E"] && claims.claims == [1, 2, 3, 4, 5])
    #expect(claims[.clinicianID] == ["1000000004", "1000000103", "1000000103", "1000000103", "1000000202"])
    #expect(claims[.patientID] == ["FAMILY|KID|20150101", "FAMILY|TOT|20180101", "ROE1", "ROE1", ""])
    #expect(claims[.placeOfService] == ["11", "11", "11", "21", "11"])
  }

  @Test func `a patient's own number goes before the subscriber's`() {
    let own = changed("DMG*D8*19700101*F", "HL*3*2*23*0", "NM1*QC*1*DOE*KID****MI*KID7")
    #expect(own[.patientID] == ["KID7", "KID7"])
    let reference = changed("DMG*D8*19700101*F", "HL*3*2*23*0", "NM1*QC*1*DOE*KID", "REF*Y4*CASE", "REF*1W*KID8")
    #expect(reference[.patientID] == ["KID8", "KID8"])
  }

  @Test func `several interchanges, groups and sets follow one another, each afresh`() {
    let twice = ReadClaims(Self.sample.text + Self.sample.text.replacing("*", with: "|").replacing(":", with: ">"))
    #expect(twice.records == ReadClaims(Self.sample.text).records + ReadClaims(Self.sample.text).records)
    #expect(twice.claims == [1, 1, 2, 2] && twice.findings.isEmpty)
    let segments = Self.sample.segments
    let set = Array(segments[2..<segments.count - 2])
    let sets = Array(segments[..<2]) + set + set + ["GE*2*7", "IEA*1*000000042"]
    let claims = ReadClaims(sets.joined(separator: "~") + "~")
    #expect(claims.records.count == 4 && claims.findings.isEmpty, "\(claims.told)")
    let lone = ReadClaims(
      ClaimsText(body: ["BHT*0019*00*1*20260301*1200*CH", "LX*1", "SV1*HC:99213*1*UN*1", "DTP*472*D8*20260301"]).text)
    #expect(lone.faults.map(\.problem) == [.raggedRow])
  }

  // MARK: Lines

  @Test(arguments: ["1", "7", "8"])
  func `the frequency tells replacements and voids, with units as in the claim`(frequency: String) {
    let claims = changed("CLM*CLAIM1*250***11:B:1*Y*A*Y*Y", "CLM*CLAIM1*250***11:B:\(frequency)*Y*A*Y*Y")
    #expect(claims[.claimFrequency] == [frequency, frequency] && claims[.units] == ["2", "1"])
  }

  @Test func `a service of several days counts on the first, and a note says so`() {
    let claims = changed("DTP*472*D8*20260305", "DTP*472*RD8*20260305-20260307")
    #expect(claims[.serviceDate] == ["2026-03-05", "2026-03-06"] && claims[.units] == ["2", "1"])
    #expect(claims.findings.map(\.problem) == [.dateRange] && claims.findings[0].position?.line == 18)
    let one = changed("DTP*472*D8*20260305", "DTP*472*RD8*20260305-20260305")
    #expect(one[.serviceDate] == ["2026-03-05", "2026-03-06"] && one.findings.isEmpty)
  }

  @Test(arguments: [
    "D8*20260230", "D8*2026035", "RD8*20260305", "RD8*20260307-20260305", "RD8*20260305-20261399",
    "D8*20260305-20260307",
    "D8*2026O305", "DT*202603051200",
  ])
  func `days that are none reject the line`(days: String) {
    let claims = changed("DTP*472*D8*20260305", "DTP*472*\(days)")
    #expect(claims.faults.map(\.problem) == [.impossibleDate] && claims.faults[0].position?.line == 18)
    #expect(claims.records.count == 1)
  }

  @Test func `a line without days is on those of its claim, where that has some`() {
    var body = ClaimsText.sample.filter { $0 != "DTP*472*D8*20260305" }
    #expect(ReadClaims(ClaimsText(body: body).text)[.serviceDate] == ["", "2026-03-06"])
    body.insert("DTP*472*D8*20260301", at: body.firstIndex(of: "HI*ABK:Z0000")!)
    #expect(ReadClaims(ClaimsText(body: body).text)[.serviceDate] == ["2026-03-01", "2026-03-06"])
  }

  @Test func `what a line lacks is an empty cell or a fault, never another line's`() {
    let service = "SV1*HC:99214:25:59*150.5*UN*2***1"
    #expect(changed(service)[.code] == ["", "00840"])
    #expect(changed(service, "SV1")[.code] == ["00840"])
    #expect(changed(service, "SV1").faults.map(\.problem) == [.missingValue])
    #expect(changed(service, "SV1*HC:99214*1*F2*3").faults.map(\.problem) == [.notANumber])
    #expect(changed(service, "SV1*HC**UN*1")[.code] == ["", "00840"])
    #expect(changed(service, "SV1*HC:99214**UN*1")[.charge] == ["", "99.5"])
    #expect(changed("CLM*CLAIM1*250***11:B:1*Y*A*Y*Y", "CLM*CLAIM1*250")[.placeOfService] == ["", "22"])
    #expect(changed(service, "SV1*HC:99214:25::59:62*1*UN*1")[.modifiers] == ["25 59 62", "AA"])
    #expect(changed(service, "SV1*HC:99214::::XS:A TITLE*1*UN*1")[.modifiers] == ["XS", "AA"])
  }

  @Test func `services without a line of their own are lines all the same`() {
    let claims = changed("LX*2")
    #expect(claims[.code] == ["99214", "00840"] && claims.lines == [18, 22])
    #expect(changed("LX*1")[.code] == ["99214", "00840"])
  }

  @Test func `a control number that counts the lines of a claim is no id of a line`() {
    for counter in ["1", "02", "0999"] { #expect(changed("REF*6R*LINE1", "REF*6R*\(counter)")[.lineID] == ["", ""]) }
    for id in ["1000", "A1", "2026-1"] { #expect(changed("REF*6R*LINE1", "REF*6R*\(id)")[.lineID] == [id, ""]) }
  }

  @Test func `texts longer than any in claims reject the line`() {
    let long = String(repeating: "9", count: 300)
    let claims = changed("REF*6R*LINE1", "REF*6R*\(long)")
    #expect(claims.faults.map(\.problem) == [.raggedRow] && claims[.code] == ["00840"])
    #expect(changed("NM1*82*1*SMITH*JANE****XX*1000000004", "NM1*82*1*SMITH*JANE****XX*\(long)").faults.count == 2)
  }
}
