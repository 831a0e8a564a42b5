/// Hands the elements of a sheet's XML to what makes rows of them: a value, since each access to what a class has is checked.
final class SheetRows: XMLHandler {
  var scan: SheetScan

  init(_ strings: SharedStrings) { scan = SheetScan(strings) }

  var problem: String? { scan.problem }
  func start(_ name: XMLName, _ attributes: XMLAttributes) { scan.start(name, attributes) }
  func end(_ name: XMLName) { scan.end(name) }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { scan.text(bytes) }
}
