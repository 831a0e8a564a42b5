import Ingest
import MedicareFees
import ProductivityModel
import Reporting

/// The fee schedule releases that the days of a run need, each read once: those of today, and those of the time when days were
/// closed where they have other figures.
struct LoadedReleases: Sendable {
  /// The release of a day.
  struct Choice: Hashable, Sendable {
    /// Its place among ``schedules``; nil where none is on board for the day, nor any before.
    var schedule: Int?
    /// Whether it stands in for one that is not on board.
    var isSubstitute: Bool
  }

  /// The releases that were read.
  private(set) var schedules: [FeeSchedule] = []
  /// The base units of each one's anesthesia codes, in thousandths.
  private(set) var baseUnits: [[ProcedureCode: Int64]] = []
  /// The files that were read, for the manifest.
  private(set) var files: [InputFile] = []
  private var loaded: [String: Int] = [:]
  @Boxed private var inputs: RunInputs
  private let closed: [ClosedDays]

  /// No releases yet, or those of other slots.
  ///
  /// - Parameter closed: the closed days that are credited as they were closed.
  init(_ inputs: RunInputs, closed: [ClosedDays], sharing other: LoadedReleases?) {
    self.inputs = inputs
    self.closed = closed
    guard let other else { return }
    (schedules, baseUnits, files, loaded) = (other.schedules, other.baseUnits, other.files, other.loaded)
  }

  /// The inputs of today, or of the time when days were closed.
  ///
  /// - Parameter closing: the place of the closed days, from 1; 0 for today.
  func inputs(_ closing: Int) -> RunInputs { closing == 0 ? inputs : closed[closing - 1].inputs }

  /// The release for a day.
  ///
  /// - Throws: `InputFailure` where it cannot be read.
  mutating func choice(_ day: CalendarDate, _ closing: Int) throws(InputFailure) -> Choice {
    guard let choice = inputs(closing).library.calendar.choose(for: day) else {
      return Choice(schedule: nil, isSubstitute: false)
    }
    return Choice(schedule: try number(of: choice.release, closing), isSubstitute: choice.isSubstitute)
  }

  /// The place of a release among those that are read. One that is on board with other figures than when days were closed is
  /// another.
  ///
  /// - Throws: `InputFailure` where it cannot be read.
  mutating func number(of release: String, _ closing: Int) throws(InputFailure) -> Int {
    let info = inputs(closing).library.info(release)
    let closing = info?.figuresSHA256 == inputs.library.info(release)?.figuresSHA256 ? 0 : closing
    let key = closing == 0 ? release : "\(release) \(closing)"
    if let number = loaded[key] { return number }
    let library = inputs(closing).library
    let read: FeeLibrary.LoadedRelease
    let units: [ProcedureCode: Int64]
    if closing == 0 {
      read = try library.load(release)
      units = try library.anesthesiaBaseUnits(of: read.schedule.info)
    } else {
      (read, units) = try closed[closing - 1].release(release, of: library)
    }
    loaded[key] = schedules.count
    schedules.append(read.schedule)
    baseUnits.append(units)
    files.append(
      InputFile(
        role: "release", path: "cms-pfs/\(read.schedule.info.release)/rvu.csv", size: read.size, sha256: read.sha256))
    return schedules.count - 1
  }
}
