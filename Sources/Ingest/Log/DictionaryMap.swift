import ProductivityModel
import Tabular

/// Which number of a run's dictionaries each number of another reader's dictionaries has.
///
/// A text gets its number in the run with the first line that has it, so the numbers follow the order of the lines, whoever
/// read them.
struct DictionaryMap {
  private var entries = DictionaryEntries()
  private var clinicians: [Int32] = []
  private var specialties: [Int32] = []
  private var codes: [Int32] = []
  private var lists: [Int32] = []
  private var details: [Int32] = []

  /// Takes entries that the reader's dictionaries got.
  mutating func add(_ later: DictionaryEntries) {
    entries.append(later)
    Self.extend(&clinicians, by: later.clinicians.count)
    Self.extend(&specialties, by: later.specialties.count)
    Self.extend(&codes, by: later.codes.count)
    Self.extend(&lists, by: later.lists.count)
    Self.extend(&details, by: later.details.count)
  }

  /// Gives the lines of a piece the numbers of the run's dictionaries, and all that it says its place behind so many lines of text.
  mutating func place(_ piece: inout LogPiece, behind linesBefore: Int, in run: inout RunDictionaries) {
    piece.moveNotes(behind: linesBefore)
    let linesBefore = UInt32(truncatingIfNeeded: linesBefore)
    piece.lines.withUnsafeMutableBufferPointer { lines in
      var index = renumberKnown(lines, from: 0, behind: linesBefore)
      while index < lines.count {
        renumber(&lines[index], in: &run)
        lines[index].line &+= linesBefore
        index = renumberKnown(lines, from: index + 1, behind: linesBefore)
      }
    }
  }

  /// Gives lines their numbers and places up to the first with a text that has none in the run yet, whose place is the result.
  private func renumberKnown(
    _ lines: UnsafeMutableBufferPointer<ServiceLine>, from start: Int, behind linesBefore: UInt32
  ) -> Int {
    var index = start
    while index < lines.count {
      let line = lines[index]
      let (clinician, code) = (clinicians[Int(line.clinician)], codes[Int(line.code)])
      let (list, detail) = (lists[Int(line.modifiers)], line.detail == 0 ? 0 : details[Int(line.detail)])
      let specialty = line.specialty < 0 ? line.specialty : specialties[Int(line.specialty)]
      // Of all of them together the sign says whether one has none; a line without a specialty has none for ever.
      if (clinician | code | list | detail) < 0 || (line.specialty >= 0 && specialty < 0) { return index }
      lines[index].clinician = clinician
      lines[index].code = code
      lines[index].modifiers = list
      lines[index].detail = detail
      lines[index].specialty = specialty
      lines[index].line &+= linesBefore
      index += 1
    }
    return index
  }

  private mutating func renumber(_ line: inout ServiceLine, in run: inout RunDictionaries) {
    line.clinician = clinician(line.clinician, in: &run)
    line.code = code(Int(line.code), in: &run)
    line.modifiers = list(Int(line.modifiers), in: &run)
    if line.detail != 0 { line.detail = detail(Int(line.detail), in: &run) }
    if line.specialty >= 0 { line.specialty = specialty(Int(line.specialty), in: &run) }
  }

  @inline(__always)
  private mutating func clinician(_ own: Int32, in run: inout RunDictionaries) -> Int32 {
    let known = clinicians[Int(own)]
    if known >= 0 { return known }
    clinicians[Int(own)] = run.clinicians.id(entries.clinicians[Int(own)])
    return clinicians[Int(own)]
  }

  @inline(__always)
  private mutating func code(_ own: Int, in run: inout RunDictionaries) -> Int32 {
    if codes[own] < 0 { codes[own] = entries.codes[own].withUnsafeBufferPointer { run.codeID($0) } }
    return codes[own]
  }

  @inline(__always)
  private mutating func specialty(_ own: Int, in run: inout RunDictionaries) -> Int32 {
    if specialties[own] < 0 { specialties[own] = run.specialties.id(entries.specialties[own]) }
    return specialties[own]
  }

  @inline(__always)
  private mutating func list(_ own: Int, in run: inout RunDictionaries) -> Int32 {
    if lists[own] < 0 {
      let entry = entries.lists[own]
      lists[own] =
        if let care = entry.care {
          run.modifiersID(list(Int(care.list), in: &run), postoperativeDays: care.days)
        } else {
          run.modifiersID(entry.modifiers)
        }
    }
    return lists[own]
  }

  private mutating func detail(_ own: Int, in run: inout RunDictionaries) -> Int32 {
    if details[own] < 0 {
      var detail = entries.details[own]
      detail.billing = detail.billing.map { clinician($0, in: &run) }
      detail.supervising = detail.supervising.map { clinician($0, in: &run) }
      details[own] = run.detailID(detail)
    }
    return details[own]
  }

  private static func extend(_ numbers: inout [Int32], by count: Int) {
    if count > 0 { numbers += [Int32](repeating: -1, count: count) }
  }
}
