/// One service as a log gives it, packed for streaming: texts are small integer ids of the run's dictionaries.
@frozen
public struct ServiceLine: Sendable {
  /// The line's own id; ``LineID/none`` where it has none.
  public var lineID: LineID
  /// A hash of the patient identifier, 0 where there is none. The identifier itself is never kept.
  public var patient: UInt64
  /// The charge, in cents.
  public var charge: Int64
  /// The units, in ten-thousandths; negative on a reversal.
  public var units: Int64
  /// The 1-based line of the file where the record starts.
  public var line: UInt32
  /// The day of service, in days since 1970-01-01.
  public var serviceDay: Int32
  /// The clinician, in the run's dictionary of clinicians.
  public var clinician: Int32
  /// The code, in the run's dictionary of codes.
  public var code: Int32
  /// The modifiers, in the run's dictionary of modifier lists.
  public var modifiers: Int32
  /// The specialty that the log gives, in the run's dictionary of specialties; -1 for none.
  public var specialty: Int32
  /// The file, in the order of the run's logs.
  public var file: UInt16
  /// The place of service number; 0 for a blank one.
  public var place: UInt8
  /// Not 0 where the line names another that it voids.
  public var voids: UInt8
  /// A hash of the line that it voids and of the cells that are checked and not kept; 0 where all are blank.
  public var extra: UInt32
  /// What else the line says, in the run's dictionary of details; 0 for nothing.
  public var detail: Int32

  /// A line.
  @inlinable
  public init(
    lineID: LineID, patient: UInt64, charge: Int64, units: Int64, line: UInt32, serviceDay: Int32, clinician: Int32,
    code: Int32, modifiers: Int32, specialty: Int32, file: UInt16, place: UInt8, voids: UInt8, extra: UInt32 = 0,
    detail: Int32 = 0
  ) {
    self.lineID = lineID
    self.patient = patient
    self.charge = charge
    self.units = units
    self.line = line
    self.serviceDay = serviceDay
    self.clinician = clinician
    self.code = code
    self.modifiers = modifiers
    self.specialty = specialty
    self.file = file
    self.place = place
    self.voids = voids
    self.extra = extra
    self.detail = detail
  }

  /// Makes the line another than the same one of another state of the logs: its patient and what it voids are found only among
  /// lines that are set apart alike. Its id stays, since it decides between equal lines.
  public mutating func setApart(by salt: UInt64) {
    if patient != 0 { patient = max(patient ^ salt, 1) }
    if extra != 0 { extra = max(extra ^ UInt32(truncatingIfNeeded: salt), 1) }
  }

  /// Where the line is: one number for file and line, ordered as the input is.
  @inlinable public var recordKey: UInt64 { UInt64(file) << 32 | UInt64(line) }

  /// A hash of everything the line says except where it stands and its id: equal for the same line given again.
  @inlinable
  public var contentHash: UInt64 {
    var state = ByteHash.mix(patient, UInt64(bitPattern: charge))
    state = ByteHash.mix(state, UInt64(bitPattern: units))
    state = ByteHash.mix(state, UInt64(UInt32(bitPattern: serviceDay)) << 32 | UInt64(UInt32(bitPattern: clinician)))
    state = ByteHash.mix(state, UInt64(UInt32(bitPattern: code)) << 32 | UInt64(UInt32(bitPattern: modifiers)))
    state = ByteHash.mix(state, UInt64(UInt32(bitPattern: specialty)) << 32 | UInt64(place) << 8 | UInt64(voids))
    return ByteHash.mix(state, UInt64(extra))
  }
}
