import Foundation

/// The program that the build made, run as anyone would run it.
public enum BuiltProgram {
  /// How a run of a program ended.
  public struct Outcome: Sendable {
    /// The exit code.
    public let code: Int32
    /// What it wrote to stdout.
    public let output: String
    /// What it wrote to stderr.
    public let messages: String
  }

  /// The path of `rvubench`: the one that RVUBENCH_PROGRAM names, such as a release build, or that beside the program that runs
  /// the tests.
  public static var path: String {
    get throws {
      if let named = ProcessInfo.processInfo.environment["RVUBENCH_PROGRAM"] { return named }
      return try beside("rvubench")
    }
  }

  /// The path of a program that was built with the tests, and stands beside the one that runs them.
  public static func beside(_ name: String) throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests).deletingLastPathComponent().appending(path: name).path
  }

  /// Runs `rvubench` with some arguments.
  public static func run(_ arguments: [String], in folder: String? = nil) throws -> Outcome {
    try launch(try path, arguments, in: folder)
  }

  /// Runs a line of a shell.
  public static func shell(_ line: String, in folder: String? = nil) throws -> Outcome {
    try launch("/bin/bash", ["-c", line], in: folder)
  }

  private static func launch(_ program: String, _ arguments: [String], in folder: String?) throws -> Outcome {
    let scratch = try TemporaryFolder()
    FileManager.default.createFile(atPath: "\(scratch.path)/out", contents: nil)
    FileManager.default.createFile(atPath: "\(scratch.path)/err", contents: nil)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "\(scratch.path)/out"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: "\(scratch.path)/err"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: scratch.text("out") ?? "", messages: scratch.text("err") ?? "")
  }
}
