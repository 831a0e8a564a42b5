import Benchmarking
import Ingest
import ProductivityModel

/// Which specialty a clinician's line counts for: by the roster's interval on its day, or by the log without a roster.
struct RoleDirectory: Sendable {
  /// A clinician's interval with its specialty as an id.
  fileprivate struct Interval: Sendable {
    var first: Int32
    var last: Int32
    var share: Int64
    var specialty: Int32
    /// Days that do not count, or perhaps not: none for most.
    var leave: [ClosedRange<Int32>]
    var ramp: [ClosedRange<Int32>]

    /// Whether a day is one of its own, not on leave and in its ramp.
    func isInRamp(_ day: Int32) -> Bool {
      first <= day && day <= last && ramp.contains { $0.contains(day) } && !leave.contains { $0.contains(day) }
    }
  }

  private var intervals: [[Interval]]
  private let hasRoster: Bool
  /// The directories of closed days: by the roster of the time when they were closed.
  private let closed: [(days: ClosedRange<Int32>, directory: RoleDirectory)]

  /// Where a line belongs.
  struct Role {
    /// The specialty's id; -1 for none.
    var specialty: Int32
    var isOutsideEmployment = false
    var isUnknownClinician = false
    /// Whether every interval of the day is on leave.
    var isOnLeave = false
    /// Whether an interval of the day and specialty that is not on leave is in a ramp: of which of several the work is nothing says.
    var isInRamp = false

    /// Whether the day counts, and is as any other.
    var countsFully: Bool { !isOutsideEmployment && !isOnLeave && !isInRamp }
  }

  /// The directory of a roster; the clinicians' ids must be in the dictionaries already.
  ///
  /// Everything of a role that is split within the period counts for its largest part, so that it can be compared as one.
  ///
  /// - Parameter closed: days on which roles are what they were when the days were closed.
  init(
    _ roster: Roster?, period: DayRange, clinicianCount: Int, clinicianIDs: [String: Int32],
    specialtyIDs: [String: Int32], closed: [ClosedDays] = []
  ) {
    hasRoster = roster != nil
    self.closed = closed.map { closed in
      (
        closed.days.epochDays,
        RoleDirectory(
          closed.inputs.roster, period: closed.runPeriod, clinicianCount: clinicianCount, clinicianIDs: clinicianIDs,
          specialtyIDs: specialtyIDs)
      )
    }
    intervals = [[Interval]](repeating: [], count: clinicianCount)
    let primaries = Self.primaries(roster, period)
    for interval in roster?.intervals ?? [] {
      guard let clinician = clinicianIDs[interval.clinicianID] else { continue }
      let specialty = primaries[interval.clinicianID] ?? interval.specialty
      intervals[Int(clinician)].append(
        Interval(
          first: interval.start.daysSinceEpoch, last: interval.end?.daysSinceEpoch ?? Int32.max,
          share: interval.shareMillionths, specialty: specialtyIDs[specialty] ?? -1,
          leave: interval.leave.map(\.epochDays), ramp: interval.ramp.map(\.epochDays)))
    }
  }

  /// The specialty with the most effort of each clinician whose role is split.
  private static func primaries(_ roster: Roster?, _ period: DayRange) -> [String: String] {
    Dictionary(grouping: roster?.intervals ?? [], by: \.clinicianID).compactMapValues { own in
      guard let effort = try? RoleSplit.withEffort(own, in: period) else { return nil }
      return RoleSplit(effort, in: period)?.primary
    }
  }

  /// One clinician's roles, looked up once for all lines.
  struct Roles {
    fileprivate var intervals: [Interval]
    fileprivate var hasRoster: Bool
    fileprivate var closed: [(days: ClosedRange<Int32>, roles: Roles)]

    /// Where a line of a day belongs; `logged` is the specialty that the log gives.
    @inline(__always)
    func role(day: Int32, logged: Int32) -> Role {
      closed.isEmpty && !hasRoster ? Role(specialty: logged) : roleByRoster(day: day, logged: logged)
    }

    private func roleByRoster(day: Int32, logged: Int32) -> Role {
      if !closed.isEmpty, let was = closed.first(where: { $0.days.contains(day) }) {
        return was.roles.role(day: day, logged: logged)
      }
      guard hasRoster else { return Role(specialty: logged) }
      guard let nearestFirst = intervals.first else { return Role(specialty: -1, isUnknownClinician: true) }
      var best: Interval?
      var isOnLeave = true
      var hasRamp = false
      for interval in intervals where interval.first <= day && day <= interval.last {
        if best.map({ interval.share > $0.share }) ?? true { best = interval }
        if !interval.leave.isEmpty, interval.leave.contains(where: { $0.contains(day) }) { continue }
        isOnLeave = false
        if !interval.ramp.isEmpty { hasRamp = true }
      }
      if let best {
        let isInRamp = hasRamp && intervals.contains { $0.specialty == best.specialty && $0.isInRamp(day) }
        return Role(specialty: best.specialty, isOnLeave: isOnLeave, isInRamp: isInRamp)
      }
      // Outside employment the nearest interval names the specialty.
      func distance(_ interval: Interval) -> Int32 { day < interval.first ? interval.first - day : day - interval.last }
      let nearest = intervals.dropFirst().reduce(nearestFirst) { distance($1) < distance($0) ? $1 : $0 }
      return Role(specialty: nearest.specialty, isOutsideEmployment: true)
    }
  }

  /// The roles of a clinician.
  func roles(of clinician: Int32) -> Roles {
    Roles(
      intervals: Int(clinician) < intervals.count ? intervals[Int(clinician)] : [], hasRoster: hasRoster,
      closed: closed.map { ($0.days, $0.directory.roles(of: clinician)) })
  }
}
