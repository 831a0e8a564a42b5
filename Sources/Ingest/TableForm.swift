import Tabular

/// What form the file of a table has, as its bytes say: a workbook, or text with some mark between its fields.
enum TableForm {
  case workbook(Workbook)
  /// The first bytes of the text and all of it, in UTF-8.
  case text(start: [UInt8], whole: any ByteSource)

  /// How many bytes of the start are looked at.
  private static let sampleSize = 1 << 16

  /// Opens a file, which may be packed.
  ///
  /// - Parameters:
  ///   - limit: the most bytes of a workbook.
  ///   - looksFurther: whether text that begins in ASCII is looked at to its end for letters of another encoding.
  /// - Throws: ``InputFailure`` where it cannot be read, `FormFailure` where its form is broken, or one that is not read.
  init(_ source: any ByteSource, file: String, limit: Int, looksFurther: Bool) throws {
    var (start, whole) = try SampledSource.ahead(of: source, count: Self.sampleSize)
    if GzipSource.isGzip(start) {
      (start, whole) = try SampledSource.ahead(of: GzipSource(whole), count: Self.sampleSize)
    }
    try Workbook.refuseOldForm(start)
    if ZipArchive.isZip(start) {
      self = .workbook(try Workbook(try SampledSource.contents(whole, path: file, limit: limit)))
      return
    }
    let encoding = TextEncoding.recognized(in: start)
    if encoding != .utf8 {
      (start, whole) = try SampledSource.ahead(of: TranscodedSource(whole, from: encoding), count: Self.sampleSize)
    } else if looksFurther, start.count == Self.sampleSize, start.allSatisfy({ $0 < 0x80 }) {
      whole = LateEncodingSource(whole)
    }
    self = .text(start: start, whole: whole)
  }

  /// The first of the marks that people put between fields under which the start of a text reads as it should; a comma where it does
  /// under none.
  ///
  /// - Parameter isRight: whether it does, from its first record on.
  static func delimiter(_ start: [UInt8], _ isRight: (inout DelimitedReader) throws -> Bool) -> UInt8 {
    let marks: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]
    return marks.first { mark in
      var reader = DelimitedReader(MemorySource(start), dialect: TextDialect(delimiter: mark))
      return (try? isRight(&reader)) == true
    } ?? 0x2C
  }
}
