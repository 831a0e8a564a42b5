import Ingest
import MedicareFees
import ProductivityModel

/// The rows and localities that the pieces of a price list ask for, found fast: what one thread has.
///
/// - Complexity: O(1) a look-up; memory for the rows of the releases that are met, whatever the number of records.
struct PriceBook: ~Copyable {
  private let releases: PriceReleases
  private let qualifying: Bool
  /// What is priced by so far; rows name one by its number.
  private(set) var bases: [PriceBasis] = []
  /// The conversion factor of each basis; nil where none is known.
  private(set) var factors: [ConversionFactor?] = []
  /// The limiting charge of each basis in millionths of the amount; 0 where no rule holds.
  private(set) var limitingCharges: [Int64] = []
  /// The share of a nonparticipating physician of each basis in millionths; 0 where no rule holds.
  private(set) var nonparticipatingShares: [Int64] = []
  /// The minutes of an anesthesia time unit of each basis, and the share under medical direction, in millionths; nil where no
  /// rule holds.
  private(set) var anesthesiaMinutes: [Int64?] = []
  private(set) var directedShares: [Int64?] = []
  /// The name of each basis's release.
  private(set) var releaseTexts: [[UInt8]] = []
  /// What is said of every row of each basis.
  private(set) var notes: [PriceNote] = []
  private(set) var prices: [CompactPrice] = []
  private(set) var places: [PricePlace] = []
  private var priceTable = PackedTable()
  private var placeTable = PackedTable()
  private var baseUnits: [[ProcedureCode: Int64]] = []
  private var hasLocalities: [Bool] = []
  private var codes: [Set<ProcedureCode>] = []
  private var basisOfRelease: [UInt64: Int] = [:]
  private var basisOfDay: [CalendarDate: Int] = [:]
  private var lastRelease: (name: UInt64, basis: Int) = (0, -1)
  private var lastDay: (day: Int32, basis: Int) = (.min, -1)

  /// A book over releases.
  init(_ releases: PriceReleases, qualifying: Bool) {
    self.releases = releases
    self.qualifying = qualifying
  }

  private var library: FeeLibrary { releases.library }

  /// What a release is priced by: its own days decide on the factor. Nil where it is not on board.
  ///
  /// - Parameter name: as ``PriceRow/release`` holds it.
  @inline(__always)
  mutating func basis(release name: UInt64) throws(InputFailure) -> Int? {
    name == lastRelease.name && lastRelease.basis >= 0 ? lastRelease.basis : try findBasis(release: name)
  }

  private mutating func findBasis(release name: UInt64) throws(InputFailure) -> Int? {
    if let known = basisOfRelease[name] {
      lastRelease = (name, known)
      return known
    }
    guard let info = library.releases.first(where: { PriceReader.packed($0.release) == name }) else { return nil }
    let number = try number(of: basis(info, on: info.effective.first, isSubstitute: false))
    basisOfRelease[name] = number
    lastRelease = (name, number)
    return number
  }

  /// What a day is priced by: the release of the day, and the day's own factor. Nil where no release covers it.
  @inline(__always)
  mutating func basis(day: CalendarDate) throws(InputFailure) -> Int? {
    day.daysSinceEpoch == lastDay.day && lastDay.basis >= 0 ? lastDay.basis : try findBasis(day: day)
  }

  private mutating func findBasis(day: CalendarDate) throws(InputFailure) -> Int? {
    if let known = basisOfDay[day] {
      lastDay = (day.daysSinceEpoch, known)
      return known
    }
    guard let choice = library.calendar.choose(for: day) else { return nil }
    let number = try number(
      of: basis(library.releases[choice.index], on: day, isSubstitute: choice.isSubstitute))
    basisOfDay[day] = number
    lastDay = (day.daysSinceEpoch, number)
    return number
  }

  private func basis(_ info: ReleaseInfo, on day: CalendarDate, isSubstitute: Bool) -> PriceBasis {
    let rules = releases.rules
    return PriceBasis(
      release: info, isSubstitute: isSubstitute,
      factor: library.conversionFactor(qualifying ? .qualifying : .national, on: day),
      anesthesiaFactor: library.conversionFactor(qualifying ? .anesthesiaQualifying : .anesthesia, on: day),
      limitingCharge: rules.rule(.limitingCharge, on: day),
      nonparticipatingShare: rules.rule(.nonparticipatingShare, on: day),
      anesthesiaMinutes: rules.rule(.anesthesiaMinutes, on: day),
      directedShare: rules.rule(.anesthesiaDirectedShare, on: day))
  }

  private mutating func number(of basis: PriceBasis) throws(InputFailure) -> Int {
    if let known = bases.firstIndex(of: basis) { return known }
    let release = try releases.release(basis.release)
    let number = bases.count
    bases.append(basis)
    factors.append(basis.factor?.factor)
    limitingCharges.append(basis.limitingCharge?.millionths ?? 0)
    nonparticipatingShares.append(basis.nonparticipatingShare?.millionths ?? 0)
    anesthesiaMinutes.append(basis.anesthesiaMinutes?.millionths)
    directedShares.append(basis.directedShare?.millionths)
    releaseTexts.append(Array(basis.release.release.utf8))
    notes.append(basis.isSubstitute ? .substitutedRelease : [])
    for row in release.rows {
      priceTable.insert(Self.key(number, row.code, row.modifier), prices.count)
      prices.append(row.price)
    }
    codes.append(release.codes)
    baseUnits.append(release.baseUnits)
    placeTable.insert(Self.nationalKey(number), places.count)
    places.append(PricePlace(gpci: .national, anesthesiaFactor: basis.anesthesiaFactor?.factor))
    hasLocalities.append(release.localities != nil)
    for locality in release.localities ?? [] {
      placeTable.insert(Self.key(number, locality.key), places.count)
      places.append(
        PricePlace(
          gpci: locality.gpci,
          anesthesiaFactor: qualifying ? locality.qualifyingAnesthesiaFactor : locality.anesthesiaFactor))
    }
    return number
  }

  /// The number of a row in ``prices``; -1 where the release has none.
  @inline(__always)
  func price(_ basis: Int, _ code: ProcedureCode, _ modifier: Modifier?) -> Int {
    priceTable[Self.key(basis, code, modifier)]
  }

  /// The number of a place in ``places``; -1 where the release has none.
  @inline(__always)
  func place(_ basis: Int, _ place: PriceRow.Place) -> Int {
    switch place {
    case .notSaid: -1
    case .national: placeTable[Self.nationalKey(basis)]
    case .locality(let key): placeTable[Self.key(basis, key)]
    }
  }

  /// Whether the release of a basis has localities at all.
  func hasLocalities(_ basis: Int) -> Bool { hasLocalities[basis] }

  /// Whether the release of a basis has a code, with any modifier.
  func hasCode(_ basis: Int, _ code: ProcedureCode) -> Bool { codes[basis].contains(code) }

  /// The base units that a user put beside a release, in thousandths.
  func baseUnits(_ basis: Int, of code: ProcedureCode) -> Int64? { baseUnits[basis][code] }

  @inline(__always)
  private static func key(_ basis: Int, _ code: ProcedureCode, _ modifier: Modifier?) -> UInt64 {
    UInt64(basis) << 56 | code.packed << 16 | UInt64(modifier?.packed ?? 0)
  }

  @inline(__always)
  private static func key(_ basis: Int, _ key: LocalityKey) -> UInt64 {
    UInt64(basis) << 40 | UInt64(key.mac) << 8 | UInt64(key.number)
  }

  private static func nationalKey(_ basis: Int) -> UInt64 { UInt64(basis) << 40 | 1 << 39 }
}
