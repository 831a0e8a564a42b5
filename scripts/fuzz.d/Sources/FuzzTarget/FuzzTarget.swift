import FuzzEntries

#if canImport(Glibc)
  import Glibc
#endif

/// The entry that the environment variable `FUZZ_TARGET` names.
private let entry: FuzzEntry = {
  guard let name = getenv("FUZZ_TARGET"), let entry = FuzzEntry(rawValue: String(cString: name)) else {
    fatalError("FUZZ_TARGET is none of \(FuzzEntry.allCases.map(\.rawValue))")
  }
  return entry
}()

/// What libFuzzer calls with each input: it ends the program, and so keeps the input, where something does not hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let violations = entry.violations(in: Array(UnsafeBufferPointer(start: start, count: count)))
  guard violations.isEmpty else { fatalError(violations.joined(separator: "\n")) }
  return 0
}
