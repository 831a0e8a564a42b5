import ArgumentParser
import Ingest
import ProductivityModel
import Rendering

extension SurveyCommand {
  /// `rvubench survey list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the built-in surveys, and those of folders or files.",
      discussion: """
        Files of a folder that are no surveys are told of on standard error; a file that is named must be one.
        """)

    @Argument(help: "Folders or files.")
    var paths: [String] = []

    @OptionGroup var reading: SurveyFileOptions
    @OptionGroup var data: DataOption

    /// Prints a line a survey.
    func run() throws {
      let folder = try data.find()
      let library = SurveyLibrary(dataFolder: folder)
      var entries: [SurveyText.Entry] = []
      func add(_ path: String, shownAs shown: String, _ maps: [SurveyMap], _ map: SurveyMap?) throws(InputFailure) {
        let survey = try SurveyReader.read(
          path, shownAs: shown,
          SurveyReading(
            map: map, among: maps, sheet: reading.sheet, name: reading.name, year: reading.year,
            dataYear: reading.dataYear))
        entries.append(SurveyText.Entry(file: shown, rows: survey.rows))
      }
      do throws(InputFailure) {
        let maps = try SurveyMapLibrary(dataFolder: folder).all()
        for name in try library.files(in: library.folder) {
          try add("\(library.folder)/\(name)", shownAs: "surveys/\(name)", maps, nil)
        }
        let map = try reading.map.map { name throws(InputFailure) in
          try SurveyMapLibrary(dataFolder: folder).read(name, askedBy: name).map
        }
        for path in paths {
          guard SurveyLibrary.isFolder(path) else {
            try add(path, shownAs: path, maps, map)
            continue
          }
          for name in try library.files(in: path) {
            do throws(InputFailure) {
              try add("\(path)/\(name)", shownAs: "\(path)/\(name)", maps, map)
            } catch {
              Complaint.write("not listed: \(error)")
            }
          }
        }
      } catch {
        throw Complaint.input(error)
      }
      for line in SurveyText.list(entries) { print(line) }
    }
  }
}
