import ArgumentParser
import Synchronization

/// How messages are written on stderr.
enum LogFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// For people: a line with the place, what is wrong, and what to do.
  case text
  /// For programs: a JSON object a line.
  case json

  private static let format = Mutex(LogFormat.text)

  /// The format of this process's messages.
  static var current: LogFormat {
    get { format.withLock { $0 } }
    set { format.withLock { $0 = newValue } }
  }

  /// What the words of a command line ask for, before they are parsed: a command line that is wrong is told of in it too.
  init(askedBy words: [String]) {
    let values = words.indices.compactMap { index -> String? in
      if words[index] == "--log-format" { return index + 1 < words.count ? words[index + 1] : nil }
      return words[index].hasPrefix("--log-format=") ? String(words[index].dropFirst("--log-format=".count)) : nil
    }
    self = values.last.flatMap(LogFormat.init(rawValue:)) ?? .text
  }
}
