import Reporting

/// The page about a run that made no reports, as one self-contained HTML file.
public enum FailurePage {
  /// The page's bytes.
  ///
  /// - Throws: ``TemplateError`` where a built-in page template cannot be read, which tests rule out.
  public static func html(of run: FailedRun, version: String) throws(TemplateError) -> [UInt8] {
    let files = [run.earlier?.page].compactMap { $0.map(ReportAddress.dataFile) }
    let html = try ReportHTML(paths: PagePaths(only: .failure, files: files), version: version)
    return html.bytes(of: FailureReport.report(of: run))
  }

  /// Whether a file's bytes are such a page: only one is replaced or removed.
  public static func isOne(_ bytes: [UInt8]) -> Bool {
    // Both stand at the head of the page, before its style.
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return head.contains("<meta name=\"generator\" content=\"rvubench ")
      && head.contains("<title>") && head.contains(FailureReport.title)
  }
}
