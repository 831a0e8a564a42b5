import Ingest
import ProductivityModel
import Publishing
import Reporting
import Tabular

/// The first pass: reads the logs once, a record at a time, and keeps what crediting needs of each line by clinician.
struct LogPass: ~Copyable {
  /// The number of partitions: enough that one of them is small, few enough that their buffers are.
  static let partitions = 128

  private(set) var dictionaries = RunDictionaries()
  private(set) var files: [FileTally] = []
  private(set) var inputs: [InputFile] = []
  private(set) var findings = FindingCollector()
  var lines: SpillingPartitions<ServiceLine>
  private var order = PartitionOrder()
  /// How many lines each clinician has.
  private var linesOfClinicians: [Int32] = []
  /// How many units all lines have.
  private(set) var units = LineUnits()
  /// How many lines fall on each day of service.
  private(set) var serviceDays = ServiceDayCounts()
  private var identity: LineIdentity
  private var claims: ClaimReplacements
  /// The records of claims that replace one which is not here; known once there are ``rulings()``.
  private(set) var loneReplacements: [UInt64] = []
  /// The records whose line id a later one has that is hardly the same line; known likewise.
  var linesOfReusedIDs: [UInt64] { identity.unlike }
  private var lineIDs: [LineIDRange] = []
  private var spans: [CopiedLines.Span] = []
  private var maps: [String] = []
  /// What tells the content of each file, unpacked, from that of others.
  private(set) var contents: [String] = []
  private var closings: [Int] = []
  private let memory: Int

  /// - Parameter memory: the most bytes of lines that are held before they go to a temporary file.
  init(memory: Int) {
    lines = SpillingPartitions(count: Self.partitions, memory: memory)
    identity = LineIdentity(memory: memory / 2)
    claims = ClaimReplacements(memory: memory / 2)
    self.memory = memory
  }

  /// The partition of a clinician: the top seven bits of a multiplicative hash, so that any ids spread evenly.
  static func partition(of clinician: Int32) -> Int {
    Int((UInt32(bitPattern: clinician) &* 2_654_435_769) >> 25)
  }

  /// The places of the clinicians and their lines in the partitions.
  var clinicianRanks: ClinicianRanks { ClinicianRanks(lines: linesOfClinicians) }

  /// Puts lines in the partitions of their clinicians.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be written.
  private mutating func partition(_ some: [ServiceLine]) throws(OutputFailure) {
    try some.withUnsafeBufferPointer { some throws(OutputFailure) in
      order.order(some)
      for partition in 0..<Self.partitions {
        try lines.append(some, at: order.places(of: partition), to: partition)
      }
    }
  }

  /// Counts the lines of a piece, in one pass over them.
  ///
  /// - Parameter closedDays: the days of which the file's lines count; nil for all.
  private mutating func count(
    _ lines: [ServiceLine], of closedDays: ClosedRange<Int32>?, _ tally: inout FileTally, _ ids: inout LineIDRange,
    _ span: inout CopiedLines.Span
  ) {
    let days = closedDays ?? Int32.min...Int32.max
    // What all lines add to is taken out meanwhile: it would otherwise be looked for with every line.
    var (records, sums, idsHere, spanHere, unitsHere) = (0, (units: Int64(0), charge: Int64(0)), ids, span, units)
    let clinicians = Int(lines.reduce(-1) { max($0, $1.clinician) }) + 1
    if clinicians > linesOfClinicians.count {
      linesOfClinicians += [Int32](repeating: 0, count: clinicians - linesOfClinicians.count)
    }
    linesOfClinicians.withUnsafeMutableBufferPointer { linesOfClinicians in
      serviceDays.countLines { count in
        for line in lines {
          // What a log of closed days has of other days may still correct or void a line of them.
          if days.contains(line.serviceDay) {
            records += 1
            sums.units += line.units
            sums.charge += line.charge
            count(line.serviceDay)
          }
          idsHere.add(line.lineID)
          spanHere.add(line)
          unitsHere.add(line)
          linesOfClinicians[Int(line.clinician)] += 1
        }
      }
    }
    tally.records += records
    tally.units += sums.units
    tally.charge += sums.charge
    (ids, span, units) = (idsHere, spanHere, unitsHere)
  }

  /// Lets go of all lines.
  mutating func clearLines() {
    for partition in 0..<Self.partitions { lines.clear(partition) }
    FreedMemory.giveBack()
  }

  /// Gives the roster's clinicians and specialties their ids before any line is read.
  mutating func enter(_ roster: Roster?) -> (clinicians: [String: Int32], specialties: [String: Int32]) {
    var clinicians: [String: Int32] = [:]
    var specialties: [String: Int32] = [:]
    for interval in roster?.intervals ?? [] {
      clinicians[interval.clinicianID] = dictionaries.clinicians.id(of: interval.clinicianID)
      if !interval.specialty.isEmpty {
        specialties[interval.specialty] = dictionaries.specialties.id(of: interval.specialty)
      }
    }
    return (clinicians, specialties)
  }

  /// The records that do not go on, once all files are read: those of files given twice, then those that overlapping files
  /// both have, then those of claims that others replace or void, and of what is left those that another line corrects or voids.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be written or read.
  mutating func rulings() throws(OutputFailure) -> LineRulings {
    let isRepeated = repeatedFiles
    let copies = try CopiedLines.records(
      of: lines, spans: zip(spans, isRepeated).map { $1 ? CopiedLines.Span() : $0 }, memory: memory / 2)
    let copied = LineRulings(
      Dictionary(copies.map { ($0, .duplicate) }) { first, _ in first }, repeatedFiles: isRepeated)
    let replaced = try claims.settle(settled: copied)
    loneReplacements = replaced.loneReplacements
    let settled = copied.adding(replaced.rulings)
    return try settled.adding(
      identity.settle(
        lines, ids: zip(lineIDs, isRepeated).map { $1 ? LineIDRange() : $0 }, settled: settled,
        salts: closings.map(Self.salt)))
  }

  /// What sets the lines of closed days apart from those of today, and of other closings; 0 for none.
  private static func salt(of closing: Int) -> UInt64 { UInt64(closing) &* 0x9E37_79B9_7F4A_7C15 }

  /// Whether each file has the content of an earlier one, read by the same map: then nothing in it is new.
  private var repeatedFiles: [Bool] {
    inputs.indices.map { file in
      inputs[..<file].indices.contains {
        contents[$0] == contents[file] && maps[$0] == maps[file]
      }
    }
  }

  /// The failure of a file of which hardly any record of tens of thousands can be understood: it is no log, or not of this
  /// layout, and the rest would only tell the same again.
  private static func failure(_ tally: FileTally, _ file: String, _ findings: FindingCollector) -> InputFailure? {
    let rejected = tally.counts[Int(Fate.rejected.rawValue)]
    guard rejected > tally.records - tally.records / 16 else { return nil }
    let first = findings.sorted.first { $0.position?.file == file && $0.severity == .error }
    return InputFailure(
      file, line: first?.position?.line,
      "\(rejected) of the first \(tally.records) records cannot be understood"
        + (first.map { ": \($0.message) [\($0.problem.rawValue)]" } ?? ""),
      hint: "it is no log, or needs a column map; see what `rvubench map suggest` says of it")
  }

  /// Reads one file.
  ///
  /// - Parameter rejects: is given each rejected record's row; nil where none are written.
  /// - Throws: `InputFailure` where the file cannot be used, `OutputFailure` where a temporary file cannot be written.
  mutating func read(
    _ file: LogFiles.File, clinicians: ClinicianDirectory?, needs: LogNeeds, rejects: RejectFile?,
    progress: Progress?
  ) throws {
    let number = files.count
    files.append(FileTally())
    // What was closed is no input of this run, but of the closed one.
    let source = try file.closing == 0 ? FileSource(file.path) : InputPlace.ofOwnFiles { try FileSource(file.path) }
    let salt = Self.salt(of: file.closing)
    let closedDays = file.closedDays?.epochDays
    var unpacked: HashedSource?
    let reader = try LogOpening.open(
      source, path: file.shown, file: number, map: file.map, clinicians: clinicians, needs: needs
    ) { unpacked = $0 }
    var tally = FileTally()
    var ids = LineIDRange()
    var span = CopiedLines.Span()
    let namesClaims = reader.namesClaims
    var known = dictionaries
    dictionaries = RunDictionaries()
    defer { dictionaries = known }
    try reader.readPieces(&known) { piece in
      let before = tally.records
      var lines = piece.lines
      if salt != 0 { for index in lines.indices { lines[index].setApart(by: salt) } }
      count(lines, of: closedDays, &tally, &ids, &span)
      try partition(lines)
      for (place, target) in piece.voids { identity.add(piece.lines[place], voiding: target.setApart(by: salt)) }
      if namesClaims {
        for (line, claim) in zip(lines, piece.claims) { try claims.add(line, of: claim.setApart(by: salt)) }
      }
      // The run that was closed told of its own.
      if closedDays == nil {
        tally.records += piece.rejections.count
        tally.counts[Int(Fate.rejected.rawValue)] += piece.rejections.count
        for finding in piece.rejections {
          findings.add(finding, key: file.shown)
          try rejects?.add(finding)
        }
      }
      if tally.records >> 16 != before >> 16 {
        if let failure = Self.failure(tally, file.shown, findings) { throw failure }
        progress?.report(file: file.shown, bytes: source.size, records: tally.records)
      }
    }
    if closedDays == nil {
      for finding in reader.findings { findings.add(finding) }
      tally.otherRows = reader.otherRows
    }
    files[number] = tally
    lineIDs.append(ids)
    spans.append(span)
    maps.append(file.map.name)
    closings.append(file.closing)
    let sha256 = source.sha256()
    inputs.append(
      InputFile(
        role: file.closing == 0 ? "log" : "closed log", path: file.name, sheet: file.sheet, size: source.size,
        sha256: sha256))
    contents.append("\(unpacked?.sha256() ?? sha256) \(file.sheet ?? "") \(file.closing)")
  }
}
