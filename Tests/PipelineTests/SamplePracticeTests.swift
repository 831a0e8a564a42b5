import Foundation
import Testing

@testable import SamplePractice

/// The sample practice is what it says it is, byte for byte.
@Suite struct SamplePracticeTests {
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func contents(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: repository.appendingPathComponent(path).path).map(Array.init)
  }

  private static func files(_ generator: PracticeGenerator) -> (files: [String: [UInt8]], tally: PracticeTally) {
    var files: [String: [UInt8]] = [:]
    let tally = generator.write { path, bytes in files[path, default: []] += bytes }
    return (files, tally)
  }

  /// A log's records as fields; the sample has no quotes.
  private static func records(_ files: [String: [UInt8]]) -> [[Substring]] {
    files.keys.filter { $0.hasPrefix("logs/") }.sorted().flatMap { path in
      String(decoding: files[path] ?? [], as: UTF8.self).split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }
  }

  private static let sample = files(PracticeGenerator())
  private static let sampleRecords = records(sample.files)

  @Test func `the committed sample is what the generator makes`() throws {
    for (path, bytes) in Self.sample.files {
      let committed = try #require(
        Self.contents("benchmarks-data/sample-practice/\(path)"), "\(path) is not committed")
      let isSame = committed == bytes
      #expect(isSame, "\(path) differs: write the sample anew with rvubench demo")
      #expect(bytes.count < 3_000_000)
    }
    let folder = Self.repository.appendingPathComponent("benchmarks-data/sample-practice/logs").path
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).count
        == Self.sample.files.keys.count { $0.hasPrefix("logs/") })
    #expect(Self.sample.files.values.reduce(0) { $0 + $1.count } < 14_000_000)
  }

  @Test func `the committed survey is the one of the sample`() {
    let isSame = Self.contents("benchmarks-data/surveys/synthetic-2026.csv") == Array(SyntheticSurvey.csv.utf8)
    #expect(isSame)
  }

  @Test func `a seed gives the same bytes again and another seed gives others`() {
    let small = Self.files(PracticeGenerator(clinicians: 9, lines: 4000, seed: 7))
    let again = Self.files(PracticeGenerator(clinicians: 9, lines: 4000, seed: 7))
    let other = Self.files(PracticeGenerator(clinicians: 9, lines: 4000, seed: 8))
    let isSame = small.files == again.files
    #expect(isSame)
    #expect(small.tally == again.tally)
    for path in small.files.keys where path.hasPrefix("logs/") {
      let differs = small.files[path] != other.files[path]
      #expect(differs, "\(path) is the same")
    }
  }

  @Test func `the tally is what the files hold`() {
    let tally = Self.sample.tally
    let records = Self.sampleRecords
    #expect(records.count == tally.records)
    #expect(tally.records == tally.billed + tally.reversals + tally.duplicates + tally.corrections + tally.untidy)
    // The orphan among the untidy records is negative as well.
    #expect(records.count { $0.count == 12 && $0[8].hasPrefix("-") } == tally.reversals + 1)
    #expect(records.count { $0.count == 12 && !$0[11].isEmpty } == tally.namedVoids)
    var first: [Substring: [Substring]] = [:]
    var duplicates = 0
    var corrections = 0
    for record in records {
      guard let earlier = first.updateValue(record, forKey: record[0]) else { continue }
      if earlier == record { duplicates += 1 } else { corrections += 1 }
    }
    #expect(duplicates == tally.duplicates)
    #expect(corrections == tally.corrections)
  }

  @Test func `features are as frequent as the README says`() {
    let tally = Self.sample.tally
    #expect((80_000...115_000).contains(tally.records))
    #expect((30...50).contains(tally.reversals * 10_000 / tally.records))
    #expect((40...60).contains(tally.namedVoids * 100 / tally.reversals))
    #expect((25...35).contains(tally.late * 1000 / tally.records))
    #expect((5...30).contains(tally.duplicates))
    #expect((5...30).contains(tally.corrections))
    #expect(tally.untidy == UntidyRecord.all(staff: Staffing.staff(count: Staffing.defaultCount, seed: 0)).count)
  }

  @Test func `every reversal but the orphan has its line, in an earlier record`() {
    var open: [[Substring]: Int] = [:]
    var lines: [Substring: [Substring]] = [:]
    var orphans = 0
    for record in Self.sampleRecords where record.count == 12 {
      let key = [record[1], record[3], record[5], record[6], record[7], record[9], record[8].drop { $0 == "-" }]
      if record[8].hasPrefix("-") {
        if !record[11].isEmpty {
          #expect(lines[record[11]] == key)
          #expect(record[10].hasPrefix("-") || record[10] == "0.00")
        }
        if open[key, default: 0] > 0 { open[key, default: 0] -= 1 } else { orphans += 1 }
      } else {
        open[key, default: 0] += 1
        lines[record[0]] = key
      }
    }
    #expect(orphans == 1)
  }

  @Test func `every kind of untidy record is there once, the locum for a day`() {
    let records = Self.sampleRecords
    let days = "2025-10-01"..."2026-09-30"
    #expect(records.count { $0.count != 12 } == 1)
    let whole = records.filter { $0.count == 12 }
    #expect(whole.count { $0[3] == "2026-02-30" } == 1)
    #expect(whole.count { $0[6] == "4538O" } == 1)
    #expect(whole.count { $0[6].isEmpty } == 1)
    #expect(whole.count { $0[8] == "two" } == 1)
    #expect(whole.count { !days.contains(String($0[3])) } == 1)
    let roster = String(decoding: Self.sample.files["roster.csv"] ?? [], as: UTF8.self)
    let strangers = whole.filter { !roster.contains("\n\($0[1]),") }
    #expect(Set(strangers.map { $0[1] }) == ["C-9001"])
    #expect(strangers.count == 5)
    #expect(
      Set(UntidyRecord.all(staff: Staffing.staff(count: 1, seed: 0)).map(\.kind)).count
        == UntidyRecord.Kind.allCases.count)
  }

  @Test func `no code is outside the list of charges, save those that are wrong on purpose`() {
    let codes = Set(ChargeMaster.codes)
    let strange = Set(Self.sampleRecords.filter { $0.count == 12 }.map { String($0[6]) }).subtracting(codes)
    #expect(strange == ["", "4538O"])
  }

  @Test(arguments: ["2025D", "2026A"])
  func `every code and component billed has a row in the releases of the period`(release: String) throws {
    let bytes = try #require(Self.contents("benchmarks-data/cms-pfs/\(release)/rvu.csv"))
    var rows: Set<String> = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      rows.insert("\(fields[0]) \(fields[1])")
    }
    for code in ChargeMaster.codes { #expect(rows.contains("\(code) "), "\(code) is not in \(release)") }
    for record in Self.sampleRecords where record.count == 12 {
      for component in record[7].split(separator: " ") where component == "26" || component == "TC" {
        #expect(rows.contains("\(record[6]) \(component)"), "\(record[6])-\(component) is not in \(release)")
      }
    }
  }

  @Test func `modifiers of every kind that a policy has to treat are there`() {
    let modifiers = Set(Self.sampleRecords.filter { $0.count == 12 }.flatMap { $0[7].split(separator: " ") })
    for modifier in [
      "22", "24", "25", "26", "50", "51", "52", "53", "57", "59", "62", "76", "78", "80", "95", "AS", "GC", "LT", "RT",
      "TC",
    ] {
      #expect(modifiers.contains(Substring(modifier)), "no line has \(modifier)")
    }
  }

  @Test func `clinicians bill only while the roster has them at work`() throws {
    let staff = Staffing.staff(count: Staffing.defaultCount, seed: PracticeGenerator.defaultSeed)
    let members = Dictionary(uniqueKeysWithValues: staff.map { (Substring($0.identifier), $0) })
    var workdays: Set<[Substring]> = []
    for record in Self.sampleRecords where record.count == 12 { workdays.insert([record[1], record[3]]) }
    let outside = workdays.filter { pair in
      guard let member = members[pair[0]] else { return false }
      let parts = pair[1].split(separator: "-").compactMap { Int($0) }
      return member.employment(on: PracticeCalendar.day(parts[0], parts[1], parts[2])) == nil
    }
    // The line that lies before the period and the one on 30 February are wrong on purpose.
    #expect(outside.allSatisfy { $0[1] == "2026-02-30" || $0[1] == "2025-09-26" })
  }

  @Test(arguments: [1000, 25_000, 250_000])
  func `as many lines as were asked for, within one in a hundred`(lines: Int) {
    var records = 0
    let tally = PracticeGenerator(lines: lines).write { path, bytes in
      if path.hasPrefix("logs/") { records += bytes.count { $0 == UInt8(ascii: "\n") } }
    }
    #expect(records - 12 == tally.records)
    #expect(abs(tally.records - lines) * 100 <= lines)
  }

  @Test func `a larger practice keeps the specialties' proportions`() {
    for count in [28, 56, 280] {
      let staff = Staffing.staff(count: count, seed: 1)
      for (index, specialty) in SampleSpecialty.all.enumerated() {
        #expect(staff.count { $0.specialty == index } == specialty.clinicians * count / Staffing.defaultCount)
      }
      #expect(Set(staff.map(\.identifier)).count == count)
    }
  }

  @Test func `nobody in the roster has an NPI`() {
    let roster = String(decoding: Self.sample.files["roster.csv"] ?? [], as: UTF8.self)
    for row in roster.split(separator: "\n").dropFirst() {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      #expect(fields.count == 13)
      #expect(fields[1].isEmpty)
    }
  }

  @Test func `the generator gives the published numbers`() {
    // xoshiro256** from the state 1, 2, 3, 4, as its authors' program gives them.
    var generator = SeededGenerator(state: (1, 2, 3, 4))
    #expect((0..<4).map { _ in generator.next() } == [11520, 0, 1_509_978_240, 1_215_971_899_390_074_240])
  }
}
