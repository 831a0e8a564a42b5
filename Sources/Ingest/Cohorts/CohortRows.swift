import Benchmarking
import ProductivityModel
import Tabular

/// Takes the rows of tables into the groups of a cohort.
struct CohortRows: TableRecords, Sendable {
  private let columns: CohortColumns
  private(set) var account = CohortAccount()
  private var found: [Fault: Finding] = [:]
  private var texts = ByteInterner()
  /// The group of each combination of texts, by the number of the combination.
  private var places: [[Int32]: Int] = [:]
  private var folded: [CohortKey: Int] = [:]
  private var members: [CohortGroup] = []
  private var organisations = OrganisationNames()
  private var years: [Int?] = []

  /// What is wrong with a row, by which findings are gathered.
  private struct Fault: Hashable {
    var file: String
    var problem: Problem
    var column: String
    var message: String
  }

  init(_ columns: CohortColumns) { self.columns = columns }

  var required: [String] { columns.required }

  /// The people by group; groups whose names differ only in case are one, under the name that sorts first.
  var groups: [CohortGroup] { members }

  /// The findings, by place.
  var findings: [Finding] {
    found.values.sorted {
      let (a, b) = ($0.position ?? SourcePosition(file: ""), $1.position ?? SourcePosition(file: ""))
      return a != b ? a < b : $0.message < $1.message
    }
  }

  /// The greatest year of the columns `period_end`; nil where a table has none, or a row has no day in it.
  var year: Int? {
    let known = years.compactMap { $0 }
    return known.count == years.count ? known.max() : nil
  }

  mutating func take<Reader: RecordReader & ~Copyable>(
    _ reader: inout Reader, header: [String], hasSemicolons: Bool, file: String
  ) throws {
    let value = header.firstIndex(of: columns.value) ?? 0
    let groups = columns.groups.map { header.firstIndex(of: $0) ?? 0 }
    let weight = columns.weight.flatMap { header.firstIndex(of: $0) }
    let organisation = columns.organisation.flatMap { header.firstIndex(of: $0) }
    let periodEnd = header.firstIndex(of: "period_end")
    var latest: Int?
    let (none, width) = (UnsafeBufferPointer<UInt8>(start: nil, count: 0), header.count)
    while try reader.next() {
      guard reader.hasText else { continue }
      if let fault = reader.fault(expecting: width) {
        add(
          .raggedRow, nil, "the record \(fault)", "look for a comma, quote or line break inside a value", reader, file)
        continue
      }
      // A sheet's row ends with its last filled cell.
      func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> { index < reader.fieldCount ? reader.field(index) : none }
      let number: Int64
      var isRounded = false
      switch CohortCell.value(cell(value), besideSemicolons: hasSemicolons) {
      case .blank:
        account.blank += 1
        continue
      case .number(let read, let wasRounded): (number, isRounded) = (read, wasRounded)
      case .negative:
        add(
          .notANumber, value, "\(columns.value) is below zero",
          "no benchmark of this kind has values below zero: correct it or leave it blank", reader, file)
        continue
      case .notANumber:
        let hasComma = hasSemicolons && LenientNumber.mayHaveDecimalComma(cell(value))
        add(
          .notANumber, value,
          "\(columns.value) holds \(CellShape.number.shown(cell(value))), \(hasComma ? "whose comma may be a decimal one" : "which is not a number")",
          "write a plain number, such as 5996.5, or leave the cell blank", reader, file)
        continue
      }
      var copies: Int64 = 1
      if let weight {
        guard let read = CohortCell.weight(cell(weight), besideSemicolons: hasSemicolons) else {
          add(
            .notANumber, weight,
            "\(columns.weight ?? "") holds \(CellShape.number.shown(cell(weight))), which is no whole number from 1",
            "a weight says how many people a row stands for; take out rows that stand for nobody", reader, file)
          continue
        }
        copies = read
      }
      guard let group = group(groups.map(cell)) else {
        account.withoutGroup += 1
        note(
          .missingValue, groups.first { CellText.trimmed(cell($0)).isEmpty }, "the group is blank",
          "fill in \(columns.groups.joined(separator: " and ")), or the row is in no distribution", reader, file)
        continue
      }
      account.used += 1
      if isRounded { account.rounded += 1 }
      members[group].values.append(number)
      if weight != nil { members[group].weights.append(copies) }
      // People whose organisation is blank are taken as those of one, so that it hides nothing.
      if let organisation {
        members[group].organisations.append(organisations.number(of: CellText.trimmed(cell(organisation))))
      }
      if let periodEnd, let day = CalendarDate(iso: CellText.trimmed(cell(periodEnd))) {
        latest = max(latest ?? day.year, day.year)
      }
    }
    years.append(latest)
  }

  /// The group of some cells; nil where one of them is blank.
  private mutating func group(_ cells: [UnsafeBufferPointer<UInt8>]) -> Int? {
    var ids: [Int32] = []
    for cell in cells {
      let text = CellText.trimmed(cell)
      if text.isEmpty { return nil }
      ids.append(texts.id(text).id)
    }
    if let place = places[ids] { return place }
    let key = key(ids.map { texts.text(Int($0)) })
    let place = folded[key.folded] ?? members.count
    if place == members.count {
      members.append(CohortGroup(key))
      folded[key.folded] = place
    }
    members[place].key = min(members[place].key, key)
    places[ids] = place
    return place
  }

  /// A group's columns of the survey: region and provider_type keep their names, and the others make up the specialty.
  private func key(_ cells: [String]) -> CohortKey {
    var key = CohortKey(specialty: "")
    var parts: [String] = []
    for (name, text) in zip(columns.groups, cells) {
      switch name {
      case "region": key.region = text
      case "provider_type": key.providerType = text
      default: parts.append(text)
      }
    }
    key.specialty = parts.isEmpty ? CohortKey.everyone.specialty : parts.joined(separator: " / ")
    return key
  }

  private mutating func add<Reader: RecordReader & ~Copyable>(
    _ problem: Problem, _ column: Int?, _ message: String, _ hint: String, _ reader: borrowing Reader, _ file: String
  ) {
    account.notUnderstood += 1
    note(problem, column, message, hint, reader, file)
  }

  /// Adds a finding, or one more place to it.
  private mutating func note<Reader: RecordReader & ~Copyable>(
    _ problem: Problem, _ column: Int?, _ message: String, _ hint: String, _ reader: borrowing Reader, _ file: String
  ) {
    let place = column.flatMap { $0 < reader.fieldCount ? reader.column(of: $0) : nil }
    let position = SourcePosition(file: file, line: reader.line, column: place)
    let fault = Fault(file: file, problem: problem, column: column.map { "\($0)" } ?? "", message: message)
    if var known = found[fault] {
      known.count += 1
      if known.examples.count < 3 { known.examples.append(position) }
      found[fault] = known
    } else {
      found[fault] = Finding(problem, at: position, message, hint: hint, examples: [position])
    }
  }
}

extension CohortKey {
  /// The group without regard to case.
  fileprivate var folded: CohortKey {
    CohortKey(
      specialty: specialty.lowercased(), region: region.lowercased(), providerType: providerType.lowercased())
  }
}
