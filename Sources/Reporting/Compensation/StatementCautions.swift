/// What a statement warns of: only what its own figures stand on, since it is handed over by itself.
enum StatementCautions {
  /// The releases of the fee schedule that are put together from other sources than CMS's own file, in a sentence.
  static func sentences(of clinician: CompensationResults.Clinician, in results: RunResults) -> [String] {
    let used = Set(clinician.credits.flatMap(\.releases))
    let names = results.releases.filter { $0.isReexported && (used.isEmpty || used.contains($0.release)) }
      .map(\.release)
    guard !names.isEmpty else { return [] }
    return [
      "The work RVUs of fee schedule \(names.count == 1 ? "release" : "releases") \(CountWording.list(names)) are put together from several published sources, not read from CMS's own file."
    ]
  }
}
