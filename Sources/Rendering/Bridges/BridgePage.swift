import Reporting

/// A bridge as one self-contained HTML page.
///
/// - Throws: ``TemplateError`` where a built-in page template cannot be read, which tests rule out.
public func renderBridgePage(_ bridge: Bridge, version: String) throws(TemplateError) -> [UInt8] {
  let report = BridgeReport.report(of: bridge)
  let html = try ReportHTML(paths: PagePaths(only: .bridge), version: version)
  return html.bytes(of: report)
}
