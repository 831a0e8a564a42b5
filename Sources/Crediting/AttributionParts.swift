import ProductivityModel

/// Divides a line's credit among those whom the policy's attribution names.
public enum AttributionParts {
  /// The parts of a credit that leave the rendering clinician, who keeps the rest: so nothing is lost to rounding.
  ///
  /// A party that the line does not name, or that is the rendering clinician, leaves its share there.
  public static func parts(
    of credit: Int64, by row: AttributionRow, rendering: Int32, _ detail: LineDetail
  ) -> [(party: AttributionRow.Party, clinician: Int32, credit: Int64)] {
    row.shares.compactMap { share in
      let clinician: Int32? =
        switch share.party {
        case .rendering: nil
        case .billing: detail.billing
        case .supervising: detail.supervising
        }
      guard let clinician, clinician != rendering else { return nil }
      return (share.party, clinician, Factor(millionths: share.millionths).scaled(credit))
    }
  }
}
