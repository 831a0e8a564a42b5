import Ingest
import MedicareFees
import ProductivityModel
import Tabular

/// The work RVUs of each person's Medicare services in CMS's file by provider and service, summed in any order of rows.
///
/// A service is worth the work of its code's base row in one release. A person is a number and a specialty, as the file has
/// them.
///
/// - Complexity: O(people) memory, some 50 bytes each; with profiles also 8 bytes a person and code.
struct MedicareWork {
  /// What became of the rows; each is in exactly one of these.
  struct Account {
    /// Rows that have work.
    var counted = 0
    var withoutWork = 0
    var notInRelease = 0
    var drugs = 0
    var organisations = 0
    var notUnderstood = 0
  }

  /// A person: sums of the rows that have work.
  struct Person {
    /// The number of the specialty.
    var specialty: Int32
    /// How many rows.
    var rows: Int32
    /// Millionths of work RVUs.
    var work: Int64
    /// Ten-thousandths of services.
    var services: Int64
  }

  private(set) var account = Account()
  private(set) var people: [Person] = []
  private(set) var findings: [Finding] = []
  /// Which columns the file has.
  let layout: PublicUseLayout
  private var profiles: ServiceProfiles?
  private var specialties = ByteInterner()
  private var keys: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 1 << 16)
  private var last = -1
  private var found: [PublicUseReader.Fault: Int] = [:]
  private let schedule: FeeSchedule
  /// The work of each code's base row, in millionths, by the schedule's number of the code.
  private let works: [Int64]

  /// The most specialties that such a file can name, and the most services of one row; beyond is another file.
  private static let specialtyLimit = 1 << 20
  private static let serviceLimit = Units(100_000_000)

  /// Reads a file.
  ///
  /// - Throws: `InputFailure` where it cannot be read, or has none of the known headers.
  init(_ source: any ByteSource, file: String, schedule: FeeSchedule, withProfiles: Bool) throws(InputFailure) {
    self.schedule = schedule
    works = schedule.codes.map { schedule.row($0)?.work.millionths ?? 0 }
    profiles = withProfiles ? ServiceProfiles(codes: schedule.codes.count) : nil
    var reader = try PublicUseReader(source, shownAs: file)
    layout = reader.layout
    while true {
      switch try reader.next() {
      case .end: return
      case .fault: if let fault = reader.fault { note(fault, reader.faultPosition) }
      case .services(let row): try add(row, reader)
      }
    }
  }

  /// The use of codes by specialty; nil where it was not asked for.
  mutating func takeProfiles() -> [ServiceProfiles.Row]? { profiles?.rows() }

  /// The name of a specialty, as the file has it.
  func specialty(_ number: Int32) -> String { specialties.text(Int(number)) }

  private mutating func add(_ row: PublicUseReader.Services, _ reader: borrowing PublicUseReader) throws(InputFailure) {
    if row.isOrganisation {
      account.organisations += 1
      return
    }
    if row.isDrug {
      account.drugs += 1
      return
    }
    guard let code = schedule.index(of: row.code) else {
      account.notInRelease += 1
      return
    }
    guard works[code] > 0 else {
      account.withoutWork += 1
      return
    }
    guard row.units <= Self.serviceLimit else {
      note(.init(.notANumber, "there are more services than can be"), reader.servicesPosition)
      return
    }
    let person = try person(row.npi, reader.specialty, reader.file)
    let product = Int128(works[code]) * Int128(row.units.tenThousandths)
    let (work, overflow) = people[person].work.addingReportingOverflow(Int64((product + 5_000) / 10_000))
    guard !overflow else {
      note(.init(.notANumber, "a person has more services than can be"), reader.servicesPosition)
      return
    }
    account.counted += 1
    people[person].work = work
    people[person].services += row.units.tenThousandths
    people[person].rows += 1
    profiles?.add(person: person, specialty: people[person].specialty, code: code, row.units)
  }

  /// The place of a person among all.
  private mutating func person(
    _ npi: UInt64, _ specialty: UnsafeBufferPointer<UInt8>, _ file: String
  ) throws(InputFailure) -> Int {
    let number = specialties.id(specialty).id
    guard Int(number) < Self.specialtyLimit else {
      throw InputFailure(
        file, "names more than a million specialties", hint: "see whether it is the file that you mean")
    }
    let key = npi << 20 | UInt64(number)
    // Most files have all rows of a person together.
    if last >= 0, keys[last] == key { return last }
    let mask = slots.count - 1
    var slot = Self.slot(key, mask)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key {
        last = Int(slots[slot])
        return last
      }
      slot = (slot + 1) & mask
    }
    last = keys.count
    slots[slot] = Int32(last)
    keys.append(key)
    people.append(Person(specialty: number, rows: 0, work: 0, services: 0))
    if 2 * keys.count > slots.count { grow() }
    return last
  }

  private mutating func grow() {
    var larger = [Int32](repeating: -1, count: 2 * slots.count)
    let mask = larger.count - 1
    for index in keys.indices {
      var slot = Self.slot(keys[index], mask)
      while larger[slot] >= 0 { slot = (slot + 1) & mask }
      larger[slot] = Int32(index)
    }
    slots = larger
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(
      truncatingIfNeeded: key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15).high ^ (key &* 0xD6E8_FEB8_6659_FD93) >> 20
    )
      & mask
  }

  private mutating func note(_ fault: PublicUseReader.Fault, _ position: SourcePosition) {
    account.notUnderstood += 1
    if let index = found[fault] {
      findings[index].count += 1
      if findings[index].examples.count < 3 { findings[index].examples.append(position) }
    } else {
      found[fault] = findings.count
      findings.append(
        Finding(
          fault.problem, at: position, fault.message, hint: "see whether the file is as CMS publishes it",
          examples: [position]))
    }
  }
}
