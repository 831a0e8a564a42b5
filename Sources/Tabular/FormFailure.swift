/// Bytes that are not of the form that they should have: a broken zip file, a workbook without sheets, XML with an error.
public struct FormFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in a phrase that follows the file's name.
  public var message: String
  /// What to do about it.
  public var hint: String

  /// A failure with its remedy.
  public init(_ message: String, hint: String) {
    self.message = message
    self.hint = hint
  }

  /// The phrase and the remedy.
  public var description: String { "\(message); \(hint)" }
}
