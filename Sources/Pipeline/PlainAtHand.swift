/// What the lines of a slot come to of which nothing is to be told, until those of another slot follow.
struct PlainAtHand {
  var slot = -1
  var tally = CombinationTally()

  func putAway(in cache: inout CreditCache) { if slot >= 0 { cache.plainTallies[slot].add(tally) } }
}
