import ProductivityModel

/// A role that is split between specialties: how much of a clinician's effort goes to each over a period.
///
/// A clinician of two specialties at once is compared as one person with one figure, and what it is compared with is put
/// together from the specialties by effort.
public struct RoleSplit: Hashable, Sendable {
  /// One specialty of the role.
  public struct Part: Hashable, Sendable {
    /// The specialty.
    public let specialty: String
    /// Its share of the effort, in millionths; those of all parts add up to 1,000,000.
    public let shareMillionths: Int64
  }

  /// What keeps a split from being read.
  public struct Fault: Error, Hashable, Sendable {
    /// What is wrong, in words.
    public let message: String
    /// The first row concerned.
    public let position: SourcePosition

    /// What is wrong, and where.
    public init(message: String, position: SourcePosition) {
      self.message = message
      self.position = position
    }
  }

  /// The parts, the largest first.
  public let parts: [Part]

  /// The specialty of the largest part, under which the clinician is listed.
  public var primary: String { parts.first?.specialty ?? "" }

  /// The split of a clinician who holds two specialties at once on some day of a period; nil where nobody does.
  ///
  /// - Parameter intervals: those of one clinician, as ``withEffort(_:in:)`` gives them.
  public init?(_ intervals: [RosterInterval], in period: DayRange) {
    guard Self.isSplit(intervals, in: period) else { return nil }
    var effort: [String: Int128] = [:]
    for interval in intervals {
      guard let days = interval.days(in: period) else { continue }
      let present = (0..<days.count).count { !interval.isOnLeave(days.first.advanced(by: $0)) }
      effort[interval.specialty, default: 0] += Int128(interval.clinicalFTEMillionths) * Int128(present)
    }
    let total = effort.values.reduce(0, +)
    guard total > 0 else { return nil }
    let ordered = effort.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.filter { $0.value > 0 }
    guard ordered.count > 1 else { return nil }
    // What rounding leaves goes to the largest, so that the shares add up.
    let shares = ordered.map { Int64(rounded($0.value * 1_000_000, over: total)) }
    let rest = 1_000_000 - shares.reduce(0, +)
    parts = zip(ordered, shares).enumerated().map { index, pair in
      Part(specialty: pair.0.key, shareMillionths: pair.1 + (index == 0 ? rest : 0))
    }
  }

  /// Whether a clinician holds two specialties at once on some day.
  static func isSplit(_ intervals: [RosterInterval], in period: DayRange) -> Bool {
    for (index, interval) in intervals.enumerated() {
      guard let days = interval.days(in: period) else { continue }
      for other in intervals[(index + 1)...] where other.specialty != interval.specialty {
        if other.days(in: period)?.intersection(days) != nil { return true }
      }
    }
    return false
  }

  /// A clinician's intervals with the clinical FTE that each part of the role has by itself.
  ///
  /// Three ways of writing a split are told apart. Without shares each row's FTE is that of its part. With shares that add up
  /// to 1, rows of one FTE mean the FTE of the whole role, of which each has its share; rows whose FTE go as their shares mean
  /// the FTE of each part. With equal shares and equal FTE it is that of the whole role.
  ///
  /// - Throws: ``Fault`` where shares do not add up to 1 on a day, or go with FTE that are neither.
  public static func withEffort(
    _ intervals: [RosterInterval], in period: DayRange
  ) throws(Fault) -> [RosterInterval] {
    guard intervals.contains(where: { $0.shareMillionths != 1_000_000 }) else { return intervals }
    var result = intervals
    let starts =
      intervals.compactMap { $0.days(in: period)?.first }
      + intervals.compactMap { $0.days(in: period)?.last.advanced(by: 1) }
    for day in Set(starts).sorted() where period.contains(day) {
      let active = intervals.indices.filter { intervals[$0].contains(day) }
      guard let first = active.first, active.contains(where: { intervals[$0].shareMillionths != 1_000_000 }) else {
        continue
      }
      let sum = active.reduce(Int64(0)) { $0 + intervals[$1].shareMillionths }
      guard sum == 1_000_000 else {
        throw Fault(
          message: "shares add up to \(DecimalText.plain(sum, scale: 6)) on \(day), and not to 1",
          position: intervals[first].position)
      }
      let ftes = active.map { intervals[$0].clinicalFTEMillionths }
      let isWhole = Set(ftes).count == 1
      let isByPart = active.allSatisfy {
        Int128(intervals[$0].clinicalFTEMillionths) * Int128(intervals[first].shareMillionths)
          == Int128(intervals[first].clinicalFTEMillionths) * Int128(intervals[$0].shareMillionths)
      }
      guard isWhole || isByPart else {
        throw Fault(
          message: "clinical_fte is neither one for the whole role nor goes by the shares on \(day)",
          position: intervals[first].position)
      }
      guard isWhole else { continue }
      for index in active {
        let product = Int128(intervals[index].clinicalFTEMillionths) * Int128(intervals[index].shareMillionths)
        result[index].clinicalFTEMillionths = Int64(rounded(product, over: 1_000_000))
      }
    }
    return result
  }
}
