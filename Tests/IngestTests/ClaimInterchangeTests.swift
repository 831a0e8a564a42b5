import ProductivityModel
import Tabular
import TestSupport
import Testing

@testable import Ingest

/// Files of claims that are cut off, changed, or something else; and what is said of them.
@Suite struct ClaimInterchangeTests {
  private static let sample = ClaimsText(body: ClaimsText.sample)

  @Test(arguments: [
    ("837", "005010X223A2", "institutions"), ("837", "004010X096A1", "institutions"),
    ("837", "005010X224A2", "dentists"),
    ("837", "005010X298", "another kind"), ("835", "005010X221A1", "835"), ("277", "005010X214", "277"),
    ("999", "005010X231A1", "acknowledgements"), ("850", "", "no claims"),
  ])
  func `other transaction sets are refused by what they are`(set: String, version: String, words: String) {
    let claims = ReadClaims(ClaimsText(body: ClaimsText.sample, version: version, set: set).text)
    #expect(claims.failure?.message.contains(words) == true && claims.failure?.position.line == 3)
    #expect(claims.failure?.hint?.contains("837P") == true && claims.lines.isEmpty)
  }

  @Test func `lines of institutions and dentists are refused where the version does not tell`() {
    for (segment, words) in [("SV2*0450*HC:99283*100*UN*1", "institutions"), ("SV3*AD:D0120*50", "dentists")] {
      let body = ClaimsText.sample.map { $0.hasPrefix("SV1") ? segment : $0 }
      #expect(ReadClaims(ClaimsText(body: body, version: "").text).failure?.message.contains(words) == true)
    }
    #expect(ReadClaims(ClaimsText(body: ClaimsText.sample, version: "").text).records.count == 2)
    #expect(ReadClaims(ClaimsText(body: ClaimsText.sample, version: "004010X098A1").text).records.count == 2)
  }

  @Test func `a file that is no interchange, or has no set, is refused`() {
    #expect(ReadClaims("line_id,code\n").failure?.message.contains("does not start with ISA") == true)
    #expect(ReadClaims("").failure?.message.contains("no transaction set") == true)
    let empty = Self.sample.segments[0] + "~IEA*0*000000042~"
    #expect(ReadClaims(empty).failure?.message.contains("no transaction set") == true)
  }

  @Test
  func `a file cut off at any byte never ends in a crash nor in silence, and gives no line that the whole has not`() {
    let bytes = Array(Self.sample.text.utf8)
    let whole = ReadClaims(bytes)
    // What follows the last control number is the end of a segment and a line break.
    for length in 0..<bytes.count - 2 {
      let cut = ReadClaims(Array(bytes[..<length]))
      #expect(cut.failure != nil || cut.findings.contains { $0.problem == .interchangeIncomplete }, "at byte \(length)")
      #expect(cut.records.elementsEqual(whole.records.prefix(cut.records.count)), "at byte \(length)")
    }
    for length in bytes.count - 2...bytes.count {
      #expect(ReadClaims(Array(bytes[..<length])).findings.isEmpty, "at byte \(length)")
    }
  }

  @Test func `any segment taken out or doubled is read without a crash, and control counts tell of it`() {
    let segments = Self.sample.segments
    for place in 1..<segments.count {
      var fewer = segments
      fewer.remove(at: place)
      let less = ReadClaims(fewer.joined(separator: "~") + "~")
      #expect(less.failure != nil || !less.findings.isEmpty, "without \(segments[place])")
      var more = segments
      more.insert(segments[place], at: place)
      let doubled = ReadClaims(more.joined(separator: "~") + "~")
      #expect(doubled.failure != nil || !doubled.findings.isEmpty, "twice \(segments[place])")
    }
  }

  @Test(arguments: [
    ("SE*23*0001", "SE*22*0001", "SE01"), ("SE*23*0001", "SE*23*0002", "control number"), ("GE*1*7", "GE*2*7", "GE01"),
    ("GE*1*7", "GE*1*8", "control number"), ("IEA*1*000000042", "IEA*2*000000042", "IEA01"),
    ("IEA*1*000000042", "IEA*1*000000041", "control number"),
  ])
  func `control segments that do not agree are told, and all lines count`(
    segment: String, changed: String, words: String
  ) {
    #expect(Self.sample.text.contains(segment + "~"))
    let claims = ReadClaims(Self.sample.text.replacing(segment + "~", with: changed + "~"))
    #expect(claims.records.count == 2)
    #expect(claims.findings.map(\.problem) == [.interchangeControl] && claims.findings[0].severity == .warning)
    #expect(claims.findings[0].message.contains(words))
  }

  @Test func `an interchange that begins within another tells where the first is cut off`() {
    let segments = Self.sample.segments
    let claims = ReadClaims((segments.prefix(23) + segments).joined(separator: "~\n") + "~")
    #expect(claims.records.count == 4 && claims.claims == [1, 1, 2, 2])
    #expect(claims.findings.map(\.problem) == [.interchangeIncomplete] && claims.findings[0].position?.line == 24)
  }

  @Test func `a segment without end stops the file with the place`() {
    let claims = ReadClaims(Self.sample.text + String(repeating: "A", count: 1 << 21))
    #expect(claims.failure?.message.contains("more than 1 MB") == true)
  }

  /// The sample, and the sample with one fault of each kind, since a fault makes messages.
  private static let faulty: [[String]] =
    [sample.segments, Array(sample.segments.dropLast(4)), Array(sample.segments.dropLast(2))]
    + [
      ("NM1*82*1*SMITH*JANE****XX*1000000004", "NM1*82*1*SMITH*JANE"),
      ("NM1*82*1*SMITH*JANE****XX*1000000004", "NM1*82*1*SMITH*JANE****XX*12"),
      ("DTP*472*D8*20260305", "DTP*472*D8*20260230"), ("DTP*472*D8*20260305", "DTP*472*RD8*20260305-20260306"),
      ("SV1*HC:99214:25:59*150.5*UN*2***1", "SV1*HC:99214*1*F2*1"),
      ("SV1*HC:99214:25:59*150.5*UN*2***1", "SV1*HC:99214"),
      ("CLM*CLAIM1*250***11:B:1*Y*A*Y*Y", "K3*X"), ("SE*23*0001", "SE*9*9"), ("GE*1*7", "GE*2*9"), ("LX*2", "ST*835*1"),
      ("REF*6R*LINE1", "REF*6R*" + String(repeating: "L", count: 300)),
    ].map { old, new in sample.segments.map { $0 == old ? new : $0 } }

  @Test(arguments: ["CANARY7Q", "CANARY, PAT", "987654321", "9876543210", "CANARY:CANARY7Q", "CANARY\u{0}7Q"])
  func `a patient's name or number in any one element is not shown, whatever else is wrong`(canary: String) {
    for segments in Self.faulty {
      for (place, segment) in segments.enumerated() {
        let elements = segment.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        for number in elements.indices {
          var changed = elements
          changed[number] = canary
          var all = segments
          all[place] = changed.joined(separator: "*")
          let claims = ReadClaims(all.joined(separator: "~") + "~", roster: ["1000000004": "C-1"])
          #expect(!claims.told.contains("CANARY") && !claims.told.contains("98765"), "\(changed): \(claims.told)")
        }
      }
    }
    for segments in Self.faulty.dropFirst() {
      let told = ReadClaims(segments.joined(separator: "~") + "~").told
      #expect(told.contains { !$0.isWhitespace }, "\(segments)")
    }
  }

  @Test(arguments: 501...508 as ClosedRange<UInt64>)
  func `bytes changed at random are read to an end`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = Array(Self.sample.text.utf8)
    for _ in 0..<200 {
      var changed = bytes
      for _ in 0..<Int(random.next() % 8) + 1 {
        let place = Int(random.next() % UInt64(changed.count))
        switch random.next() % 3 {
        case 0: changed[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: changed.remove(at: place)
        default: changed.insert([0x2A, 0x7E, 0x3A, 0x0A, 0x00][Int(random.next() % 5)], at: place)
        }
      }
      let claims = ReadClaims(changed)
      #expect(claims.lines.count <= changed.count / 4)
      #expect(claims.records.count + claims.faults.count == claims.lines.count)
    }
  }
}
