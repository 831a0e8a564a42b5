import MedicareFees
import ProductivityModel
import Tabular
import Threads

extension FeeLibrary {
  /// The dated, cited factors by which rules changed the work of many codes at once.
  ///
  /// - Throws: ``InputFailure`` where their table cannot be used.
  public func workAdjustments() throws(InputFailure) -> [WorkAdjustment] {
    try WorkAdjustmentFile.read("\(folder)/\(WorkAdjustmentFile.fileName)")
  }

  /// The work of a code in all releases on board.
  ///
  /// A code that is in none of them has a history of absences.
  ///
  /// - Parameters:
  ///   - name: a release that is read as a whole at the same time.
  ///   - load: reads it, by one of the threads that read the others; nil where it cannot be used.
  /// - Throws: ``InputFailure`` where a release's figures cannot be used.
  /// - Complexity: O(bytes) for the checksums; no row but those of the code is parsed.
  public func workHistory(
    of code: ProcedureCode, besides name: String? = nil, loading load: () -> FeeSchedule? = { nil }
  ) throws(InputFailure) -> WorkHistory {
    let threads = Workers.count
    var buffers = [FigureBuffer](repeating: FigureBuffer(), count: threads)
    var read = [Result<[FeeRow], InputFailure>](repeating: .success([]), count: releases.count)
    let loaded = releases.firstIndex { $0.release == name?.uppercased() }
    buffers.withUnsafeMutableBufferPointer { buffers in
      read.withUnsafeMutableBufferPointer { read in
        Workers.perform(releases.count + 1, threads: threads) { task, thread in
          if task == 0 {
            let schedule = load()
            if let loaded { read[loaded] = .success(schedule.map { Self.rows(of: code, in: $0) } ?? []) }
          } else if task - 1 != loaded {
            read[task - 1] = Result { () throws(InputFailure) in
              try rows(of: code, in: releases[task - 1], by: &buffers[thread])
            }
          }
        }
      }
    }
    var sources: [WorkHistory.Source] = []
    for (info, rows) in zip(releases, read) {
      sources.append(WorkHistory.Source(release: info, rows: try rows.get()))
    }
    return WorkHistory(code, sources: sources, adjustments: try workAdjustments())
  }

  /// The work of all codes of all releases on board, by code.
  ///
  /// - Throws: ``InputFailure`` where a release's figures cannot be used.
  /// - Complexity: reads every release once, and keeps them until all histories are made.
  public func workHistories() throws(InputFailure) -> [WorkHistory] {
    let adjustments = try workAdjustments()
    var schedules: [FeeSchedule] = []
    var codes: Set<ProcedureCode> = []
    for info in releases {
      let schedule = try load(info.release).schedule
      codes.formUnion(schedule.codes)
      schedules.append(schedule)
    }
    return codes.sorted().map { code in
      let sources = schedules.map { WorkHistory.Source(release: $0.info, rows: Self.rows(of: code, in: $0)) }
      return WorkHistory(code, sources: sources, adjustments: adjustments)
    }
  }

  /// The rows of one code in a release that was read.
  private static func rows(of code: ProcedureCode, in schedule: FeeSchedule) -> [FeeRow] {
    let entry = schedule.rows(for: code)
    return CodeRows.Component.allCases.compactMap { entry?[$0].map { schedule.rows[$0] } }
  }

  /// The rows of one code in a release, without parsing the others.
  ///
  /// - Parameter buffer: memory for the file, which several releases can share.
  /// - Throws: ``InputFailure`` where the figures are not the file that the release's description names, or cannot be used.
  func rows(
    of code: ProcedureCode, in info: ReleaseInfo, by buffer: inout FigureBuffer
  ) throws(InputFailure) -> [FeeRow] {
    let path = "\(folder)/\(info.release)/\(FeeFigures.fileName)"
    let sha256 = try buffer.read(path)
    try ReleaseFile.check(path, sha256, is: info.figuresSHA256)
    guard let lines = FeeLines(buffer.bytes, of: code) else { return [] }
    return try FeeFigures.read(MemorySource(lines.bytes), path: path)
  }
}
