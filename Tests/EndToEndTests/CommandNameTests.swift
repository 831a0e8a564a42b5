import Testing

@testable import rvubench

/// Names that are not written out are made of the names of types, for all commands at each start, which takes milliseconds.
@Suite struct `The commands` {
  @Test func `all have their names written out`() {
    var commands = RVUBench.configuration.subcommands
    var (count, unnamed): (Int, [String]) = (0, [])
    while let command = commands.popLast() {
      count += 1
      if command.configuration.commandName == nil { unnamed.append("\(command)") }
      commands += command.configuration.subcommands
    }
    #expect(unnamed.isEmpty)
    #expect(count > 40)
  }
}
