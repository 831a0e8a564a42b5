import Crediting
import ProductivityModel

/// What two policies say differently for one day of service, part by part.
///
/// Modifiers are compared by what they do to each kind of fee schedule row, so two ways of writing the same are no difference.
/// Citations and the wording of flags are not compared.
public struct PolicyDifference: Sendable {
  /// One thing on which the policies differ.
  public struct Entry: Hashable, Sendable {
    /// What part of the policies it belongs to, as in ``PolicyStatement``.
    public var topic: String
    /// What it is about: `62 (co-surgeon) where the co-surgeon indicator is 0 or 9`; empty where the topic says it.
    public var subject: String
    /// What the one policy says; nil where it says nothing.
    public var from: String?
    /// What the other policy says; nil where it says nothing.
    public var to: String?
  }

  /// The one policy, with the rows of the day.
  public let from: CreditPolicy
  /// The other policy, with the rows of the day.
  public let to: CreditPolicy
  /// The day of service.
  public let day: CalendarDate
  /// What differs, in the order of the policies' parts.
  public let entries: [Entry]
  /// The first days of other periods, in which something else differs than on the day.
  public let otherDays: [CalendarDate]

  /// The difference of two policies.
  public init(from: CreditPolicy, to: CreditPolicy, on day: CalendarDate) {
    self.day = day
    self.from = from.inEffect(on: day)
    self.to = to.inEffect(on: day)
    let entries = Self.entries(self.from, self.to)
    self.entries = entries
    var before = entries
    var others: [CalendarDate] = []
    let changes = Set(from.changes + to.changes).sorted()
    for change in changes {
      let then = Self.entries(from.inEffect(on: change), to.inEffect(on: change))
      // A period in which the same differs as in the one before it is no period of its own.
      if then != entries, then != before || others.isEmpty { others.append(change) }
      before = then
    }
    otherDays = others
  }

  private static func entries(_ from: CreditPolicy, _ to: CreditPolicy) -> [Entry] {
    let (old, new) = (PolicyStatement.all(of: from), PolicyStatement.all(of: to))
    var topics: [String] = []
    for topic in (old + new).map(\.topic) where !topics.contains(topic) { topics.append(topic) }
    let modifiers = PolicyStatement.modifierTopic
    // Modifiers come after the statuses, also where neither policy has a row.
    if !topics.contains(modifiers) { topics.append(modifiers) }
    return topics.filter { $0 != PolicyStatement.informationalTopic }.flatMap { topic in
      topic == modifiers
        ? ModifierComparison(from: from, to: to).entries
        : entries(topic, old.filter { $0.topic == topic }.map(\.text), new.filter { $0.topic == topic }.map(\.text))
    }
  }

  /// The sentences of a topic that only one policy has; side by side where each has one.
  private static func entries(_ topic: String, _ old: [String], _ new: [String]) -> [Entry] {
    let gone = old.filter { !new.contains($0) }
    let come = new.filter { !old.contains($0) }
    if gone.count == 1, come.count == 1 { return [Entry(topic: topic, subject: "", from: gone[0], to: come[0])] }
    return gone.map { Entry(topic: topic, subject: "", from: $0, to: nil) }
      + come.map { Entry(topic: topic, subject: "", from: nil, to: $0) }
  }
}
