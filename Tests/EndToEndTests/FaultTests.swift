import TestSupport
import Testing

/// What a night can bring: another run, a killed one, a full or broken disk, a folder that may not be written.
@Suite struct `A run that meets trouble` {
  @Test(.enabled(if: Isolation.canInject, "needs strace"))
  func `is told of a run that is at work, by whom and since when, and does that one no harm`() throws {
    let recorded = try RecordedPractice()
    try recorded.change()
    let outcome = try recorded.shell(
      """
      strace -f -o /dev/null -e trace=renameat2 -e inject=renameat2:delay_enter=3000000 \
        "$program" run job.yaml --quiet >first 2>&1 &
      first=$!
      until [ -s .out.lock ]; do sleep 0.02; done
      "$program" run job.yaml --quiet; echo "second: $?"
      wait $first; echo "first: $?"
      cat first; rm first
      """)
    #expect(outcome.output.contains("second: 5") && outcome.output.contains("first: 0"), "\(outcome)")
    #expect(
      outcome.messages.contains(/another run is at work here \(process [0-9]+, since 20..-..-..T..:..:..Z\)/),
      "\(outcome.messages)")
    #expect(try recorded.states() == ["published", "published"])
    #expect(try recorded.leftovers().isEmpty && recorded.isSound())
  }

  @Test(.enabled(if: Isolation.canInject, "needs strace"))
  func `goes over the lock and the files of one that was killed`() throws {
    let recorded = try RecordedPractice()
    let before = try recorded.practice.published()
    try recorded.change()
    let killed = try recorded.shell(
      "strace -f -o /dev/null -e trace=renameat2 -e inject=renameat2:signal=KILL \"$program\" run job.yaml --quiet")
    #expect(killed.code != 0)
    #expect(try recorded.practice.published() == before)
    #expect(recorded.leftovers().contains(".out.lock"), "the killed run left its lock: \(recorded.leftovers())")
    let next = try recorded.practice.run("--quiet")
    #expect(next.code == 0, "\(next.messages)")
    #expect(try recorded.states() == ["published", "abandoned", "published"])
    #expect(try recorded.practice.published() != before)
    #expect(try recorded.leftovers().isEmpty && recorded.isSound())
  }

  @Test(.enabled(if: Isolation.canInject, "needs strace"))
  func `makes nothing of a log that somebody still writes to`() throws {
    let recorded = try RecordedPractice()
    let before = try recorded.practice.published()
    let outcome = try recorded.shell(
      """
      # The first look is at its first bytes; the second one is the reading.
      strace -f -o /dev/null -P "$PWD/log.csv" -e trace=readv -e inject=readv:delay_enter=2500000:when=2 \
        "$program" run "$PWD/job.yaml" --quiet &
      run=$!
      is_open() { ls -l /proc/$(pgrep -P $run rvubench)/fd 2>/dev/null | grep -q log.csv; }
      until is_open && sleep 0.1 && is_open; do kill -0 $run || break; done
      echo 'L9,C-1,2025-10-06,MRN0000009,99213,,1,11,1.00' >>log.csv
      wait $run
      """)
    #expect(outcome.code == 3, "\(outcome)")
    for words in ["log.csv: error: changed while it was read", "hint: "] {
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
    }
    #expect(try recorded.practice.published() == before && recorded.states() == ["published"])
    #expect(try recorded.practice.run("--quiet").code == 0)
  }

  @Test(.enabled(if: Isolation.canMount, "needs a file system of its own"))
  func `leaves a folder that may not be written as it is, and says what to do`() throws {
    let recorded = try RecordedPractice()
    let before = try recorded.practice.published()
    try recorded.change()
    let outcome = try Isolation.mounted(
      "mount --bind . .; cd .; mount -o remount,ro,bind \"$PWD\"; cd \"$PWD\"; \"$program\" run job.yaml --quiet",
      in: recorded.path)
    #expect(outcome.code == 4, "\(outcome)")
    #expect(outcome.messages.contains("error:") && outcome.messages.contains("hint:"), "\(outcome.messages)")
    #expect(try recorded.practice.published() == before)
    #expect(try recorded.leftovers().isEmpty && recorded.isSound())
  }

  @Test(.enabled(if: Isolation.canMount, "needs a file system of its own"))
  func `keeps the earlier reports where the disk is full, and says so`() throws {
    let recorded = try RecordedPractice()
    let outcome = try Isolation.mounted(
      """
      mkdir small; mount -t tmpfs -o size=400k none small
      "$program" run job.yaml --quiet --format csv --output small/out >/dev/null
      before=$(cd small/out; find . -type f | sort | xargs sha256sum)
      code=0; "$program" run job.yaml --quiet --format csv --format pdf --output small/out || code=$?
      [ "$before" = "$(cd small/out; find . -type f | sort | xargs sha256sum)" ] && echo "as it was"
      ls -A small; echo "code: $code"
      """, in: recorded.path)
    #expect(outcome.output.hasSuffix("as it was\nout\nout-failed.html\ncode: 4\n"), "\(outcome)")
    #expect(outcome.messages.contains("No space left on device"), "\(outcome.messages)")
    #expect(outcome.messages.contains("hint: free some space and run again; the earlier reports are as they were"))
  }

  @Test(.enabled(if: Isolation.canMount, "needs a file system of its own"))
  func `publishes nothing where the ledger's disk is full`() throws {
    let recorded = try RecordedPractice()
    let before = try recorded.practice.published()
    try recorded.change()
    let outcome = try Isolation.mounted(
      """
      mkdir small; mount -t tmpfs -o size=100k none small
      sed -i 's|ledger: .*|ledger: small/runs.sqlite|' job.yaml
      head -c 40000 /dev/zero >small/filler
      code=0; "$program" run job.yaml --quiet || code=$?
      rm small/filler; echo "code: $code"
      """, in: recorded.path)
    #expect(outcome.output.hasSuffix("code: 4\n"), "\(outcome)")
    #expect(outcome.messages.contains("error:") && outcome.messages.contains("hint: "), "\(outcome.messages)")
    #expect(try recorded.practice.published() == before)
  }

  @Test func `keeps the earlier reports where files may not grow`() throws {
    let recorded = try RecordedPractice()
    let before = try recorded.practice.published()
    try recorded.change()
    #expect(try recorded.shell("ulimit -f 8; \"$program\" run job.yaml --quiet").code != 0)
    #expect(try recorded.practice.published() == before)
    #expect(try recorded.practice.run("--quiet").code == 0)
    #expect(try recorded.leftovers().isEmpty && recorded.isSound())
  }

  @Test func `makes no workbook with parts cut off: none of it goes through a temporary file`() throws {
    let recorded = try RecordedPractice(formats: "[xlsx]")
    let before = recorded.practice.folder.bytes("out/workbook.xlsx")
    #expect(before != nil)
    #expect(try recorded.shell("TMPDIR=/dev/null/nowhere \"$program\" run job.yaml --quiet").code == 0)
    #expect(recorded.practice.folder.bytes("out/workbook.xlsx") == before)
  }

  @Test(.enabled(if: Isolation.canInject, "needs strace"))
  func `says that the reports are in place where only the disk's word for it is missing`() throws {
    let recorded = try RecordedPractice()
    let before = try recorded.practice.published()
    try recorded.change()
    let outcome = try recorded.shell(
      """
      strace -f -o /dev/null -P "$PWD" -e trace=fsync -e inject=fsync:error=EIO "$program" run "$PWD/job.yaml" --quiet
      """)
    #expect(outcome.code == 4, "\(outcome)")
    #expect(outcome.messages.contains("the reports are in place, but the disk may not have kept that"))
    #expect(try recorded.practice.published() != before)
    #expect(recorded.leftovers().isEmpty, "\(recorded.leftovers())")
    #expect(try recorded.practice.run("--quiet").code == 0)
    #expect(try recorded.states() == ["published", "published", "published"])
  }

  @Test func `says that the reports are in place where the ledger cannot be told, and the next run settles it`() throws
  {
    let recorded = try RecordedPractice()
    let before = try recorded.practice.published()
    try recorded.change()
    func trigger(_ sql: String) throws {
      let line = "python3 -c \"import sqlite3; sqlite3.connect('runs.sqlite').executescript('''\(sql)''')\""
      #expect(try recorded.shell(line).code == 0)
    }
    try trigger("CREATE TRIGGER deaf BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'deaf'); END")
    let outcome = try recorded.practice.run("--quiet")
    #expect(outcome.code == 4)
    #expect(
      outcome.messages.contains("the reports are in place, but run 2 is not marked as published: cannot be used: deaf"))
    #expect(try outcome.messages.contains("hint: ") && recorded.practice.published() != before)
    try trigger("DROP TRIGGER deaf")
    #expect(try recorded.states() == ["published", "publishing"])
    #expect(try recorded.practice.run("--quiet").code == 0)
    #expect(try recorded.states() == ["published", "published", "published"])
  }

  @Test func `ends with code 4 where its words cannot be written, and says that the reports are in place`() throws {
    let recorded = try RecordedPractice()
    let outcome = try recorded.shell("\"$program\" run job.yaml --quiet >/dev/full")
    #expect(outcome.code == 4, "\(outcome)")
    #expect(outcome.messages.contains("stdout: error: cannot be written to its end; the reports are in place"))
    #expect(try recorded.states() == ["published", "published"])
    #expect(try recorded.shell("\"$program\" ledger runs --ledger runs.sqlite >/dev/full").code == 4)
  }

  @Test(.enabled(if: Isolation.canShiftClock, "needs faketime"))
  func `depends on no clock: the same bytes in any year, and a record that goes on`() throws {
    let recorded = try RecordedPractice()
    let before = try recorded.practice.published()
    for time in ["2031-03-01 02:00:00", "2019-12-31 13:59:59", "2026-10-25 02:30:00"] {
      let outcome = try recorded.shell("faketime '\(time)' \"$program\" run job.yaml --quiet")
      #expect(outcome.code == 0, "\(outcome.messages)")
      #expect(try recorded.practice.published() == before)
    }
    let list = try recorded.shell("\"$program\" ledger runs --ledger runs.sqlite").output.split(separator: "\n")
    let years = ["2031-03-01", "2019-12-31", "2026-10-25"]
    #expect(list.count == 5 && zip(list.dropFirst(2), years).allSatisfy { $0.contains($1) }, "\(list)")
    #expect(try recorded.isSound())
  }

  @Test func `brings a ledger of the first version up to date, and loses nothing of it`() throws {
    let recorded = try RecordedPractice()
    let old = PackageRoot.path("Tests/EndToEndTests/Ledgers/version-1.sqlite")
    let outcome = try recorded.shell(
      """
      cp '\(old)' runs.sqlite && "$program" run job.yaml --quiet >/dev/null && python3 - <<'END'
      import sqlite3
      old, new = sqlite3.connect('\(old)'), sqlite3.connect('runs.sqlite')
      tables = [row[0] for row in old.execute(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'")]
      for table in tables:
          columns = ', '.join(row[1] for row in old.execute(f'PRAGMA table_info({table})'))
          before = set(old.execute(f'SELECT {columns} FROM {table}'))
          after = set(new.execute(f'SELECT {columns} FROM {table} WHERE run <= 4'))
          print(table, len(before), 'kept' if before and before == after else (before ^ after))
      END
      """)
    #expect(outcome.code == 0, "\(outcome)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 6 && lines.allSatisfy { $0.hasSuffix(" kept") }, "\(outcome)")
    #expect(try recorded.states() == ["published", "published", "abandoned", "published", "published"])
  }
}
