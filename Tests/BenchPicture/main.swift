// Draws CPU seconds and peak memory of the engines from a file of benchmarks-data/bench, as SVG on the standard output.
//
//   BenchPicture FILE
//
// Used by scripts/bench-picture, and by the test that the picture of the README is that of the newest file.
import Foundation
import ProductivityModel
import Rendering
import Reporting

guard CommandLine.arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: BenchPicture FILE\n".utf8))
  exit(2)
}
let bytes = try Data(contentsOf: URL(filePath: CommandLine.arguments[1]))
let measured = try JSONDecoder().decode(MeasuredEngines.File.self, from: bytes).engines
guard measured.results_equal == true else {
  FileHandle.standardError.write(Data("the engines did not find the same, or there was one: nothing to compare\n".utf8))
  exit(1)
}
// Pages are not what the others make, and checksums alone are no engine.
let engines = measured.engines.filter { !["html", "hash"].contains($0.engine) }
let lines = DecimalText.fixed(measured.job.rows, scale: 0, decimals: 0, grouping: true)

func chart(
  _ title: String, axis: String, unit: String, decimals: Int, _ value: (MeasuredEngines.Engine) -> Double
) -> ReportChart {
  let rows = engines.map { engine in
    let millionths = Int64((value(engine) * 1_000_000).rounded())
    return BulletChart.Row(
      label: engine.title, value: millionths, points: [], target: nil,
      text: "\(DecimalText.fixed(millionths, scale: 6, decimals: decimals, grouping: true)) \(unit)",
      shade: engine.engine == "rvubench" || engine.engine == "recorded" ? .dark : .pale)
  }
  let sentence = rows.map { "\($0.label) \($0.text)" }.joined(separator: ", ") + "."
  return .bullets(BulletChart(title: title, description: sentence, axis: axis, legend: "", rows: rows))
}

let seconds = chart(
  "CPU seconds for a log of \(lines) lines",
  axis: "CPU seconds, the median of \(measured.rounds) rounds: less is better", unit: "s", decimals: 1
) { $0.cpu_s.median }
let memory = chart("Peak memory", axis: "MB resident: less is better", unit: "MB", decimals: 0) { $0.peak_mb }
let note = [
  "\(measured.measured_at.prefix(10)), \(measured.machine.cpu), \(measured.machine.cores) cores, \(measured.machine.system); "
    + "rvubench \(measured.versions.rvubench), DuckDB \(measured.versions.duckdb), Polars \(measured.versions.polars). "
    + "Equal results."
]
print(
  ChartPicture.svg(
    of: [seconds, memory], title: "CPU seconds and peak memory of rvubench, DuckDB and Polars on one job", note: note),
  terminator: "")
