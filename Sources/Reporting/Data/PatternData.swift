import Benchmarking
import ProductivityModel

extension DataTable {
  /// One row for each clinician in each specialty: the standing among those of the nearest case mix.
  public static func caseMix(of results: RunResults) -> DataTable {
    DataTable(
      "case_mix", of: results.clinicians,
      columns: [
        DataColumn("clinician_id") { .text($0.id) },
        DataColumn("specialty") { .text($0.specialty) },
        DataColumn("others") { .data($0.patterns.caseMix?.others, CellValue.integer) },
        DataColumn("nearest") { .data($0.patterns.caseMix?.nearest?.count, CellValue.integer) },
        DataColumn("greatest_similarity") { .data($0.patterns.caseMix?.nearest?.greatest, similarity) },
        DataColumn("lowest_similarity") { .data($0.patterns.caseMix?.nearest?.least, similarity) },
        DataColumn("nearest_rank") { .data($0.patterns.caseMix?.nearest?.standing.rank, CellValue.integer) },
        DataColumn("nearest_percentile") {
          .data($0.patterns.caseMix?.nearest?.standing.percentile, CellValue.percentile)
        },
        DataColumn("specialty_percentile") { .data($0.peers?.percentile, CellValue.percentile) },
        DataColumn("nearest_median") { .data($0.patterns.caseMix?.nearest?.median, CellValue.workRVURate) },
      ])
  }

  private static func similarity(_ millionths: Int64) -> CellValue { .ratio(Double(millionths) / 1_000_000) }

  /// One row for each clinician, kind of visit and level.
  public static func visitLevels(of results: RunResults) -> DataTable {
    typealias Record = (clinician: ClinicianResult, family: VisitPattern, level: VisitPattern.Level)
    let records = results.clinicians.flatMap { clinician in
      clinician.patterns.visits.flatMap { family in
        family.levels.map { Record(clinician: clinician, family: family, level: $0) }
      }
    }
    return DataTable(
      "visit_levels", of: records,
      columns: [
        DataColumn("clinician_id") { .text($0.clinician.id) },
        DataColumn("specialty") { .text($0.clinician.specialty) },
        DataColumn("family") { .text($0.family.family) },
        DataColumn("code") { .literal($0.level.code) },
        DataColumn("level") { .integer($0.level.level) },
        DataColumn("visits") { .units($0.level.visits) },
        DataColumn("family_visits") { .units($0.family.visits) },
        DataColumn("share") { .data($0.family.share($0.level), PatternWording.percent) },
        DataColumn("share_low") { .data($0.level.interval?.low, PatternWording.percent) },
        DataColumn("share_high") { .data($0.level.interval?.high, PatternWording.percent) },
        DataColumn("peers") { .data($0.family.peers, CellValue.integer) },
        DataColumn("peer_visits") { .data($0.family.peerVisits, CellValue.units) },
        DataColumn("peer_share") { .data($0.level.peerShare, PatternWording.percent) },
        DataColumn("profile") { .data($0.family.profile, CellValue.text) },
        DataColumn("profile_share") { .data($0.level.profileShare, PatternWording.percent) },
        DataColumn("review") { .text(reviews($0.level)) },
        DataColumn("peer_shift_work_rvu") { .data($0.family.peerShift, CellValue.workRVU) },
        DataColumn("profile_shift_work_rvu") { .data($0.family.profileShift, CellValue.workRVU) },
      ])
  }

  private static func reviews(_ level: VisitPattern.Level) -> String {
    [(level.isForReviewByPeers, "peers"), (level.isForReviewByProfile, "profile")].filter(\.0).map(\.1)
      .joined(separator: " ")
  }

  /// One row for each clinician and modifier that could have been used.
  public static func modifierUse(of results: RunResults) -> DataTable {
    typealias Record = (clinician: ClinicianResult, modifier: ModifierPattern)
    let records = results.clinicians.flatMap { clinician in
      clinician.patterns.modifiers.map { Record(clinician: clinician, modifier: $0) }
    }
    return DataTable(
      "modifier_use", of: records,
      columns: [
        DataColumn("clinician_id") { .text($0.clinician.id) },
        DataColumn("specialty") { .text($0.clinician.specialty) },
        DataColumn("modifier") { .text($0.modifier.name) },
        DataColumn("lines") { .integer($0.modifier.lines) },
        DataColumn("lines_with_modifier") { .integer($0.modifier.carrying) },
        DataColumn("share") { .data($0.modifier.share, PatternWording.percent) },
        DataColumn("share_low") { .data($0.modifier.interval?.low, PatternWording.percent) },
        DataColumn("share_high") { .data($0.modifier.interval?.high, PatternWording.percent) },
        DataColumn("peers") { .data($0.modifier.peers, CellValue.integer) },
        DataColumn("peer_lines") { .data($0.modifier.peerLines, CellValue.integer) },
        DataColumn("peer_share") { .data($0.modifier.peerShare, PatternWording.percent) },
        DataColumn("review") { .text($0.modifier.isForReview ? "peers" : "") },
      ])
  }
}
