import ProductivityModel

/// What Medicare pays for an anesthesia service: base and time units times a conversion factor of the locality.
///
/// - Source: 42 CFR 414.46; Pub. 100-04 chapter 12 section 50.
public enum AnesthesiaPayment {
  /// `(base units + minutes / minutes of a unit) x factor x share`, exact, and rounded once to the cent, half away from
  /// zero; nil where it is more than fits, which no real service comes near.
  ///
  /// - Parameters:
  ///   - baseUnits: in thousandths of a unit.
  ///   - minutes: in thousandths of a minute; the time unit counts to the fraction.
  ///   - minutesOfUnit: the minutes of a time unit, in millionths; above zero.
  ///   - share: of the amount that is paid, in millionths.
  public static func amount(
    baseUnits: Int64, minutes: Int64, minutesOfUnit: Int64, factor: ConversionFactor, share: Int64 = 1_000_000
  ) -> Money? {
    // Thousandths of minutes: base x minutes of a unit + minutes, over the minutes of a unit.
    let minutesInAll = Int128(baseUnits) * Int128(minutesOfUnit) + Int128(minutes) * 1_000_000
    let (scaled, first) = minutesInAll.multipliedReportingOverflow(by: Int128(factor.tenThousandths))
    let (dividend, second) = scaled.multipliedReportingOverflow(by: Int128(share))
    guard !first, !second else { return nil }
    // Thousandths x millionths x ten-thousandths x millionths, of which 10^17 minutes of a unit make a cent.
    let divisor = Int128(minutesOfUnit) * 100_000_000_000
    let cents = (dividend.magnitude + divisor.magnitude / 2) / divisor.magnitude
    guard cents <= UInt128(Int64.max) else { return nil }
    return Money(cents: dividend < 0 ? -Int64(cents) : Int64(cents))
  }
}
