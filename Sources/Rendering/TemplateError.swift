/// A page template that is built into the program cannot be read: a fault of the program, not of its input.
public struct TemplateError: Error, CustomStringConvertible {
  /// The template's name.
  public let template: String
  /// What the template engine says of it.
  public let reason: String

  /// The template and the reason, in a sentence.
  public var description: String { "the built-in page template \(template) cannot be read: \(reason)" }
}
