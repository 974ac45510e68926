import Testing

@testable import LabView

struct NumberTextTests {
  @Test func minusIsARealMinusAndZeroHasNone() {
    #expect(NumberText.decimal(-1.5, digits: 2) == "\u{2212}1.50")
    for tiny in [-0.0, -0.001, -1e-300] { #expect(NumberText.decimal(tiny, digits: 2) == "0.00") }
    #expect(NumberText.decimal(.nan, digits: 2) == "–" && NumberText.decimal(-.infinity, digits: 2) == "–")
    #expect(NumberText.decimal(0.5, digits: 0) == "0" && NumberText.decimal(2.5, digits: -3) == "2")
    #expect(NumberText.decimal(1.0 / 3, digits: 99) == "0.333333333333333")
  }

  @Test func numbersOfEveryLengthAreWritten() {
    #expect(NumberText.printf("%.6g", 0.1) == "0.1" && NumberText.printf("%.6g", -1e-10) == "-1e-10")
    let longest = NumberText.printf("%.15f", -Double.greatestFiniteMagnitude)
    #expect(longest.hasPrefix("-17976931348623157") && longest.hasSuffix(".000000000000000") && longest.count == 326)
  }

  @Test func gainsCarryTheirSign() {
    #expect(NumberText.gain(12.3456) == "+12.35" && NumberText.gain(-12.3456) == "−12.35")
    #expect(NumberText.gain(0) == "+0.00" && NumberText.gain(0.01234) == "+0.0123")
    #expect(NumberText.gain(123.456) == "+123.5" && NumberText.gain(1e7) == "+1e7" && NumberText.gain(-1e7) == "−1e7")
    #expect(NumberText.signed(.nan, digits: 2) == "–")
  }

  @Test func aLogLikelihoodHasAtMostEightGlyphs() {
    #expect(NumberText.logLikelihood(-789.246) == "−789.25")
    #expect(NumberText.logLikelihood(-9999.99) == "−9999.99")
    #expect(NumberText.logLikelihood(-12345.67) == "−12345.7")
    #expect(NumberText.logLikelihood(-123456.7) == "−123457")
    var value = 1e-3
    while value < 1e98 {
      for signed in [value, -value, value * 0.99999999, -value * 9.9999999] {
        #expect(NumberText.logLikelihood(signed).count <= 8, "\(signed): \(NumberText.logLikelihood(signed))")
      }
      value *= 10
    }
  }

  @Test func compactNumbersAreShort() {
    #expect(NumberText.compact(0.00015) == "0.00015" && NumberText.compact(1.5) == "1.5")
    #expect(NumberText.compact(0.1) == "0.1" && NumberText.compact(100) == "100" && NumberText.compact(0) == "0")
    #expect(NumberText.compact(1e-9) == "1e−9" && NumberText.compact(1.23e9) == "1.23e9")
    #expect(NumberText.compact(99.6) == "100" && NumberText.compact(-0.25) == "−0.25")
  }

  @Test func exponentsAreWritten() {
    #expect(NumberText.general(1.5e-7) == "1.5e−7" && NumberText.general(-2e12) == "−2e12")
    #expect(NumberText.general(1e100) == "1e100" && NumberText.general(1e-100) == "1e−100")
    #expect(NumberText.general(-0.0) == "0")
  }

  /// However small, it is not shown as nothing, nor a loss as a gain.
  @Test func theSmallestGainsAreToldFromNone() {
    #expect(NumberText.gain(1.66e-5) == "+1.7e−5" && NumberText.gain(-3e-5) == "−3e−5")
  }

  @Test func positionsAreAsFineAsTheirNeighbors() {
    #expect(NumberText.coordinate(5_712_345.25, step: 0.02) == "5712345.25")
    #expect(NumberText.coordinate(1.7e9 + 3600, step: 5) == "1700003600")
    #expect(NumberText.coordinate(5.0012, step: 0.0001) == "5.0012" && NumberText.coordinate(3.1, step: 0.5) == "3.10")
    #expect(
      NumberText.coordinate(-0.0752, step: 0.02) == "−0.0752" && NumberText.coordinate(-0.03, step: 0.02) == "−0.0300")
    #expect(NumberText.coordinate(0.00123, step: 1e-6) == "0.00123" && NumberText.coordinate(4, step: 0) == "4")
  }
}
