import Foundation
import FuzzEntries
import TestSupport
import Testing

/// What fuzzers found once is tried in every run of the tests.
@Suite struct FuzzCorpusTests {
  private static let folder = PackageRoot.path("Tests/FuzzCorpus")

  /// The kept inputs of an entry, by name.
  private static func inputs(of entry: FuzzEntry) throws -> [(name: String, bytes: [UInt8])] {
    let folder = "\(folder)/\(entry.rawValue)"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
      ($0, Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))))
    }
  }

  @Test(arguments: FuzzEntry.allCases)
  func `every input that was ever found is read as it should`(entry: FuzzEntry) throws {
    let inputs = try Self.inputs(of: entry)
    #expect(!inputs.isEmpty)
    for (name, bytes) in inputs {
      let violations = entry.violations(in: bytes)
      #expect(violations.isEmpty, "\(entry.rawValue)/\(name): \(violations)")
    }
  }

  @Test(arguments: FuzzEntry.allCases)
  func `every input cut off or with a byte turned is read as it should`(entry: FuzzEntry) throws {
    var random = SplitMix64(seed: 837)
    for (name, bytes) in try Self.inputs(of: entry) where !bytes.isEmpty && bytes.count < 4_096 {
      var inputs = [Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))]
      var turned = bytes
      turned[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      inputs.append(turned)
      for input in inputs {
        let violations = entry.violations(in: input)
        #expect(violations.isEmpty, "\(entry.rawValue)/\(name), \(input): \(violations)")
      }
    }
  }

  @Test(arguments: ["wide-survey", "control-characters-in-a-survey"])
  func `a survey with bytes changed, moved or repeated is read as it should`(name: String) throws {
    let seed: UInt64 = 2_026
    var random = SplitMix64(seed: seed)
    let bytes = try #require(try Self.inputs(of: .tables).first { $0.name == name }?.bytes)
    for round in 0..<300 {
      var input = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 1..<input.count, using: &random)
        let end = Int.random(in: place...min(input.count, place + 20), using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: input[place] = UInt8.random(in: 0...255, using: &random)
        case 1: input.insert(contentsOf: input[place..<end], at: Int.random(in: 1...input.count, using: &random))
        case 2: input.insert(Array("0123456789,\"\n*$-.p".utf8).randomElement(using: &random) ?? 0, at: place)
        default: if input.count - (end - place) > 2 { input.removeSubrange(place..<end) }
        }
      }
      let violations = FuzzEntry.tables.violations(in: input)
      #expect(
        violations.isEmpty, "seed \(seed), round \(round): \(String(decoding: input, as: UTF8.self)): \(violations)")
    }
  }

  @Test func `what is kept is small`() throws {
    for entry in FuzzEntry.allCases {
      for (name, bytes) in try Self.inputs(of: entry) { #expect(bytes.count < 4_096, "\(entry.rawValue)/\(name)") }
    }
  }
}
