import DenseAlgebra
import Threads

/// The search of ``NearestPeers``: each block of rows with the others, the likeliest first, leaving out those that are too far.
///
/// Rows of unit length are points, and the greater their cosine the less their distance, √(2 - 2 cosine). Rows are put in groups around some of
/// them, the leaders, each with its nearest; a block is some rows of a group at similar distances from its leader. By the triangle
/// inequality the distance of a row to any of a block is at least its distance to the leader less the greatest in the block, or the least in
/// the block less its own. Where that is more than the distance to the last of its nearest so far, the row is not multiplied with the
/// block. Distances are widened by what single precision may be wrong by, so nothing is left out that could belong to a list:
/// groups and order decide about the work, never about the answer.
///
/// A block's rows look for themselves, so several threads each take blocks: what comes of it is the same for any number.
struct NearestSearch {
  private let rows: [CaseMixRow]
  private let families: Int
  private let margin: Float
  /// The rows in the order of the search: by group, then by the distance from its leader.
  private var order: [Int32] = []
  /// The rows in this order, each of length 1.
  private var units = DenseMatrix(rows: 0, columns: 0)
  private var blocks: [Block] = []
  private let limit: Int
  /// Whether a row's nearest are wanted, and are not found by ``SharedFamilySearch``.
  private var isAsked: [Bool]
  /// How near the leaders are to each other.
  private var among = DenseMatrix(rows: 0, columns: 0)

  /// Some rows of a group.
  private struct Block {
    /// The places of its rows.
    var places: Range<Int>
    /// The group's leader, by its number.
    var leader: Int
    /// The least and the greatest distance of the rows from the leader, widened.
    var least: Float
    var most: Float
  }

  /// What is found so far: each element is that of one row or place, and so of one thread.
  private struct Found {
    /// The lists, by row.
    var lists: UnsafeMutableBufferPointer<NearestList>
    /// The least product with which a pair is looked at for the sake of each place in the order.
    var thresholds: UnsafeMutableBufferPointer<Float>
  }

  /// What one thread multiplies with.
  private struct Scratch {
    var some: DenseMatrix
    var products: DenseMatrix
    /// The greatest of some products, descending.
    var greatest: [Float]
  }

  /// The most leaders.
  private static let leaders = 256
  /// The most rows of a block: small ones leave more out, large ones multiply faster.
  private static let block = NearestPeers.block / 4

  init(_ rows: [CaseMixRow], families: Int, limit: Int, of isAsked: (Int) -> Bool) {
    self.rows = rows
    self.families = families
    margin = 2 * MatrixProduct.bound(columns: families)
    self.limit = max(0, min(limit, rows.count - 1))
    self.isAsked = rows.indices.map(isAsked)
  }

  /// The lists, by row.
  mutating func run() -> [NearestList] {
    var lists = [NearestList](repeating: NearestList(limit: limit), count: rows.count)
    guard limit > 0, isAsked.contains(true) else { return lists }
    let byFamily = SharedFamilySearch(rows, families: families)
    for row in rows.indices where isAsked[row] && byFamily.isFaster(for: row) {
      lists[row] = byFamily.list(of: row, limit: limit)
      isAsked[row] = false
    }
    guard isAsked.contains(true) else { return lists }
    let leaders = leaders()
    arrange(leaders)
    units = DenseMatrix(rows: rows.count, columns: families)
    for (place, row) in order.enumerated() { Self.set(&units, place, rows[Int(row)]) }
    among = DenseMatrix(rows: leaders.rows, columns: leaders.rows)
    MatrixProduct.rowsByRows(leaders, 0..<leaders.rows, leaders, 0..<leaders.rows, into: &among)
    let size = blocks.map(\.places.count).max() ?? 0
    let threads = Workers.count
    var scratch = [Scratch](
      repeating: Scratch(
        some: DenseMatrix(rows: size, columns: families),
        products: DenseMatrix(rows: size, columns: max(size, leaders.rows)),
        greatest: [Float](repeating: -1, count: limit)), count: threads)
    var thresholds = [Float](repeating: -1, count: rows.count)
    lists.withUnsafeMutableBufferPointer { lists in
      thresholds.withUnsafeMutableBufferPointer { thresholds in
        scratch.withUnsafeMutableBufferPointer { scratch in
          let found = Found(lists: lists, thresholds: thresholds)
          Workers.perform(blocks.count, threads: threads) { number, thread in
            search(number, leaders, &scratch[thread], found)
          }
        }
      }
    }
    return lists
  }

  /// Finds the lists of a block's rows.
  private func search(_ number: Int, _ leaders: DenseMatrix, _ scratch: inout Scratch, _ found: Found) {
    let block = blocks[number]
    let asking = block.places.filter { isAsked[Int(order[$0])] }
    if asking.isEmpty { return }
    MatrixProduct.rowsByRows(units, block.places, leaders, 0..<leaders.rows, into: &scratch.products)
    let reach = Reach(scratch.products, block.places.count, leaders.rows, margin)
    for other in nearestFirst(number) {
      let who = asking.filter { place in
        reach.least(place - block.places.lowerBound, blocks[other])
          <= Reach.distance(atMost: found.thresholds[place], margin)
      }
      if who.isEmpty { continue }
      if who.count == block.places.count {
        MatrixProduct.rowsByRows(units, block.places, units, blocks[other].places, into: &scratch.products)
      } else {
        for (line, place) in who.enumerated() { scratch.some.copyRow(line, from: units, place) }
        MatrixProduct.rowsByRows(
          scratch.some, 0..<who.count, units, blocks[other].places, into: &scratch.products)
      }
      for (line, place) in who.enumerated() {
        if found.lists[Int(order[place])].entries.isEmpty {
          found.thresholds[place] = threshold(place, line, blocks[other].places, scratch.products, &scratch.greatest)
        }
        sift(place, line, blocks[other].places, scratch.products, found)
      }
    }
  }

  /// All blocks: the block itself, and then those of the groups whose leaders are nearest to its own.
  private func nearestFirst(_ number: Int) -> [Int] {
    let leader = blocks[number].leader
    func nearness(_ other: Int) -> Float {
      other == number ? .infinity : among[leader, blocks[other].leader]
    }
    return blocks.indices.map { (nearness: nearness($0), number: $0) }
      .sorted { (-$0.nearness, $0.number) < (-$1.nearness, $1.number) }.map(\.number)
  }

  // MARK: Groups

  /// Rows at even distances in the cohort, of length 1: one for as many as a block has rows.
  private func leaders() -> DenseMatrix {
    let count = max(1, min(Self.leaders, rows.count / Self.block))
    var matrix = DenseMatrix(rows: count, columns: families)
    for leader in 0..<count { Self.set(&matrix, leader, rows[leader * rows.count / count]) }
    return matrix
  }

  /// Puts the rows in order, and makes the blocks.
  private mutating func arrange(_ leaders: DenseMatrix) {
    var nearest = [(leader: Int, product: Float)](repeating: (0, 0), count: rows.count)
    let size = min(NearestPeers.block, rows.count)
    var matrix = DenseMatrix(rows: size, columns: families)
    var products = DenseMatrix(rows: size, columns: leaders.rows)
    for start in stride(from: 0, to: rows.count, by: size) {
      let range = start..<min(start + size, rows.count)
      for row in range { Self.set(&matrix, row - start, rows[row]) }
      MatrixProduct.rowsByRows(matrix, 0..<range.count, leaders, 0..<leaders.rows, into: &products)
      products.withElements { elements in
        for row in range {
          let offset = (row - start) * leaders.rows
          for leader in 0..<leaders.rows
          where leader == 0 || elements[offset + leader] > nearest[row].product {
            nearest[row] = (leader, elements[offset + leader])
          }
        }
      }
    }
    order = rows.indices.sorted { a, b in
      (nearest[a].leader, -nearest[a].product, a) < (nearest[b].leader, -nearest[b].product, b)
    }.map(Int32.init)
    var start = 0
    while start < order.count {
      let first = nearest[Int(order[start])]
      let limit = min(order.count, start + Self.block)
      let end = (start..<limit).first { nearest[Int(order[$0])].leader != first.leader } ?? limit
      blocks.append(
        Block(
          places: start..<end, leader: first.leader,
          least: Reach.distance(atLeast: first.product, margin),
          most: Reach.distance(atMost: nearest[Int(order[end - 1])].product, margin)))
      start = end
    }
  }

  private static func set(_ matrix: inout DenseMatrix, _ line: Int, _ row: CaseMixRow) {
    let length = Double(row.square).squareRoot()
    row.shares.withUnsafeBufferPointer { shares in
      matrix.setRow(line) { Float(Double(shares[$0]) / length) }
    }
  }

  /// How far the rows of a block are from the leaders, and so at least from the rows of other blocks.
  private struct Reach {
    private var distances: [(least: Float, most: Float)]
    private let leaders: Int

    init(_ products: DenseMatrix, _ rows: Int, _ leaders: Int, _ margin: Float) {
      self.leaders = leaders
      distances = []
      distances.reserveCapacity(rows * leaders)
      for row in 0..<rows {
        for leader in 0..<leaders {
          let product = products[row, leader]
          distances.append(
            (Self.distance(atLeast: product, margin), Self.distance(atMost: product, margin)))
        }
      }
    }

    /// The least distance that a row can have to any of a block.
    func least(_ row: Int, _ block: Block) -> Float {
      let own = distances[row * leaders + block.leader]
      return max(own.least - block.most, block.least - own.most)
    }

    /// The least that the distance of two rows may be, by their product.
    static func distance(atLeast product: Float, _ margin: Float) -> Float {
      max(0, 2 - 2 * (product + margin)).squareRoot() * (1 - 0x1p-20)
    }

    /// The most that it may be.
    static func distance(atMost product: Float, _ margin: Float) -> Float {
      max(0, 2 - 2 * (product - margin)).squareRoot() * (1 + 0x1p-20)
    }
  }

  // MARK: Products

  /// The least product with which a pair is looked at, as far as the first block tells that a place is compared with: the last of as many
  /// as are wanted of its greatest products, which are as near as that, or nearer.
  private func threshold(
    _ place: Int, _ line: Int, _ others: Range<Int>, _ products: DenseMatrix, _ greatest: inout [Float]
  ) -> Float {
    products.withRow(line) { Self.keepGreatest($0, others.count, but: place - others.lowerBound, in: &greatest) }
    // Widened by more than this difference is rounded by.
    return greatest[limit - 1] - margin - 0x1p-20
  }

  /// Keeps the greatest of some products, descending; -1 where there are not so many.
  ///
  /// - Parameter own: the place of one that does not count; it need not be there.
  private static func keepGreatest(
    _ products: UnsafeRawBufferPointer, _ count: Int, but own: Int, in greatest: inout [Float]
  ) {
    var greatest = greatest.mutableSpan
    let last = greatest.count - 1
    for rank in greatest.indices { greatest[rank] = -1 }
    var from = 0
    while let next = reaching(greatest[last], products, from..<count) {
      from = next + 1
      if next == own { continue }
      let product = products.load(fromByteOffset: next * MemoryLayout<Float>.size, as: Float.self)
      var rank = last
      while rank > 0, greatest[rank - 1] < product {
        greatest[rank] = greatest[rank - 1]
        rank -= 1
      }
      greatest[rank] = product
    }
  }

  /// Looks at the products of a place with those of a block, and takes in whom the exact comparison finds to be near.
  private func sift(
    _ place: Int, _ line: Int, _ others: Range<Int>, _ products: DenseMatrix, _ found: Found
  ) {
    let row = Int(order[place])
    products.withRow(line) { products in
      var from = 0
      while let next = Self.reaching(found.thresholds[place], products, from..<others.count) {
        from = next + 1
        let other = Int(order[others.lowerBound + next])
        if other == row { continue }
        let product = rows[row].product(rows[other])
        guard found.lists[row].offer(Int32(other), product: product, square: rows[other].square) else {
          continue
        }
        guard found.lists[row].isFull, let last = found.lists[row].entries.last else { continue }
        let cosine = Cosine(
          product: last.product, square: rows[row].square, otherSquare: last.square)
        found.thresholds[place] = max(found.thresholds[place], Float(cosine.value) - margin)
      }
    }
  }

  /// The first of some products that reaches a threshold.
  private static func reaching(
    _ threshold: Float, _ products: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> Int? {
    let size = MemoryLayout<Float>.size
    var place = range.lowerBound
    // Sixteen at a time: nearly all are below.
    let limits = SIMD16<Float>(repeating: threshold)
    while place + 16 <= range.upperBound {
      let some = products.loadUnaligned(fromByteOffset: place * size, as: SIMD16<Float>.self)
      if (some .>= limits) != SIMDMask(repeating: false) { break }
      place += 16
    }
    while place < range.upperBound {
      if products.load(fromByteOffset: place * size, as: Float.self) >= threshold { return place }
      place += 1
    }
    return nil
  }
}
