import ProductivityModel

/// The day of one cell after another: in most logs many have the day of the one before, and nearly all its month.
struct LastDay {
  /// The text of the last cell that was a day in ten bytes: the first eight of them, and the last eight.
  private var first: UInt64 = 0
  private var last: UInt64 = 0
  private var day: Int32 = 0
  /// The first eight bytes of the last day that was written `YYYY-MM-DD`, the day before its month, and how many days that has.
  private var month: UInt64 = 0
  private var dayBefore: Int32 = 0
  private var length: UInt8 = 0

  /// The day of a cell without blanks around it, in days since 1970-01-01; nil where it is none in any of the forms.
  @inline(__always)
  mutating func day(_ text: UnsafeBufferPointer<UInt8>, _ forms: DateForms) -> Int32? {
    guard text.count == 10 else { return forms.day(text)?.daysSinceEpoch }
    let raw = UnsafeRawBufferPointer(text)
    let head = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    if head == month {
      let (tens, ones) = (text[8] &- 0x30, text[9] &- 0x30)
      let number = tens &* 10 &+ ones
      if tens <= 3, ones <= 9, number >= 1, number <= length { return dayBefore &+ Int32(number) }
    }
    let tail = raw.loadUnaligned(fromByteOffset: 2, as: UInt64.self)
    if head == first, tail == last { return day }
    return newDay(text, head, tail, forms)
  }

  /// The day of a text of ten bytes that is neither the last one nor of its month.
  @inline(never)
  private mutating func newDay(
    _ text: UnsafeBufferPointer<UInt8>, _ head: UInt64, _ tail: UInt64, _ forms: DateForms
  ) -> Int32? {
    if let known = CalendarDate(iso: text) {
      let (year, number, day) = known.parts
      month = head
      dayBefore = known.daysSinceEpoch - Int32(day)
      length = UInt8(CalendarDate.daysInMonth(year: year, month: number))
      return known.daysSinceEpoch
    }
    guard let known = forms.day(text) else { return nil }
    (first, last, day) = (head, tail, known.daysSinceEpoch)
    return day
  }
}
