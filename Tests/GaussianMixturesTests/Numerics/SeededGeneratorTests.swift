import Testing

@testable import GaussianMixtures

@Suite struct SeededGeneratorTests {
  /// The first outputs for seed 0, from an independent implementation of SplitMix64 and xoshiro256**.
  @Test func isTheDocumentedAlgorithm() {
    var generator = SeededGenerator(seed: 0)
    let first = (0..<3).map { _ in generator.next() }
    #expect(first == [11_091_344_671_253_066_420, 13_793_997_310_169_335_082, 1_900_383_378_846_508_768])
  }

  @Test func uniformStaysInItsRange() {
    var generator = SeededGenerator(seed: 3)
    let values = (0..<20_000).map { _ in generator.uniform() }
    #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(abs(values.reduce(0, +) / 20_000 - 0.5) < 0.01)
    #expect((0..<1000).allSatisfy { _ in (-3...2).contains(generator.uniform(in: -3...2)) })
    #expect(generator.uniform(in: 7...7) == 7)
  }

  @Test func gaussianHasMeanZeroAndVarianceOne() {
    var generator = SeededGenerator(seed: 4)
    let values = (0..<20_000).map { _ in generator.gaussian() }
    let mean = values.reduce(0, +) / 20_000
    let variance = values.reduce(0) { $0 + $1 * $1 } / 20_000
    let fourth = values.reduce(0) { $0 + $1 * $1 * $1 * $1 } / 20_000
    #expect(abs(mean) < 0.02)
    #expect(abs(variance - 1) < 0.03)
    #expect(abs(fourth - 3) < 0.2)
  }

  @Test func seedsAreIndependentAndRepeatable() {
    var a = SeededGenerator(seed: 1)
    var b = SeededGenerator(seed: 1)
    var c = SeededGenerator(seed: 2)
    let fromA = (0..<10).map { _ in a.next() }
    #expect(fromA == (0..<10).map { _ in b.next() })
    #expect(fromA != (0..<10).map { _ in c.next() })
    let derived = Set((0..<1000).map { SeededGenerator.derivedSeed(5, $0) })
    #expect(derived.count == 1000)
  }
}
