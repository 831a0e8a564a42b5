import Foundation
import TestSupport

extension HostileCase {
  private static func yaml(
    _ name: String, _ file: String = "job.yaml", job: String? = nil, codes: Set<Int32> = [2], says: [String],
    bytes: @escaping @Sendable () -> [UInt8]
  ) -> HostileCase {
    HostileCase(name, file, job: job, codes: codes, says: says, bytes: bytes)
  }

  /// Aliases of aliases, each line nine times the one before.
  private static func laughs(_ levels: Int, asKeys: Bool) -> [UInt8] {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...levels {
      let list = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
      if asKeys { text += "? *a\(level)\n: x\n" }
    }
    return Array(text.utf8)
  }

  private static let anchors = ["uses an anchor or alias"]

  /// Jobs, column maps and policies.
  static let settings: [HostileCase] = [
    yaml("a bomb of aliases", says: anchors) { laughs(50, asKeys: false) },
    yaml("a bomb of aliases as keys", says: anchors) { laughs(50, asKeys: true) },
    yaml("few aliases that multiply much", says: anchors) {
      Array("a: &a [\(String(repeating: "x, ", count: 200_000))x]\n? [*a, *a]\n: 1\n? {*a: *a, b: *a}\n: 2\n".utf8)
    },
    yaml("an anchor within itself", says: ["error:"]) { Array("a: &a [*a]\n".utf8) },
    yaml("lists a hundred thousand deep", says: ["job.yaml:1"]) { repeated("[", to: 100_000) },
    yaml("lists of a line each, ever deeper", says: ["error:"]) {
      Array((0..<1_900).map { String(repeating: " ", count: $0) + "-\n" }.joined().utf8)
    },
    yaml("lists of dashes", says: ["error:"]) { repeated("- ", to: 1_000_000) },
    yaml("keys that are keys of keys", says: ["error:"]) { repeated("? ", to: 1_000_000) },
    yaml("mappings a hundred thousand deep", says: ["error:"]) { repeated("{a: ", to: 400_000) },
    yaml("a megabyte of flow marks", says: ["error:"]) { repeated("[{,", to: 1_000_000) },
    yaml("a megabyte of colons", says: ["error:"]) { repeated(": ", to: 1_000_000) },
    yaml("a key of a megabyte", says: ["error:"]) { repeated("k", to: 1_000_000) + Array(": 1\n".utf8) },
    yaml("an unknown key of a thousand letters", says: ["unknown key"]) {
      repeated("k", to: 1_000) + Array(": 1\n".utf8)
    },
    yaml("a text of 100 MB", says: ["is larger than"]) { Array("practice: ".utf8) + repeated("x", to: 100 << 20) },
    yaml("a text of a megabyte", says: ["needs the key"]) {
      Array("practice: ".utf8) + repeated("x", to: 1_000_000) + [0x0A]
    },
    yaml("a text of a megabyte where a number is expected", says: ["is not a year"]) {
      Array("practice: p\nlogs: [{files: x}]\nyear: ".utf8) + repeated("9", to: 1_000_000) + [0x0A]
    },
    yaml("hundreds of thousands of items", says: ["error:"]) {
      Array("practice: p\nyear: 2025\nlogs: [".utf8) + repeated("a,", to: 1_000_000)
    },
    yaml("a hundred thousand keys", says: ["error:"]) { (0..<100_000).flatMap { Array("k\($0):\n".utf8) } },
    yaml("a key that is there twice", says: ["is there twice"]) { Array("year: 2025\nyear: 2026\n".utf8) },
    yaml("a key that is there a hundred thousand times", says: ["is there twice"]) { repeated("k: 1\n", to: 500_000) },
    yaml("tags", says: ["error:"]) { Array("!!python/object/apply:os.system ['id']\n".utf8) },
    yaml("tags without end", says: ["error:"]) { Array("practice: !".utf8) + repeated("x", to: 1_000_000) },
    yaml("binary", says: ["error:"]) { Array("practice: !!binary R0lGODlh\nyear: 2025\n".utf8) },
    yaml("bytes that are no text", says: ["error:"]) { [0x61, 0x3A, 0x20] + [UInt8](repeating: 0xFF, count: 100_000) },
    yaml("NUL bytes", says: ["error:"]) { [UInt8](repeating: 0, count: 1 << 20) },
    yaml("characters that colour a terminal", says: ["unknown key"]) { Array("\"\\e[31mred\\e[2J\": 1\n".utf8) },
    yaml("comments only", says: ["is empty"]) { repeated("# MRN\n", to: 1_000_000) },
    yaml("documents without end", says: ["error:"]) { repeated("---\n", to: 1_000_000) },
    HostileCase("a pipe in the place of the job", "job.yaml", codes: [2], says: ["is a pipe or a device"]) { path in
      try? FileManager.default.removeItem(atPath: path)
      _ = try BuiltProgram.shell("mkfifo '\(path)'")
    },
    yaml("a column map of a bomb of aliases", "map.yaml", job: job(log: "log.csv", columns: "map.yaml"), says: anchors)
    {
      laughs(50, asKeys: true)
    },
    yaml(
      "a column map of a field at a place beyond all", "map.yaml", job: job(log: "log.csv", columns: "map.yaml"),
      says: ["are not places"]
    ) {
      Array("map: m\nform: fixed-width\nfields: {a: 1-9223372036854775807}\ncolumns: {code: a}\n".utf8)
    },
    yaml(
      "a policy of a bomb of aliases", "policy.yaml",
      job: SmallPractice.job.replacing("pay: unadjusted", with: "pay: policy.yaml"), says: anchors
    ) {
      laughs(50, asKeys: true)
    },
    yaml(
      "a policy nested without end", "policy.yaml",
      job: SmallPractice.job.replacing("pay: unadjusted", with: "pay: policy.yaml"), says: ["error:"]
    ) {
      Array("policy: p\nmodifiers: ".utf8) + repeated("{a: ", to: 400_000)
    },
  ]
}
