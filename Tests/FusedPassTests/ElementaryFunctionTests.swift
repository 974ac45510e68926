import Foundation
import FusedPass
import Testing

@Suite struct ElementaryFunctionTests {
  static let kernels = KernelChoice.allCases.filter(\.isSupported)

  #if arch(x86_64)
  @Test("2ᵗ is within 1.25 units in the last place", arguments: kernels)
  func exponential(kernel: KernelChoice) {
    var random = SplitMix64(state: 1)
    let near = (0..<80_000).map { _ in -64 * random.uniform() }
    let everywhere = (0..<80_000).map { _ in 2045 * random.uniform() - 1022 }
    let arguments = near + everywhere
    let results = kernel.powersOfTwo(arguments)
    var worst: Float80 = 0
    for (t, result) in zip(arguments, results) {
      let exact = exp2(Float80(t))
      worst = max(worst, abs(Float80(result) - exact) / Float80(Double(exact).ulp))
    }
    #expect(worst <= 1.25, "\(worst) units")
  }

  @Test("log₂ is within 2 units in the last place of max(1, |log₂|)", arguments: kernels)
  func logarithm(kernel: KernelChoice) {
    var random = SplitMix64(state: 2)
    let near = (0..<80_000).map { _ in 0.5 + 64 * random.uniform() }
    let everywhere = (0..<80_000).map { _ in exp2(2044 * random.uniform() - 1022) }
    let arguments = near + everywhere
    let results = kernel.logarithms(arguments)
    var worst: Float80 = 0
    for (s, result) in zip(arguments, results) {
      let exact = log2(Float80(s))
      worst = max(worst, abs(Float80(result) - exact) / Float80(max(1, abs(result)).ulp))
    }
    #expect(worst <= 2, "\(worst) units")
  }
  #endif

  @Test("Powers of two are exact, and far below them is nothing", arguments: kernels)
  func exactValues(kernel: KernelChoice) {
    let arguments: [Double] = [0, 1, -1, 1023, -1022, -1024, -1e300, -.infinity]
    #expect(
      kernel.powersOfTwo(arguments) == [1, 2, 0.5, 0x1p1023, 0x1p-1022, 0, 0, 0])
    let powers: [Double] = [1, 2, 0.5, 1024, 0x1p1023, 0x1p-1022, 4, 8]
    #expect(kernel.logarithms(powers) == [0, 1, -1, 10, 1023, -1022, 2, 3])
  }
}
