extension RunResults {
  /// The same with those without a specialty last, as pages have them; data files have every name in its order, the empty one first.
  public var inReadingOrder: RunResults {
    func lastUnnamed<Element>(_ all: [Element], _ specialty: (Element) -> String) -> [Element] {
      all.filter { !specialty($0).isEmpty } + all.filter { specialty($0).isEmpty }
    }
    var results = self
    results.clinicians = lastUnnamed(clinicians, \.specialty)
    results.specialties = lastUnnamed(specialties, \.specialty)
    results.goals = lastUnnamed(goals, \.specialty)
    return results
  }
}
