extension Dataset {
  /// A random row, with probability proportional to its sample weight; 0 where there are none.
  func randomRow(using generator: inout SeededGenerator) -> Int { row(at: generator.uniform() * totalWeight) }

  /// The row at a place in 0 ..< `totalWeight`, where each row takes as much room as it weighs: a row of weight 3 and
  /// three equal rows fill the same places.
  func row(at place: Double) -> Int {
    guard let weights = sampleWeights else { return max(0, min(count - 1, Int(place))) }
    return indexAt(place, inCumulative: weights)
  }

  /// How many rows can be drawn without replacement, Σ ⌈wₙ⌉: a row of weight w stands for w equal rows, or for one if
  /// w is a fraction. So weights may also be frequencies or probabilities, of whatever sum.
  var drawableCount: Double { sampleWeights?.reduce(0) { $0 + $1.rounded(.up) } ?? Double(count) }

  /// `number` rows drawn one after the other without replacement, with probability proportional to the weight left, of
  /// which each draw takes 1. As many as there are where there are fewer.
  func distinctRandomRows(_ number: Int, using generator: inout SeededGenerator) -> [Int] {
    var left = sampleWeights ?? Array(repeating: 1, count: count)
    var rows: [Int] = []
    while rows.count < number {
      let total = left.reduce(0, +)
      guard total > 0 else { break }
      let row = indexAt(generator.uniform() * total, inCumulative: left)
      left[row] = max(0, left[row] - 1)
      rows.append(row)
    }
    return rows
  }
}

/// The first index where the running sum exceeds `target`; the last positive one if rounding kept it from that.
func indexAt(_ target: Double, inCumulative values: [Double]) -> Int {
  values.withUnsafeBufferPointer { values in
    var sum = 0.0
    var last = 0
    var i = 0
    while i < values.count {
      if values[i] > 0 {
        sum += values[i]
        last = i
        if sum > target { return i }
      }
      i += 1
    }
    return last
  }
}
