/// A few small files that bring a problem about, and what the program says of them.
public struct ProblemCase: Sendable {
  /// A file of the case.
  public struct File: Sendable {
    /// Its name.
    public var name: String
    /// What is in it.
    public var text: String

    /// A file.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// What follows `rvubench` on the command line, such as `check job.yaml`; where it has several lines, those before the last
  /// lead up to the case, and `copy A B` among them copies a file.
  public var command: String
  /// The files that the page shows, in the order of their names.
  public var files: [File]
  /// The finding as the program prints it.
  public var message: String

  /// A case.
  public init(command: String, files: [File], message: String) {
    self.command = command
    self.files = files
    self.message = message
  }
}
