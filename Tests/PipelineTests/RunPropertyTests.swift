import ProductivityModel
import TestSupport
import Testing

@testable import Pipeline

/// What holds for every log: each property is tried on random logs from printed seeds.
@Suite struct `A run` {
  private static let seeds: [UInt64] = [1, 2, 3, 4]

  @Test(arguments: seeds)
  func `gives the same in any order of the lines`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    let lines = log.lines(400)
    let one = try Practice(lines).run()
    let other = try Practice(lines.shuffled(using: &log.random)).run()
    #expect(one["clinicians"] == other["clinicians"], "seed \(seed)")
    #expect(one["months"] == other["months"], "seed \(seed)")
    #expect(one["specialties"] == other["specialties"], "seed \(seed)")
    #expect(one.creditsWithoutPlaces == other.creditsWithoutPlaces, "seed \(seed)")
    #expect(one.creditsWithoutPlaces.count == 401)
    #expect(one.results.controlTotals.map(\.counts) == other.results.controlTotals.map(\.counts), "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `gives the same in any order of lines without ids`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    let lines = log.lines(300).map { line in
      var line = line
      line.id = ""
      return line
    }
    let one = try Practice(lines).run()
    let other = try Practice(lines.shuffled(using: &log.random)).run()
    #expect(one["clinicians"] == other["clinicians"], "seed \(seed)")
    #expect(one.creditsWithoutPlaces == other.creditsWithoutPlaces, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `gives the same however a log is split into files`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    var lines = log.lines(300)
    // Repeated and corrected lines and reversals must meet across files too.
    for number in 0..<30 {
      var again = log.pick(lines)
      if Bool.random(using: &log.random) { again.charge += 1 }
      lines.append(
        Bool.random(using: &log.random) ? again : again.reversed(id: "R\(number)", void: log.pick(["", again.id])))
    }
    let cuts = (0..<3).map { _ in Int.random(in: 0...lines.count, using: &log.random) }.sorted()
    let bounds = [0] + cuts + [lines.count]
    let split = zip(bounds, bounds.dropFirst()).map { Array(lines[$0..<$1]) }
    let one = try Practice(lines).run()
    let other = try Practice(files: split).run()
    #expect(one["clinicians"] == other["clinicians"], "seed \(seed), cut at \(cuts)")
    #expect(one["months"] == other["months"], "seed \(seed), cut at \(cuts)")
    #expect(one.creditsWithoutPlaces == other.creditsWithoutPlaces, "seed \(seed), cut at \(cuts)")
    let total = Fate.allCases.indices.map { index in other.results.controlTotals.reduce(0) { $0 + $1.counts[index] } }
    #expect(one.results.controlTotals.first?.counts == total, "seed \(seed), cut at \(cuts)")
  }

  @Test(arguments: seeds)
  func `is left by a line and its exact reversal as if neither had been`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    let lines = log.lines(250)
    var extended = lines
    var voided = 0
    for (number, line) in log.lines(40, prefix: "X").enumerated() {
      // Half of them name the line that they take back.
      let names = number.isMultiple(of: 2)
      extended.append(line)
      extended.append(line.reversed(id: "Y\(number)", void: names ? line.id : ""))
      voided += 2
    }
    let without = try Practice(lines).run()
    let with = try Practice(extended.shuffled(using: &log.random)).run()
    #expect(with["clinicians"] == without["clinicians"], "seed \(seed)")
    #expect(with["months"] == without["months"], "seed \(seed)")
    #expect(with.results.controlTotals.first?[.voided] == voided, "seed \(seed)")
  }

  /// Lines of a log that all have a patient.
  private static func withPatients(_ lines: [LogLine]) -> [LogLine] {
    lines.map { line in
      var line = line
      if line.patient.isEmpty { line.patient = "PAT-9" }
      return line
    }
  }

  @Test(arguments: seeds)
  func `of days that are all negative is exactly the negative`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    let lines = Self.withPatients(log.lines(300))
    let positive = try Practice(lines).run()
    let negative = try Practice(lines.map { $0.reversed(id: $0.id) }).run()
    func sums(_ outcome: Practice.Outcome, _ sign: Int64) -> [[Int64]] {
      outcome.results.clinicians.map {
        [
          sign * $0.totals.unadjusted.millionths, sign * $0.totals.pay.millionths,
          sign * $0.totals.benchmark.millionths, sign * $0.totals.units.tenThousandths,
        ]
      }
    }
    #expect(sums(positive, -1) == sums(negative, 1), "seed \(seed)")
    let haveSameFates = positive.fates == negative.fates
    #expect(haveSameFates, "seed \(seed)")
    #expect(negative.findings(.orphanReversal).count == 1)
  }

  @Test(arguments: seeds)
  func `loses nothing to reversals that come twice, without a patient or without their line`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    let lines = Self.withPatients(log.lines(200))
    var extended = lines
    for (number, line) in lines.prefix(60).enumerated() {
      var added = line
      added.id = "X\(number)"
      added.code = "44310"
      // Once for its line, once more for nothing.
      extended += [added, added.reversed(id: "Y\(number)"), added.reversed(id: "Z\(number)")]
      added.patient = ""
      extended.append(added.reversed(id: "W\(number)"))
    }
    let one = try Practice(lines).run()
    let other = try Practice(extended).run()
    let isSame = one["clinicians"] == other["clinicians"]
    #expect(isSame, "seed \(seed)")
    #expect(other.results.controlTotals.first?[.voided] == 120, "seed \(seed)")
    #expect(other.findings(.orphanReversal).map(\.count) == [120], "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `gives the same from disk as from memory`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    var lines = log.lines(300, clinicians: 9)
    lines += lines.prefix(20)
    lines += lines[20..<40].map { $0.reversed(id: "R\($0.id)", void: $0.id) }
    let memory = try Practice(lines).run()
    for bytes in [1, 1_000, 20_000] {
      let disk = try Practice(lines).run(memory: bytes)
      for (path, text) in memory.files {
        let isSame = disk.files[path] == text
        #expect(isSame, "seed \(seed), \(bytes) bytes: \(path)")
      }
      #expect(disk.files.count == memory.files.count)
    }
  }

  @Test(arguments: seeds)
  func `accounts for every record, file by file`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    var files: [[LogLine]] = []
    for number in 0..<3 {
      let originals = log.lines(80, prefix: "F\(number)")
      var lines = originals
      for index in 0..<20 {
        switch index % 5 {
        case 0: lines.append(log.pick(originals))
        case 1: lines.append(log.pick(originals).reversed(id: "R\(number)\(index)"))
        case 2: lines.append(log.pick(originals).reversed(id: "R\(number)\(index)", void: "nowhere"))
        case 3: lines.append(LogLine("99213", id: "D\(number)\(index)", date: "2025-02-30"))
        default: lines.append(LogLine("99213", id: "O\(number)\(index)", date: "2024-10-06"))
        }
      }
      files.append(lines)
    }
    let outcome = try Practice(files: files).run()
    #expect(outcome.results.controlTotals.count == 3)
    for (file, totals) in outcome.results.controlTotals.enumerated() {
      #expect(totals.records == 100, "seed \(seed)")
      #expect(totals.counts.reduce(0, +) == totals.records, "seed \(seed)")
      #expect(totals[.rejected] == 4, "seed \(seed)")
      #expect(totals[.outOfPeriod] >= 4, "seed \(seed)")
      let understood = files[file].filter { $0.date != "2025-02-30" }
      #expect(totals.units.tenThousandths == understood.reduce(0) { $0 + $1.tenThousandths }, "seed \(seed)")
      #expect(totals.charge.cents == understood.reduce(0) { $0 + Int64($1.charge) * 100 }, "seed \(seed)")
    }
    // The trail has a row for every record that was understood.
    #expect(outcome.records("credits").count == 300 - 12)
    #expect(outcome["rejects"].split(separator: "\n").count == 1 + 12)
  }

  @Test(arguments: seeds)
  func `sums to its months, its specialties and its lines`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    let outcome = try Practice(log.lines(300)).run()
    for clinician in outcome.results.clinicians {
      #expect(clinician.monthly.reduce(WorkRVU.zero) { $0 + $1.benchmark } == clinician.totals.benchmark)
      #expect(clinician.monthly.reduce(WorkRVU.zero) { $0 + $1.pay } == clinician.totals.pay)
      #expect(clinician.monthly.reduce(0) { $0 + $1.lines } == clinician.totals.lines)
    }
    for ledger in ["pay", "benchmark"] {
      var byLine: Int64 = 0
      for record in outcome.records("credits") {
        let credit = record["\(ledger)_credit"] ?? ""
        if case .success(let value) = DecimalText.parse(credit, scale: 6) { byLine += value }
      }
      let bySpecialty = outcome.results.specialties.reduce(Int64(0)) {
        $0 + (ledger == "pay" ? $1.totals.pay : $1.totals.benchmark).millionths
      }
      #expect(byLine == bySpecialty, "seed \(seed), \(ledger)")
    }
  }

  @Test(arguments: seeds)
  func `leaves a trail whose steps multiply to each line's factor`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    let outcome = try Practice(log.lines(200)).run()
    var steps: [String: [(order: Int, factor: Double)]] = [:]
    for step in outcome.records("adjustments") {
      let key = "\(step["file"] ?? "") \(step["line"] ?? "") \(step["ledger"] ?? "")"
      steps[key, default: []].append((Int(step["order"] ?? "") ?? 0, Double(step["factor"] ?? "") ?? .nan))
    }
    var compared = 0
    for record in outcome.records("credits") where record["fate"] == "credited" {
      for ledger in ["pay", "benchmark"] {
        let own = steps["\(record["file"] ?? "") \(record["line"] ?? "") \(ledger)"] ?? []
        let factor = try #require(Double(record["\(ledger)_factor"] ?? ""))
        let work = try #require(Double(record[ledger == "pay" ? "work_rvu" : "benchmark_work_rvu"] ?? ""))
        let credit = try #require(Double(record["\(ledger)_credit"] ?? ""))
        #expect(abs(own.reduce(1) { $0 * $1.factor } - factor) < 1e-9, "seed \(seed): \(record)")
        #expect(abs(work * factor - credit) < 1e-6, "seed \(seed): \(record)")
        #expect(own.map(\.order) == own.map(\.order).sorted(), "seed \(seed): \(record)")
        compared += 1
      }
    }
    #expect(compared > 100)
  }
}
