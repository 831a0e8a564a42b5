import ProductivityModel

/// The invented targets of the sample practice for the calendar year 2026, in work RVUs of the pay ledger.
///
/// Most are near the synthetic survey's median for the clinician's FTE. One clinician has months in place of the year, whoever
/// comes or goes in the year has what is left of it, and the last one of the practice has none.
enum SampleTargets {
  /// The targets, one row a clinician, or one a month.
  static func csv(_ staff: [StaffMember], seed: UInt64) -> String {
    var text = "clinician_id,year,month,work_rvu\n"
    let year = DayRange(year: 2026)
    let monthly = staff.first { SampleSpecialty.all[$0.specialty].name == "Gastroenterology" }?.identifier
    for (index, member) in staff.dropLast(staff.count > 1 ? 1 : 0).enumerated() {
      var generator = SeededGenerator(seed: seed ^ 0x5441_5247, stream: UInt64(index))
      let percent = 96 + generator.below(4) * 3
      let median = SyntheticSurvey.median(of: SampleSpecialty.all[member.specialty].name) ?? 5000
      let fteDays = (0..<year.count).reduce(0) { sum, day in
        sum + (member.employment.first { $0.includes(year.first.advanced(by: day)) }.map(\.clinicalFTE) ?? 0)
      }
      let target = median * percent * fteDays / year.count / 100 / 100 / 20 * 20
      guard target > 0 else { continue }
      guard member.identifier == monthly else {
        text += "\(member.identifier),2026,,\(target)\n"
        continue
      }
      let season = SampleSpecialty.all[member.specialty].season
      for month in 1...12 {
        text += "\(member.identifier),2026,\(month),\(target * season[month - 1] / 1200 / 5 * 5)\n"
      }
    }
    return text
  }
}
