import ProductivityModel

/// The invented files of what the sample practice's plans pay for besides work RVUs, and of what was paid.
enum SamplePay {
  /// Draws that no other part of the practice uses.
  private static func generator(_ member: Int, _ seed: UInt64, _ file: UInt64) -> SeededGenerator {
    SeededGenerator(seed: seed ^ 0x5041_5900 ^ file, stream: UInt64(member))
  }

  private static var months: [DayRange] { PracticeCalendar.period.months.map(\.days) }

  /// Call and night shifts, one row a day.
  static func shifts(_ staff: [StaffMember], seed: UInt64) -> String {
    var text = "clinician_id,date,units,stipend\n"
    for (index, member) in staff.enumerated() {
      let stipend: String
      switch SamplePlans.id(of: member) {
      case "surgery": stipend = "call"
      case "hospital": stipend = "night"
      default: continue
      }
      var random = generator(index, seed, 1)
      for days in months {
        let count = 2 + random.below(4)
        let chosen = Set((0..<count).map { _ in random.below(days.count) }).sorted()
        for day in chosen.map(days.first.advanced(by:)) where member.employment(on: day) != nil {
          text += "\(member.identifier),\(day),\(random.happens(1500) ? "0.5" : "1"),\(stipend)\n"
        }
      }
    }
    return text
  }

  /// Members of the panels, by month.
  static func panel(_ staff: [StaffMember], seed: UInt64) -> String {
    var text = "clinician_id,month,members\n"
    for (index, member) in staff.enumerated() where SamplePlans.id(of: member) == "primary-care" {
      var random = generator(index, seed, 2)
      var members = 1300 + random.below(700)
      for days in months {
        members += random.below(41) - 20
        guard member.employment.contains(where: { $0.start <= days.last && ($0.end ?? days.last) >= days.first })
        else { continue }
        text += "\(member.identifier),\(days.first.description.prefix(7)),\(members)\n"
      }
    }
    return text
  }

  /// The share of the withhold that was earned back.
  static func quality(_ staff: [StaffMember], seed: UInt64) -> String {
    var text = "clinician_id,year,earned\n"
    for (index, member) in staff.enumerated() where ["surgery", "salaried"].contains(SamplePlans.id(of: member)) {
      var random = generator(index, seed, 3)
      let percent = 70 + 5 * random.below(7)
      text += "\(member.identifier),2026,\(percent == 100 ? "1" : "0.\(percent)")\n"
    }
    return text
  }

  /// What was paid: salary and draw at the end of each month, call and nights with the next. Production is settled after the
  /// year. One payroll did not hear in time of a change of FTE, so that a balance shows it.
  static func paid(_ staff: [StaffMember], seed: UInt64) -> String {
    var text = "clinician_id,date,component,amount\n"
    let shifts = shifts(staff, seed: seed).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    var byMember: [Substring: [[Substring]]] = [:]
    for shift in shifts { byMember[shift[0], default: []].append(shift) }
    for member in staff {
      let plan = SamplePlans.id(of: member)
      for (number, days) in months.enumerated() {
        if let cents = salary(of: member, plan, days), cents > 0 {
          text += "\(member.identifier),\(days.last),base,\(dollars(cents))\n"
        }
        guard number > 0 else { continue }
        let before = months[number - 1]
        let own = (byMember[member.identifier[...]] ?? []).filter {
          $0[1] >= before.first.description[...] && $0[1] <= before.last.description[...]
        }
        let halves = own.reduce(0) { $0 + ($1[2] == "1" ? 2 : 1) }
        if halves > 0 {
          let each = plan == "surgery" ? 120_000 : 45_000
          text += "\(member.identifier),\(days.first.advanced(by: 9)),\(own[0][3]),\(dollars(halves * each / 2))\n"
        }
      }
    }
    return text
  }

  /// A month's salary in cents: a twelfth of the year's at the FTE of the month before, cut by the days employed.
  private static func salary(of member: StaffMember, _ plan: String, _ days: DayRange) -> Int? {
    let present = member.employment.filter { $0.start <= days.last && ($0.end ?? days.last) >= days.first }
    guard let first = present.first else { return nil }
    // Payroll takes the FTE that it knew on the last day of the month before.
    let known = member.employment.first {
      $0.start < days.first && ($0.end.map { $0 >= days.first.advanced(by: -1) } ?? true)
    }
    let start = max(first.start, days.first)
    let end = min(present.last?.end ?? days.last, days.last)
    let worked = Int(end.daysSinceEpoch - start.daysSinceEpoch) + 1
    let month = SamplePlans.base(plan) * (known ?? first).totalFTE / 12
    return month * worked / days.count
  }

  private static func dollars(_ cents: Int) -> String {
    let rest = cents % 100
    return "\(cents / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
