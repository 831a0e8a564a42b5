/// What every figure of a run stands on, in sentences for the foot of each page.
public enum RunFooting {
  /// The sentences.
  public static func sentences(of results: RunResults) -> [String] {
    var sentences = [
      "Benchmark ledger: \(results.benchmarkPolicy.name) (\(trimmed(results.benchmarkPolicy.title))), "
        + "fee schedule by \(results.benchmarkPolicy.vintage).",
      "Pay ledger: \(results.payPolicy.name) (\(trimmed(results.payPolicy.title))), "
        + "fee schedule by \(results.payPolicy.vintage).",
    ]
    if !results.releases.isEmpty {
      let names = results.releases.map(\.release)
      sentences.append(
        "Work RVUs from Medicare Physician Fee Schedule \(names.count == 1 ? "release" : "releases") "
          + CountWording.list(names) + ".")
    }
    if !results.hasRoster {
      sentences.append("There is no roster: each clinician is taken as 1.0 clinical FTE for the whole period.")
    }
    return sentences
  }

  private static func trimmed(_ title: String) -> String {
    title.hasSuffix(".") ? String(title.dropLast()) : title
  }
}
