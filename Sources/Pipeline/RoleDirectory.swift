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
  }

  private var intervals: [[Interval]]
  private let hasRoster: Bool

  /// Where a line belongs.
  struct Role {
    /// The specialty's id; -1 for none.
    var specialty: Int32
    var isOutsideEmployment = false
    var isUnknownClinician = false
  }

  /// The directory of a roster; the clinicians' ids must be in the dictionaries already.
  init(_ roster: Roster?, clinicianCount: Int, clinicianIDs: [String: Int32], specialtyIDs: [String: Int32]) {
    hasRoster = roster != nil
    intervals = [[Interval]](repeating: [], count: clinicianCount)
    for interval in roster?.intervals ?? [] {
      guard let clinician = clinicianIDs[interval.clinicianID] else { continue }
      intervals[Int(clinician)].append(
        Interval(
          first: interval.start.daysSinceEpoch, last: interval.end?.daysSinceEpoch ?? Int32.max,
          share: interval.shareMillionths, specialty: specialtyIDs[interval.specialty] ?? -1))
    }
  }

  /// One clinician's roles, looked up once for all lines.
  struct Roles {
    fileprivate var intervals: [Interval]
    fileprivate var hasRoster: Bool

    /// Where a line of a day belongs; `logged` is the specialty that the log gives.
    func role(day: Int32, logged: Int32) -> Role {
      guard hasRoster else { return Role(specialty: logged) }
      guard let nearestFirst = intervals.first else { return Role(specialty: -1, isUnknownClinician: true) }
      var best: Interval?
      for interval in intervals where interval.first <= day && day <= interval.last {
        if best.map({ interval.share > $0.share }) ?? true { best = interval }
      }
      if let best { return Role(specialty: best.specialty) }
      // Outside employment the nearest interval names the specialty.
      func distance(_ interval: Interval) -> Int32 { day < interval.first ? interval.first - day : day - interval.last }
      let nearest = intervals.dropFirst().reduce(nearestFirst) { distance($1) < distance($0) ? $1 : $0 }
      return Role(specialty: nearest.specialty, isOutsideEmployment: true)
    }
  }

  /// The roles of a clinician.
  func roles(of clinician: Int32) -> Roles {
    Roles(intervals: Int(clinician) < intervals.count ? intervals[Int(clinician)] : [], hasRoster: hasRoster)
  }
}
