import Foundation
import TestSupport
import Testing

@testable import rvubench

/// A command that does not end.
@Suite struct `A command that takes too long` {
  private static func isThere(_ process: String) -> Bool {
    guard let number = pid_t(process.trimmingCharacters(in: .whitespacesAndNewlines)) else { return false }
    return kill(number, 0) == 0
  }

  @Test(arguments: ["sleep 600 & echo $! > child; wait", "trap '' TERM; sleep 600 & echo $! > child; wait; sleep 600"])
  func `is ended with all that it started`(script: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("slow.sh", "#!/bin/sh\ncd '\(folder.path)'\n\(script)\n")
    chmod(path, 0o700)
    let start = ContinuousClock.now
    let command = FinishCommand(words: [path], limit: .milliseconds(500))
    let failure = try #require(#expect(throws: FinishCommand.Failure.self) { try command.run("line", facts: "{}") })
    #expect(failure.description.hasPrefix("did not end within"))
    #expect(ContinuousClock.now - start < .seconds(20))
    let child = try #require(folder.text("child"))
    var rounds = 0
    while Self.isThere(child), rounds < 100 {
      usleep(20_000)
      rounds += 1
    }
    #expect(!Self.isThere(child))
  }

  @Test func `is not one that ends in time, however much it was given`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("quick.sh", "#!/bin/sh\nwc -c > '\(folder.path)/count'\n")
    chmod(path, 0o700)
    try FinishCommand(words: [path]).run("line", facts: String(repeating: "x", count: 60_000))
    #expect(folder.text("count") == "60001\n")
    #expect(throws: FinishCommand.Failure.self) {
      try FinishCommand(words: [path]).run("line", facts: String(repeating: "x", count: 70_000))
    }
  }
}
