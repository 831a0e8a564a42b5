import Foundation
import TestSupport
import Testing

/// What starts a run each night.
@Suite struct `The schedules` {
  private static func text(_ name: String) throws -> String {
    try String(contentsOf: URL(filePath: PackageRoot.path("scripts/schedule/\(name)")), encoding: .utf8)
  }

  /// The settings of a unit by section, in their order, and what is no setting, comment, heading or blank line.
  private static func settings(_ text: String) -> (all: [(section: String, key: String, value: String)], odd: [String])
  {
    var (section, all, odd) = ("", [(section: String, key: String, value: String)](), [String]())
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.isEmpty || line.hasPrefix("#") { continue }
      if let heading = line.wholeMatch(of: #/\[([A-Za-z]+)\]/#) {
        section = String(heading.1)
      } else if let setting = line.wholeMatch(of: #/([A-Za-z]+)=(.*)/#), !section.isEmpty {
        all.append((section, String(setting.1), String(setting.2)))
      } else {
        odd.append(line)
      }
    }
    return (all, odd)
  }

  @Test(arguments: ["rvubench.service", "rvubench.timer", "rvubench-failed.service"])
  func `are units that systemd takes without a word`(name: String) throws {
    let (all, odd) = Self.settings(try Self.text(name))
    #expect(odd.isEmpty && all.count >= 3)
    guard try BuiltProgram.shell("command -v systemd-analyze").code == 0 else { return }
    let folder = try TemporaryFolder()
    // The program and its user, as they are on this machine.
    for unit in ["rvubench.service", "rvubench.timer", "rvubench-failed.service"] {
      let here = try Self.text(unit).replacing("/usr/local/bin/rvubench", with: try BuiltProgram.path)
        .replacing("User=rvubench", with: "User=root").replacing("Group=rvubench", with: "Group=root")
      try folder.write(unit, here)
    }
    // A unit with nothing wrong in it: what systemd says of that one too, it says of the machine.
    let plain = "plain-\(name)"
    try folder.write(
      plain, name.hasSuffix(".timer") ? "[Timer]\nOnCalendar=daily\n" : "[Service]\nExecStart=/bin/true\n")
    try folder.write("plain-rvubench.service", "[Service]\nExecStart=/bin/true\n")
    func words(of unit: String) throws -> Set<String> {
      let said = try BuiltProgram.shell(
        // Other tests of this process may have taken its umask away, and systemd tells of files that all may write.
        "chmod 644 '\(folder.path)'/* && SYSTEMD_UNIT_PATH='\(folder.path):' systemd-analyze verify --man=no '\(folder.path)/\(unit)' 2>&1",
        in: folder.path)
      let lines = said.output.split(separator: "\n").filter { $0.contains("rvubench") }
      return Set(lines.map { String($0).replacing(plain, with: name) })
    }
    func verify() throws -> [String] { try words(of: name).subtracting(words(of: plain)).sorted() }
    let said = try verify()
    #expect(said.isEmpty, "\(said)")
    // A check that cannot fail is none.
    try folder.write(name, (folder.text(name) ?? "") + "\nNoSuchSetting=yes\n")
    #expect(try verify().contains { $0.contains("NoSuchSetting") })
  }

  @Test func `have no network, one folder to write in, and no other rights`() throws {
    let service = Self.settings(try Self.text("rvubench.service")).all
    func value(_ key: String) -> String? { service.last { $0.key == key && $0.section == "Service" }?.value }
    for (key, expected) in [
      ("PrivateNetwork", "yes"), ("ProtectSystem", "strict"), ("ReadWritePaths", "/srv/practice"), ("UMask", "0077"),
      ("NoNewPrivileges", "yes"), ("CapabilityBoundingSet", ""), ("LimitCORE", "0"), ("User", "rvubench"),
      ("SuccessExitStatus", "1"), ("Nice", "10"), ("Type", "oneshot"),
    ] { #expect(value(key) == expected, "\(key)") }
    #expect(service.contains { $0.section == "Unit" && $0.key == "OnFailure" && $0.value == "rvubench-failed.service" })
    let timer = Self.settings(try Self.text("rvubench.timer")).all
    #expect(
      timer.contains { $0.section == "Timer" && $0.key == "Persistent" && $0.value == "yes" || $0.value == "true" })
    #expect(timer.contains { $0.section == "Install" && $0.key == "WantedBy" && $0.value == "timers.target" })
  }

  /// The words of the program's command line in a line of a schedule.
  private static func words(_ line: String) throws -> [String] {
    let command = try #require(line.firstMatch(of: #/rvubench (run [^>;\n]*)/#))
    return command.1.split(separator: " ").map(String.init)
  }

  @Test(arguments: ["rvubench.service", "crontab.example"]) func `call the program as it wants to be called`(
    name: String
  ) throws {
    let line = try #require(try Self.text(name).split(separator: "\n").first { $0.contains("bin/rvubench run") })
    let practice = try SmallPractice()
    try practice.folder.write("inbox/.keep", "")
    let words = try Self.words(String(line)).map { $0.replacing("/srv/practice/", with: "") }
    #expect(words.contains("--inbox") && words.contains("json"))
    let outcome = try BuiltProgram.run(words, in: practice.folder.path)
    #expect(outcome.code == 0, "\(outcome.messages)")
    #expect(try BuiltProgram.run(words + ["--no-such"], in: practice.folder.path).code == 2)
  }

  @Test func `of cron are one line a run that a shell takes, quiet where all is well and not where it fails`() throws {
    let lines = try Self.text("crontab.example").split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    let jobs = lines.filter { $0.wholeMatch(of: #/[A-Z]+=.*/#) == nil }
    #expect(jobs.count == 1)
    let match = try #require(jobs[0].wholeMatch(of: #/(\d+) (\d+) \* \* \* (.*)/#))
    #expect(Int(match.1) ?? 60 < 60 && Int(match.2) ?? 24 < 24)
    // cron takes a percent sign for the end of the line.
    #expect(!match.3.contains("%"))
    let practice = try SmallPractice()
    try practice.folder.write("inbox/.keep", "")
    let line = match.3.replacing("/srv/practice", with: practice.folder.path)
      .replacing("/usr/local/bin/rvubench", with: "'\(try BuiltProgram.path)'")
    let good = try BuiltProgram.shell(String(line))
    #expect(good.output.isEmpty && good.messages.isEmpty, "\(good.output)\(good.messages)")
    #expect(practice.folder.text("rvubench.log")?.contains("rvubench run: done: ") == true)
    try practice.folder.write("log.csv", "")
    #expect(try BuiltProgram.shell(String(line)).output.hasPrefix("exit code 3\n"))
  }
}
