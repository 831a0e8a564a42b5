import Reporting

/// What stands on the pages of a report, in order: what it is, what it says, and what it stands on.
struct ReportItems {
  private let report: Report
  private let setter: BlockSetter
  private var style: PrintStyle { setter.style }

  init(_ report: Report, setter: BlockSetter) {
    self.report = report
    self.setter = setter
  }

  /// The items.
  var items: [FlowItem] {
    var items = [title]
    if !report.summary.isEmpty {
      items.append(
        setter.paragraph(report.summary, style.summary, width: setter.width, space: style.blockSpace))
    }
    for caution in report.cautions {
      items.append(
        setter.note(
          ReportNote(.caution, caution, link: report.cautionsLink), width: setter.width,
          space: items.count == 1 ? style.blockSpace * 1.2 : style.blockSpace * 0.7))
    }
    for (index, section) in report.sections.enumerated() {
      items.append(heading(section.title, number: index))
      items += setter.items(of: section.blocks, width: setter.width, first: style.titleSpace)
    }
    let foot = kept(footing, with: &items)
    return items + foot
  }

  /// The footing, which does not begin a page by itself: it stands with what is above it, unless that is as high as most of a page.
  private func kept(_ footing: [FlowItem], with items: inout [FlowItem]) -> [FlowItem] {
    guard !style.isDense, let last = items.last, !footing.isEmpty, last.height < setter.height * 0.6 else {
      return footing
    }
    items[items.count - 1].keepsWithNext = true
    return footing.map { item in
      var item = item
      item.isLandscape = last.isLandscape
      return item
    }
  }

  private var title: FlowItem {
    let setter = setter
    let style = style
    let practice = setter.typesetter.set(report.practice, style.label, width: setter.width)
    let title = setter.typesetter.set(report.title, style.title, width: setter.width)
    let subtitle = setter.typesetter.set(report.subtitle, style.subtitle, width: setter.width)
    let period = setter.typesetter.set(report.period, style.period, width: setter.width)
    // The practice's own page says its name once.
    let isNamed = report.title != report.practice
    let above = style.isDense ? 6.0 : 9.0
    let gap = style.isDense ? 3.0 : 14.0
    let top = 3 + above + (isNamed ? practice.height + gap : gap)
    let height = top + title.height + 2 + subtitle.height + period.height
    return FlowItem(height) { canvas, x, y in
      canvas.rectangle(x, y, setter.width, 3, .accent)
      if isNamed { canvas.tagged("P") { canvas.text(practice, x, y + 3 + above, .muted) } }
      canvas.tagged("H1") { canvas.text(title, x, y + top, .ink) }
      canvas.tagged("P") { canvas.text(subtitle, x, y + top + title.height + 2, .ink) }
      canvas.tagged("P") { canvas.text(period, x, y + top + title.height + 2 + subtitle.height, .muted) }
    }
  }

  private func heading(_ title: String, number: Int) -> FlowItem {
    let setter = setter
    let set = setter.typesetter.set(title, style.section, width: setter.width)
    let pad = style.isDense ? 3.0 : 8.0
    var item = FlowItem(set.height, space: style.sectionSpace + pad) { canvas, x, y in
      canvas.tagged("H2") { canvas.text(set, x, y, .ink) }
    }
    item.isParted = true
    item.keepsWithNext = true
    item.section = number
    return item
  }

  /// What every figure stands on.
  private var footing: [FlowItem] {
    let setter = setter
    // One paragraph where there is little room.
    let sentences = style.isDense && !report.footing.isEmpty ? [report.footing.joined(separator: " ")] : report.footing
    return sentences.enumerated().map { index, sentence in
      let set = setter.typesetter.set(
        TextRun.sentence(sentence), style.small, width: style.isDense ? setter.width : style.measure)
      let pad = index == 0 ? style.rowPad * 2 : 0
      var item = FlowItem(set.height + pad, space: index == 0 ? style.sectionSpace : 1.5) { canvas, x, y in
        if index == 0 { canvas.rule(x, y, setter.width, 0.5, .rule) }
        canvas.tagged("P") { canvas.text(set, x, y + pad, .muted) }
      }
      item.keepsWithNext = index < sentences.count - 1
      return item
    }
  }
}
