import ProductivityModel

extension ReleaseInfo: Codable {
  private enum Key: String, CodingKey {
    case release, title, effective
    case conversionFactors = "conversion_factors"
    case source, rows, lacks, caution
    case otherFiles = "other_files"
    case figuresSHA256 = "rvu_csv_sha256"
  }

  private enum SourceKey: String, CodingKey {
    case file, sha256, description
    case isReexport = "is_reexport"
  }

  private enum FileKey: String, CodingKey { case file, rows, sha256, source }

  private enum FactorKey: String, CodingKey { case kind, first, last, dollars, citation }

  private enum RangeKey: String, CodingKey { case first, last }

  /// Reads `release.json`.
  ///
  /// - Throws: what the decoder says, or that a day, a range or a factor is none.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    release = try values.decode(String.self, forKey: .release)
    title = try values.decode(String.self, forKey: .title)
    let range = try values.nestedContainer(keyedBy: RangeKey.self, forKey: .effective)
    effective = try Self.range(range, .first, .last)
    var factors = try values.nestedUnkeyedContainer(forKey: .conversionFactors)
    conversionFactors = []
    while !factors.isAtEnd {
      let factor = try factors.nestedContainer(keyedBy: FactorKey.self)
      // The nearest double of four decimals is read back exactly: factors are far below 2^53 ten-thousandths.
      let scaled = (try factor.decode(Double.self, forKey: .dollars) * 10_000).rounded()
      guard scaled > 0, scaled < 1e12 else {
        throw DecodingError.dataCorruptedError(
          forKey: .dollars, in: factor, debugDescription: "a conversion factor must be a positive number of dollars")
      }
      conversionFactors.append(
        DatedConversionFactor(
          kind: try factor.decode(DatedConversionFactor.Kind.self, forKey: .kind),
          factor: ConversionFactor(tenThousandths: Int64(scaled)),
          effective: try Self.range(factor, .first, .last),
          citation: try factor.decode(String.self, forKey: .citation)))
    }
    source = try Self.source(try values.nestedContainer(keyedBy: SourceKey.self, forKey: .source))
    rows = try values.decode(Int.self, forKey: .rows)
    figuresSHA256 = try values.decode(String.self, forKey: .figuresSHA256)
    otherFiles = []
    if values.contains(.otherFiles) {
      var files = try values.nestedUnkeyedContainer(forKey: .otherFiles)
      while !files.isAtEnd {
        let file = try files.nestedContainer(keyedBy: FileKey.self)
        otherFiles.append(
          DataFile(
            file: try file.decode(String.self, forKey: .file), rows: try file.decode(Int.self, forKey: .rows),
            sha256: try file.decode(String.self, forKey: .sha256),
            source: try Self.source(try file.nestedContainer(keyedBy: SourceKey.self, forKey: .source))))
      }
    }
    lacks = try values.decode([String].self, forKey: .lacks)
    caution = try values.decodeIfPresent(String.self, forKey: .caution)
  }

  /// Writes `release.json`.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(release, forKey: .release)
    try values.encode(title, forKey: .title)
    var range = values.nestedContainer(keyedBy: RangeKey.self, forKey: .effective)
    try range.encode(effective.first.description, forKey: .first)
    try range.encode(effective.last.description, forKey: .last)
    var factors = values.nestedUnkeyedContainer(forKey: .conversionFactors)
    for dated in conversionFactors {
      var factor = factors.nestedContainer(keyedBy: FactorKey.self)
      try factor.encode(dated.kind, forKey: .kind)
      try factor.encode(Double(dated.factor.tenThousandths) / 10_000, forKey: .dollars)
      try factor.encode(dated.effective.first.description, forKey: .first)
      try factor.encode(dated.effective.last.description, forKey: .last)
      try factor.encode(dated.citation, forKey: .citation)
    }
    var origin = values.nestedContainer(keyedBy: SourceKey.self, forKey: .source)
    try Self.encode(source, into: &origin)
    try values.encode(rows, forKey: .rows)
    try values.encode(figuresSHA256, forKey: .figuresSHA256)
    var files = values.nestedUnkeyedContainer(forKey: .otherFiles)
    for described in otherFiles {
      var file = files.nestedContainer(keyedBy: FileKey.self)
      try file.encode(described.file, forKey: .file)
      try file.encode(described.rows, forKey: .rows)
      try file.encode(described.sha256, forKey: .sha256)
      var origin = file.nestedContainer(keyedBy: SourceKey.self, forKey: .source)
      try Self.encode(described.source, into: &origin)
    }
    try values.encode(lacks, forKey: .lacks)
    try values.encodeIfPresent(caution, forKey: .caution)
  }

  private static func source(_ values: KeyedDecodingContainer<SourceKey>) throws -> Source {
    Source(
      file: try values.decode(String.self, forKey: .file), sha256: try values.decode(String.self, forKey: .sha256),
      isReexport: try values.decode(Bool.self, forKey: .isReexport),
      description: try values.decode(String.self, forKey: .description))
  }

  private static func encode(_ source: Source, into values: inout KeyedEncodingContainer<SourceKey>) throws {
    try values.encode(source.file, forKey: .file)
    try values.encode(source.sha256, forKey: .sha256)
    try values.encode(source.isReexport, forKey: .isReexport)
    try values.encode(source.description, forKey: .description)
  }

  private static func range<K: CodingKey>(
    _ values: KeyedDecodingContainer<K>, _ firstKey: K, _ lastKey: K
  ) throws -> DayRange {
    func day(_ key: K) throws -> CalendarDate {
      guard let day = CalendarDate(iso: try values.decode(String.self, forKey: key)) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: values, debugDescription: "a day must be a real one, written YYYY-MM-DD")
      }
      return day
    }
    guard let range = DayRange(try day(firstKey), through: try day(lastKey)) else {
      throw DecodingError.dataCorruptedError(
        forKey: lastKey, in: values, debugDescription: "the last day comes before the first")
    }
    return range
  }
}
