import Benchmarking

/// The words for weeks of clinical time without a service.
public enum LogGapWording {
  /// Which days they are and what the roster has of them: `from 2025-03-03 to 2025-04-11, where the roster has 30 weekdays at 1.00
  /// clinical FTE`.
  public static func text(_ gap: LogGap) -> String {
    "from \(gap.days.first) to \(gap.days.last), where the roster has \(CountWording.count(gap.weekdays, "weekday")) at \(CellValue.clinicalFTE(gap.clinicalFTEMillionths).text) clinical FTE"
  }
}
