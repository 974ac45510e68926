/// Quantiles of weighted values, found by counting into bins that grow finer where the quantile lies: exact, whatever
/// the order of the values, in a few visits to each.
///
/// A value of weight 3 counts as three equal values, and scaling all weights changes nothing.
struct TailQuantiles {
  private let values: [Double]
  private let weights: [Double]?
  private let total: Double

  /// - Parameters:
  ///   - values: at least one, finite.
  ///   - weights: all positive; nil if each is 1.
  init(_ values: [Double], weights: [Double]?) {
    self.values = values
    self.weights = weights
    total = weights?.reduce(0, +) ?? Double(values.count)
  }

  /// The smallest value that more than the fraction p of the weight does not exceed, and the largest that more than p
  /// does not fall short of: x(⌊pN⌋+1) from either end. The two change places when the values change sign.
  ///
  /// - Parameter p: below ½.
  func callAsFunction(_ p: Double) -> (low: Double, high: Double) {
    // Sums of weights that should be equal differ by rounding.
    let target = p * total * (1 + 1e-9)
    return (select(target, fromAbove: false), select(target, fromAbove: true))
  }

  /// The value at which the weights, summed from below or above, first exceed `target`.
  private func select(_ target: Double, fromAbove: Bool) -> Double {
    var bin = Bin(values: values, weights: weights)
    var target = target
    while bin.values.count > Self.fewEnough, let finer = bin.narrowed(&target, fromAbove: fromAbove) { bin = finer }
    return bin.sortedSelect(target, fromAbove: fromAbove)
  }

  private static let fewEnough = 128
}

/// Values among which the quantile is still sought.
private struct Bin {
  private static let parts = 1024

  var values: [Double]
  var weights: [Double]?

  /// The part in which the target is met, and the target within it; nil where all values are one, or too close for
  /// their difference to be divided.
  func narrowed(_ target: inout Double, fromAbove: Bool) -> Bin? {
    let (lowest, highest) = range
    let scale = Double(Self.parts) / (highest - lowest)
    guard highest > lowest, scale < .infinity else { return nil }
    var sums = [Double](repeating: 0, count: Self.parts)
    forEachValue { n, value in
      sums[min(Self.parts - 1, Int((value - lowest) * scale))] += weights?[n] ?? 1
    }
    var part = fromAbove ? Self.parts - 1 : 0
    while sums[part] <= target, fromAbove ? part > 0 : part < Self.parts - 1 {
      target -= sums[part]
      part += fromAbove ? -1 : 1
    }
    var inside = Bin(values: [], weights: weights == nil ? nil : [])
    forEachValue { n, value in
      if min(Self.parts - 1, Int((value - lowest) * scale)) == part {
        inside.values.append(value)
        if let weights { inside.weights?.append(weights[n]) }
      }
    }
    return inside.values.isEmpty ? nil : inside
  }

  func sortedSelect(_ target: Double, fromAbove: Bool) -> Double {
    let order = values.indices.sorted { fromAbove ? values[$0] > values[$1] : values[$0] < values[$1] }
    var sum = 0.0
    for n in order {
      sum += weights?[n] ?? 1
      if sum > target { return values[n] }
    }
    return order.last.map { values[$0] } ?? 0
  }

  private var range: (lowest: Double, highest: Double) {
    var lowest = Double.infinity
    var highest = -Double.infinity
    forEachValue { _, value in
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    return (lowest, highest)
  }

  @inline(__always)
  private func forEachValue(_ body: (Int, Double) -> Void) {
    values.withUnsafeBufferPointer { values in
      var n = 0
      while n < values.count {
        body(n, values[n])
        n += 1
      }
    }
  }
}
