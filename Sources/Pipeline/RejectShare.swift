import ProductivityModel

/// Which logs have more records that cannot be understood than the job allows.
enum RejectShare {
  /// A finding for each such log, in the order of the input; none where the job sets no limit.
  static func findings(_ inputs: RunInputs, _ pass: borrowing LogPass) -> [Finding] {
    guard let most = inputs.job.maximumRejectShare else { return [] }
    // Of what was closed nobody can correct anything.
    return pass.files.indices.filter { inputs.logs[$0].closing == 0 }.compactMap { number in
      let file = pass.files[number]
      let rejected = file.counts[Int(Fate.rejected.rawValue)]
      guard rejected.multipliedFullWidth(by: 1_000_000) > file.records.multipliedFullWidth(by: most) else { return nil }
      return Finding(
        .manyRejects, at: SourcePosition(file: inputs.logs[number].shown),
        "\(rejected) of \(file.records) records cannot be understood, more than the \(percent(most)) that the job allows",
        hint: "correct the extract or its column map, or raise maximumRejectShare in the job")
    }
  }

  /// A share as a percentage, such as `2%` or `0.5%`.
  private static func percent(_ millionths: Int) -> String { DecimalText.plain(Int64(millionths), scale: 4) + "%" }
}
