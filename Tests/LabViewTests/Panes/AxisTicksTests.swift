import Testing

@testable import LabView

struct AxisTicksTests {
  @Test func stepsAreRoundAndFarEnoughApart() {
    for exponent in stride(from: -200, through: 200, by: 7) {
      for mantissa in [1.0, 1.7, 3.3, 8.9] {
        let span = mantissa * power(10, exponent)
        for pixels in [200.0, 900, 2400] {
          let ticks = AxisTicks(low: -0.3 * span, high: 0.7 * span, pixels: pixels, minimumSpacing: 60)
          var leading = ticks.step
          while leading >= 9.5 { leading /= 10 }
          while leading < 0.95 { leading *= 10 }
          #expect([1, 2, 4, 5].contains { abs(leading - $0) < 1e-6 }, "\(ticks.step)")
          let spacing = ticks.step / span * pixels
          #expect(spacing >= 60 * (1 - 1e-6) && spacing <= 60 * 2.51, "\(spacing)")
          #expect(!ticks.values.isEmpty)
          #expect(ticks.values.allSatisfy { $0 >= -0.3001 * span && $0 <= 0.7001 * span })
        }
      }
    }
  }

  @Test func chartsCountInOnesTwosAndFives() {
    for exponent in -5...9 {
      let span = 1.7 * power(10, exponent)
      let ticks = AxisTicks(low: -span, high: 0, pixels: 300, minimumSpacing: 40, mantissas: [1, 2, 5])
      var leading = ticks.step
      while leading >= 9.5 { leading /= 10 }
      while leading < 0.95 { leading *= 10 }
      #expect([1, 2, 5].contains { abs(leading - $0) < 1e-6 })
    }
  }

  @Test func labelsOfOneAxisLookAlike() {
    let halves = AxisTicks(low: -1, high: 1, pixels: 400, minimumSpacing: 60)
    #expect(halves.values.map(halves.label) == ["−0.8", "−0.4", "0.0", "0.4", "0.8"])
    let tens = AxisTicks(low: -23, high: 23, pixels: 400, minimumSpacing: 80)
    #expect(tens.values.map(tens.label) == ["−20", "−10", "0", "10", "20"])
    let huge = AxisTicks(low: 0, high: 4e9, pixels: 400, minimumSpacing: 60)
    #expect(huge.values.map(huge.label) == ["0", "1e9", "2e9", "3e9", "4e9"])
  }

  @Test func noLabelIsANegativeZeroOrTwiceTheSame() {
    for exponent in -8...8 {
      let span = 3 * power(10, exponent)
      let ticks = AxisTicks(low: -span, high: span, pixels: 800, minimumSpacing: 60)
      let labels = ticks.values.map(ticks.label)
      #expect(Set(labels).count == labels.count, "\(labels)")
      #expect(labels.allSatisfy { !$0.contains("-") && Double($0.replacing("−", with: "-")) != nil }, "\(labels)")
      #expect(!labels.contains { $0.hasPrefix("−") && !$0.contains { "123456789".contains($0) } })
    }
  }

  @Test func impossibleRangesHaveNoTicks() {
    for (low, high, pixels) in [
      (0.0, 0.0, 100.0), (1, 0, 100), (.nan, 1, 100), (0, .infinity, 100), (-1.7e308, 1.7e308, 100), (0, 1, 0),
      (0, 1, -5), (1e300, 1e300 + 1, 100), (0, 1, .nan), (0, .leastNonzeroMagnitude, 100),
    ] {
      let ticks = AxisTicks(low: low, high: high, pixels: pixels, minimumSpacing: 60)
      #expect(ticks.values.count < 100)
      for value in ticks.values { #expect(!ticks.label(value).isEmpty) }
    }
    // Far from zero a step can be finer than the numbers: nothing repeats for ever.
    #expect(AxisTicks(low: 1e17, high: 1e17 + 64, pixels: 800, minimumSpacing: 60).values.count < 100)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= exponent > 0 ? base : 1 / base }
    return result
  }

  /// Values whose range, times anything, is no number any more.
  @Test func rangesAtTheEndOfTheNumbersHaveNoTicksOrGoodOnes() {
    for low in [-1.7e308, -4e306, 0, Double.leastNonzeroMagnitude] {
      for high in [3 * Double.leastNonzeroMagnitude, 6e306, 1.7e308] where high > low {
        let ticks = AxisTicks(low: low, high: high, pixels: 700, minimumSpacing: 80)
        #expect(ticks.values.allSatisfy { !ticks.label($0).isEmpty })
      }
    }
  }

  @Test func aStepOfOneHasNoDecimals() {
    let ones = AxisTicks(low: 0, high: 5, pixels: 500, minimumSpacing: 80)
    #expect(ones.step == 1 && ones.values.map(ones.label) == ["0", "1", "2", "3", "4", "5"])
    let tenths = AxisTicks(low: 0, high: 0.31, pixels: 300, minimumSpacing: 80)
    #expect(tenths.values.map(tenths.label) == ["0.0", "0.1", "0.2", "0.3"])
    let thousandths = AxisTicks(low: 0, high: 0.0031, pixels: 300, minimumSpacing: 80)
    #expect(thousandths.values.map(thousandths.label) == ["0.000", "0.001", "0.002", "0.003"])
  }

  @Test func neighborsHaveDifferentLabelsHoweverFarOut() {
    let ticks = AxisTicks(low: 2e14, high: 2e14 + 4, pixels: 900, minimumSpacing: 80)
    #expect(ticks.values.count > 3 && Set(ticks.values.map(ticks.label)).count == ticks.values.count)
  }
}
