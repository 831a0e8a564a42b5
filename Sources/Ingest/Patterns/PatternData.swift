import Benchmarking

/// What the reference data say of visits by level and of modifiers.
public struct PatternData: Sendable {
  /// The kinds of visit, in the order in which they are shown.
  public var families: [VisitFamily]
  /// The modifiers whose use is told, in the order in which they are shown.
  public var modifiers: [ModifierUse]
  /// The files, for the manifest.
  public var files: [(role: String, path: String, sha256: String, size: UInt64)]

  /// Reads both tables of a data folder.
  ///
  /// - Throws: ``InputFailure`` where one cannot be used.
  public init(dataFolder: String) throws(InputFailure) {
    let visits = "\(dataFolder)/\(VisitFamilyFile.fileName)"
    let modifiers = "\(dataFolder)/\(ModifierUseFile.fileName)"
    let (families, visitSize, visitHash) = try VisitFamilyFile.read(visits)
    let (uses, modifierSize, modifierHash) = try ModifierUseFile.read(modifiers)
    self.families = families
    self.modifiers = uses
    files = [
      ("visit levels", VisitFamilyFile.fileName, visitHash, visitSize),
      ("modifiers", ModifierUseFile.fileName, modifierHash, modifierSize),
    ]
  }
}
