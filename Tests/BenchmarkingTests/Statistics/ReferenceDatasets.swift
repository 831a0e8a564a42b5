/// The univariate data sets of NIST's Statistical Reference Datasets, with the certified mean and standard deviation.
///
/// All but PiDigits: its certified mean of 4.5348 is not that of the first 5,000 digits of pi, which is 4.5358, so that it cannot be
/// worked out.
///
/// - Source: National Institute of Standards and Technology, Statistical Reference Datasets (StRD), univariate summary
///   statistics, https://www.itl.nist.gov/div898/strd/univ/homepage.html; the certified values have 15 digits.
struct ReferenceDataset: Sendable, CustomStringConvertible {
  var name: String
  /// The observations times ten to the power of ``decimals``, exactly as certified.
  var scaled: [Int64]
  var decimals: Int
  var mean: Double
  var standardDeviation: Double

  var description: String { name }

  /// The observations as floating-point numbers.
  var values: [Double] {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    return scaled.map { Double($0) / scale }
  }

  static let all = [
    ReferenceDataset(
      name: "Lottery", scaled: lottery, decimals: 0, mean: 518.958_715_596_330,
      standardDeviation: 291.699_727_470_969),
    ReferenceDataset(
      name: "Lew", scaled: lew, decimals: 0, mean: -177.435, standardDeviation: 277.332_168_044_316),
    ReferenceDataset(
      name: "Mavro", scaled: mavro.map { 200_000 + $0 }, decimals: 5, mean: 2.001_856,
      standardDeviation: 0.000_429_123_454_003_053),
    ReferenceDataset(
      name: "Michelso", scaled: michelson.map { 29_900 + $0 }, decimals: 2, mean: 299.8524,
      standardDeviation: 0.079_010_547_819_051_8),
    ReferenceDataset(
      name: "NumAcc1", scaled: [10_000_001, 10_000_003, 10_000_002], decimals: 0, mean: 10_000_002,
      standardDeviation: 1),
    alternating("NumAcc2", 12),
    alternating("NumAcc3", 10_000_002),
    alternating("NumAcc4", 100_000_002),
  ]

  /// A first observation and a thousand that are by turns 0.1 below and 0.1 above it: the standard deviation is 0.1.
  private static func alternating(_ name: String, _ tenths: Int64) -> ReferenceDataset {
    ReferenceDataset(
      name: name, scaled: [tenths] + (0..<1_000).map { tenths + ($0 % 2 == 0 ? -1 : 1) }, decimals: 1,
      mean: Double(tenths) / 10, standardDeviation: 0.1)
  }

  /// Digits of Maryland's Pick 3 lottery.
  private static let lottery: [Int64] = [
    162, 671, 933, 414, 788, 730, 817, 33, 536, 875, 670, 236, 473, 167, 877, 980, 316, 950, 456, 92, 517, 557, 956,
    954, 104, 178, 794, 278, 147, 773, 437, 435, 502, 610, 582, 780, 689, 562, 964, 791, 28, 97, 848, 281, 858, 538,
    660, 972, 671, 613, 867, 448, 738, 966, 139, 636, 847, 659, 754, 243, 122, 455, 195, 968, 793, 59, 730, 361, 574,
    522, 97, 762, 431, 158, 429, 414, 22, 629, 788, 999, 187, 215, 810, 782, 47, 34, 108, 986, 25, 644, 829, 630,
    315, 567, 919, 331, 207, 412, 242, 607, 668, 944, 749, 168, 864, 442, 533, 805, 372, 63, 458, 777, 416, 340, 436,
    140, 919, 350, 510, 572, 905, 900, 85, 389, 473, 758, 444, 169, 625, 692, 140, 897, 672, 288, 312, 860, 724, 226,
    884, 508, 976, 741, 476, 417, 831, 15, 318, 432, 241, 114, 799, 955, 833, 358, 935, 146, 630, 830, 440, 642, 356,
    373, 271, 715, 367, 393, 190, 669, 8, 861, 108, 795, 269, 590, 326, 866, 64, 523, 862, 840, 219, 382, 998, 4,
    628, 305, 747, 247, 34, 747, 729, 645, 856, 974, 24, 568, 24, 694, 608, 480, 410, 729, 947, 293, 53, 930, 223,
    203, 677, 227, 62, 455, 387, 318, 562, 242, 428, 968,
  ]

  /// Lew: the deflections of a steel-concrete beam.
  private static let lew: [Int64] = [
    -213, -564, -35, -15, 141, 115, -420, -360, 203, -338, -431, 194, -220, -513, 154, -125, -559, 92, -21, -579,
    -52, 99, -543, -175, 162, -457, -346, 204, -300, -474, 164, -107, -572, -8, 83, -541, -224, 180, -420, -374, 201,
    -236, -531, 83, 27, -564, -112, 131, -507, -254, 199, -311, -495, 143, -46, -579, -90, 136, -472, -338, 202,
    -287, -477, 169, -124, -568, 17, 48, -568, -135, 162, -430, -422, 172, -74, -577, -13, 92, -534, -243, 194, -355,
    -465, 156, -81, -578, -64, 139, -449, -384, 193, -198, -538, 110, -44, -577, -6, 66, -552, -164, 161, -460, -344,
    205, -281, -504, 134, -28, -576, -118, 156, -437, -381, 200, -220, -540, 83, 11, -568, -160, 172, -414, -408,
    188, -125, -572, -32, 139, -492, -321, 205, -262, -504, 142, -83, -574, 0, 48, -571, -106, 137, -501, -266, 190,
    -391, -406, 194, -186, -553, 83, -13, -577, -49, 103, -515, -280, 201, 300, -506, 131, -45, -578, -80, 138, -462,
    -361, 201, -211, -554, 32, 74, -533, -235, 187, -372, -442, 182, -147, -566, 25, 68, -535, -244, 194, -351, -463,
    174, -125, -570, 15, 72, -550, -190, 172, -424, -385, 198, -218, -536, 96,
  ]

  /// Mavrodineanu: the transmittance of filters, less 2, in hundred-thousandths.
  private static let mavro: [Int64] = [
    180, 170, 180, 190, 180, 170, 150, 140, 150, 150, 170, 180, 180, 190, 190, 210, 200, 160, 140, 130, 130, 150,
    150, 160, 150, 140, 130, 140, 150, 140, 150, 160, 150, 160, 190, 200, 200, 210, 220, 230, 240, 250, 270, 260,
    260, 260, 270, 260, 250, 240,
  ]

  /// Michelson: the speed of light in air, in thousands of km/s, less 299, in hundredths.
  private static let michelson: [Int64] = [
    85, 74, 90, 107, 93, 85, 95, 98, 98, 88, 100, 98, 93, 65, 76, 81, 100, 100, 96, 96, 96, 94, 96, 94, 88, 80, 85,
    88, 90, 84, 83, 79, 81, 88, 88, 83, 80, 79, 76, 80, 88, 88, 88, 86, 72, 72, 62, 86, 97, 95, 88, 91, 85, 87, 84,
    84, 85, 84, 84, 84, 89, 81, 81, 82, 80, 77, 76, 74, 75, 76, 91, 92, 89, 86, 88, 72, 84, 85, 85, 78, 89, 84, 78,
    81, 76, 81, 79, 81, 82, 85, 87, 87, 81, 74, 81, 94, 95, 80, 81, 87,
  ]
}
