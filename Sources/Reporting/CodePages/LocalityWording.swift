import MedicareFees

/// The names of payment localities as people write them; the fee schedule has them in capitals.
public enum LocalityWording {
  /// `Rest of California, CA` from `REST OF CALIFORNIA` of CA; a state's own name stands alone.
  public static func name(of locality: Locality) -> String {
    let name = sentenceCase(locality.name)
    let isWhole = locality.state.isEmpty || wholeStates.contains(name)
    return isWhole ? name : "\(name), \(locality.state)"
  }

  /// Words in capitals with small letters after their first; abbreviations stay as they are.
  private static func sentenceCase(_ text: String) -> String {
    var result = ""
    var word = ""
    func finished(_ word: String) -> String {
      if kept.contains(word) { return word }
      if let other = changed[word] { return other }
      return word.prefix(1) + word.dropFirst().lowercased()
    }
    for character in text {
      if character.isLetter {
        word.append(character)
      } else {
        result += finished(word)
        word = ""
        result.append(character)
      }
    }
    return result + finished(word)
  }

  private static let kept: Set<String> = ["DC", "MD", "VA", "NJ", "NYC", "N"]
  private static let changed = [
    "OF": "of", "CNTY": "County", "CNTYS": "Counties", "POUGHKPSIE": "Poughkeepsie",
  ]

  /// Localities that are a whole state or territory, whose letters would only repeat the name.
  private static let wholeStates: Set<String> = [
    "Alabama", "Alaska", "Arizona", "Arkansas", "Colorado", "Connecticut", "Delaware", "Hawaii, Guam", "Idaho",
    "Indiana", "Iowa", "Kansas", "Kentucky", "Minnesota", "Mississippi", "Montana", "Nebraska", "Nevada",
    "New Hampshire", "New Mexico", "North Carolina", "North Dakota", "Ohio", "Oklahoma", "Puerto Rico",
    "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Utah", "Vermont", "Virgin Islands", "Virginia",
    "West Virginia", "Wisconsin", "Wyoming",
  ]
}
