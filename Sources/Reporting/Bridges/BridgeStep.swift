import Benchmarking
import ProductivityModel

/// One step of a bridge as people read it: what it is, how much, and why.
public struct BridgeStep: Sendable {
  /// What makes a change.
  public enum Cause: String, CaseIterable, Sendable {
    /// Services on the later side only.
    case joined
    /// Services on the earlier side only.
    case left
    /// Days employed and not on leave.
    case days
    /// The mean of clinical FTE over them.
    case meanFTE = "mean_fte"
    /// Services per full clinical FTE and day.
    case volume
    /// Which services.
    case mix
    /// Which fee schedule releases.
    case vintage
    /// Which credit policy.
    case policy
    /// Services that come to nothing after reversals.
    case unsplit

    /// Of the causes that stand apart from the five factors, those that occur in a bridge: each has a column of its own in tables, which so
    /// tie to the steps.
    public static func apart(in bridge: Bridge) -> [Cause] {
      let words = BridgeWording(bridge: bridge, sum: bridge.total)
      return [.joined, .left, .unsplit].filter(words.isTold)
    }
  }

  /// What a cause's step is called.
  public static func label(_ cause: Cause) -> String { BridgeWording.label(cause) }

  /// What makes it.
  public var cause: Cause
  /// What it is called.
  public var label: String
  /// How much; nil where it is not known, and then a part of the volume.
  public var amount: WorkRVU?
  /// What stands behind it, in a sentence or two.
  public var sentence: String

  /// The steps of a sum, in the order in which they are told; those that cannot occur are left out.
  public static func steps(of sum: Bridge.Sum, in bridge: Bridge) -> [BridgeStep] {
    let words = BridgeWording(bridge: bridge, sum: sum)
    return Cause.allCases.compactMap { cause in
      guard words.isTold(cause) else { return nil }
      return BridgeStep(
        cause: cause, label: BridgeWording.label(cause), amount: words.isKnown(cause) ? sum.steps[cause] : nil,
        sentence: words.sentence(cause))
    }
  }
}

extension BridgeSteps {
  /// What a cause makes.
  public subscript(cause: BridgeStep.Cause) -> WorkRVU {
    switch cause {
    case .joined: joined
    case .left: left
    case .days: days
    case .meanFTE: meanFTE
    case .volume: volume
    case .mix: mix
    case .vintage: vintage
    case .policy: policy
    case .unsplit: unsplit
    }
  }
}
