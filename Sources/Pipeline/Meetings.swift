import Crediting

/// What lines of a combination may have to do with the lines around them, or with other clinicians, in either ledger.
struct Meetings: OptionSet, BitwiseCopyable {
  let rawValue: UInt8

  /// Others of the day may change a line.
  static let others = Meetings(rawValue: 1)
  /// Its own units may be several procedures, or both sides.
  static let units = Meetings(rawValue: 2)
  /// It may be a part of another service.
  static let bundled = Meetings(rawValue: 4)

  /// It takes places among several procedures.
  static let places = Meetings(rawValue: 8)
  /// A part of its credit may go to another clinician.
  static let attributed = Meetings(rawValue: 16)
  /// Three and more of its units may have been meant as sides.
  static let perhapsSides = Meetings(rawValue: 32)
  /// It is among the lines that are looked at together at all.
  static let session = Meetings(rawValue: 64)
  /// It may have other services as its parts.
  static let includes = Meetings(rawValue: 128)

  /// All by which a line is changed by others of its day, or by its own units, or changes others.
  static let anything: Meetings = [.others, .units, .bundled, .includes]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ credit: LineCredit) {
    let terms = credit.session
    self = []
    if terms.ranks { insert(.places) }
    if credit.attribution != nil { insert(.attributed) }
    if terms.meetsOthers { insert(.others) }
    if terms.dividesUnits { insert(.units) }
    if terms.isBundled { insert(.bundled) }
    if terms.mayBeBothSides { insert(.perhapsSides) }
    if terms.kind >= 0 { insert(.session) }
    if terms.includesOthers { insert(.includes) }
  }
}
