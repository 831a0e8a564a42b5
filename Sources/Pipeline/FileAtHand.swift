/// A file whose sums are taken out of the crediting while its lines are added up.
struct FileAtHand {
  let number: Int
  var tally = FileTally()

  init(_ number: Int) { self.number = number }
}
