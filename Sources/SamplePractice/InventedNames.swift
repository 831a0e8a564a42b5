/// Names for clinicians beyond the cast: given names from many places, family names from nowhere.
enum InventedNames {
  /// A name that nobody has.
  static func name(_ generator: inout SeededGenerator) -> String {
    let given = given[generator.below(given.count)]
    return "\(given) \(beginnings[generator.below(beginnings.count)])\(endings[generator.below(endings.count)])"
  }

  private static let given = [
    "Abebe", "Adaeze", "Aiko", "Alejandra", "Anders", "Ayesha", "Beatriz", "Chidi", "Daniela", "Deepa", "Elias",
    "Esther",
    "Farid", "Gabriela", "Hiro", "Imani", "Ivo", "Jasmine", "Joaquín", "Kavita", "Keanu", "Lars", "Leila", "Linh",
    "Mateo",
    "Mirela", "Naomi", "Nikhil", "Olumide", "Oscar", "Paloma", "Quentin", "Rania", "Samuel", "Saoirse", "Tadeo",
    "Thandiwe",
    "Uma", "Viktor", "Ximena", "Yara", "Zainab",
  ]
  private static let beginnings = [
    "Amber", "Ash", "Bell", "Briar", "Cedar", "Cloud", "Coral", "Dawn", "Ember", "Fern", "Frost", "Glass", "Hazel",
    "Heather",
    "Iron", "Juniper", "Lark", "Linden", "Meadow", "Moss", "Quill", "Raven", "Salt", "Thistle", "Willow", "Winter",
  ]
  private static let endings = [
    "bourne", "brook", "crest", "dale", "fall", "field", "ford", "grove", "hollow", "leaf", "mere", "moor", "petal",
    "reach",
    "ridge", "shore", "song", "spire", "stone", "vale", "water", "whistle", "wick", "wind",
  ]
}
