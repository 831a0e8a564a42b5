import Benchmarking
import Ingest
import MedicareFees
import ProductivityModel
import Reporting
import Tabular

/// Makes distributions of Medicare work RVUs by specialty from CMS's national file by provider and service.
public enum MedicareCohortRun {
  /// A cohort, and how many people of each specialty gave each code where that is asked for.
  public struct Outcome: Sendable {
    /// The distributions.
    public var result: CohortResult
    /// The table of profiles as CSV; nil where it is not asked for.
    public var profiles: [UInt8]?
    /// How many rows of profiles are hidden.
    public var hiddenProfiles: Int
  }

  /// The columns of the table of profiles.
  public static let profileColumns = ["source", "year", "specialty", "code", "clinicians", "services"]
  /// What the distribution and its profiles are called unless a name is given.
  public static let standardName = "CMS Medicare by provider and service"

  /// What every page that uses such a distribution must say.
  public static let caution =
    "Medicare fee-for-service only, codes with more than 10 beneficiaries only, no modifiers, no anesthesia units, not per FTE: "
    + "not a full-productivity benchmark."

  /// The distributions by specialty, each person's services valued by the base rows of a release.
  ///
  /// - Parameter minimumServices: the fewest services with work of a person who is counted.
  /// - Throws: `InputFailure` where the file or the release cannot be used, no row has work, or no year is known.
  public static func execute(
    _ file: String, release: String, library: FeeLibrary, minimumServices: Int, method: CohortMethod,
    naming: CohortRun.Naming, withProfiles: Bool
  ) throws(InputFailure) -> Outcome {
    let schedule = try library.load(release).schedule
    let name = String(file.split(separator: "/").last ?? "")
    let dataYear = naming.dataYear ?? PublicUseFile.year(inName: name)
    guard let year = naming.year ?? dataYear else {
      throw InputFailure(
        file, "its name does not tell the year of the services", hint: "say it with --data-year", isUsage: true)
    }
    var work = try MedicareWork(
      FileSource(file, isHashed: false), file: file, schedule: schedule, withProfiles: withProfiles)
    let least = Int64(minimumServices) * Int64(DecimalText.powerOfTen(Units.scale))
    var groups: [Int32: CohortGroup] = [:]
    var fewServices = 0
    for person in work.people {
      guard person.services >= least else {
        fewServices += Int(person.rows)
        continue
      }
      let key = CohortKey(specialty: work.specialty(person.specialty))
      groups[person.specialty, default: CohortGroup(key)].values.append(person.work)
    }
    guard !groups.isEmpty else {
      throw InputFailure(
        file, "has no row with work in release \(schedule.info.release)",
        hint: work.findings.first?.message ?? "see whether it is the file, and the release, that you mean")
    }
    let cohort = Cohort(Array(groups.values), by: method)
    let title = CohortResult.Title(
      survey: naming.survey ?? standardName, year: year, dataYear: dataYear, metric: .medicareWorkRVU)
    let result = CohortResult(
      title: title, cohort: cohort, method: method, caution: caution,
      basis: basis(name, schedule.info.release, minimumServices, method),
      findings: work.findings + CohortResult.hiddenGroups(cohort, method, file: file),
      account: account(work, cohort, groups, fewServices), remarks: remarks(work, schedule.info))
    var hidden = 0
    let profiles = withProfiles ? table(&work, schedule, title, method.suppression.minimum, &hidden) : nil
    return Outcome(result: result, profiles: profiles, hiddenProfiles: hidden)
  }

  private static func basis(
    _ name: String, _ release: String, _ minimumServices: Int, _ method: CohortMethod
  ) -> String {
    var parts = [
      "services of each person in \(name) x work of release \(release), base rows", "specialty as CMS names it",
      "n = people", method.wording,
    ]
    if minimumServices > 0 { parts.insert("people with at least \(minimumServices) services", at: 2) }
    return parts.joined(separator: "; ")
  }

  private static func account(
    _ work: MedicareWork, _ cohort: Cohort, _ groups: [Int32: CohortGroup], _ fewServices: Int
  ) -> [CohortPart] {
    let hidden = Set(cohort.hidden.map(\.key.specialty))
    var suppressed = 0
    for person in work.people where groups[person.specialty] != nil && hidden.contains(work.specialty(person.specialty))
    {
      suppressed += Int(person.rows)
    }
    let all = work.account
    return [
      CohortPart(kind: .used, rows: all.counted - fewServices - suppressed),
      CohortPart(kind: .suppressed, rows: cohort.tellsHiddenPeople ? suppressed : 0),
      CohortPart(kind: .fewServices, rows: fewServices),
      CohortPart(kind: .withoutWork, rows: all.withoutWork), CohortPart(kind: .notInRelease, rows: all.notInRelease),
      CohortPart(kind: .drug, rows: all.drugs), CohortPart(kind: .organisation, rows: all.organisations),
      CohortPart(kind: .notUnderstood, rows: all.notUnderstood),
    ]
  }

  private static func remarks(_ work: MedicareWork, _ info: ReleaseInfo) -> [String] {
    var remarks: [String] = []
    if !work.layout.saysEntity {
      remarks.append("the layout does not tell organisations from people: their rows are not apart")
    }
    if !work.layout.saysDrug {
      remarks.append("the layout does not mark drugs: their rows are among codes that the release does not have")
    }
    if let caution = info.caution { remarks.append(caution) }
    return remarks
  }

  /// The profiles; a code that fewer people of a specialty gave than the minimum is not in them.
  private static func table(
    _ work: inout MedicareWork, _ schedule: FeeSchedule, _ title: CohortResult.Title, _ minimum: Int,
    _ hidden: inout Int
  ) -> [UInt8] {
    let rows = (work.takeProfiles() ?? []).map { row in
      (specialty: work.specialty(row.specialty), code: schedule.codes[row.code], row: row)
    }
    var writer = DelimitedWriter()
    writer.record(profileColumns)
    let year = "\(title.dataYear ?? title.year)"
    let ordered = rows.sorted {
      $0.specialty == $1.specialty
        ? $0.code < $1.code : $0.specialty.utf8.lexicographicallyPrecedes($1.specialty.utf8)
    }
    for (specialty, code, row) in ordered {
      guard row.people >= minimum else {
        hidden += 1
        continue
      }
      writer.record([
        title.survey, year, specialty, "\(code)", "\(row.people)", "\(Units(tenThousandths: row.services))",
      ])
    }
    return writer.drain()
  }
}
