import ArgumentParser
import Ingest
import ProductivityModel

/// `rvubench map`: see the built-in column maps, and have one proposed.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "List and show column maps, and propose one for a file.",
    subcommands: [List.self, Show.self, Suggest.self])
}

extension MapCommand {
  /// `rvubench map list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the built-in column maps.")

    @OptionGroup var data: DataOption

    /// Prints each map's name and title.
    func run() throws {
      let library = ColumnMapLibrary(dataFolder: try data.find())
      let width = library.names.map(\.count).max() ?? 0
      for name in library.names {
        do throws(InputFailure) {
          let title = try library.read(name, askedBy: name).map.title
          print(name + String(repeating: " ", count: width - name.count + 2) + title)
        } catch {
          throw Complaint.input(error)
        }
      }
    }
  }

  /// `rvubench map show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show a column map as it is written, to copy and change it.")

    @Argument(help: "The map's name, or a path to a .yaml file.")
    var name: String

    @OptionGroup var data: DataOption

    /// Prints the map's file.
    func run() throws {
      let library = ColumnMapLibrary(dataFolder: try data.find())
      do throws(InputFailure) {
        print(String(decoding: try library.contents(name, askedBy: name), as: UTF8.self), terminator: "")
      } catch {
        throw Complaint.input(error)
      }
    }
  }

  /// `rvubench map suggest`.
  struct Suggest: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "suggest",
      abstract: "Propose a column map for a file, with the reason of each guess.",
      discussion: """
        The map goes to standard output, what could not be decided also to standard error. Of the cells only counts are told, \
        never what is in them. The exit code is 1 where the map lacks a column that every log needs.
        """)

    @Argument(help: "The log: delimited text or an Excel workbook.")
    var file: String

    @Option(
      help: ArgumentHelp(
        "The sheet of a workbook; the best-fitting of those that are not hidden unless given.", valueName: "name"))
    var sheet: String?

    @Option(
      help: ArgumentHelp("The roster, by which it is found how the file names clinicians.", valueName: "roster.csv"))
    var roster: String?

    @OptionGroup var data: DataOption

    /// Prints the proposed map.
    func run() throws {
      let library = ColumnMapLibrary(dataFolder: try data.find())
      let suggestion: MapSuggestion
      do {
        let book = try HeadingBook(
          try FileSource.contents(library.headingsPath).bytes, file: "column-maps/headings.yaml")
        let intervals = try roster.map { try RosterReader.read($0, shownAs: $0).intervals } ?? []
        let samples = try TableSample.all(
          in: try FileSource(file, isHashed: false, mayBePipe: true), path: file, sheet: sheet)
        suggestion = try MapSuggester(book, roster: intervals).suggestion(for: samples, path: file)
      } catch {
        throw Complaint.input((error as? InputFailure) ?? InputFailure(file, "cannot be read"))
      }
      print(suggestion.yaml, terminator: "")
      for note in suggestion.notes { Complaint.write("note: \(note)") }
      for question in suggestion.questions { Complaint.write("to decide: \(question)") }
      if !suggestion.missing.isEmpty {
        Complaint.write("the map cannot be used yet: it has no \(suggestion.missing.joined(separator: " and no "))")
        throw ExitCode(1)
      }
    }
  }
}
