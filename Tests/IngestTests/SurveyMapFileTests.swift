import Benchmarking
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct `A survey map that cannot be used is refused where it is wrong` {
  static let start = "map: own\ncolumns: {specialty: Specialty, metric: Measure}\n"

  static let refused: [(String, String)] = [
    ("columns: {specialty: S}\n", "a survey map needs the key \"map\""),
    ("map: own\n", "a survey map needs the key \"columns\""),
    ("map: own\ncolumns: {region: R}\n", "the map gives no specialty"),
    ("map: own\ncolumns: {speciality: S}\n", "unknown key \"speciality\" in columns"),
    ("\(start)", "a survey map without \"measures\" needs the key \"percentiles\""),
    ("\(start)percentiles: \"p50\"\n", "the pattern has no {percent}"),
    ("\(start)percentiles: {0: Low}\n", "\"0\" is not a percent"),
    ("\(start)percentiles: \"p{percent}\"\n", "the map says not what is measured, or says it twice"),
    (
      "\(start)percentiles: \"p{percent}\"\nmetric: work_rvu\nmetrics: {work_rvu: [W]}\n",
      "the map says not what is measured, or says it twice"
    ),
    ("\(start)percentiles: \"p{percent}\"\nmetrics: {work_rvus: [W]}\n", "unknown key \"work_rvus\" in metrics"),
    (
      "\(start)percentiles: \"p{percent}\"\nmetrics: {work_rvu: [W], encounters: [w]}\n",
      "\"W\" is there for two metrics"
    ),
    ("\(start)measures: {}\n", "the map measures nothing"),
    (
      "\(start)measures: {work_rvu: {percentiles: \"w{percent}\"}}\nmetric: work_rvu\n",
      "a map has either \"measures\" or \"metric\""
    ),
    ("\(start)headers: 6\n", "a header has 1 to 5 rows"), ("\(start)survey: {year: 26}\n", "26 is not a year"),
    ("\(start)survey: {name: =x}\n", "the name is blank, long, or starts as a formula does"),
    ("\(start)fill: [region]\n", "the map gives no region to fill down"),
  ]

  @Test(arguments: refused)
  func `with its line`(yaml: String, message: String) throws {
    let failure = try #require(
      #expect(throws: InputFailure.self) { _ = try SurveyMapFile.read(Array(yaml.utf8), file: "map.yaml") })
    #expect(failure.message == message && failure.isUsage && failure.position.line != nil)
  }

  @Test func `and one that is not there, by a near name`() throws {
    let library = SurveyMapLibrary(dataFolder: PackageRoot.path("benchmarks-data"))
    let failure = try #require(
      #expect(throws: InputFailure.self) { _ = try library.read("wide-metric", askedBy: "job.yaml") })
    #expect(failure.hint == "did you mean wide-metrics?" && failure.isUsage)
    #expect(try library.read("standard", askedBy: "job.yaml").input == nil)
  }
}

@Suite struct `The table of specialty names` {
  static let path = SpecialtySynonymFile.path(dataFolder: PackageRoot.path("benchmarks-data"))

  private func shipped() throws -> SpecialtyNames {
    SpecialtyNames(reviewed: try SpecialtySynonymFile.read(Self.path, shownAs: "t", needsReview: true).synonyms)
  }

  @Test(arguments: [
    ("Orthopaedic Surgery", "Orthopedic Surgery"), ("Internal Medicine: General", "Internal Medicine"),
    ("General: Pediatrics", "Pediatrics General"), ("Hematology-Oncology", "Hematology and Oncology"),
    ("Diagnostic Radiology", "Radiology: Diagnostic"), ("Neurological Surgery", "Neurosurgery"),
    ("Otolaryngology", "Otorhinolaryngology"), ("Family Practice", "Family Medicine"),
    ("OB/GYN", "Obstetrics & Gynecology"),
    ("Hospitalist", "Hospital Medicine"), ("Pulmonary Disease", "Pulmonology"),
  ])
  func `joins what is the same by two names`(name: String, other: String) throws {
    let names = try shipped()
    #expect(names.match(name, among: ["Urology", other]) == .synonym(of: other))
    #expect(names.match(other, among: ["Urology", name]) == .synonym(of: name))
  }

  @Test(arguments: [
    ("Cardiology", "Cardiology: Noninvasive"), ("Cardiology", "Interventional Cardiology"),
    ("Cardiology: Invasive", "Cardiology: Noninvasive"), ("Radiology", "Diagnostic Radiology"),
    ("Hospital Medicine", "Hospitalist: Internal Medicine"), ("Hematology", "Hematology/Oncology"),
    ("Pulmonology", "Pulmonary and Critical Care"), ("Obstetrics and Gynecology", "Gynecology"),
    ("Psychiatry", "Child and Adolescent Psychiatry"), ("Orthopedic Surgery", "Orthopedic Surgery: Spine"),
    ("Orthopedic Surgery", "Orthopedic Surgery: General"), ("Neurology", "Neurosurgery"),
    ("Family Medicine", "Family Medicine with Obstetrics"), ("Cardiothoracic Surgery", "Cardiovascular Surgery"),
    ("Pediatrics", "Neonatology"), ("Pathology", "Pathology: Anatomic and Clinical"),
  ])
  func `keeps apart what surveys keep apart`(name: String, other: String) throws {
    #expect(try shipped().match(name, among: [other]).name == nil)
  }

  @Test(arguments: [
    ("name,canonical\nA,B\na ,C\n", "the name is there already in line 2"),
    ("name,canonical\nA,B\nB,C\n", "the canonical name is itself a name that stands for another, in line 3"),
    ("name,canonical\nA,a\n", "the name stands for itself"), ("name,canonical\nA,\n", "name or canonical is blank"),
    ("name,canon\nA,B\n", "the column canonical is missing"),
  ])
  func `is refused where a name means two things`(text: String, message: String) throws {
    let scratch = try TemporaryFolder()
    let failure = try #require(
      #expect(throws: InputFailure.self) {
        _ = try SpecialtySynonymFile.read(scratch.write("t.csv", text), shownAs: "t.csv", needsReview: false)
      })
    #expect(failure.message == message)
  }

  @Test func `counts only what is reviewed, in the reference data`() throws {
    let scratch = try TemporaryFolder()
    let path = try scratch.write("t.csv", "name,canonical,reviewed,note\nA,B,2026-01-01,\nC,B,,\n")
    #expect(try SpecialtySynonymFile.read(path, shownAs: "t.csv", needsReview: true).synonyms.map(\.name) == ["A"])
    #expect(try SpecialtySynonymFile.read(path, shownAs: "t.csv", needsReview: false).synonyms.count == 2)
  }
}
