import MedicareFees
import ProductivityModel

/// The figures of a code that are read first: its work, what Medicare pays, where it stands, what the payment covers.
enum CodeKeyFigures {
  static func figures(
    of facts: CodeFacts, main: CodeMainRow, values: [CodeValueRow], standing: CodeComparison?, billing: [BillingNote],
    locality: Locality?
  ) -> [KeyFigure] {
    let payments = payments(of: facts, main: main, values: values, locality: locality)
    var figures: [KeyFigure] = []
    if main.row.work > .zero || main.payment != nil { figures.append(work(of: main)) }
    if payments.isEmpty, let status = billing.first(where: { $0.topic == .status }), main.payment == nil {
      figures.append(
        KeyFigure(
          "Medicare payment", .text(absence(of: main) ?? status.summary),
          reason(facts, main), isLeading: figures.isEmpty))
      if facts.leadingRow.status == .anesthesia { figures += anesthesia(facts) }
    }
    figures += payments
    if let standing {
      figures.append(
        KeyFigure(
          "Standing", .text(standing.ordinal),
          "percentile of \(standing.title) by work, \(standing.standing.timesMedianText)x the median of "
            + "\(CellValue.workRVU(standing.standing.median).text)"))
    }
    if let global = billing.first(where: { $0.topic == .globalPeriod }) {
      figures.append(KeyFigure("Global period", .text(global.summary), globalDetail(main.row.globalPeriod)))
    }
    return figures
  }

  private static func work(of main: CodeMainRow) -> KeyFigure {
    let component = main.row.component == "26" ? "of the professional component (26), " : ""
    let whole = main.total.map { "of \($0) total RVUs \(main.setting.place)" } ?? "no total \(main.setting.place)"
    return KeyFigure("Work RVU", .workRVU(main.row.work), component + whole, isLeading: true)
  }

  private static func payments(
    of facts: CodeFacts, main: CodeMainRow, values: [CodeValueRow], locality: Locality?
  ) -> [KeyFigure] {
    let rows = values.filter { $0.component == main.row.component && $0.payment != nil }
    let basis = facts.factor?.kind == .qualifying ? ", qualifying APM" : ""
    var national = rows.compactMap { row in
      row.payment.map {
        KeyFigure("Medicare pays", .money($0.amount), "national\(basis), \(row.place)")
      }
    }
    if national.count == 2, national[0].value == national[1].value {
      national = [
        KeyFigure("Medicare pays", national[0].value, "national\(basis), in and outside a facility")
      ]
    }
    guard let locality, let row = rows.first(where: { $0.setting == main.setting }), let local = row.localPayment else {
      return national
    }
    return national + [
      KeyFigure("In \(LocalityWording.name(of: locality))", .money(local.amount), row.place)
    ]
  }

  private static func anesthesia(_ facts: CodeFacts) -> [KeyFigure] {
    guard
      let factor = facts.release.conversionFactors.factor(.anesthesia, on: facts.release.effective.first)?.factor
    else { return [] }
    return [
      KeyFigure("Anesthesia conversion factor", .literal("$\(factor)"), "national, a base or time unit")
    ]
  }

  /// Why a code of a status that is paid has no payment, in a word; nil where the status says it.
  private static func absence(of main: CodeMainRow) -> String? {
    switch Payment.absence(of: main.row, in: main.setting) {
    case .settingIsNA: "NA"
    case .noRVUs: "None set"
    case .notUsedForMedicare, .statusNotKnown: "None"
    case .status, nil: nil
    }
  }

  private static func reason(_ facts: CodeFacts, _ main: CodeMainRow) -> String {
    switch Payment.absence(of: main.row, in: main.setting) {
    case .noRVUs: "the Medicare contractor sets the price"
    case .notUsedForMedicare: "the values are not used for Medicare payment"
    case .settingIsNA: "rarely or never done \(main.setting.place)"
    case .statusNotKnown: "the status is not known here"
    case .status(let status): "status \(status.published) of the fee schedule"
    case nil: "no conversion factor is known"
    }
  }

  private static func globalDetail(_ period: GlobalPeriod?) -> String {
    switch period {
    case .ninetyDays: "one payment for 92 days, from the day before"
    case .tenDays: "one payment for 11 days"
    case .sameDay: "visits on other days are paid"
    case .addOn: "within that of the primary procedure"
    case .maternity: "maternity care has its own package"
    case .contractorDecides, .notApplicable, nil: "set with the price"
    }
  }
}
