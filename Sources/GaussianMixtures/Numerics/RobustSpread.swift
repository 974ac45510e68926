/// The spread of one column of numbers, which a few wild values cannot move.
///
/// With F₋ and F₊ the lower and upper fourth, every value beyond Tukey's outer fences F₋ − 3(F₊ − F₋) and
/// F₊ + 3(F₊ − F₋) is moved to the nearer of them (Tukey, "Exploratory Data Analysis", 1977: "far out"); the spread is
/// the standard deviation of the result, with denominator Σw. A normal sample has one value in 400,000 out there, and keeps
/// its standard deviation. A quarter of the values at either end may be wild before the fences follow them (the
/// breakdown point: Hampel 1971; Rousseeuw & Croux 1993).
///
/// Where half of the values or more are one and the same, the fourths say nothing: then the next of the letter values
/// takes their place, the eighths, the sixteenths, and so on, up to the extremes.
struct RobustSpread {
  /// Zero for a constant column only.
  let deviation: Double
  /// The smallest and largest values.
  let range: ClosedRange<Double>
  /// The part of `range` between the fences.
  let saneRange: ClosedRange<Double>

  /// - Parameters:
  ///   - values: at least one, finite, within ±1e151.
  ///   - weights: all positive; nil if each is 1.
  ///   - range: of the values.
  init(_ values: [Double], weights: [Double]?, range: ClosedRange<Double>) {
    self.range = range
    guard range.lowerBound < range.upperBound else {
      saneRange = range
      deviation = 0
      return
    }
    let (low, high) = Self.fourths(values, weights, range)
    let reach = 3 * (high - low)
    saneRange = max(range.lowerBound, low - reach)...min(range.upperBound, high + reach)
    deviation = Self.deviation(values, weights, clampedTo: saneRange)
  }

  /// The fourths, or the first letter values beyond them that differ by more than rounding.
  private static func fourths(
    _ values: [Double], _ weights: [Double]?, _ range: ClosedRange<Double>
  ) -> (low: Double, high: Double) {
    let quantiles = TailQuantiles(values, weights: weights)
    var p = 0.25
    while p > 0x1p-24 {
      let (low, high) = quantiles(p)
      if high - low > max(64 * max(abs(low), abs(high)).ulp, 1e-151) { return (low, high) }
      p /= 2
    }
    return (range.lowerBound, range.upperBound)
  }

  /// Taken about a value inside and in units of the width, so that neither an offset nor a scale costs digits.
  private static func deviation(_ values: [Double], _ weights: [Double]?, clampedTo range: ClosedRange<Double>)
    -> Double
  {
    let low = range.lowerBound
    let width = range.upperBound - low
    return values.withUnsafeBufferPointer { values in
      func sum(_ term: (Double) -> Double) -> Double {
        var sum = 0.0
        var n = 0
        while n < values.count {
          sum += (weights?[n] ?? 1) * term((min(max(values[n], low), range.upperBound) - low) / width)
          n += 1
        }
        return sum
      }
      let total = weights?.reduce(0, +) ?? Double(values.count)
      let mean = sum { $0 } / total
      return (sum { ($0 - mean) * ($0 - mean) } / total).squareRoot() * width
    }
  }
}
