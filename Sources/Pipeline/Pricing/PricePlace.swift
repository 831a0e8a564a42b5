import MedicareFees

/// A place that rows of a release are paid in.
struct PricePlace: Sendable {
  var gpci: GPCI
  var anesthesiaFactor: ConversionFactor?
}
