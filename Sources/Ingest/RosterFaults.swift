import Benchmarking
import ProductivityModel

/// What in a roster is hardly meant, though each row by itself can be read.
enum RosterFaults {
  /// The intervals without those that are there twice, cell for cell: such a row would double a clinician's FTE and pay.
  static func withoutRepeats(_ intervals: [RosterInterval], _ findings: inout [Finding]) -> [RosterInterval] {
    var lines: [RosterInterval: SourcePosition] = [:]
    return intervals.filter { interval in
      var cells = interval
      cells.position = SourcePosition(file: interval.position.file)
      guard let first = lines[cells] else {
        lines[cells] = interval.position
        return true
      }
      findings.append(
        Finding(
          .overlappingIntervals, at: interval.position,
          "clinician \(interval.clinicianID) has the row of line \(first.line ?? 0) once more; it counts once",
          hint: "take one of the two rows out"))
      return false
    }
  }

  /// What is told of the intervals.
  static func findings(_ intervals: [RosterInterval]) -> [Finding] {
    intervals.flatMap(daysOutside) + names(intervals) + identifiers(intervals)
  }

  /// Leave and ramps that lie outside their interval, and so count for nothing.
  private static func daysOutside(_ interval: RosterInterval) -> [Finding] {
    [("leave", interval.leave), ("ramp", interval.ramp)].flatMap { column, ranges in
      ranges.filter { !isTouched($0, by: interval) }.map { range in
        Finding(
          .daysOutsideInterval, at: interval.position,
          "the \(column) of clinician \(interval.clinicianID) from \(range) is outside the interval of its row, and counts for nothing",
          hint: "write it in the row of the interval that has these days, or correct it")
      }
    }
  }

  private static func isTouched(_ range: DayRange, by interval: RosterInterval) -> Bool {
    range.last >= interval.start && (interval.end.map { range.first <= $0 } ?? true)
  }

  /// Ids that have two names: two people, or one who changed the name.
  private static func names(_ intervals: [RosterInterval]) -> [Finding] {
    contradictions(intervals.filter { !$0.name.isEmpty }, of: \.clinicianID) { $0.name.lowercased() }.map {
      Finding(
        .mixedIdentity, at: $1.position,
        "clinician \($1.clinicianID) is \($1.name) here and \($0.name) in line \($0.position.line ?? 0): their work and pay are one person's",
        hint: "give each person an id, or write one name in all rows")
    }
  }

  /// National provider identifiers that two ids have: one person, whose work is in two parts.
  private static func identifiers(_ intervals: [RosterInterval]) -> [Finding] {
    contradictions(intervals.filter { !$0.npi.isEmpty }, of: \.npi, \.clinicianID).map {
      Finding(
        .mixedIdentity, at: $1.position,
        "clinician \($1.clinicianID) has the NPI of \($0.clinicianID) in line \($0.position.line ?? 0): one person is compared and paid as two",
        hint: "write one id for the person in roster and logs, or correct the NPI")
    }
  }

  /// The first row of each key beside the first that says something else, once for each clinician.
  private static func contradictions(
    _ intervals: [RosterInterval], of key: (RosterInterval) -> String, _ said: (RosterInterval) -> String
  ) -> [(RosterInterval, RosterInterval)] {
    var first: [String: RosterInterval] = [:]
    var told: Set<String> = []
    return intervals.compactMap { interval in
      guard let known = first[key(interval)] else {
        first[key(interval)] = interval
        return nil
      }
      guard said(known) != said(interval), told.insert(interval.clinicianID).inserted else { return nil }
      return (known, interval)
    }
  }
}
