import Ingest
import ProductivityModel
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Finds the files that an entry under `logs` names: one file, those of a pattern, those in a folder, or the standard input.
struct LogFiles {
  /// A log file and how it is read.
  struct File: Sendable {
    /// The path to open.
    var path: String
    /// The path as the job gives it, relative to the job.
    var name: String
    /// The sheet of a workbook, where several are read or the map names one.
    var sheet: String?
    var map: ColumnMap
    /// The place, from 1, of the closed days whose lines it has; 0 for a log of the job.
    var closing = 0
    /// Those days, of which alone a run tells what the log has; nil for a log of the job.
    var closedDays: DayRange?
    /// The standard input's content, which is kept as long as this is.
    var spool: StandardInput?

    /// The path as reports and messages show it, with the sheet.
    var shown: String { sheet.map { "\(name) [\($0)]" } ?? name }
  }

  private let job: Job
  private let inbox: Inbox?
  /// The map by which each file is read, and each sheet. One may be named twice, by two patterns or through a link; it is read
  /// once.
  private var known: [String: (map: String, bytes: [UInt8])] = [:]
  /// What folders and workbooks give reason to say.
  private(set) var findings: [Finding] = []

  init(_ job: Job, _ inbox: Inbox? = nil) {
    self.job = job
    self.inbox = inbox
  }

  /// The files of an entry, sorted by name, except those that were found before.
  ///
  /// Those that an inbox has for it stand among them by the names that they will have.
  ///
  /// - Parameter number: the entry's place in the job, counted from 0.
  /// - Throws: `InputFailure` where there is none, or one is to be read by two maps.
  mutating func files(of set: Job.LogSet, number: Int, map: ColumnMap) throws(InputFailure) -> [File] {
    if set.files == "-" {
      guard try isNew("-", set, map) else { return [] }
      if InputPlace.isArchived {
        return try sheets(of: File(path: StandardInput.archivedPath, name: StandardInput.name, map: map))
      }
      let input = try StandardInput()
      FilesRead.note(input.path, as: StandardInput.archivedPath)
      return try sheets(of: File(path: input.path, name: StandardInput.name, map: map, spool: input))
    }
    let pattern = job.resolve(set.files)
    let incoming = inbox?.files(ofEntry: number) ?? [:]
    let found =
      Self.isFolder(pattern)
      ? try paths(in: pattern, set, orNone: !incoming.isEmpty)
      : try Self.paths(like: pattern, set, orNone: !incoming.isEmpty)
    try inbox?.checkApart(from: found)
    if let twice = found.first(where: { incoming[$0] != nil }) {
      // Files of the very same name are settled by the inbox.
      throw InboxPlaces.sameName(incoming[twice] ?? twice, asOf: "a file of the logs")
    }
    let paths = incoming.isEmpty ? found : (found + incoming.keys).sorted()
    let prefix = pattern.dropLast(set.files.count)
    var files: [File] = []
    for path in paths {
      let place = incoming[path] ?? path
      if place != path { FilesRead.note(place, as: path) }
      let canonical = Self.canonical(place)
      for file in try sheets(of: File(path: place, name: String(path.dropFirst(prefix.count)), map: map))
      where try isNew("\(canonical)\0\(file.map.sheetKey)", set, map) {
        files.append(file)
      }
    }
    return files
  }

  /// Whether something is not read yet.
  ///
  /// - Throws: `InputFailure` where it is read by another map.
  private mutating func isNew(_ key: String, _ set: Job.LogSet, _ map: ColumnMap) throws(InputFailure) -> Bool {
    guard let earlier = known.updateValue((map.name, Array(key.utf8)), forKey: key) else { return true }
    guard earlier.bytes.elementsEqual(key.utf8) else {
      throw Self.failure(
        set, "two files have one name, in which letters with marks are written in two forms of Unicode",
        hint: "rename one of them: programs, and archives, may take the one for the other")
    }
    guard earlier.map == map.name else {
      var failure = Self.failure(
        set, "\"\(set.files)\" names a file that is read by the map \(earlier.map) already",
        hint: "take it out of one of the entries: its lines would count twice")
      failure.isUsage = true
      throw failure
    }
    return false
  }

  /// A file as it is, or each sheet of a workbook that is a log.
  private mutating func sheets(of file: File) throws(InputFailure) -> [File] {
    var file = file
    if let sheet = file.map.sheet {
      file.sheet = sheet
      return [file]
    }
    guard file.map.form == nil || file.map.form == .sheet,
      let sheets = try WorkbookSheets(of: FileSource(file.path, isHashed: false), path: file.name, map: file.map),
      let only = sheets.logs.first ?? sheets.likeliest
    else { return [file] }
    if sheets.logs.isEmpty {
      file.map.sheet = only.name
      file.sheet = only.shown
      return [file]
    }
    if sheets.others > 0 {
      findings.append(
        Finding(
          .unreadSheet, at: SourcePosition(file: file.name),
          "a sheet of the workbook has not the columns that the log needs, and is not read",
          hint: "see that it holds no services; read are: \(sheets.logs.map(\.shown).joined(separator: ", "))",
          count: sheets.others))
    }
    guard sheets.logs.count > 1 else {
      file.map.sheet = only.name
      return [file]
    }
    return sheets.logs.map { sheet in
      var copy = file
      copy.sheet = sheet.shown
      copy.map.sheet = sheet.name
      return copy
    }
  }

  private static func paths(like pattern: String, _ set: Job.LogSet, orNone mayBeNone: Bool) throws(InputFailure)
    -> [String]
  {
    var matches = glob_t()
    defer { globfree(&matches) }
    // Only what the job says is a pattern, and not the folder that it stands in.
    let opened = InputPlace.path(pattern)
    let folder = opened.dropLast(set.files.count)
    let escaped = folder.flatMap { "*?[\\".contains($0) ? "\\\($0)" : String($0) }
    if glob(String(escaped) + Self.anyCase(set.files), 0, nil, &matches) == 0 {
      let added = opened.count - pattern.count
      return (0..<Int(matches.gl_pathc)).compactMap { matches.gl_pathv[$0].map { String(cString: $0) } }.map {
        String($0.dropFirst(added))
      }.sorted()
    }
    if mayBeNone { return [] }
    throw failure(
      set, "no file matches \"\(set.files)\"", hint: "paths are relative to the job file; looked for \(pattern)")
  }

  /// A pattern that takes small and capital letters for the same, since programs write `.CSV` and `.csv`; one file's name as it is.
  static func anyCase(_ pattern: String) -> String {
    guard pattern.contains(where: { "*?[".contains($0) }) else { return pattern }
    var result = ""
    var isInSet = false
    var isEscaped = false
    for character in pattern {
      if character == "[" { isInSet = true } else if character == "]" { isInSet = false }
      let isLetter = character.isASCII && character.isLetter && !isInSet && !isEscaped
      result += isLetter ? "[\(character.lowercased())\(character.uppercased())]" : String(character)
      isEscaped = character == "\\" && !isEscaped
    }
    return result
  }

  /// The files in a folder: not those in folders within it, nor hidden ones, nor what an open spreadsheet leaves beside it.
  private mutating func paths(in folder: String, _ set: Job.LogSet, orNone mayBeNone: Bool) throws(InputFailure)
    -> [String]
  {
    guard let stream = opendir(InputPlace.path(folder)) else {
      throw Self.failure(
        set, "the folder \"\(set.files)\" cannot be read: \(String(cString: strerror(errno)))",
        hint: "check its permissions")
    }
    defer { closedir(stream) }
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    var paths: [String] = []
    var unread: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") || name.hasPrefix("~$") { continue }
      if Self.isFolder(start + name) {
        unread.append(name)
        FilesRead.note(folder: start + name)
      } else {
        paths.append(start + name)
      }
    }
    if !unread.isEmpty {
      findings.append(
        Finding(
          .unreadFolder, at: Self.named(set.position), "a folder within \"\(set.files)\" is not read",
          hint: "name it in an entry of its own, if it holds logs", count: unread.count))
    }
    if paths.isEmpty, !mayBeNone {
      throw Self.failure(set, "the folder \"\(set.files)\" has no files", hint: "see whether the extract ran")
    }
    return paths.sorted()
  }

  /// A place in the job for a report, which must not tell from which folder the job was run.
  private static func named(_ position: SourcePosition) -> SourcePosition {
    SourcePosition(file: RunInputs.name(position.file), line: position.line, column: position.column)
  }

  private static func failure(_ set: Job.LogSet, _ message: String, hint: String) -> InputFailure {
    InputFailure(set.position.file, line: set.position.line, column: set.position.column, message, hint: hint)
  }

  private static func isFolder(_ path: String) -> Bool {
    InputPlace.kind(of: path) == S_IFDIR
  }

  /// A path with links and dots resolved.
  private static func canonical(_ path: String) -> String {
    guard let resolved = realpath(InputPlace.path(path), nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
