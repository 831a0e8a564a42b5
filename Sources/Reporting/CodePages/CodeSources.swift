import MedicareFees
import ProductivityModel

/// What a code's page stands on, in sentences.
enum CodeSources {
  static func sentences(of facts: CodeFacts, hasPayment: Bool, title: CodeTitle?, usage: CodeUsage?) -> [String] {
    let release = facts.release
    var sentences = [
      "Values: Medicare Physician Fee Schedule, release \(release.release), \(DateWording.period(release.effective)); "
        + "\(release.source.description) (\(release.source.file))."
    ]
    if let factor = facts.factor, hasPayment { sentences.append("Conversion factor: \(factor.citation).") }
    if let origin = facts.leadingRow.rowSource {
      sentences.append("This code's row: \(origin.meaning) (\(origin.published)).")
    }
    if facts.standing != nil { sentences.append(CodeStanding.definition) }
    switch title?.origin {
    case .descriptor:
      sentences.append(
        "The title is the descriptor of CMS's file as it was imported on this machine. CPT descriptors are copyright of the "
          + "American Medical Association: do not publish them.")
    case .note: sentences.append("Title and description are our own words, not CPT text.")
    case nil: break
    }
    if let usage { sentences.append(usage.basis) }
    return sentences
  }
}
