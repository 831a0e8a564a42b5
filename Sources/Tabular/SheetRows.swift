/// Hands the elements of a sheet's XML to what makes rows of them.
final class SheetRows: XMLHandler {
  /// Held by its address: each access to a value that is a class's own would be checked, some ten of them for a cell.
  let scan: UnsafeMutablePointer<SheetScan>

  init(_ strings: SharedStrings) {
    scan = .allocate(capacity: 1)
    scan.initialize(to: SheetScan(strings))
  }

  deinit {
    scan.deinitialize(count: 1)
    scan.deallocate()
  }

  var problem: String? { scan.pointee.problem }
  func start(_ name: XMLName, _ attributes: XMLAttributes) { scan.pointee.start(name, attributes) }
  func end(_ name: XMLName) { scan.pointee.end(name) }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { scan.pointee.text(bytes) }
}
