import Ingest
import ProductivityModel
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder that fills: its files are read as logs of a job where they are, and go to the job's folders of logs once the run's
/// output is in its place.
///
/// A file is read under the name that it will have there, so that a run before the move and one after it give the same bytes.
public struct Inbox: Sendable {
  /// A file of the inbox.
  public struct File: Sendable {
    /// The path to open.
    public var path: String
    /// Where it goes.
    public var place: String
    /// Which of the job's entries of logs it belongs to, counted from 0.
    var entry: Int
    var look: InboxLook
  }

  /// Where an inbox is, and how it is looked at.
  public struct Source: Sendable {
    /// The folder.
    public var folder: String
    /// The seconds since 1970.
    public var now: @Sendable () -> Int
    /// What is done between two looks, long enough for a file that is being written to change.
    public var pause: @Sendable () -> Void

    /// An inbox.
    public init(_ folder: String, now: @escaping @Sendable () -> Int, pause: @escaping @Sendable () -> Void) {
      self.folder = folder
      self.now = now
      self.pause = pause
    }
  }

  /// What is to be told of a path of the inbox.
  public struct Remark: Hashable, Sendable {
    /// The path.
    public var path: String
    /// What is the case, in a phrase that follows it.
    public var message: String
    /// Whether somebody should do something about it.
    public var isWarning = false

    /// The remark as a message: `inbox/a.csv: note: ...`.
    public var text: String {
      "\(InboxPlaces.shown(path)): \(isWarning ? "warning" : "note"): \(InboxPlaces.shown(message))"
    }
  }

  /// The folder, as it was given.
  public let folder: String
  /// The files that the run reads.
  public let files: [File]
  /// The files of which a folder of logs has the same, under the same name: they are not read.
  public let copies: [File]
  /// What is left in the inbox, and why.
  public let remarks: [Remark]

  /// Looks at a folder twice, and settles where each file goes.
  ///
  /// - Throws: `InputFailure` where the folder cannot be read, or a file has no place or may not take it.
  init(_ source: Source, of job: Job) throws(InputFailure) {
    folder = source.folder
    let places = InboxPlaces(job)
    let own = InboxPlaces.canonical(folder)
    let first = try InboxLook.files(in: folder)
    var remarks = first.remarks
    if !first.looks.isEmpty { source.pause() }
    let second = first.looks.isEmpty ? first : try InboxLook.files(in: folder)
    let time = source.now()
    var (files, copies): ([File], [File]) = ([], [])
    for (name, look) in first.looks.sorted(by: { $0.key < $1.key }) {
      let path = InboxPlaces.join(folder, name)
      guard second.looks[name] == look, !look.isRecent(at: time) else {
        remarks.append(Remark(path: path, message: "is still being written, and is left for the next run"))
        continue
      }
      let (entry, place) = try places.place(of: name, at: path)
      guard InboxPlaces.canonical(InboxPlaces.parent(of: place)) != own else { throw Self.isLogs(folder) }
      let file = File(path: path, place: place, entry: entry, look: look)
      var status = stat()
      if lstat(place, &status) != 0 {
        files.append(file)
      } else if FileMove.haveSameBytes(path, place) {
        copies.append(file)
      } else {
        throw InputFailure(
          InboxPlaces.shown(path), "the logs have a file of that name with other content: \(InboxPlaces.shown(place))",
          hint: "if it has more lines, give it another name; if it is to replace the other, move that elsewhere first")
      }
    }
    // One that was added between the looks, as one that is still being written.
    for name in second.looks.keys.sorted() where first.looks[name] == nil {
      remarks.append(
        Remark(
          path: InboxPlaces.join(folder, name), message: "is still being written, and is left for the next run"))
    }
    self.files = files
    self.copies = copies
    self.remarks = remarks
  }

  /// The files of an entry of logs, by the path that each will have.
  func files(ofEntry entry: Int) -> [String: String] {
    Dictionary(uniqueKeysWithValues: files.filter { $0.entry == entry }.map { ($0.place, $0.path) })
  }

  /// Stops where a folder of the job's logs is the inbox itself: its files would be read twice.
  ///
  /// - Throws: `InputFailure` with the folder.
  func checkApart(from paths: [String]) throws(InputFailure) {
    let own = InboxPlaces.canonical(folder)
    for parent in Set(paths.map(InboxPlaces.parent)) where InboxPlaces.canonical(parent) == own {
      throw Self.isLogs(folder)
    }
  }

  private static func isLogs(_ folder: String) -> InputFailure {
    InputFailure(
      folder, "is a folder of the job's logs already, and cannot be the inbox",
      hint: "name another folder with --inbox", isUsage: true)
  }

  /// Stops a run of which a file has changed since it was looked at: what was read may not be what would be moved.
  ///
  /// - Throws: `InputFailure` with the file.
  func checkUnchanged() throws(InputFailure) {
    for file in files where InboxLook(file.path) != file.look {
      throw InputFailure(
        InboxPlaces.shown(file.path), "changed while it was read, so nothing is made of it",
        hint: "run again when whatever writes it has finished; let it write to a name that ends in .part, and rename it"
      )
    }
  }

  /// Moves the files that the run has read to their places, and removes those that are there already.
  ///
  /// Nothing is lost where it ends in between: what is still in the inbox is read there by the next run, and counts once.
  ///
  /// - Returns: what happened to files other than being moved; the run's output stands whatever it is.
  public func moveFiles() -> [Remark] {
    var remarks: [Remark] = []
    func attempt(_ body: () throws(OutputFailure) -> Void) {
      do throws(OutputFailure) {
        try body()
      } catch {
        remarks.append(
          Remark(
            path: error.path, message: "\(error.message); the next run reads it where it is, and it counts once",
            isWarning: true))
      }
    }
    for file in files {
      guard InboxLook(file.path) == file.look else {
        remarks.append(
          Remark(
            path: file.path, message: "changed after it was read, and is left for the next run", isWarning: true))
        continue
      }
      attempt { () throws(OutputFailure) in try FileMove.move(file.path, to: file.place) }
    }
    for file in copies {
      attempt { () throws(OutputFailure) in
        try FileMove.removeCopy(file.path, of: file.place)
        remarks.append(Remark(path: file.path, message: "was not read: \(file.place) is the same; it is removed"))
      }
    }
    return remarks
  }
}
