import Testing

@testable import LabFiles

@Suite struct DecimalNumberTests {
  private func parse(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { DecimalNumber.parse($0) }
  }

  @Test(arguments: ["0", "-0", "1", "+7", ".5", "5.", "007.250", "1e3", "1E-3", "-2.5e+10", "0e999999999999"])
  func readsDecimalNumbers(_ text: String) {
    let value = parse(text)
    #expect(value?.bitPattern == Double(text)?.bitPattern)
    #expect(value != nil)
  }

  @Test(arguments: [
    "", "+", "-", ".", "e5", "1e", "1e+", "nan", "inf", "-infinity", "0x10", "0x1p3", "1e400", "-1e999", "1 2", "1,5",
    "1.2.3", "--1", "1\0", "１", "1_000", "1e5.0",
  ])
  func refusesEverythingElse(_ text: String) {
    #expect(parse(text) == nil)
  }

  @Test func agreesWithTheStandardLibraryOnRandomNumbers() throws {
    var generator = SplitMix(state: 1)
    for _ in 0..<20_000 {
      let text = randomNumber(&generator)
      let expected = try #require(Double(text))
      let value = parse(text)
      if expected.isFinite {
        #expect(value?.bitPattern == expected.bitPattern, "\(text)")
      } else {
        #expect(value == nil, "\(text)")
      }
    }
  }

  @Test func readsBackWhatTheStandardLibraryPrints() {
    var generator = SplitMix(state: 2)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(parse(String(value))?.bitPattern == value.bitPattern)
      let ordinary = Double.random(in: -1000...1000, using: &generator)
      #expect(parse(String(ordinary))?.bitPattern == ordinary.bitPattern)
    }
  }

  /// Exact halves between two neighbors, one digit below and one above: where rounding goes wrong first.
  @Test(arguments: [
    "9007199254740993", "9007199254740993.0000000001", "9007199254740992.9999", "4503599627370497.5",
    "4503599627370497.49999", "0.500000000000000166", "1.00000000000000011102230246251565404", "8.5e-17",
    "5e-324", "2.2250738585072011e-308", "1.7976931348623157e308", "123456789012345678901234567890",
  ])
  func roundsLikeTheStandardLibrary(_ text: String) {
    #expect(parse(text)?.bitPattern == Double(text)?.bitPattern)
  }

  private func randomNumber(_ generator: inout SplitMix) -> String {
    let digits = (0..<Int.random(in: 1...22, using: &generator)).map { _ in
      String(Int.random(in: 0...9, using: &generator))
    }
    var text = digits.joined()
    if Bool.random(using: &generator) {
      let position = Int.random(in: 0...text.count, using: &generator)
      text.insert(".", at: text.index(text.startIndex, offsetBy: position))
    }
    if Bool.random(using: &generator) { text += "e\(Int.random(in: -340...320, using: &generator))" }
    return Bool.random(using: &generator) ? "-" + text : text
  }
}

/// A small seeded generator (Steele, Lea and Flood, 2014), so that the tests are the same everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
