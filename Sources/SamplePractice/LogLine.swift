/// A line of the sample log, packed until it is written: days and items are small numbers.
struct LogLine: Sendable {
  /// The line's number, from which its id is made.
  var number: UInt32
  /// The line that it voids; 0 for none.
  var voids: UInt32 = 0
  var patient: UInt32
  var clinician: Int32
  /// The day of service, as its place in the period.
  var service: Int16
  /// The day of posting, as its place in the period.
  var posted: Int16
  var item: UInt16
  /// The units; negative on a reversal.
  var units: Int8
  var place: UInt8
}
