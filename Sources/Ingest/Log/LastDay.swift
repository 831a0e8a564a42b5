import ProductivityModel

/// The day of one cell after another: in most logs many have the day of the one before.
struct LastDay {
  /// The text of the last cell that was a day in ten bytes: the first eight of them, and the last eight.
  private var first: UInt64 = 0
  private var last: UInt64 = 0
  private var day: Int32 = 0

  /// The day of a cell without blanks around it, in days since 1970-01-01; nil where it is none in any of the forms.
  @inline(__always)
  mutating func day(_ text: UnsafeBufferPointer<UInt8>, _ forms: DateForms) -> Int32? {
    guard text.count == 10 else { return forms.day(text)?.daysSinceEpoch }
    let raw = UnsafeRawBufferPointer(text)
    let head = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    let tail = raw.loadUnaligned(fromByteOffset: 2, as: UInt64.self)
    if head == first, tail == last { return day }
    guard let known = CalendarDate(iso: text) ?? forms.day(text) else { return nil }
    (first, last, day) = (head, tail, known.daysSinceEpoch)
    return day
  }
}
