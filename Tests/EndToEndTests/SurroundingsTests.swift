import TestSupport
import Testing

/// What is around a run and no part of its inputs: time zone, locale, umask, the processor, the working folder.
@Suite struct `What is around a run` {
  /// Before the program, in a shell whose working folder is the practice's.
  static let surroundings = [
    "TZ=Pacific/Kiritimati", "TZ=America/Los_Angeles", "TZ=Nowhere/Land", "LC_ALL=tr_TR.UTF-8",
    "LC_ALL=de_DE.UTF-8 LANG=C",
    "LC_ALL=xx_XX LANG=nonsense", "LANG=C.UTF-8 LANGUAGE=ar", "umask 000;", "umask 077;", "umask 777;",
    "OPENBLAS_CORETYPE=Prescott", "OPENBLAS_CORETYPE=Haswell", "OPENBLAS_CORETYPE=SkylakeX", "OPENBLAS_NUM_THREADS=1",
    "OPENBLAS_NUM_THREADS=7 OMP_NUM_THREADS=3", "env -i", "HOME=/nowhere XDG_CACHE_HOME=/nowhere",
    "COLUMNS=20 TERM=dumb",
    "ulimit -n 64;", "nice -n 5",
  ]

  /// A practice with a folder within that of its logs, which is told with a place in the job.
  private static func practice() throws -> SmallPractice {
    let practice = try SmallPractice()
    try practice.folder.write("logs/log.csv", SmallPractice.log)
    try practice.folder.write("logs/older/log.csv", SmallPractice.log)
    try practice.folder.write("job.yaml", SmallPractice.job.replacing("log.csv", with: "logs") + "credits: true\n")
    return practice
  }

  /// The hash of the output, every name and every byte.
  private static let hash = "(cd out && find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum); rm -r out"

  @Test func `moves no byte of the output`() throws {
    let practice = try Self.practice()
    let program = try BuiltProgram.path
    var script = "'\(program)' run job.yaml --quiet >/dev/null || echo failed; \(Self.hash)\n"
    for surrounding in Self.surroundings {
      script += "(\(surrounding) '\(program)' run job.yaml --quiet >/dev/null) || echo failed; \(Self.hash)\n"
    }
    let lines = try BuiltProgram.shell(script, in: practice.folder.path).output.split(separator: "\n")
    #expect(lines.count == Self.surroundings.count + 1, "\(lines)")
    for (surrounding, line) in zip(Self.surroundings, lines.dropFirst()) { #expect(line == lines[0], "\(surrounding)") }
  }

  @Test func `such as the number of threads, moves no byte of the output`() throws {
    let folder = try TemporaryFolder()
    let program = try BuiltProgram.path
    let runs = [1, 2, 3, 8].map { "run practice/job.yaml --threads \($0)" } + ["run practice/job.yaml"]
    var script = "'\(program)' demo practice --clinicians 40 --lines 60000 >/dev/null 2>&1 || echo failed\n"
    for run in runs {
      script += "'\(program)' \(run) --output out --quiet >/dev/null || echo failed; \(Self.hash)\n"
    }
    let lines = try BuiltProgram.shell(script, in: folder.path).output.split(separator: "\n")
    #expect(lines.count == runs.count, "\(lines)")
    for (run, line) in zip(runs, lines) { #expect(line == lines[0], "\(run)") }
  }

  @Test func `such as the folder that it is started from, or the way to its job, moves no byte of the output`() throws {
    let practice = try Self.practice()
    let program = try BuiltProgram.path
    let ways = [
      "cd /; P run \"$practice/job.yaml\"", "cd logs/older; P run ../../job.yaml", "P run ./logs/..//job.yaml",
      "ln -s \"$practice\" link; P run link/job.yaml", "P run \"$PWD/link/job.yaml\"", "cd link; P run job.yaml",
    ]
    var script =
      "practice=$PWD\nP() { '\(program)' \"$@\" --quiet >/dev/null || echo failed; }\nP run job.yaml; \(Self.hash)\n"
    for way in ways { script += "(\(way)); \(Self.hash)\n" }
    let lines = try BuiltProgram.shell(script, in: practice.folder.path).output.split(separator: "\n")
    #expect(lines.count == ways.count + 1, "\(lines)")
    for (way, line) in zip(ways, lines.dropFirst()) { #expect(line == lines[0], "\(way)") }
  }

  @Test(arguments: ["000", "022", "777"])
  func `opens no file to others: all that is written is its owner's alone, whatever the umask`(umask: String) throws {
    let practice = try Self.practice()
    try practice.folder.write(
      "job.yaml", SmallPractice.job.replacing("log.csv", with: "logs") + "credits: true\nledger: made/runs.sqlite\n")
    let program = try BuiltProgram.path
    let outcome = try BuiltProgram.shell(
      """
      P() { '\(program)' "$@" --quiet >/dev/null || echo "failed: $*"; }
      Q() { '\(program)' "$@" >/dev/null || echo "failed: $*"; }
      mkdir made
      touch before; sleep 0.02
      umask \(umask)
      P run job.yaml; P run job.yaml --output made/deep/er/out
      P restate job.yaml --against out --output made/restated
      Q ledger export --ledger made/runs.sqlite --output made/export
      Q demo made/demo --clinicians 3 --lines 300
      echo '99213' | Q log made/typed.csv --clinician C-1
      umask 022
      find out made -mindepth 1 \\( -type f ! -perm 600 \\) -o -mindepth 1 \\( -type d ! -perm 700 \\)
      find . -newer before -name '*.sqlite*' | wc -l
      """, in: practice.folder.path)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 1 && lines.last != "0", "\(outcome)")
  }
}
