import Benchmarking
import ProductivityModel
import Tabular
import Testing

@testable import Rendering
@testable import Reporting

/// Editions for one clinician each: of nobody else is there a word, in any byte of any file.
struct EditionTests {
  /// Everything of a practice in which every name, id and number of pay is known by its looks.
  private static let people = (0..<9).map { number in
    PracticeFixture.Person(
      id: "Idmark\(number)x", name: "Namemark\(number)x",
      specialty: number < 7 ? "Gastroenterology" : "General surgery",
      monthly: 500 + 37 * number)
  }

  private func results() -> RunResults {
    var results = PayFixture.results(people: Self.people)
    results.findings = Self.people.map { Finding(.unknownClinician, "\($0.id) \($0.name) is told in a finding") }
    results.controlTotals = Self.people.map { ControlTotals(file: "logs/\($0.id).csv") }
    results.inputs = Self.people.map { InputFile(role: "log", path: "logs/\($0.id).csv", size: 1, sha256: "0") }
    results.attributions = zip(Self.people, Self.people.dropFirst()).map {
      AttributedCredit(
        from: $0.id, to: $1.id, isBenchmark: true, party: .supervising, modifiers: "FS", lines: 3,
        credit: WorkRVU(millionths: 7_000_000))
    }
    return results
  }

  private func editions(
    _ results: RunResults, reports: Set<ReportKind> = [.statement, .scorecard, .clinician]
  ) throws -> [String: [RenderedFile]] {
    var files: [String: [RenderedFile]] = [:]
    let collected = CollectedFiles()
    try renderEditions(
      of: results, reports: reports, formats: Set(ReportFormat.allCases), version: "1", to: collected)
    for file in collected.files where file.path != RecipientList.path {
      let parts = file.path.split(separator: "/")
      #expect(parts.first == "recipients" && parts.count >= 3)
      files[String(parts[1]), default: []].append(file)
    }
    return files
  }

  @Test func `are listed beside their folders, with whose each is`() throws {
    var list = ""
    var folders: Set<String> = []
    let collected = CollectedFiles()
    try renderEditions(of: results(), reports: [.scorecard], formats: [.html, .csv], version: "1", to: collected)
    for file in collected.files {
      if file.path == RecipientList.path { list = String(decoding: file.bytes, as: UTF8.self) }
      let parts = file.path.split(separator: "/")
      if parts.count > 1 { folders.insert(parts.prefix(2).joined(separator: "/") + "/") }
    }
    let rows = list.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.first == ["clinician_id", "name", "specialty", "folder"])
    #expect(Set(rows.dropFirst().map { String($0[3]) }) == folders && folders.count == Self.people.count)
    for row in rows.dropFirst() {
      let person = try #require(Self.people.first { $0.id == row[0] })
      #expect(row[1] == person.name && row[2] == person.specialty)
    }
  }

  /// A file's bytes, and those of the members where it is a zip archive.
  private func contents(_ file: RenderedFile) throws -> [[UInt8]] {
    guard ZipArchive.isZip(file.bytes) else { return [file.bytes] }
    let archive = try ZipArchive(file.bytes)
    var texts: [[UInt8]] = []
    for member in archive.members where !member.isFolder {
      let source = try ZipMemberSource(archive, member)
      var text: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
        if count == 0 { break }
        text += buffer.prefix(count)
      }
      texts.append(text)
    }
    return texts
  }

  @Test func `a recipient's folder has no name, id or pay of anyone else in any byte`() throws {
    let results = results()
    let editions = try editions(results)
    #expect(editions.count == Self.people.count)
    for (number, person) in Self.people.enumerated() {
      let files = try #require(editions["idmark\(number)x"])
      let paths = files.map { $0.path.split(separator: "/").dropFirst(2).joined(separator: "/") }
      #expect(paths.contains("scorecard/idmark\(number)x.html") && paths.contains("statement/idmark\(number)x.html"))
      #expect(paths.contains("compensation.xlsx"))
      #expect(paths.contains("workbook.xlsx") && paths.contains("report.json") && paths.contains("data/clinicians.csv"))
      #expect(!paths.contains { $0.contains("findings") || $0.contains("control_totals") || $0 == "index.html" })
      for file in files {
        for bytes in try contents(file) {
          let text = String(decoding: bytes, as: UTF8.self).lowercased()
          for other in Self.people where other.id != person.id {
            #expect(!text.contains(other.id.lowercased()), "\(file.path) has \(other.id)")
            #expect(!text.contains(other.name.lowercased()), "\(file.path) has \(other.name)")
          }
          for other in results.clinicians where other.id != person.id {
            let work = other.totals.benchmark.description
            if work.utf8.count > 6 { #expect(!text.contains(work), "\(file.path) has the work of \(other.id)") }
          }
          for other in results.compensation?.clinicians ?? [] where other.id != person.id && other.earned.cents > 0 {
            #expect(!text.contains(other.earned.description), "\(file.path) has the pay of \(other.id)")
          }
        }
      }
    }
  }

  @Test func `a clinician's own figures are in the edition as they are in the run`() throws {
    let results = results()
    let edition = try #require(results.edition(for: "Idmark3x", showsPay: false))
    let own = try #require(results.clinicians.first { $0.id == "Idmark3x" })
    #expect(edition.clinicians.count == 1 && edition.compensation == nil)
    #expect(edition.clinicians[0].peers == own.peers && edition.clinicians[0].placement == own.placement)
    #expect(results.edition(for: "nobody", showsPay: true) == nil)
  }

  @Test func `pay is in an edition only where the job names the statement`() throws {
    let files = try editions(results(), reports: [.practice, .compensation])
    for file in files.values.joined() {
      #expect(!file.path.contains("statement") && !file.path.contains("compensation"), "\(file.path)")
      for bytes in try contents(file) {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("Plan surgery"), "\(file.path)")
      }
    }
  }

  @Test func `no id leads out of the folder or into another's, on any file system`() throws {
    let ids = [
      "../../x", "..", ".", "CON", "con", "Con", "nul", "a/b", "a\\b", "a b", "A B", "C-1", "c-1", "😀", "王", "",
      String(repeating: "x", count: 300), String(repeating: "x", count: 301), "~root", "$(x)", "a\u{0}b", "é",
      "e\u{301}",
    ]
    let results = PracticeFixture.results(
      people: ids.map { PracticeFixture.Person(id: $0, name: "N", specialty: "S", monthly: 400) })
    let files = try editions(results, reports: [.scorecard])
    #expect(Set(files.keys.map { $0.lowercased() }).count == Set(ids.map { Array($0.utf8) }).count)
    for path in files.values.joined().map(\.path) {
      #expect(path.unicodeScalars.allSatisfy { $0.isASCII && !"\\:*?\"<>|~$".unicodeScalars.contains($0) }, "\(path)")
      #expect(
        path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && $0.first != "." })
      #expect(path.utf8.count < 200)
    }
  }

  @Test func `no link of an edition leads out of its folder`() throws {
    for (folder, files) in try editions(results()) {
      let paths = Set(files.map(\.path))
      for file in files where file.path.hasSuffix(".html") {
        let text = String(decoding: file.bytes, as: UTF8.self)
        for match in text.matches(of: /href="([^"#]+)/) {
          var parts = file.path.split(separator: "/").dropLast()
          for part in match.1.split(separator: "/") {
            if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
          }
          #expect(paths.contains(parts.joined(separator: "/")), "\(folder): \(match.1) in \(file.path)")
        }
      }
    }
  }

  @Test(
    arguments: [(848_534_275, 850_000_000), (99, 99), (995, 1000), (-848, -850), (0, 0), (7, 7)] as [(Int64, Int64)])
  func `a median of few has two digits`(exact: Int64, shown: Int64) {
    #expect(RunResults.twoDigits(exact) == shown)
  }

  @Test func `the medians of peers are rounded, so that none is a colleague's figure`() throws {
    var results = results()
    for index in results.clinicians.indices {
      results.clinicians[index].topCodes = results.clinicians[index].topCodes.map { code in
        var code = code
        code.peerMedianUnitsPerFTE = Units(tenThousandths: 8_485_343)
        return code
      }
    }
    let edition = try #require(results.edition(for: Self.people[0].id, showsPay: false))
    let medians = edition.clinicians.flatMap(\.topCodes).map(\.peerMedianUnitsPerFTE)
    #expect(!medians.isEmpty && medians.allSatisfy { $0 == Units(tenThousandths: 8_500_000) })
  }
}
