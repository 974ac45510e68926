import Testing

@testable import GaussianMixtures

@Suite struct ConcurrentMapTests {
  @Test(arguments: [1, 2, 7, 100])
  func keepsTheOrder(_ threads: Int) {
    #expect(concurrentMap(50, threads: threads) { $0 * $0 } == (0..<50).map { $0 * $0 })
    #expect(concurrentMap(0, threads: threads) { $0 }.isEmpty)
  }
}
