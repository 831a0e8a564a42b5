import ProductivityModel

/// Splits the change between two parts into what each cause makes of it, whatever the order of the causes.
///
/// Work is T x R x M: T clinical FTE times days, R services per FTE day, M the mean work of a service, which depends on the
/// mix of services, on the fee schedule vintage and on the policy. A step is the Shapley value of its cause: its effect, averaged over
/// the 120 orders in which five causes can change from the one period to the other. The averages are exact fractions, rounded at the
/// end so that they add up to the change in millionths. T is divided once more, into days and mean FTE, each with the mean of
/// the other.
///
/// - Source: L. S. Shapley, A Value for n-Person Games, 1953; for the division of T, G. Owen, Values of Games with a Priori Unions, 1977.
public struct BridgeSplit: Sendable {
  /// The steps.
  public let steps: BridgeSteps
  /// What of the mix each family of codes makes: its share of the services times how far its work per service lies above the
  /// mean of both. They add up to the mix exactly; empty where a part's families do not add up to it.
  public let mixByFamily: [Int: WorkRVU]
  /// Whether clinical time is known on both sides; if not, days and mean FTE are zero and in the volume.
  public let knowsTime: Bool

  /// The causes, by their place in a number of five bits in which 1 stands for the later period.
  private enum Cause: Int, CaseIterable {
    case time, volume, mix, vintage, policy
  }

  /// By how many others have changed, the share of the orders in which just those go before: in sixtieths.
  private static let weights: [Int64] = [12, 3, 2, 3, 12]

  /// Splits the change; nil where a part has no services, since nothing can then be divided by them.
  public init?(from: BridgePart, to: BridgePart) {
    guard from.hasServices, to.hasServices else { return nil }
    var times: (from: BridgePart.Time, to: BridgePart.Time)?
    if let a = from.time, let b = to.time, a.fteDays > 0, b.fteDays > 0 { times = (a, b) }
    let split = Fractions(
      parts: (from, to), time: (times?.from.fteDays ?? 1, times?.to.fteDays ?? 1),
      services: (from.services.tenThousandths, to.services.tenThousandths))
    let total = to.work[.to, .to] - from.work[.from, .from]
    let values = LargestRemainder.whole(
      Cause.allCases.map(split.numerator), over: split.denominator, total: total.millionths)
    var steps = BridgeSteps()
    steps.volume = WorkRVU(millionths: values[Cause.volume.rawValue])
    steps.mix = WorkRVU(millionths: values[Cause.mix.rawValue])
    steps.vintage = WorkRVU(millionths: values[Cause.vintage.rawValue])
    steps.policy = WorkRVU(millionths: values[Cause.policy.rawValue])
    let time = values[Cause.time.rawValue]
    steps.days = WorkRVU(millionths: times.map { split.days($0.from, $0.to, of: time) } ?? 0)
    steps.meanFTE = WorkRVU(millionths: time) - steps.days
    self.steps = steps
    knowsTime = times != nil
    mixByFamily =
      from.familiesAreWhole && to.familiesAreWhole ? split.mixByFamily(total: steps.mix) : [:]
  }

  /// The steps between two parts, also where nothing can be divided.
  public static func steps(from: BridgePart, to: BridgePart) -> BridgeSteps {
    if let split = BridgeSplit(from: from, to: to) { return split.steps }
    var steps = BridgeSteps()
    if from.isEmpty {
      steps.joined = to.work[.to, .to]
    } else if to.isEmpty {
      steps.left = -from.work[.from, .from]
    } else {
      steps.unsplit = to.work[.to, .to] - from.work[.from, .from]
    }
    return steps
  }

  /// The steps as fractions of one denominator.
  private struct Fractions {
    let parts: (from: BridgePart, to: BridgePart)
    let time: (from: WideInteger, to: WideInteger)
    let services: (from: WideInteger, to: WideInteger)
    let denominator: WideInteger
    /// The work of each of the 32 mixtures of the periods, times the product of both times and both numbers of services.
    private let mixtures: [WideInteger]

    init(parts: (from: BridgePart, to: BridgePart), time: (Int64, Int64), services: (Int64, Int64)) {
      self.parts = parts
      self.time = (WideInteger(time.0), WideInteger(time.1))
      self.services = (WideInteger(services.0), WideInteger(services.1))
      denominator = WideInteger(60) * self.time.from * self.time.to * self.services.from * self.services.to
      let (t, s) = (self.time, self.services)
      mixtures = (0..<32).map { mixture in
        func side(_ cause: Cause) -> PeriodPair.Side { mixture >> cause.rawValue & 1 == 1 ? .to : .from }
        let part = side(.mix) == .to ? parts.to : parts.from
        return WideInteger(part.work[side(.vintage), side(.policy)].millionths)
          * (side(.time) == .to ? t.to : t.from) * (side(.volume) == .to ? t.from : t.to)
          * (side(.volume) == .to ? s.to : s.from) * (side(.mix) == .to ? s.from : s.to)
      }
    }

    /// A cause's value, times the denominator.
    func numerator(_ cause: Cause) -> WideInteger {
      let bit = 1 << cause.rawValue
      return mixtures.indices.filter { $0 & bit == 0 }.reduce(.zero) { sum, mixture in
        sum + WideInteger(BridgeSplit.weights[mixture.nonzeroBitCount]) * (mixtures[mixture | bit] - mixtures[mixture])
      }
    }

    /// What of the time's value the days make, in millionths: their change times the mean of both mean FTEs.
    func days(_ from: BridgePart.Time, _ to: BridgePart.Time, of value: Int64) -> Int64 {
      if from.days == to.days { return 0 }
      // Equal mean FTE: the days make all of it.
      if Int128(from.fteDays) * Int128(to.days) == Int128(to.fteDays) * Int128(from.days) { return value }
      var rate = WideInteger.zero
      for mixture in mixtures.indices where mixture & 1 == 0 {
        // Each mixture without its time, which is one of its factors.
        let side: (Cause) -> Bool = { mixture >> $0.rawValue & 1 == 1 }
        let part = side(.mix) ? parts.to : parts.from
        let work = part.work[side(.vintage) ? .to : .from, side(.policy) ? .to : .from].millionths
        rate +=
          WideInteger(BridgeSplit.weights[mixture.nonzeroBitCount]) * WideInteger(work)
          * (side(.volume) ? time.from : time.to) * (side(.volume) ? services.to : services.from)
          * (side(.mix) ? services.from : services.to)
      }
      let (a, b) = (WideInteger(from.days), WideInteger(to.days))
      let change = (b - a) * (time.from * b + time.to * a)
      return (rate * change).divided(by: WideInteger(2) * a * b * denominator)
    }

    /// What of the mix each family makes.
    func mixByFamily(total: WorkRVU) -> [Int: WorkRVU] {
      let (s, t) = (services, time)
      var terms: [(vintage: PeriodPair.Side, policy: PeriodPair.Side, weight: WideInteger, mean: WideInteger)] = []
      for mixture in 0..<32 where mixture & (1 << Cause.mix.rawValue | 3) == 0 {
        let vintage: PeriodPair.Side = mixture >> Cause.vintage.rawValue & 1 == 1 ? .to : .from
        let policy: PeriodPair.Side = mixture >> Cause.policy.rawValue & 1 == 1 ? .to : .from
        var weight = WideInteger.zero
        for first in 0..<4 {
          weight +=
            WideInteger(BridgeSplit.weights[(mixture | first).nonzeroBitCount]) * (first & 1 == 1 ? t.to : t.from)
            * (first & 2 == 2 ? t.from : t.to) * (first & 2 == 2 ? s.to : s.from)
        }
        let mean =
          WideInteger(parts.from.work[vintage, policy].millionths) * s.to
          + WideInteger(parts.to.work[vintage, policy].millionths) * s.from
        terms.append((vintage, policy, weight, mean))
      }
      let families = Set(parts.from.families.keys).union(parts.to.families.keys).sorted()
      let two = WideInteger(2)
      let scale = two * s.from * s.to
      let numerators = families.map { family in
        let a = parts.from.families[family] ?? BridgePart.Family()
        let b = parts.to.families[family] ?? BridgePart.Family()
        let shift =
          WideInteger(b.services.tenThousandths) * s.from - WideInteger(a.services.tenThousandths) * s.to
        return terms.reduce(WideInteger.zero) { sum, term in
          let own =
            WideInteger(b.work[term.vintage, term.policy].millionths) * s.from
            - WideInteger(a.work[term.vintage, term.policy].millionths) * s.to
          return sum + term.weight * (scale * own - term.mean * shift)
        }
      }
      let values = LargestRemainder.whole(numerators, over: denominator * scale, total: total.millionths)
      return Dictionary(uniqueKeysWithValues: zip(families, values.map { WorkRVU(millionths: $0) }))
    }
  }
}
