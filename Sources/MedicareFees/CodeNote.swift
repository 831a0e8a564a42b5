import ProductivityModel

/// What a code is about, in the project's own words.
///
/// Written from general medical knowledge and neither advice nor a descriptor: those are copyright of the American Medical
/// Association.
///
/// - Source: `code-notes` in the reference data, one file a code.
public struct CodeNote: Hashable, Sendable {
  /// The code.
  public var code: ProcedureCode
  /// A short title: `Creation of an ileostomy`.
  public var title: String
  /// What clinicians and coders call it.
  public var alsoKnownAs: [String]
  /// What is in the service and what is not.
  public var description: String
  /// The same for a patient, without jargon.
  public var plainLanguage: String
  /// For whom, why, by whom, and what it is confused with.
  public var clinicalContext: String

  /// A note.
  public init(
    code: ProcedureCode, title: String, alsoKnownAs: [String], description: String, plainLanguage: String,
    clinicalContext: String
  ) {
    self.code = code
    self.title = title
    self.alsoKnownAs = alsoKnownAs
    self.description = description
    self.plainLanguage = plainLanguage
    self.clinicalContext = clinicalContext
  }
}
