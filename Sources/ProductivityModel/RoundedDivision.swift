/// A quotient of integers rounded once, half away from zero.
///
/// - Precondition: `divisor > 0`.
@inlinable public func rounded(_ dividend: Int128, over divisor: Int128) -> Int128 {
  let half = divisor / 2
  return dividend >= 0 ? (dividend + half) / divisor : -((half - dividend) / divisor)
}

/// The same as 64 bits; nil where it does not fit.
@inlinable public func rounded64(_ dividend: Int128, over divisor: Int128) -> Int64? {
  Int64(exactly: rounded(dividend, over: divisor))
}
