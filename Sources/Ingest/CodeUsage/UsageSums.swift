import ProductivityModel
import Tabular

/// Sums of services by code and specialty, with the clinicians where they can be counted.
struct UsageSums {
  private struct Sum {
    var units: Int64 = 0
    var clinicians = 0
    var lastNPI: UInt64 = 0
  }

  private struct Key: Hashable {
    var code: ProcedureCode
    var specialty: Int32
  }

  private var specialties = ByteInterner()
  private var sums: [Key: Sum] = [:]
  private var isByClinician = true

  /// Adds a row.
  ///
  /// A clinician has several rows of a code, one a place. CMS's files are by NPI, so that clinicians can be counted without
  /// holding them; in a file where the NPIs of a code and specialty do not rise, the count is given up.
  mutating func add(
    _ code: ProcedureCode, _ specialty: UnsafeBufferPointer<UInt8>, _ units: Units, npi: UInt64
  ) {
    let key = Key(code: code, specialty: specialties.id(specialty).id)
    var sum = sums[key, default: Sum()]
    sum.units += units.tenThousandths
    if npi < sum.lastNPI { isByClinician = false }
    if npi != sum.lastNPI {
      sum.clinicians += 1
      sum.lastNPI = npi
    }
    sums[key] = sum
  }

  /// The sums by code.
  var rows: [ProcedureCode: [CodeUsage.Row]] {
    var rows: [ProcedureCode: [CodeUsage.Row]] = [:]
    for (key, sum) in sums {
      rows[key.code, default: []].append(
        CodeUsage.Row(
          specialty: specialties.text(Int(key.specialty)), units: Units(tenThousandths: sum.units), lines: nil,
          clinicians: isByClinician ? sum.clinicians : nil))
    }
    return rows
  }
}
