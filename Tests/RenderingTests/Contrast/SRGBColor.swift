import Foundation

/// A colour as a screen shows it, and how people see it.
struct SRGBColor: Equatable {
  /// Red, green and blue, 0 to 1, linear in light.
  var linear: [Double]

  /// The colour of six hexadecimal digits.
  init?(hex: some StringProtocol) {
    guard hex.count == 6, let number = UInt32(hex, radix: 16) else { return nil }
    linear = [16, 8, 0].map { shift in
      let value = Double((number >> shift) & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  private init(linear: [Double]) { self.linear = linear.map { min(max($0, 0), 1) } }

  /// Relative luminance, 0 to 1.
  ///
  /// - Source: WCAG 2.2, definition of relative luminance.
  var luminance: Double { linear[0] * 0.2126 + linear[1] * 0.7152 + linear[2] * 0.0722 }

  /// The contrast ratio of two colours, 1 to 21.
  ///
  /// - Source: WCAG 2.2, definition of contrast ratio.
  func contrast(with other: SRGBColor) -> Double {
    (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
  }

  /// How light a grey print of it is, 0 to 100.
  ///
  /// - Source: CIE 15, L* of CIELAB.
  var lightness: Double { 116 * Self.cubed(luminance) - 16 }

  /// How a person without one kind of cones sees it.
  ///
  /// - Source: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency"
  ///   (2009), matrices of severity 1.0.
  func seen(with deficiency: Deficiency) -> SRGBColor {
    SRGBColor(
      linear: deficiency.matrix.map { row in row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2] })
  }

  /// The distance of two colours in CIELAB under daylight (D65); about 2.3 is just seen.
  ///
  /// - Source: CIE 15, colour difference of 1976.
  func distance(to other: SRGBColor) -> Double {
    let pairs = zip(lab, other.lab).map { ($0 - $1) * ($0 - $1) }
    return pairs.reduce(0, +).squareRoot()
  }

  private var lab: [Double] {
    let x = (linear[0] * 0.4124 + linear[1] * 0.3576 + linear[2] * 0.1805) / 0.9505
    let z = (linear[0] * 0.0193 + linear[1] * 0.1192 + linear[2] * 0.9505) / 1.089
    let (fx, fy, fz) = (Self.cubed(x), Self.cubed(luminance), Self.cubed(z))
    return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
  }

  private static func cubed(_ value: Double) -> Double {
    value > 0.008856 ? pow(value, 1.0 / 3) : 7.787 * value + 16.0 / 116
  }

  /// A kind of colour blindness.
  enum Deficiency: CaseIterable {
    case protanopia, deuteranopia, tritanopia

    var matrix: [[Double]] {
      switch self {
      case .protanopia:
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      case .tritanopia:
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
      }
    }
  }
}
