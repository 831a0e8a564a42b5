import Foundation
import ProductivityModel
import Publishing
import Tabular
import TestSupport
import Testing

@testable import Ingest
@testable import MedicareFees

/// What an import makes of a file, and that it is all or nothing.
@Suite struct FeeImportTests {
  private func imported(
    _ text: String, as release: String? = nil, name: String = "fees.csv",
    factors: [DatedConversionFactor] = InventedFees.factors
  ) throws -> FeeImport {
    try FeeImport(
      try InventedFees.read(text, name: name), path: name, release: release.flatMap { ReleaseName($0) },
      factors: factors)
  }

  /// The notes, but for the one that every file of a few rows gets.
  private func warnings(_ fees: FeeImport) -> [String] { fees.notes.filter { !$0.contains("may be cut off") } }

  @Test func `a file of few rows may be cut off, and that is told`() throws {
    let fees = try imported(InventedFees.cms([.init(code: "44310")]))
    #expect(fees.notes.contains { $0.contains("only 1 rows") && $0.contains("may be cut off") })
  }

  @Test func `CMS's file is described by its title, its hash and its factors`() throws {
    let text = InventedFees.cms([.init(code: "44310")])
    let fees = try imported(text)
    #expect(fees.info.release == "2025D")
    #expect(fees.info.title == "2025 October release")
    #expect(fees.info.effective.description == "2025-10-01..2025-12-31")
    #expect(fees.info.conversionFactors.map(\.factor.description) == ["32.3465"])
    #expect(fees.info.source.sha256 == SHA256.hexadecimal(of: Array(text.utf8)))
    #expect(fees.info.source.isReexport == false)
    #expect(fees.info.lacks == ["gpci.csv", "anesthesia.csv", "counties.csv", "anesthesia-base-units.csv"])
    #expect(fees.info.caution == nil)
    #expect(warnings(fees).isEmpty)
  }

  @Test func `the January release of 2024 ends where its correction starts`() throws {
    let before = try imported(InventedFees.reexport([.init(code: "44310", factor: "32.7442")]), as: "2024A")
    let after = try imported(InventedFees.reexport([.init(code: "44310", factor: "33.2875")]), as: "2024AR")
    #expect(before.info.effective.description == "2024-01-01..2024-03-08")
    #expect(after.info.effective.description == "2024-03-09..2024-03-31")
    #expect(after.info.conversionFactors.map(\.factor.description) == ["33.2875"])
    #expect(before.info.source.isReexport)
    #expect(warnings(before).isEmpty && warnings(after).isEmpty)
  }

  @Test func `a factor that the table does not have is told`() throws {
    let fees = try imported(InventedFees.cms([.init(code: "44310", factor: "32.9999")]))
    let told = try #require(warnings(fees).first)
    #expect(told.contains("states the conversion factor 32.9999") && told.contains("32.3465"))
    #expect(fees.info.effective.description == "2025-10-01..2025-12-31")
  }

  @Test func `the file of qualifying participants states the other factor of 2026`() throws {
    let title = "2026 National Physician Fee Schedule Relative Value File January Release"
    let fees = try imported(
      InventedFees.cms([.init(code: "44310", factor: "33.5675")], title: title, withPricing: true))
    #expect(warnings(fees).isEmpty)
    #expect(fees.info.conversionFactors.map(\.kind) == [.national, .qualifying])
  }

  @Test func `the release that is asked for wins over the title, and the difference is told`() throws {
    let fees = try imported(InventedFees.cms([.init(code: "44310")]), as: "2025C")
    #expect(fees.info.release == "2025C")
    #expect(fees.notes.contains { $0.contains("title names release 2025D") })
  }

  @Test func `a file name tells the release where nothing else does, and without one it must be named`() throws {
    let text = InventedFees.reexport([.init(code: "44310")])
    #expect(try imported(text, name: "pprrvu_rvu25c_jul.csv").info.release == "2025C")
    #expect(throws: InputFailure.self) { try imported(text, name: "fees.csv") }
  }

  @Test func `figures from several sources carry a caution and say what they lack`() throws {
    let rows: [InventedFees.Row] = [
      .init(code: "44310"), .init(code: "44311", source: "values-2026+indicators-2025D"),
      .init(code: "0988T", source: "values-only"),
    ]
    let fees = try imported(InventedFees.figures(rows), as: "2026A")
    let caution = try #require(fees.info.caution)
    #expect(caution.contains("1 of 3 rows") && caution.contains("RVU26A") && caution.contains("rvubench fees import"))
    #expect(
      fees.info.lacks == [
        "pricing", "supervision", "calculation_flag", "imaging_family", "opps_nonfacility_pe", "opps_facility_pe",
        "opps_mp",
        "gpci.csv", "anesthesia.csv", "counties.csv", "anesthesia-base-units.csv",
      ])
  }

  @Test func `our own layout gives back every row and the same bytes`() throws {
    let rows: [InventedFees.Row] = [
      .init(code: "44310", nonfacilityNA: "NA"), .init(code: "0653T", multiple: "3", endoscopicBase: "0652T"),
      .init(code: "71046", mod: "26", status: "N", notUsed: "+"), .init(code: "0988T", source: "values-only"),
    ]
    let title = "2026 National Physician Fee Schedule Relative Value File January Release"
    for text in [
      InventedFees.cms(rows, title: title, withPricing: true), InventedFees.cms(rows), InventedFees.reexport(rows),
      InventedFees.figures(rows),
    ] {
      let file = try InventedFees.read(text)
      let bytes = FeeFigures.write(file.rows, columns: file.columns)
      let back = try FeeFigures.read(MemorySource(bytes, piece: 11), path: "rvu.csv")
      #expect(back == file.rows)
      #expect(FeeFigures.write(back, columns: file.columns) == bytes)
    }
  }

  @Test(arguments: 91...94 as ClosedRange<UInt64>)
  func `figures are read alike whether or not their records are plain, and refused alike`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let path = "\(ShippedReleasesTests.dataFolder)/cms-pfs/\(seed % 2 == 0 ? "2026A" : "2020A")/rvu.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    func read(_ lines: [String]) -> Result<[FeeRow], InputFailure> {
      Result { () throws(InputFailure) in
        try FeeFigures.read(MemorySource(Array(lines.joined(separator: "\n").utf8)), path: "rvu.csv")
      }
    }
    for faults in [0, 1, 1, 1, 2, 5] {
      let start = Int.random(in: 1..<lines.count - 300, using: &random)
      var rows = lines[start..<start + 300].map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      for _ in 0..<faults {
        let row = rows.indices.randomElement(using: &random) ?? 0
        let cell = rows[row].indices.randomElement(using: &random) ?? 0
        rows[row][cell] =
          ["", "X", "-1.00", "99999.99", " 1.00 ", "1.005", "26", "10,0", "00"].randomElement(using: &random) ?? ""
      }
      let plain = read([lines[0]] + rows.map { $0.joined(separator: ",") })
      // A cell in quotes, of a record that is then read by itself.
      let quoted = read([lines[0]] + rows.map { (["\"\($0[0])\""] + $0.dropFirst()).joined(separator: ",") })
      switch (plain, quoted) {
      case (.success(let one), .success(let other)):
        #expect(one == other && one.count == 300, "seed \(seed)")
      case (.failure(let one), .failure(let other)):
        #expect(
          one.message == other.message && one.position.line == other.position.line, "seed \(seed): \(one) and \(other)")
      default: Issue.record("seed \(seed): \(plain) and \(quoted)")
      }
    }
  }

  @Test func `release json is read back, and is the same bytes each time`() throws {
    let fees = try imported(InventedFees.figures([.init(code: "44310")]), as: "2026A")
    let bytes = try ReleaseFile.write(fees.info)
    #expect(try ReleaseFile.read(bytes, path: "release.json") == fees.info)
    #expect(try ReleaseFile.write(fees.info) == bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"dollars\" : 33.4009"))
    #expect(text.contains("\"release\" : \"2026A\""))
  }

  @Test func `descriptors are written only where they are wanted, and taken away where not`() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.createDirectory(atPath: scratch.path + "/cms-pfs", withIntermediateDirectories: true)
    let fees = try imported(
      InventedFees.cms([.init(code: "44310", description: "Invented, \"quoted\"".replacing("\"", with: ""))]))
    try fees.write(into: scratch.path, withDescriptors: true)
    #expect(
      try scratch.text("cms-pfs/2025D/descriptors.csv") == "code,modifier,descriptor\n44310,,\"Invented, quoted\"\n")
    try fees.write(into: scratch.path, withDescriptors: false)
    #expect(throws: (any Error).self) { try scratch.text("cms-pfs/2025D/descriptors.csv") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/cms-pfs") == ["2025D"])
  }

  @Test func `an import keeps the other files of a release and replaces its own`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("old", to: "cms-pfs/2025D/rvu.csv")
    try scratch.write("kept", to: "cms-pfs/2025D/gpci.csv")
    try imported(InventedFees.cms([.init(code: "44310")])).write(into: scratch.path, withDescriptors: false)
    #expect(try scratch.text("cms-pfs/2025D/gpci.csv") == "kept")
    #expect(try scratch.text("cms-pfs/2025D/rvu.csv").hasPrefix("code,modifier,status,"))
  }

  @Test func `an import that cannot be written leaves what was there`() throws {
    let scratch = try ScratchFolder()
    let fees = try imported(InventedFees.cms([.init(code: "44310")]))
    // There is no folder of releases to write into.
    #expect(throws: OutputFailure.self) { try fees.write(into: scratch.path, withDescriptors: false) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    // A folder within the release's folder cannot be carried over.
    try scratch.write("old", to: "cms-pfs/2025D/rvu.csv")
    try scratch.write("mine", to: "cms-pfs/2025D/folder/file")
    #expect(throws: OutputFailure.self) { try fees.write(into: scratch.path, withDescriptors: false) }
    #expect(try scratch.text("cms-pfs/2025D/rvu.csv") == "old")
    #expect(try scratch.text("cms-pfs/2025D/folder/file") == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/cms-pfs") == ["2025D"])
  }
}
