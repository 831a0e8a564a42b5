import Benchmarking
import Ingest
import ProductivityModel
import Reporting

/// The surveys that a job names, read, and the table by which their specialty names are joined with the practice's.
struct SurveyInputs {
  /// The surveys, in the order of the job's entries.
  private(set) var surveys: [Survey] = []
  /// How specialty names are found among those of surveys.
  let specialtyNames: SpecialtyNames
  /// The files read, for the manifest.
  private(set) var files: [InputFile] = []

  /// Reads the surveys of a job.
  ///
  /// - Throws: `InputFailure` at the first file that cannot be used.
  init(of job: Job, dataFolder: String) throws(InputFailure) {
    let library = SurveyMapLibrary(dataFolder: dataFolder)
    let maps = job.surveys.isEmpty ? [] : try library.all()
    for entry in job.surveys {
      var reading = SurveyReading(
        among: maps, sheet: entry.sheet, name: entry.name, year: entry.year, dataYear: entry.dataYear)
      var map = try entry.map.map { name throws(InputFailure) in
        try library.read(name, askedBy: job.path, resolve: job.resolve)
      }
      reading.map = map?.map
      let survey = try SurveyReader.read(job.resolve(entry.file), shownAs: entry.file, reading)
      // What was recognised by the header is an input as well.
      if map == nil { map = try library.read(survey.map, askedBy: job.path) }
      if let input = map?.input {
        let file = InputFile(role: "survey map", path: input.path, size: input.size, sha256: input.sha256)
        if !files.contains(file) { files.append(file) }
      }
      files.append(
        InputFile(role: "survey", path: survey.input.path, size: survey.input.size, sha256: survey.input.sha256))
      surveys.append(survey)
    }
    guard !job.surveys.isEmpty else {
      specialtyNames = SpecialtyNames()
      return
    }
    let own = try job.specialtyNames.map { path throws(InputFailure) in
      try SpecialtySynonymFile.read(job.resolve(path), shownAs: path, needsReview: false)
    }
    if let input = own?.input {
      files.append(
        InputFile(role: "specialty names", path: input.path, size: input.size, sha256: input.sha256))
    }
    let reviewed = try SpecialtySynonymFile.read(
      SpecialtySynonymFile.path(dataFolder: dataFolder), shownAs: "specialty-synonyms.csv", needsReview: true)
    files.append(
      InputFile(
        role: "specialty names", path: reviewed.input.path, size: reviewed.input.size, sha256: reviewed.input.sha256))
    specialtyNames = SpecialtyNames(reviewed: reviewed.synonyms, own: own?.synonyms ?? [])
  }
}
