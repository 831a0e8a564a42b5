import Benchmarking
import ProductivityModel

/// The words for a log that is far too thin for the roster's clinical time.
public enum ThinLogWording {
  /// What was counted, within a sentence: `services on 11 days, where the roster has 196 weekdays at 1.00 clinical FTE`.
  public static func counts(_ log: ThinLog) -> String {
    "services on \(CountWording.count(log.serviceDays, "day")), where the roster has \(CountWording.count(log.weekdays, "weekday")) at \(CellValue.clinicalFTE(log.clinicalFTEMillionths).text) clinical FTE"
  }

  /// A caution for the clinician's own pages; nil where the log is not thin.
  static func caution(of clinician: ClinicianResult) -> String? {
    clinician.thinLog.map {
      "The log is thin: it has \(counts($0)). Check that it is complete before comparing."
    }
  }

  /// A caution for pages of the practice, with the names; nil where nobody's log is thin.
  static func caution(of clinicians: [ClinicianResult]) -> String? {
    let names = clinicians.filter { $0.thinLog != nil }.map(\.name)
    guard !names.isEmpty else { return nil }
    return
      "The log of \(CountWording.list(names)) has services on few of the days that the roster gives: check that it is complete before comparing."
  }
}
