import Crediting
import Ingest
import MedicareFees
import ProductivityModel

/// Credits typed lines one by one, by the release and the policy rows of their days; the rules are those of a run.
public final class EntryCrediting {
  /// How lines of a day are recognised and credited.
  public struct Day: Sendable {
    /// The codes of the day's release, and the modifiers.
    public var vocabulary: EntryVocabulary
    /// Whether the release stands in for one that is not on board.
    public var isSubstitute: Bool
    /// The release that values the lines.
    public var valuedBy: FeeSchedule
    fileprivate var engine: CreditEngine

    /// The release whose codes are recognised.
    public var release: String { vocabulary.schedule.info.release }
  }

  /// The policy.
  public let policy: CreditPolicy
  private let library: FeeLibrary
  private let modifiers: Set<Modifier>
  private let namedRelease: String?
  private let today: CalendarDate
  private var schedules: [String: FeeSchedule] = [:]
  private var days: [CalendarDate: Day] = [:]

  /// Credits by a policy.
  ///
  /// - Parameters:
  ///   - release: the release for every line, in place of that of its day; nil leaves it to the policy.
  ///   - today: the day of entry, for policies that go by it.
  /// - Throws: ``InputFailure`` where there is no such policy or release, or a built-in policy cannot be read.
  public init(
    policy name: String, release: String?, dataFolder: String, today: CalendarDate
  ) throws(InputFailure) {
    let policies = PolicyLibrary(dataFolder: dataFolder)
    policy = try policies.read(name, askedBy: name).policy
    var known = [policy]
    for builtIn in policies.names { known.append(try policies.read(builtIn, askedBy: builtIn).policy) }
    modifiers = EntryVocabulary.modifiers(of: known)
    library = try FeeLibrary(dataFolder: dataFolder)
    namedRelease = release
    self.today = today
    if let release { _ = try schedule(release) }
  }

  /// How lines of a day are credited; nil where no release covers it.
  ///
  /// - Throws: ``InputFailure`` where its release cannot be read.
  public func day(_ date: CalendarDate) throws(InputFailure) -> Day? {
    if let known = days[date] { return known }
    var choice = library.calendar.choose(for: date).map { (release: $0.release, isSubstitute: $0.isSubstitute) }
    if let namedRelease { choice = (namedRelease, false) }
    guard let choice else { return nil }
    let codes = try schedule(choice.release)
    var valuedBy = codes
    if namedRelease == nil {
      switch policy.vintage {
      case .frozen(let release): valuedBy = try schedule(release)
      case .postDate: if let posted = library.calendar.choose(for: today) { valuedBy = try schedule(posted.release) }
      // Which survey a job brings is not known here.
      case .serviceDate, .survey, nil: break
      }
    }
    let day = Day(
      vocabulary: EntryVocabulary(schedule: codes, modifiers: modifiers), isSubstitute: choice.isSubstitute,
      valuedBy: valuedBy, engine: CreditEngine(policy.inEffect(on: date)))
    days[date] = day
    return day
  }

  /// What a service of a day earns by itself.
  ///
  /// - Parameter place: nil is taken as a facility, as a run does.
  public func credit(_ item: EntryItem, on day: Day, place: PlaceOfService?) -> EntryCredit {
    let setting = place.map { library.facilityPlaces.setting(of: $0) } ?? .facility
    let credit = day.engine.lineCredit(
      code: item.code, modifiers: ModifierList(ModifierList(item.modifiers).sorted), setting: setting,
      schedule: day.valuedBy)
    return EntryCredit(credit, units: item.units)
  }

  private func schedule(_ release: String) throws(InputFailure) -> FeeSchedule {
    if let known = schedules[release] { return known }
    let read = try library.load(release).schedule
    schedules[release] = read
    return read
  }
}
