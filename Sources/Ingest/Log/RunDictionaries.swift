import ProductivityModel
import Tabular

/// The texts that a run's lines share, each held once: lines carry their small integer ids.
public struct RunDictionaries: Sendable {
  /// Clinician ids, as roster and log write them.
  public var clinicians = WrittenTexts()
  /// Specialties, as roster and log write them.
  public var specialties = WrittenTexts()
  /// Codes, in capitals.
  public var codes = ByteInterner()
  /// The code of each id; nil where its text has not the form of a code.
  public private(set) var procedureCodes: [ProcedureCode?] = []
  /// The modifier lists of the ids, each different list once.
  public private(set) var modifierLists: [ModifierList] = [ModifierList()]

  /// What lines say besides: the first entry is nothing.
  public private(set) var details: [LineDetail] = [LineDetail()]

  private var detailIDs: [LineDetail: Int32] = [LineDetail(): 0]
  private var listsWithDays: [Int32: [Int32: Int32]] = [:]
  private var listsWithout: [Int32: Int32] = [:]
  private var clinicianFits: [Bool] = []
  private var modifierTexts = ByteInterner()
  private var listOfText: [Int32] = []
  private var listIDs: [[Modifier]: Int32] = [[]: 0]

  /// The most bytes of an id or a specialty: what is longer is another column's, and no page could show it.
  static let longestName = 200

  /// No texts.
  public init() {}

  /// The id of a clinician; nil where the text has none of the forms that ids have.
  mutating func clinicianID(_ text: UnsafeBufferPointer<UInt8>, forms: IdentifierForms?) -> Int32? {
    let (id, _) = clinicians.id(text)
    if clinicianFits.count <= Int(id) { lookAtClinicians(forms) }
    return clinicianFits[Int(id)] ? id : nil
  }

  /// Looks at the ids of clinicians that are new.
  private mutating func lookAtClinicians(_ forms: IdentifierForms?) {
    while clinicianFits.count < clinicians.count {
      // Ids that come from the roster are here before any log is read, and fit by definition.
      let bytes = clinicians.bytes(clinicianFits.count)
      clinicianFits.append(bytes.count <= Self.longestName && forms.map { $0.fits(bytes) } ?? true)
    }
  }

  /// The id of a code's text, which is taken in capitals.
  mutating func codeID(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let (id, isNew) = codes.id(text)
    if isNew { procedureCodes.append(ProcedureCode(text)) }
    return id
  }

  /// The id of a modifier cell's list; nil where the cell is not a list of modifiers.
  ///
  /// Cells that hold the same modifiers in another order share an id, and their modifiers are shown in text order.
  mutating func modifiersID(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
    if text.isEmpty { return 0 }
    let (id, isNew) = modifierTexts.id(text)
    if isNew {
      let list = ModifierList(text) ?? LenientModifiers.list(text)
      listOfText.append(list.map { modifiersID($0.sorted) } ?? -1)
    }
    let list = listOfText[Int(id)]
    return list < 0 ? nil : list
  }

  /// The id of a list of modifiers in text order.
  mutating func modifiersID(_ sorted: [Modifier]) -> Int32 {
    if let known = listIDs[sorted] { return known }
    let new = Int32(modifierLists.count)
    modifierLists.append(ModifierList(sorted))
    listIDs[sorted] = new
    return new
  }

  /// The id of what a line says besides.
  mutating func detailID(_ detail: LineDetail) -> Int32 {
    if let known = detailIDs[detail] { return known }
    let new = Int32(details.count)
    details.append(detail)
    detailIDs[detail] = new
    return new
  }

  /// The id of a list of modifiers with the days of postoperative care that its 55 stands for; the list's own without 55.
  mutating func modifiersID(_ list: Int32, postoperativeDays days: Int32) -> Int32 {
    if let known = listsWithDays[list]?[days] { return known }
    let modifiers = modifierLists[Int(list)]
    var id = list
    if modifiers.contains("55") {
      id = Int32(modifierLists.count)
      modifierLists.append(ModifierList(modifiers.modifiers, postoperativeDays: days))
      listsWithout[id] = list
    }
    listsWithDays[list, default: [:]][days] = id
    return id
  }

  /// For each list of modifiers the list of the same modifiers without days: what a reversal must share with its line.
  public var listsWithoutDays: [Int32] {
    modifierLists.indices.map { listsWithout[Int32($0)] ?? Int32($0) }
  }

  /// The place of each modifier list in text order, for ties among procedures.
  public var modifierRanks: [Int32] {
    let keys = modifierLists.map { $0.sorted.map(\.description).joined(separator: " ") }
    var ranks = [Int32](repeating: 0, count: keys.count)
    // Lists of the same modifiers have the same place, whatever days of care they stand for.
    let places = Dictionary(uniqueKeysWithValues: Set(keys).sorted().enumerated().map { ($1, Int32($0)) })
    for (index, key) in keys.enumerated() { ranks[index] = places[key] ?? 0 }
    return ranks
  }

  /// How many entries each dictionary has.
  struct Counts {
    fileprivate var clinicians = 0
    fileprivate var specialties = 0
    fileprivate var codes = 0
    fileprivate var lists = 0
    fileprivate var details = 0
  }

  /// How many entries each has.
  var counts: Counts {
    Counts(
      clinicians: clinicians.count, specialties: specialties.count, codes: codes.count, lists: modifierLists.count,
      details: details.count)
  }

  /// The entries beyond some counts.
  func entries(after counts: Counts) -> DictionaryEntries {
    DictionaryEntries(
      clinicians: (counts.clinicians..<clinicians.count).map(clinicians.bytes),
      specialties: (counts.specialties..<specialties.count).map(specialties.bytes),
      codes: (counts.codes..<codes.count).map(codes.bytes),
      lists: (counts.lists..<modifierLists.count).map { number in
        let list = modifierLists[number]
        let care = listsWithout[Int32(number)].flatMap { without in
          list.postoperativeDays.map { (list: without, days: $0) }
        }
        return DictionaryEntries.List(modifiers: list.modifiers, care: care)
      },
      details: Array(details[counts.details...]))
  }
}
