import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// Whatever is typed without separators is read as it was meant, or refused.
@Suite struct EntryPropertyTests {
  /// Services at random: real codes and known modifiers.
  private static func services(_ random: inout SplitMix64) -> [EntryItem] {
    let vocabulary = EntryFixture.vocabulary
    let modifiers = vocabulary.modifiers.sorted()
    return (0..<Int.random(in: 1...6, using: &random)).map { _ in
      let code = vocabulary.schedule.codes[Int.random(in: 0..<vocabulary.schedule.codes.count, using: &random)]
      var item = EntryItem(code: code)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let modifier = modifiers[Int.random(in: 0..<modifiers.count, using: &random)]
        if !item.modifiers.contains(modifier) { item.modifiers.append(modifier) }
      }
      if Int.random(in: 0..<5, using: &random) == 0 {
        item.typedUnits = Units(Int64.random(in: 2...999, using: &random))
      }
      return item
    }
  }

  private static func typed(_ services: [EntryItem], separator: String) -> String {
    var text = ""
    for service in services {
      text += (text.isEmpty ? "" : separator) + service.code.description
      for modifier in service.modifiers { text += separator + modifier.description }
      // Three digits have a point where blanks are to make all certain.
      let point = separator.isEmpty ? "" : ".0"
      if let units = service.typedUnits { text += separator + "x\(units)\(point)" }
    }
    return text
  }

  @Test(arguments: [20_260_304, 7, 99_213, 1_977] as [UInt64])
  func `without separators the reading is the original or it is refused, never another`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var refused = 0
    let rounds = 2_500
    for round in 0..<rounds {
      let services = Self.services(&random)
      let text = Self.typed(services, separator: "")
      let steps = EntryFixture.steps(text)
      var taken: [EntryItem] = []
      var isRefused = false
      for step in steps {
        switch step {
        case .item(let item): taken.append(item)
        case .refused(let refusal, _):
          isRefused = true
          switch refusal {
          case .ambiguous, .heldBack, .belongsToRefused: break
          default: Issue.record("seed \(seed), round \(round), \(text): \(refusal)")
          }
        default: Issue.record("seed \(seed), round \(round), \(text): \(step)")
        }
      }
      if isRefused { refused += 1 }
      if isRefused {
        // What is taken all the same was typed, in its order.
        var rest = services[...]
        for item in taken {
          guard let place = rest.firstIndex(of: item) else {
            Issue.record("seed \(seed), round \(round), \(text): \(item) was never typed")
            break
          }
          rest = rest[(place + 1)...]
        }
      } else {
        #expect(taken == services, "seed \(seed), round \(round), \(text)")
      }
    }
    // Were nearly all refused, the promise would be kept and worth nothing.
    #expect(refused < rounds / 4, "seed \(seed): \(refused) of \(rounds) are refused")
  }

  @Test(arguments: [20_260_304, 12] as [UInt64])
  func `with a blank after each code, modifier and number nothing is refused`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for round in 0..<2_000 {
      let services = Self.services(&random)
      let text = Self.typed(services, separator: " ")
      #expect(EntryFixture.steps(text) == services.map { .item($0) }, "seed \(seed), round \(round), \(text)")
    }
  }

  @Test(arguments: [5, 20_260_305] as [UInt64])
  func `any bytes at all are answered, and what is taken has codes and modifiers that are known`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let vocabulary = EntryFixture.vocabulary
    let choices = Array("0123456789 4431099213 62 25 xX*-@/?.,;=ASRT\t\u{00E9}".utf8) + [0, 0xFF, 0x0D]
    for _ in 0..<3_000 {
      var scanner = EntryScanner()
      let line = random.bytes(Int.random(in: 0...40, using: &random), from: choices)
      var steps: [EntryScanner.Step] = []
      for (word, column) in EntryScanner.words(of: line) {
        #expect(column >= 1 && column + word.count <= line.count + 1)
        steps += scanner.take(word, at: column, vocabulary)
      }
      for case .item(let item) in steps + scanner.endLine() {
        #expect(vocabulary.schedule.index(of: item.code) != nil, "seed \(seed)")
        #expect(item.units > .zero, "seed \(seed)")
      }
    }
  }

  @Test func `a word of a hundred thousand codes is read in a moment`() {
    let word = Array(String(repeating: "4431062", count: 100_000).utf8)
    guard case .success(let pieces) = WordReadings.pieces(of: word, continues: false, EntryFixture.vocabulary) else {
      Issue.record("there is no reading")
      return
    }
    #expect(pieces.count == 200_000)
  }
}
