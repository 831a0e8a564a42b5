import ProductivityModel
import Tabular

/// A file of CMS's "Medicare Physician & Other Practitioners - by Provider and Service", counted by code and specialty.
///
/// Three layouts are known by their headers: that of the files since 2013 as they are published now, that in which they were
/// published before, and a re-export. Only the columns that are counted are looked at, so others may be there or not.
///
/// - Source: CMS, Medicare Physician & Other Practitioners by Provider and Service, data dictionary.
public struct PublicUseFile: Sendable {
  /// The services of each code and specialty.
  public let rows: [ProcedureCode: [CodeUsage.Row]]
  /// The rows that were counted.
  public let counted: Int
  /// The rows that could not be understood.
  public let notUnderstood: Int
  /// The size of the file in bytes.
  public let size: UInt64
  /// The SHA-256 of its bytes.
  public let sha256: String
  /// The year of the services, as the file's name tells it; nil where it does not.
  public let year: Int?

  /// The columns of a layout: NPI, specialty, code, services.
  private static let layouts = [
    ["rndrng_npi", "rndrng_prvdr_type", "hcpcs_cd", "tot_srvcs"],
    ["npi", "provider_type", "hcpcs_code", "line_srvc_cnt"],
    ["npi", "provider_specialty", "service_billing_code", "num_of_services"],
  ]

  /// Reads a file, a row at a time; what is held is one sum a code and specialty.
  ///
  /// - Throws: ``InputFailure`` where it cannot be read, has none of the known headers, or no row can be understood.
  public static func read(_ path: String) throws(InputFailure) -> PublicUseFile {
    let source = try FileSource(path)
    do {
      return try PublicUseFile(source, path)
    } catch {
      throw (error as? InputFailure) ?? InputFailure(path, "cannot be read")
    }
  }

  private init(_ source: FileSource, _ path: String) throws {
    var reader = DelimitedReader(source)
    guard try reader.next(), let columns = Self.columns(of: reader.texts()) else {
      throw InputFailure(
        path, line: 1, "has none of the headers of CMS's file by provider and service",
        hint: "the header must name \(Self.layouts[0].joined(separator: ", ")), in any order")
    }
    var sums = UsageSums()
    var counted = 0
    var notUnderstood = 0
    while try reader.next() {
      guard reader.problem == nil, reader.fieldCount > columns.highest,
        let code = ProcedureCode(reader.field(columns.code)),
        let services = Self.services(reader.field(columns.services)),
        !reader.field(columns.specialty).isEmpty
      else {
        notUnderstood += 1
        continue
      }
      counted += 1
      sums.add(code, reader.field(columns.specialty), services, npi: reader.field(columns.npi))
    }
    guard counted > 0 else {
      throw InputFailure(path, "has no row that can be understood", hint: "see whether it is the file that you mean")
    }
    rows = sums.rows
    self.counted = counted
    self.notUnderstood = notUnderstood
    size = source.size
    sha256 = source.sha256()
    year = Self.year(inName: String(path.split(separator: "/").last ?? ""))
  }

  private struct Columns {
    var npi: Int
    var specialty: Int
    var code: Int
    var services: Int
    var highest: Int { max(npi, specialty, code, services) }
  }

  private static func columns(of headers: [String]) -> Columns? {
    let names = headers.map { $0.trimmed.lowercased() }
    for layout in layouts {
      let places = layout.compactMap { names.firstIndex(of: $0) }
      if places.count == layout.count {
        return Columns(npi: places[0], specialty: places[1], code: places[2], services: places[3])
      }
    }
    return nil
  }

  /// A count of services; fractions beyond ten-thousandths, which only re-exports have, are rounded half up.
  private static func services(_ text: UnsafeBufferPointer<UInt8>) -> Units? {
    switch DecimalText.parse(text, scale: Units.scale) {
    case .success(let value): return value > 0 ? Units(tenThousandths: value) : nil
    case .failure(.tooManyDecimals):
      guard case .success(let value) = DecimalText.parse(text, scale: 11), value > 0 else { return nil }
      return Units(tenThousandths: (value + 5_000_000) / 10_000_000)
    case .failure: return nil
    }
  }

  /// The year that a file's name tells: `..._2021_...`, or `_D21_` as CMS writes it.
  static func year(inName name: String) -> Int? {
    let parts = name.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    for part in parts {
      if part.count == 4, let year = Int(part), year >= 2012, year <= 2099 { return year }
      if part.count == 3, part.first == "D" || part.first == "d", let year = Int(part.dropFirst()), year >= 12 {
        return 2000 + year
      }
    }
    return nil
  }
}
