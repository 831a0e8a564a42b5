/// What is drawn of a file of `benchmarks-data/bench`: its section `engines`, as its README describes it.
struct MeasuredEngines: Decodable {
  struct Job: Decodable {
    var rows: Int64
  }

  struct Machine: Decodable {
    var cpu: String
    var cores: Int
    var system: String
  }

  struct Versions: Decodable {
    var rvubench: String
    var duckdb: String
    var polars: String
  }

  struct Seconds: Decodable {
    var median: Double
  }

  struct Engine: Decodable {
    var engine: String
    var title: String
    var cpu_s: Seconds
    var peak_mb: Double
  }

  /// The whole file.
  struct File: Decodable {
    var engines: MeasuredEngines
  }

  var measured_at: String
  var rounds: Int
  /// Whether all engines found the same; nil where there was one.
  var results_equal: Bool?
  var job: Job
  var machine: Machine
  var versions: Versions
  var engines: [Engine]
}
