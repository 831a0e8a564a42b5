import Ingest
import ProductivityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The report that is in an output folder.
public struct PlacedReport {
  /// The days that it counts; nil where it does not say.
  public let period: DayRange?
  /// The SHA-256 of its manifest, by which a ledger knows it.
  public let manifestSHA256: String
  /// The day on which it was written, in universal time, by the file system.
  public let day: CalendarDate?

  /// The report of a folder; nil where there is none.
  public init?(in folder: String) {
    guard let manifest = try? RecordedManifest.read(folder),
      let digest = try? FileSource.digest("\(folder)/manifest.json")
    else { return nil }
    period = manifest.period
    manifestSHA256 = digest.sha256
    var status = stat()
    day =
      stat("\(folder)/manifest.json", &status) == 0
      ? CalendarDate(daysSinceEpoch: Int32(clamping: status.st_mtim.tv_sec / 86_400)) : nil
  }
}
