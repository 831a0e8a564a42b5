import MedicareFees
import ProductivityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension FeeLibrary {
  /// The dated numbers of payment, such as that of the limiting charge.
  ///
  /// - Throws: ``InputFailure`` where their table cannot be used.
  public func paymentRules() throws(InputFailure) -> PaymentRules {
    try PaymentRuleFile.read("\(folder)/\(PaymentRuleFile.fileName)")
  }

  /// The base units of a release's anesthesia codes, in thousandths; empty where nobody has put them there.
  ///
  /// A table that somebody put there by hand is used as it is; one that was imported must be what was imported.
  ///
  /// - Throws: ``InputFailure`` where their file is there and cannot be used.
  public func anesthesiaBaseUnits(of info: ReleaseInfo) throws(InputFailure) -> [ProcedureCode: Int64] {
    let path = "\(folder)/\(info.release)/\(AnesthesiaBaseUnitFile.fileName)"
    guard InputPlace.kind(of: path) != nil else { return [:] }
    return try AnesthesiaBaseUnitFile.read(path, as: info.file(AnesthesiaBaseUnitFile.fileName))
  }
}
