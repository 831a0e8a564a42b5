import ProductivityModel

/// Entries of a reader's dictionaries, in the order of their numbers: what a piece of a log brought that was not met before.
struct DictionaryEntries {
  /// A list of modifiers.
  struct List {
    var modifiers: [Modifier]
    /// The number of the list without days, and the days of postoperative care; nil for a list without.
    var care: (list: Int32, days: Int32)?
  }

  var clinicians: [[UInt8]] = []
  var specialties: [[UInt8]] = []
  var codes: [[UInt8]] = []
  var lists: [List] = []
  var details: [LineDetail] = []

  /// Adds later entries.
  mutating func append(_ later: DictionaryEntries) {
    clinicians += later.clinicians
    specialties += later.specialties
    codes += later.codes
    lists += later.lists
    details += later.details
  }
}
