import Testing
import TestSupport

@Suite struct `The same inputs give the same bytes` {
  @Test func `twice over, and in another folder`() throws {
    let first = try SmallPractice()
    let second = try SmallPractice()
    for practice in [first, second] { #expect(try practice.run().code == 0) }
    let bytes = try first.published()
    #expect(try second.published() == bytes)
    #expect(try first.run().code == 0)
    #expect(try first.published() == bytes)
  }

  @Test func `the manifest names every output with its hash`() throws {
    let practice = try SmallPractice()
    #expect(try practice.run().code == 0)
    let lines = try BuiltProgram.shell(
      """
      python3 - <<'EOF'
      import hashlib, json, os
      manifest = json.load(open('out/manifest.json'))
      named = {o['path']: (o['sha256'], o['size']) for o in manifest['outputs']}
      found = {}
      for folder, _, names in os.walk('out'):
          for name in names:
              path = os.path.join(folder, name)
              data = open(path, 'rb').read()
              found[os.path.relpath(path, 'out')] = (hashlib.sha256(data).hexdigest(), len(data))
      del found['manifest.json']
      print('equal' if named == found else sorted(set(named.items()) ^ set(found.items())))
      for given in manifest['inputs']:
          if given['role'] in ('log', 'roster', 'survey', 'job'):
              data = open(given['path'], 'rb').read()
              print(given['role'], 'equal' if hashlib.sha256(data).hexdigest() == given['sha256'] else given)
      EOF
      """, in: practice.folder.path)
    #expect(
      lines.output.split(separator: "\n").sorted() == [
        "equal", "job equal", "log equal", "roster equal", "survey equal",
      ])
  }
}
