/// The invented survey that the sample is compared with.
///
/// Every number is made up, to be plausible in kind and unlike any survey's in detail.
public enum SyntheticSurvey {
  /// The survey's name, which says what it is.
  public static let name = "Synthetic Physician Survey (invented for demonstration)"

  /// One specialty's distribution of annual work RVUs per clinical FTE.
  private struct Row {
    let specialty: String
    let respondents: Int
    let organisations: Int
    let mean: Int
    let deviation: Int
    let points: [Int]

    init(_ specialty: String, n respondents: Int, of organisations: Int, mean: Int, sd: Int, _ points: Int...) {
      self.specialty = specialty
      self.respondents = respondents
      self.organisations = organisations
      self.mean = mean
      deviation = sd
      self.points = points
    }
  }

  // Dermatology has fewer respondents than a placement needs, so that the sample shows one withheld.
  private static let rows = [
    Row("Cardiology", n: 186, of: 44, mean: 8760, sd: 2450, 5600, 7100, 8500, 10200, 12000),
    Row("Dermatology", n: 8, of: 5, mean: 7350, sd: 2100, 4700, 5900, 7200, 8700, 10300),
    Row("Diagnostic Radiology", n: 142, of: 31, mean: 9620, sd: 2300, 6700, 8000, 9500, 11100, 12700),
    Row("Emergency Medicine", n: 204, of: 37, mean: 6650, sd: 1500, 4800, 5600, 6600, 7600, 8600),
    Row("Family Medicine", n: 612, of: 88, mean: 5020, sd: 1390, 3300, 4050, 4900, 5850, 6900),
    Row("Gastroenterology", n: 97, of: 33, mean: 8180, sd: 2250, 5300, 6600, 8000, 9600, 11300),
    Row("General Surgery", n: 151, of: 46, mean: 7060, sd: 2050, 4500, 5650, 6900, 8300, 9900),
    Row("Hospital Medicine", n: 388, of: 52, mean: 4370, sd: 1080, 3000, 3650, 4300, 5000, 5800),
    Row("Internal Medicine", n: 407, of: 71, mean: 4910, sd: 1330, 3250, 3950, 4800, 5700, 6750),
    Row("Orthopedic Surgery", n: 163, of: 41, mean: 8230, sd: 2500, 5000, 6450, 8000, 9800, 11800),
    Row("Pediatrics", n: 295, of: 49, mean: 4830, sd: 1280, 3250, 3900, 4700, 5600, 6600),
    Row("Urology", n: 64, of: 27, mean: 7610, sd: 2200, 4900, 6050, 7450, 9000, 10600),
  ]

  /// One specialty's distributions of pay: dollars per total FTE, and cents per work RVU.
  ///
  /// The two are surveyed apart: neither is made from the other, and the highest pay per work RVU is not that of those who
  /// earn most.
  private struct PayRow {
    let specialty: String
    let total: [Int]
    let perWorkRVU: [Int]

    init(_ specialty: String, total: [Int], perWorkRVU: [Int]) {
      self.specialty = specialty
      self.total = total
      self.perWorkRVU = perWorkRVU
    }
  }

  private static let payRows = [
    PayRow("Cardiology", total: [402000, 472000, 561000, 668000, 790000], perWorkRVU: [4910, 5630, 6540, 7690, 9120]),
    PayRow(
      "Dermatology", total: [305000, 372000, 455000, 560000, 694000], perWorkRVU: [4890, 5480, 6290, 7310, 8600]),
    PayRow(
      "Diagnostic Radiology", total: [371000, 428000, 496000, 578000, 665000],
      perWorkRVU: [4020, 4560, 5210, 6080, 7140]),
    PayRow(
      "Emergency Medicine", total: [282000, 325000, 372000, 424000, 487000], perWorkRVU: [4310, 4920, 5620, 6450, 7480]),
    PayRow(
      "Family Medicine", total: [196000, 228000, 266000, 314000, 371000], perWorkRVU: [4030, 4610, 5390, 6340, 7650]),
    PayRow(
      "Gastroenterology", total: [385000, 458000, 548000, 652000, 776000], perWorkRVU: [4980, 5720, 6680, 7840, 9310]),
    PayRow(
      "General Surgery", total: [322000, 384000, 452000, 539000, 640000], perWorkRVU: [4730, 5480, 6420, 7580, 9050]),
    PayRow(
      "Hospital Medicine", total: [241000, 272000, 304000, 344000, 391000], perWorkRVU: [5120, 5960, 7010, 8380, 10220]),
    PayRow(
      "Internal Medicine", total: [203000, 239000, 279000, 332000, 398000], perWorkRVU: [4120, 4760, 5580, 6570, 7890]),
    PayRow(
      "Orthopedic Surgery", total: [431000, 528000, 641000, 789000, 968000],
      perWorkRVU: [5640, 6620, 7810, 9260, 11050]),
    PayRow("Pediatrics", total: [178000, 207000, 242000, 285000, 336000], perWorkRVU: [3720, 4280, 4990, 5860, 7010]),
    PayRow("Urology", total: [368000, 441000, 527000, 634000, 752000], perWorkRVU: [5010, 5830, 6820, 8040, 9530]),
  ]

  /// What every page made from the survey says.
  static let caution =
    "This survey is synthetic: its numbers are invented for demonstration, and no clinician may be judged by them."

  /// The median work RVUs of a specialty; nil where the survey has none.
  static func median(of specialty: String) -> Int? { rows.first { $0.specialty == specialty }?.points[2] }

  /// The survey as a file, in long form.
  public static var csv: String {
    var text =
      "survey,year,data_year,specialty,region,provider_type,metric,n,organisations,mean,sd,p10,p25,p50,p75,p90,caution\n"
    for row in rows {
      let numbers = [row.respondents, row.organisations, row.mean, row.deviation] + row.points
      text += "\(name),2026,2025,\(row.specialty),,Physician,work_rvu,"
      text += numbers.map(String.init).joined(separator: ",") + ",\"\(caution)\"\n"
    }
    for pay in payRows {
      guard let row = rows.first(where: { $0.specialty == pay.specialty }) else { continue }
      for (metric, points) in [
        ("total_compensation", pay.total.map(String.init)), ("compensation_per_work_rvu", pay.perWorkRVU.map(dollars)),
      ] {
        text += "\(name),2026,2025,\(pay.specialty),,Physician,\(metric),\(row.respondents),\(row.organisations),,,"
        text += points.joined(separator: ",") + ",\"\(caution)\"\n"
      }
    }
    return text
  }

  private static func dollars(_ cents: Int) -> String { "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)" }
}
