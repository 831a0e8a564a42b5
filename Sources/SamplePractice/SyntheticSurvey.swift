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

  /// What every page made from the survey says.
  static let caution =
    "This survey is synthetic: its numbers are invented for demonstration, and no clinician may be judged by them."

  /// The survey as a file, in long form.
  public static var csv: String {
    var text =
      "survey,year,data_year,specialty,region,provider_type,metric,n,organisations,mean,sd,p10,p25,p50,p75,p90,caution\n"
    for row in rows {
      let numbers = [row.respondents, row.organisations, row.mean, row.deviation] + row.points
      text += "\(name),2026,2025,\(row.specialty),,Physician,work_rvu,"
      text += numbers.map(String.init).joined(separator: ",") + ",\"\(caution)\"\n"
    }
    return text
  }
}
