// Takes the place of a function of libxlsxwriter, by which parts of a workbook are kept in memory.
import CWorkbookParts
import CXlsxWriter
import ProductivityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A workbook in the making, in memory: sheets are added, then it is closed once and gives its bytes.
///
/// It hides libxlsxwriter, which knows pointers only. The same calls give the same bytes: the time of creation is given,
/// and the members of the archive carry none.
final class WorkbookFile {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let descriptor: Int32
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var isClosed = false

  /// An empty workbook.
  ///
  /// - Parameters:
  ///   - created: the day that stands as that of its creation, which is never today.
  /// - Throws: ``WorkbookFailure`` where there is no memory for it.
  init(title: String, company: String, comments: String, created: CalendarDate) throws(WorkbookFailure) {
    descriptor = memfd_create("workbook", 0)
    guard descriptor >= 0 else { throw WorkbookFailure(reason: String(cString: strerror(errno))) }
    guard let made = workbook_new("/proc/self/fd/\(descriptor)") else {
      Glibc.close(descriptor)
      throw WorkbookFailure(reason: "there is no memory for it")
    }
    workbook = made
    let texts = [title, company, comments].map { strdup(SheetText.property($0)) }
    defer { texts.forEach { free($0) } }
    var properties = lxw_doc_properties()
    (properties.title, properties.company, properties.comments) = (texts[0], texts[1], texts[2])
    properties.created = time_t(created.daysSinceEpoch) * 86_400
    try check(workbook_set_properties(workbook, &properties))
  }

  deinit {
    if !isClosed { lxw_workbook_free(workbook) }
    Glibc.close(descriptor)
  }

  /// Adds a sheet behind the others.
  func addSheet(_ name: String) throws(WorkbookFailure) -> UnsafeMutablePointer<lxw_worksheet> {
    guard let sheet = workbook_add_worksheet(workbook, name) else {
      throw WorkbookFailure(reason: "a sheet cannot be named \"\(name)\"")
    }
    return sheet
  }

  /// Adds a chart, to be inserted into a sheet.
  func addChart(_ type: lxw_chart_type) throws(WorkbookFailure) -> UnsafeMutablePointer<lxw_chart> {
    guard let chart = workbook_add_chart(workbook, UInt8(type.rawValue)) else {
      throw WorkbookFailure(reason: "a chart cannot be made")
    }
    return chart
  }

  /// The format of a style, made once.
  func format(_ style: CellStyle) throws(WorkbookFailure) -> UnsafeMutablePointer<lxw_format> {
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(workbook) else {
      throw WorkbookFailure(reason: "there is no memory for it")
    }
    style.apply(to: format)
    formats[style] = format
    return format
  }

  /// Stops where libxlsxwriter says that something cannot be.
  func check(_ error: lxw_error) throws(WorkbookFailure) {
    guard error != LXW_NO_ERROR else { return }
    throw WorkbookFailure(reason: lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)")
  }

  /// Ends the workbook.
  ///
  /// - Returns: its bytes.
  /// - Throws: ``WorkbookFailure`` where there is no room for its parts while it is put together.
  func close() throws(WorkbookFailure) -> [UInt8] {
    isClosed = true
    try check(workbook_close(workbook))
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw WorkbookFailure(reason: "it came out empty") }
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: filled), size - filled) }
      guard count > 0 else { throw WorkbookFailure(reason: String(cString: strerror(errno))) }
      filled += count
    }
    return bytes
  }
}

/// Why a workbook cannot be made: there is no room for it.
public struct WorkbookFailure: Error, CustomStringConvertible {
  /// What is missing, as the system or the library says it.
  public let reason: String

  /// The reason in a sentence, with the hint on a line of its own.
  public var description: String {
    "error: the workbook cannot be made: \(reason)\n"
      + "hint: see that the program has enough memory, or leave xlsx out of the formats"
  }
}
