import ProductivityModel

/// How many cells of a column look like what. Only counts are kept, never a cell.
struct CellCounts {
  /// The cells that are not blank.
  private(set) var filled = 0
  /// Codes, alone or with modifiers or a title.
  private(set) var codes = 0
  /// Codes with modifiers or a title.
  private(set) var combined = 0
  /// Codes with modifiers.
  private(set) var withModifiers = 0
  /// Days by the form in which they are written; the empty set is ISO.
  private(set) var days: [DateForms: Int] = [:]
  /// Days that can only be month, day, year, and those that can only be day, month, year.
  private(set) var onlyAmerican = 0
  private(set) var onlyEuropean = 0
  /// Lists of modifiers, and those with a modifier that is no place of service and no state.
  private(set) var modifiers = 0
  private(set) var certainModifiers = 0
  private(set) var places = 0
  /// Places of service with their names or decimals: `11 - Office`.
  private(set) var titledPlaces = 0
  private(set) var numbers = 0
  /// Numbers with a money sign or two decimals.
  private(set) var amounts = 0
  private(set) var identifiers = 0
  /// Texts of letters with a blank or comma, as names are.
  private(set) var names = 0

  private static let certain: Set<String> = [
    "LT", "RT", "TC", "GP", "GO", "GN", "KX", "QW", "GT", "GC", "PT", "XE", "XP", "XS", "XU", "JW", "JZ", "59", "73",
    "74", "76",
    "77", "78", "79", "80", "82", "91", "95",
  ]

  /// The most cells that look like a column's.
  func fits(_ column: LogColumn) -> Int {
    switch column {
    case .code: codes
    case .serviceDate, .postDate: anyDays
    case .modifiers: modifiers
    case .placeOfService: places + titledPlaces
    case .units, .charge, .minutes, .baseUnits, .postopDays, .sourceRVU: numbers
    case .claimFrequency: places
    case .lineID, .clinicianID, .specialty, .patientID, .billingID, .supervisingID, .claimID, .voidOf: filled
    }
  }

  private var anyDays: Int { days.values.reduce(0, +) }

  /// Looks at a cell without blanks around it.
  mutating func add(_ text: String) {
    if text.isEmpty { return }
    filled += 1
    var text = text
    text.withUTF8 { add($0) }
  }

  private mutating func add(_ cell: UnsafeBufferPointer<UInt8>) {
    addCode(cell)
    addDay(cell)
    if let list = ModifierList(cell) ?? LenientModifiers.list(cell) {
      modifiers += 1
      if list.sorted.contains(where: { Self.certain.contains($0.description) }) { certainModifiers += 1 }
    }
    if CellShape.place.fits(cell) { places += 1 } else if PlaceText.place(cell) != nil { titledPlaces += 1 }
    let plain =
      LenientNumber.plain(cell).map { String(decoding: $0, as: UTF8.self) } ?? String(decoding: cell, as: UTF8.self)
    if plain.utf8.count <= 12, Double(plain) != nil {
      numbers += 1
      if cell.contains(0x24) || plain.split(separator: ".").dropFirst().first?.count == 2 { amounts += 1 }
    }
    if ProviderIdentifier.isValid(cell) { identifiers += 1 }
    let hasLetters = cell.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let hasDigits = cell.contains { $0 >= 0x30 && $0 <= 0x39 }
    if hasLetters, !hasDigits, cell.contains(where: { $0 == 0x20 || $0 == 0x2C }) { names += 1 }
  }

  private mutating func addCode(_ cell: UnsafeBufferPointer<UInt8>) {
    guard CombinedCell.startsWithCode(cell), let parts = CombinedCell.parts(cell) else { return }
    codes += 1
    let rest = String(decoding: cell.dropFirst(parts.code.count), as: UTF8.self)
    if !rest.isEmpty, rest != ".0", rest != ".00" { combined += 1 }
    if !parts.modifiers.isEmpty { withModifiers += 1 }
  }

  private mutating func addDay(_ cell: UnsafeBufferPointer<UInt8>) {
    let isAmerican = DateForms.american.day(cell) != nil
    let isEuropean = DateForms.european.day(cell) != nil
    if DateForms().day(cell) != nil {
      days[[], default: 0] += 1
    } else if isAmerican || isEuropean {
      days[isAmerican ? .american : .european, default: 0] += 1
      if !isEuropean { onlyAmerican += 1 }
      if !isAmerican { onlyEuropean += 1 }
    } else if let form = [DateForms.compact, .named, .serial].first(where: { $0.day(cell) != nil }) {
      days[form, default: 0] += 1
    }
  }

  /// The forms of the days besides ISO, and whether their order of day and month is only supposed.
  var dateForms: (forms: DateForms, isSupposed: Bool) {
    var forms: DateForms = []
    for form in days.keys where form != .european { forms.formUnion(form) }
    guard days[.american] != nil || days[.european] != nil else { return (forms, false) }
    forms.remove(.american)
    forms.insert(onlyEuropean > onlyAmerican ? .european : .american)
    return (forms, (onlyAmerican == 0) == (onlyEuropean == 0))
  }
}
