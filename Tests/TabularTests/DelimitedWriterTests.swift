import Tabular
import TestSupport
import Testing

/// What is written, and that it is read back as it was.
@Suite struct DelimitedWriterTests {
  private func written(_ records: [[String]]) -> String {
    var writer = DelimitedWriter()
    for record in records { writer.record(record) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (["a", "b"], "a,b\n"), (["a,b"], "\"a,b\"\n"), (["5\" tall"], "\"5\"\" tall\"\n"), (["a\nb"], "\"a\nb\"\n"),
    (["a\rb"], "\"a\rb\"\n"), (["", ""], ",\n"), ([" a "], " a \n"), ([""], "\"\"\n"), (["\""], "\"\"\"\"\n"),
    (["é", "12.5"], "é,12.5\n"),
  ])
  func `quotes stand only where a field needs them`(fields: [String], text: String) {
    #expect(written([fields]) == text)
  }

  @Test(arguments: 141...146 as ClosedRange<UInt64>)
  func `what is written is read back as it was`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let records = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          String(
            decoding: random.bytes(Int.random(in: 0...6, using: &random), from: Array("ab,\"\n\r ".utf8)), as: UTF8.self
          )
        }
      }
      let found = try read(written(records), piece: 3)
      #expect(found.map(\.texts) == records, "seed \(seed)")
      #expect(found.allSatisfy { $0.problem == nil }, "seed \(seed)")
    }
  }

  @Test(arguments: 151...153 as ClosedRange<UInt64>)
  func `draining at any time changes nothing`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let records = [["a", ""], [""], ["", "b,c"], ["d"], [""], ["", "", ""]]
    for _ in 0..<50 {
      var writer = DelimitedWriter()
      var drained: [UInt8] = []
      for record in records {
        for field in record {
          writer.field(field)
          if Bool.random(using: &random) { drained += writer.drain() }
        }
        writer.endRecord()
        if Bool.random(using: &random) { drained += writer.drain() }
      }
      drained += writer.drain()
      #expect(String(decoding: drained, as: UTF8.self) == written(records), "seed \(seed)")
      #expect(writer.bytes.isEmpty)
    }
  }
}
