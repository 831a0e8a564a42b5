import Benchmarking
import ProductivityModel
import Tabular

@testable import Ingest

/// Claims as a text, with the control segments around them.
struct ClaimsText {
  /// The segments from ST to SE, without these two.
  var body: [String]
  var version = "005010X222A1"
  var set = "837"

  /// Everything from ISA to IEA, a segment each.
  var segments: [String] {
    [
      "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260301*1200*^*00501*000000042*0*P*:",
      "GS*HC*SENDER*RECEIVER*20260301*1200*7*X*\(version)", "ST*\(set)*0001*\(version)",
    ] + body + ["SE*\(body.count + 2)*0001", "GE*1*7", "IEA*1*000000042"]
  }

  var text: String { segments.joined(separator: "~\n") + "~\n" }

  /// A billing organization, a subscriber who is the patient, and a claim of two lines.
  static let sample: [String] = [
    "BHT*0019*00*1*20260301*1200*CH", "NM1*41*2*SENDER*****46*1", "NM1*40*2*RECEIVER*****46*2", "HL*1**20*1",
    "NM1*85*2*INVENTED CLINIC*****XX*1000000103", "N3*1 STREET", "HL*2*1*22*0", "SBR*P*18*******MB",
    "NM1*IL*1*DOE*PAT****MI*MEMBER1", "DMG*D8*19700101*F", "NM1*PR*2*PAYER*****PI*99",
    "CLM*CLAIM1*250***11:B:1*Y*A*Y*Y",
    "HI*ABK:Z0000", "NM1*82*1*SMITH*JANE****XX*1000000004", "LX*1", "SV1*HC:99214:25:59*150.5*UN*2***1",
    "DTP*472*D8*20260305", "REF*6R*LINE1", "LX*2", "SV1*HC:00840:AA*99.5*MJ*45*22**1", "DTP*472*D8*20260306",
  ]
}

/// What the records of claims give.
struct ReadClaims {
  /// The cells of each record without fault.
  var records: [[LogColumn: String]] = []
  /// The segment and the claim of each record, also of those with a fault.
  var lines: [Int] = []
  var claims: [Int] = []
  var faults: [Finding] = []
  var findings: [Finding] = []
  var failure: InputFailure?

  init(_ text: String, roster: [String: String]? = nil, piece: Int = .max) {
    self.init(Array(text.utf8), roster: roster, piece: piece)
  }

  init(_ bytes: [UInt8], roster: [String: String]? = nil, piece: Int = .max) {
    do {
      var records = try ProfessionalClaimRecords(
        MemorySource(bytes, piece: piece), path: "claims.837", clinicians: roster.map(Self.directory))
      defer { findings = records.findings }
      while try records.next() {
        lines.append(records.line)
        claims.append(records.claimNumber)
        if let fault = records.fault {
          faults.append(fault)
          continue
        }
        var cells: [LogColumn: String] = [:]
        for column in LogColumn.allCases {
          let text = String(decoding: records.cell(column), as: UTF8.self)
          if !text.isEmpty { cells[column] = text }
        }
        self.records.append(cells)
      }
    } catch let failure as InputFailure {
      self.failure = failure
    } catch { fatalError("\(error)") }
  }

  /// A roster of ids by identifier.
  static func directory(_ ids: [String: String]) -> ClinicianDirectory {
    ClinicianDirectory(
      ids.sorted(by: <).map { npi, id in
        RosterInterval(
          clinicianID: id, npi: npi, name: "", specialty: "", clinicalFTEMillionths: 1_000_000,
          start: CalendarDate(daysSinceEpoch: 0), end: nil, position: SourcePosition(file: "roster.csv"))
      })
  }

  /// A column of all records without fault.
  subscript(column: LogColumn) -> [String] { records.map { $0[column] ?? "" } }

  /// Everything that was told.
  var told: String {
    ((faults + findings).map { "\($0.position?.description ?? "") \($0.message) \($0.hint ?? "")" }
      + [failure?.description ?? ""]).joined(separator: "\n")
  }
}
