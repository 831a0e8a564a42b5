import Foundation
import TestSupport
import Testing

/// Files that are made to harm: each ends with an error or findings, within two seconds and 512 MB in a release build, and
/// never with a crash. `scripts/hostile` measures a release build with them.
@Suite(.serialized) struct HostileFileTests {
  @Test(arguments: HostileCase.delimited)
  func `a hostile delimited log is read or refused in little time and memory`(hostile: HostileCase) throws {
    try check(hostile)
  }

  @Test(arguments: HostileCase.packed)
  func `a hostile packed log is read or refused in little time and memory`(hostile: HostileCase) throws {
    try check(hostile)
  }

  @Test(arguments: HostileCase.fixedWidth)
  func `a hostile log of fixed width is read or refused in little time and memory`(hostile: HostileCase) throws {
    try check(hostile)
  }

  @Test(arguments: HostileCase.claims)
  func `a hostile log of claims is read or refused in little time and memory`(hostile: HostileCase) throws {
    try check(hostile)
  }

  @Test(arguments: HostileCase.workbooks)
  func `a hostile workbook is read or refused in little time and memory`(hostile: HostileCase) throws {
    try check(hostile)
  }

  @Test(arguments: HostileCase.settings)
  func `a hostile settings file is refused in little time and memory`(hostile: HostileCase) throws {
    try check(hostile)
  }

  @Test(arguments: HostileCase.tables)
  func `a hostile table is read or refused in little time and memory`(hostile: HostileCase) throws {
    try check(hostile)
  }

  private func check(_ hostile: HostileCase) throws {
    let practice = try SmallPractice()
    let folder = practice.folder.path
    if let job = hostile.job { try practice.folder.write("job.yaml", job) }
    try hostile.write("\(folder)/\(hostile.file)")
    let program = try HostileCase.program ?? BuiltProgram.path
    // More time than is right, so that what takes too long is told of with its time.
    let line =
      ([PackageRoot.path("scripts/measure"), "figures", "\(4 * HostileCase.seconds)", program]
      + hostile.arguments(folder)).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try BuiltProgram.shell("\(line) 2>&1", in: folder)
    let figures = try #require(practice.folder.text("figures")).split(whereSeparator: \.isWhitespace)
    let code = try #require(Int32(figures[0]))
    let seconds = try #require(Double(figures[1]))
    let kilobytes = try #require(Int(figures[2]))
    if let path = HostileCase.figures {
      let row = "\(String(format: "%6.2f s %5d MB  exit %d  ", seconds, kilobytes >> 10, code))\(hostile.name)"
      _ = try BuiltProgram.shell("cat >> '\(path)' <<'END'\n\(row)\n\(outcome.output.prefix(300))\nEND")
    }
    #expect(hostile.codes.contains(code), "exit code \(code): \(outcome.output.prefix(1_000))")
    #expect(seconds <= HostileCase.seconds, "\(seconds) s")
    #expect(kilobytes <= HostileCase.kilobytes, "\(kilobytes >> 10) MB")
    for words in hostile.says {
      #expect(outcome.output.contains(words) || words.isEmpty, "\(outcome.output.prefix(1_000))")
    }
    #expect(!outcome.output.contains("MRN"), "a patient is told of")
    #expect(!outcome.output.contains("\u{1B}"), "a control character is told")
    #expect(outcome.output.utf8.count < 8_000_000, "\(outcome.output.utf8.count) bytes of messages")
  }
}
