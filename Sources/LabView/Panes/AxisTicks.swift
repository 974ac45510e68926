import Glibc

/// Round values for an axis: a step of 1, 2, 4 or 5 × 10ⁿ (a chart's axis: 1, 2 or 5).
struct AxisTicks: Sendable, Equatable {
  let step: Double
  let values: [Double]

  /// Ticks at least `minimumSpacing` pixels apart over `low ... high`, which spans `pixels`.
  init(low: Double, high: Double, pixels: Double, minimumSpacing: Double, mantissas: [Double] = [1, 2, 4, 5]) {
    let span = high - low
    guard span > 0, span.isFinite, pixels > 0 else {
      step = 1
      values = []
      return
    }
    let least = span / pixels * minimumSpacing
    let power = pow(10, floor(log10(least)))
    let candidates = mantissas.map { $0 * power } + mantissas.map { $0 * power * 10 }
    let step = candidates.first { $0 >= least * (1 - 1e-9) } ?? power * 10
    guard step > 0, step.isFinite else {
      self.step = 1
      values = []
      return
    }
    self.step = step
    let first = (low / step).rounded(.up)
    let last = (high / step).rounded(.down)
    guard last >= first, last - first < 1000, first.magnitude < 1e15 else {
      values = []
      return
    }
    values = (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// As many decimals as the step needs, so that all labels of an axis look alike.
  func label(_ value: Double) -> String {
    let digits = max(0, Int((-log10(step) - 1e-9).rounded(.up)))
    let magnitude = max(abs(values.first ?? 0), abs(values.last ?? 0))
    if magnitude >= 1e7 || (step < 1e-5 && step > 0) {
      // As many digits as tell neighbors apart.
      let significant = Int(log10(max(magnitude / step, 1)).rounded(.up)) + 1
      return value == 0 ? "0" : NumberText.general(value, significant: min(max(significant, 1), 17))
    }
    return NumberText.decimal(value == 0 ? 0 : value, digits: digits)
  }
}
