import MedicareFees

/// Which files of a bundle are imported: of each kind one, with which all others of the kind agree.
struct FeeBundleChoice {
  /// The relative values that are imported; nil where the bundle has none.
  let relativeValues: (entry: FeeBundle.Entry, file: FeeFile)?
  /// The small tables that are imported.
  let tables: [(entry: FeeBundle.Entry, table: PublishedTable)]
  /// The release that the files tell; nil where none does.
  let release: ReleaseName?
  /// What became of each file.
  let outcomes: [FeeImport.Outcome]
  /// What the person who imports should know.
  let notes: [String]

  /// Chooses, and compares.
  ///
  /// The comma-delimited form is preferred to the workbook and that to the text of fixed width, and the file of those who are
  /// no qualifying participants to the other.
  ///
  /// - Throws: ``InputFailure`` where two files of a kind disagree, with the first difference.
  init(_ bundle: FeeBundle, factors: [DatedConversionFactor]) throws(InputFailure) {
    var notes: [String] = []
    var uses: [String: String] = [:]
    var values: [(entry: FeeBundle.Entry, file: FeeFile, isQualifying: Bool)] = []
    var tables: [FeeFileKind: [(entry: FeeBundle.Entry, table: PublishedTable)]] = [:]
    for entry in bundle.entries {
      switch entry.content {
      case .relativeValues(let file):
        let isQualifying = factors.contains { $0.kind == .qualifying && file.statedFactors == [$0.factor] }
        values.append((entry, file, isQualifying))
      case .table(let table): tables[entry.kind, default: []].append((entry, table))
      }
    }

    values.sort { ($0.isQualifying ? 1 : 0, $0.entry.form) < ($1.isQualifying ? 1 : 0, $1.entry.form) }
    if let first = values.first {
      uses[first.entry.shownAs] = "imported" + (first.isQualifying ? ", of qualifying participants" : "")
      for other in values.dropFirst() {
        try Self.checkRelease(first.entry, first.file, other.entry, other.file)
        let isOtherBasis = other.isQualifying && !first.isQualifying
        let difference = RelativeValueComparison(first.file, other.file, otherIsQualifying: isOtherBasis)
        if let words = difference.firstDifference { throw Self.disagreement(first.entry, other.entry, words) }
        if difference.missing > 0 {
          notes.append(
            "\(other.entry.name) lacks \(difference.missing) rows of \(first.entry.name), none of a status that is paid."
          )
        }
        uses[other.entry.shownAs] =
          "agrees with \(first.entry.name)" + (isOtherBasis ? ", of qualifying participants" : "")
      }
    }
    relativeValues = values.first.map { ($0.entry, $0.file) }
    release =
      values.lazy.compactMap { $0.file.titleRelease ?? $0.file.nameRelease }.first
      ?? bundle.entries.lazy.compactMap { ReleaseName(fileName: $0.shownAs) }.first

    var chosen: [(entry: FeeBundle.Entry, table: PublishedTable)] = []
    for kind in FeeFileKind.allCases {
      let ofKind = (tables[kind] ?? []).sorted { $0.entry.form < $1.entry.form }
      guard let first = ofKind.first else { continue }
      uses[first.entry.shownAs] = "imported"
      for other in ofKind.dropFirst() {
        if let words = first.table.firstDifference(to: other.table) {
          throw Self.disagreement(first.entry, other.entry, words)
        }
        uses[other.entry.shownAs] = "agrees with \(first.entry.name)"
      }
      chosen.append(first)
    }
    self.tables = chosen
    self.notes = notes
    outcomes =
      bundle.entries.map { entry in
        let sheets = entry.otherSheets.map { "; not used: \($0)" }.joined()
        return FeeImport.Outcome(
          file: entry.shownAs,
          words: "\(entry.kind.words), \(entry.form.words): \(entry.account.description); "
            + "\(uses[entry.shownAs] ?? "not used")\(sheets)")
      } + bundle.unused.map { FeeImport.Outcome(file: $0.shownAs, words: "not used: \($0.reason)") }
  }

  /// Makes sure that no table states another year than the release's.
  ///
  /// - Throws: ``InputFailure`` where one does: the indices of one year are wrong for another.
  func checkYears(_ release: ReleaseName) throws(InputFailure) {
    for (entry, table) in tables {
      guard let year = table.year, year != release.year else { continue }
      throw InputFailure(
        entry.shownAs, "states the year \(year) in its header, and the release is \(release)",
        hint: "give the file of \(release.year), or name the release to which it belongs with --release")
    }
  }

  private static func checkRelease(
    _ entry: FeeBundle.Entry, _ file: FeeFile, _ otherEntry: FeeBundle.Entry, _ other: FeeFile
  ) throws(InputFailure) {
    guard let release = file.titleRelease ?? file.nameRelease, let second = other.titleRelease ?? other.nameRelease,
      release != second
    else { return }
    throw InputFailure(
      otherEntry.shownAs, "is of release \(second), and \(entry.shownAs) of \(release)",
      hint: "import one release at a time")
  }

  private static func disagreement(
    _ first: FeeBundle.Entry, _ other: FeeBundle.Entry, _ words: String
  ) -> InputFailure {
    InputFailure(
      first.shownAs, "\(words): that is \(other.name)",
      hint: "nothing was imported; give the one that is right on its own, or download both again")
  }
}
