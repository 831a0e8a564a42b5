import TestSupport

/// A practice of a few lines in a temporary folder, to be spoilt by a test in one place.
struct SmallPractice {
  let folder: TemporaryFolder

  static let job = """
    practice: Small Practice
    year: 2025
    logs: [{files: log.csv}]
    roster: roster.csv
    credit: {pay: unadjusted, benchmark: survey-comparable}
    surveys: [{file: survey.csv}]
    output: out
    failOn: never

    """
  static let log = """
    line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service,charge
    L1,C-1,2025-10-06,MRN0000001,99214,25,1,11,250.00
    L2,C-1,2025-10-06,MRN0000001,20610,,1,11,180.00
    L3,C-2,2025-10-07,MRN0000002,99213,,1,11,170.00

    """
  static let roster = """
    clinician_id,name,specialty,clinical_fte,start,end
    C-1,Ada Example,Family Medicine,1.0,2020-01-01,
    C-2,Ben Example,Family Medicine,0.5,2020-01-01,

    """
  static let survey = """
    survey,year,data_year,specialty,metric,n,p25,p50,p75,p90
    Invented,2026,2025,Family Medicine,work_rvu,200,1,2,3,4

    """

  /// Writes the practice.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write("job.yaml", Self.job)
    try folder.write("log.csv", Self.log)
    try folder.write("roster.csv", Self.roster)
    try folder.write("survey.csv", Self.survey)
  }

  var jobPath: String { "\(folder.path)/job.yaml" }

  /// Runs the job.
  func run(_ options: String...) throws -> BuiltProgram.Outcome { try BuiltProgram.run(["run", jobPath] + options) }

  /// The published output: every path with its text, and nothing beside it left over.
  func published() throws -> [String: String] {
    let paths = try BuiltProgram.shell("cd out 2>/dev/null && find . -type f | sort", in: folder.path).output
    var files: [String: String] = [:]
    for path in paths.split(separator: "\n") { files[String(path)] = folder.text("out/\(path)") ?? "" }
    return files
  }
}
