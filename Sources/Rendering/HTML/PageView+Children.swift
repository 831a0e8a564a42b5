import Mustache

// By name, since to look a name up by reflection, as the engine does of other values, takes longer than all else of a page.

extension PageView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "documentTitle": documentTitle
    case "bodyClass": bodyClass
    case "title": title
    case "subtitle": subtitle
    case "summary": summary
    case "practice": practice
    case "period": period
    case "navigation": navigation
    case "hasNavigation": hasNavigation
    case "related": related
    case "contents": contents
    case "hasContents": hasContents
    case "cautions": cautions
    case "sections": sections
    case "footing": footing
    case "closing": closing
    case "generator": generator
    case "style": style
    case "script": script
    default: nil
    }
  }
}

extension PageView.Link: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "path": path
    case "about": about
    case "isCurrent": isCurrent
    default: nil
    }
  }
}

extension PageView.Section: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "id": id
    case "title": title
    case "blocks": blocks
    default: nil
    }
  }
}

extension PageView.Figure: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "label": label
    case "value": value
    case "isMissing": isMissing
    case "detail": detail
    case "isLeading": isLeading
    default: nil
    }
  }
}

extension PageView.Headline: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "statement": statement
    case "addition": addition
    case "context": context
    default: nil
    }
  }
}

extension PageView.Note: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "kind": kind
    case "cssClass": cssClass
    case "markup": markup
    case "link": link
    default: nil
    }
  }
}

extension PageView.Caution: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "link": link
    default: nil
    }
  }
}

extension PageView.Block: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "headline": headline
    case "figures": figures
    case "note": note
    case "paragraph": paragraph
    case "list": list
    case "links": links
    case "heading": heading
    case "columns": columns
    case "markup": markup
    default: nil
    }
  }
}

extension PageView.Columns: MustacheParent {
  func child(named name: String) -> Any? { name == "items" ? items : nil }
}

extension PageView.Column: MustacheParent {
  func child(named name: String) -> Any? { name == "blocks" ? blocks : nil }
}

extension PageView.Figures: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "columns": columns
    case "hasLong": hasLong
    case "items": items
    default: nil
    }
  }
}

extension PageView.List: MustacheParent {
  func child(named name: String) -> Any? { name == "items" ? items : nil }
}

extension PageView.Links: MustacheParent {
  func child(named name: String) -> Any? { name == "items" ? items : nil }
}
