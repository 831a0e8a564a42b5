import Benchmarking
import ProductivityModel

extension DataTable {
  /// One row for each clinician in each specialty: the standing among those of the nearest case mix.
  public static func caseMix(of results: RunResults) -> DataTable {
    DataTable(
      "case_mix",
      columns: [
        DataColumn("clinician_id", "the clinician's id") { .text($0.id) },
        DataColumn("specialty", "the clinician's specialty, as in clinicians") {
          .text($0.specialty)
        },
        DataColumn(of: { $0.patterns.caseMix }, caseMixColumns),
        DataColumn("specialty_percentile", in: "0 to 100", "peer_percentile of clinicians") {
          .data($0.peers?.percentile, CellValue.percentile)
        },
        DataColumn(
          "nearest_median", in: "wRVU a year per 1.0 clinical FTE", "median of the nearest, this one not included"
        ) { .data($0.patterns.caseMix?.nearest?.median, CellValue.workRVURate) },
      ], sources: results.clinicians.count, records: results.forEachClinician)
  }

  private static var caseMixColumns: [DataColumn<CaseMix?>] {
    [
      DataColumn(
        "others", in: "clinicians",
        "others of the specialty with an annualised figure and work; empty where the clinician has no work or no specialty"
      ) { .data($0?.others, CellValue.integer) },
      DataColumn(
        "nearest", in: "clinicians",
        "of how many of them the rest is told, with all who are tied with the last; empty where too few, as are the columns that follow"
      ) { .data($0?.nearest?.count, CellValue.integer) },
      DataColumn(
        "greatest_similarity", in: "0 to 1",
        "of the nearest, the greatest similarity of case mix, rounded down"
      ) { .data($0?.nearest?.greatest, similarity) },
      DataColumn(
        "lowest_similarity", in: "0 to 1",
        "of the nearest, the lowest similarity of case mix, rounded down"
      ) { .data($0?.nearest?.least, similarity) },
      DataColumn("nearest_rank", in: "rank", "among the nearest, this one included, from the top") {
        .data($0?.nearest?.standing.rank, CellValue.integer)
      },
      DataColumn("nearest_percentile", in: "0 to 100", "among the nearest, this one included") {
        .data($0?.nearest?.standing.percentile, CellValue.percentile)
      },
    ]
  }

  private static func similarity(_ millionths: Int64) -> CellValue { .ratio(Double(millionths) / 1_000_000) }

  /// One row for each clinician, kind of visit and level.
  public static func visitLevels(of results: RunResults) -> DataTable {
    struct Record {
      var clinician: ClinicianKey
      var family: VisitPattern
      var level: VisitPattern.Level
    }
    return DataTable(
      "visit_levels",
      columns: ClinicianColumns.columns({ $0.clinician }, asBefore: { $0.clinician.isAsBefore }) + [
        DataColumn("family", "the kind of visit") { .text($0.family.family) },
        DataColumn("code", "the procedure code") { .literal($0.level.code) },
        DataColumn("level", "the level of the visit within its kind") { .integer($0.level.level) },
        DataColumn("visits", in: "services", "visits at the level") { .units($0.level.visits) },
        DataColumn("family_visits", in: "services", "visits at all levels of the kind") { .units($0.family.visits) },
        DataColumn("share", in: "0 to 100", "visits / family_visits") {
          .data($0.family.share($0.level), PatternWording.percent)
        },
        DataColumn("share_low", in: "0 to 100", "the lower end of the 95 % interval of share (Wilson)") {
          .data($0.level.interval?.low, PatternWording.percent)
        },
        DataColumn("share_high", in: "0 to 100", "the upper end of the 95 % interval of share (Wilson)") {
          .data($0.level.interval?.high, PatternWording.percent)
        },
        DataColumn("peers", in: "clinicians", "how many others of the specialty have the kind; empty where too few") {
          .data($0.family.peers, CellValue.integer)
        },
        DataColumn("peer_visits", in: "services", "visits of the peers at all levels of the kind") {
          .data($0.family.peerVisits, CellValue.units)
        },
        DataColumn("peer_share", in: "0 to 100", "share of the peers' visits at the level; empty where hidden") {
          .data($0.level.peerShare, PatternWording.percent)
        },
        DataColumn("profile", "the specialty elsewhere that is compared with; empty for none") {
          .data($0.family.profile, CellValue.text)
        },
        DataColumn("profile_share", in: "0 to 100", "share at the level elsewhere") {
          .data($0.level.profileShare, PatternWording.percent)
        },
        DataColumn("review", "peers, profile, both or empty: against which the share is worth a review") {
          .text(reviews($0.level))
        },
        DataColumn(
          "peer_shift_work_rvu", in: "wRVU",
          "what all visits of the kind would come to with the peers' levels, less what they come to; the same in each row of a kind"
        ) { .data($0.family.peerShift, CellValue.workRVU) },
        DataColumn("profile_shift_work_rvu", in: "wRVU", "the same with the profile's levels") {
          .data($0.family.profileShift, CellValue.workRVU)
        },
      ], sources: results.clinicians.count
    ) { places, row in
      for place in places {
        var key = ClinicianKey(results, place)
        for family in results.clinicians[place].patterns.visits {
          for level in family.levels {
            row(Record(clinician: key, family: family, level: level))
            key.isAsBefore = true
          }
        }
      }
    }
  }

  private static func reviews(_ level: VisitPattern.Level) -> String {
    [(level.isForReviewByPeers, "peers"), (level.isForReviewByProfile, "profile")].filter(\.0).map(\.1)
      .joined(separator: " ")
  }

  /// One row for each clinician and modifier that could have been used.
  public static func modifierUse(of results: RunResults) -> DataTable {
    struct Record {
      var clinician: ClinicianKey
      var modifier: ModifierPattern
    }
    return DataTable(
      "modifier_use",
      columns: ClinicianColumns.columns({ $0.clinician }, asBefore: { $0.clinician.isAsBefore }) + [
        DataColumn("modifier", "the modifier, with what it is used on") { .text($0.modifier.name) },
        DataColumn("lines", in: "lines", "lines on which the modifier means something") { .integer($0.modifier.lines) },
        DataColumn("lines_with_modifier", in: "lines", "lines that carry it") { .integer($0.modifier.carrying) },
        DataColumn("share", in: "0 to 100", "lines_with_modifier / lines") {
          .data($0.modifier.share, PatternWording.percent)
        },
        DataColumn("share_low", in: "0 to 100", "the lower end of the 95 % interval of share (Wilson)") {
          .data($0.modifier.interval?.low, PatternWording.percent)
        },
        DataColumn("share_high", in: "0 to 100", "the upper end of the 95 % interval of share (Wilson)") {
          .data($0.modifier.interval?.high, PatternWording.percent)
        },
        DataColumn("peers", in: "clinicians", "how many others of the specialty are compared; empty where too few") {
          .data($0.modifier.peers, CellValue.integer)
        },
        DataColumn("peer_lines", in: "lines", "lines of the peers on which it means something") {
          .data($0.modifier.peerLines, CellValue.integer)
        },
        DataColumn("peer_share", in: "0 to 100", "share of the peers' lines that carry it; empty where hidden") {
          .data($0.modifier.peerShare, PatternWording.percent)
        },
        DataColumn("review", "peers where the share is worth a review, else empty") {
          .text($0.modifier.isForReview ? "peers" : "")
        },
      ], sources: results.clinicians.count
    ) { places, row in
      for place in places {
        var key = ClinicianKey(results, place)
        for modifier in results.clinicians[place].patterns.modifiers {
          row(Record(clinician: key, modifier: modifier))
          key.isAsBefore = true
        }
      }
    }
  }
}
