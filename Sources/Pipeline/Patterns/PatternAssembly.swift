import Benchmarking
import MedicareFees
import ProductivityModel
import Reporting
import Threads

/// Adds to each clinician's result what their work consists of, beside that of others of the specialty in the practice.
struct PatternAssembly {
  @Boxed var inputs: RunInputs

  /// The rules by which it is done, for the pages.
  var rules: PatternRules {
    var sources: [String] = []
    for profile in inputs.profiles where !sources.contains("\(profile.source), \(profile.year)") {
      sources.append("\(profile.source), \(profile.year)")
    }
    return PatternRules(nearest: inputs.job.nearestPeers, review: inputs.job.review, profiles: sources)
  }

  /// Adds each clinician's patterns.
  ///
  /// - Parameter services: what each of the clinicians did, in their order; nil for one without lines.
  func add(_ services: [RoleServices?], to clinicians: inout [ClinicianResult]) {
    let levels = inputs.patterns.families.reduce(0) { $0 + $1.levels.count }
    var values = [LevelShift.Value](repeating: LevelShift.Value(work: 0, services: 0), count: levels)
    for case let services? in services {
      for visits in services.visits {
        values[Int(visits.level)].work += visits.benchmark
        values[Int(visits.level)].services += visits.units
      }
    }
    let groups = groups(clinicians)
    let own = groups.map { members in
      Group(
        specialty: clinicians[members[0]].specialty, isCompared: clinicians[members[0]].isCompared,
        services: members.map { services[$0] ?? RoleServices() },
        annualized: members.map { clinicians[$0].annualizedPerFTE?.millionths })
    }
    // Groups have nothing to do with each other: each has a thread to itself, unless one of them is more than a thread's share.
    let isUneven = (groups.map(\.count).max() ?? 0) > clinicians.count / Workers.count
    let (threads, threadsOfGroup) = isUneven ? (1, Workers.count) : (Workers.count, 1)
    let patterns = Workers.using(threads) {
      Workers.map(own) { [values] group in Workers.using(threadsOfGroup) { self.patterns(of: group, values) } }
    }
    for (members, patterns) in zip(groups, patterns) {
      for (index, pattern) in zip(members, patterns) { clinicians[index].patterns = pattern }
    }
  }

  /// Clinicians who are compared with each other, or with nobody.
  private struct Group: Sendable {
    var specialty: String
    var isCompared: Bool
    var services: [RoleServices]
    /// Annualised work per FTE, in millionths.
    var annualized: [Int64?]
  }

  /// The patterns of a group's clinicians, in their order.
  private func patterns(of group: Group, _ values: [LevelShift.Value]) -> [ClinicianPatterns] {
    let mixes = group.isCompared ? caseMix.compare(work(of: group.services), group.annualized) : []
    let visits = VisitAssembly(
      families: inputs.patterns.families, minimumPeers: inputs.job.minimumPeers, review: inputs.job.review,
      values: values, profile: group.isCompared ? profile(of: group.specialty) : nil
    ).compare(group.services, isCompared: group.isCompared)
    let modifiers = ModifierAssembly(
      uses: inputs.patterns.modifiers, minimumPeers: inputs.job.minimumPeers,
      review: inputs.job.review
    ).compare(group.services, isCompared: group.isCompared)
    return group.services.indices.map { place in
      ClinicianPatterns(
        caseMix: group.isCompared ? mixes[place] : nil, visits: visits[place], modifiers: modifiers[place])
    }
  }

  /// The clinicians of each specialty who are compared with each other, and those who are not, in groups; they come by specialty.
  private func groups(_ clinicians: [ClinicianResult]) -> [[Int]] {
    var groups: [[Int]] = []
    var (compared, others): ([Int], [Int]) = ([], [])
    for index in clinicians.indices {
      if index > 0, clinicians[index].specialty != clinicians[index - 1].specialty {
        groups += [compared, others]
        (compared, others) = ([], [])
      }
      if clinicians[index].isCompared { compared.append(index) } else { others.append(index) }
    }
    return (groups + [compared, others]).filter { !$0.isEmpty }
  }

  private var caseMix: CaseMixAssembly {
    CaseMixAssembly(
      nearest: inputs.job.nearestPeers, minimumPeers: inputs.job.minimumPeers, kind: inputs.job.peers.kind)
  }

  /// The work of each family of each.
  private func work(of services: [RoleServices]) -> PartCounts {
    var work = PartCounts(parts: CodeFamily.all.count)
    for place in services.indices {
      for family in services[place].families { work.add(family.benchmark, of: Int(family.family)) }
      work.endClinician()
    }
    return work
  }

  /// The profile of a specialty, by its name or a reviewed synonym: of several years or sources the latest, then the first of the file.
  private func profile(of specialty: String) -> SpecialtyProfile? {
    guard !specialty.isEmpty,
      let name = inputs.specialtyNames.match(specialty, among: inputs.profiles.map(\.specialty)).name
    else { return nil }
    let own = inputs.profiles.filter { $0.specialty == name }
    guard let year = own.map(\.year).max() else { return nil }
    return own.first { $0.year == year }
  }
}
