import Crediting
import MedicareFees
import ProductivityModel

/// What quick entry may recognise: the codes of a release, and the modifiers that policies know.
public struct EntryVocabulary: Sendable {
  /// The release whose codes are recognised.
  public let schedule: FeeSchedule
  /// The modifiers that are recognised without a mark before them.
  public let modifiers: Set<Modifier>

  /// A vocabulary.
  public init(schedule: FeeSchedule, modifiers: Set<Modifier>) {
    self.schedule = schedule
    self.modifiers = modifiers
  }

  /// The modifiers that some policies say anything of, with those that choose a row of the fee schedule.
  public static func modifiers(of policies: some Sequence<CreditPolicy>) -> Set<Modifier> {
    var modifiers: Set<Modifier> = ["26", "TC", "53"]
    for policy in policies {
      modifiers.formUnion(policy.informationalModifiers)
      modifiers.formUnion(policy.modifierRows.flatMap(\.modifiers))
      modifiers.formUnion(policy.anesthesia?.rows.flatMap(\.modifiers) ?? [])
      modifiers.formUnion(policy.attribution.flatMap(\.modifiers))
    }
    return modifiers
  }

  /// The code of five characters, if the release has it.
  func code(_ text: ArraySlice<UInt8>) -> ProcedureCode? {
    guard let code = text.withUnsafeBufferPointer({ ProcedureCode($0) }), schedule.index(of: code) != nil else {
      return nil
    }
    return code
  }

  /// The modifier of two characters, if a policy knows it.
  func modifier(_ text: ArraySlice<UInt8>) -> Modifier? {
    guard let modifier = Self.anyModifier(text), modifiers.contains(modifier) else { return nil }
    return modifier
  }

  /// The modifier of two characters, known or not.
  static func anyModifier(_ text: ArraySlice<UInt8>) -> Modifier? {
    guard text.count == 2 else { return nil }
    return Modifier(text[text.startIndex], text[text.startIndex + 1])
  }
}
