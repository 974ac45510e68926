import CFusedKernel

/// The builds of the kernel: the same source, compiled for different processors.
package enum KernelChoice: String, CaseIterable, Sendable {
  /// Runs everywhere: SSE2 on x86-64, NEON on arm64.
  case baseline
  /// AVX2 and FMA, four numbers at a time.
  case avx2
  /// AVX-512 F, DQ and VL, eight numbers at a time.
  case avx512

  /// Can this processor run it?
  package var isSupported: Bool {
    switch self {
    case .baseline: true
    case .avx2: fused_supports_avx2()
    case .avx512: fused_supports_avx512()
    }
  }

  /// The fastest this processor can run.
  package static let best: KernelChoice = allCases.last { $0.isSupported } ?? .baseline

  /// Its entry points; those of the baseline where the processor cannot run it.
  var kernel: FusedKernel {
    #if arch(x86_64)
    switch self {
    case .avx512 where isSupported: return fused_kernel_avx512()
    case .avx2 where isSupported: return fused_kernel_avx2()
    case .avx512, .avx2, .baseline: break
    }
    #endif
    return fused_kernel_baseline()
  }

  /// 2ᵗ as the kernel computes it, open to inspection; t ≤ 1023, a multiple of eight of them.
  package func powersOfTwo(_ t: [Double]) -> [Double] { evaluate(kernel.powers_of_two, t) }

  /// log₂ s as the kernel computes it; s positive and normal, a multiple of eight of them.
  package func logarithms(_ s: [Double]) -> [Double] { evaluate(kernel.logarithms, s) }

  private func evaluate(
    _ function: (UnsafePointer<Double>, Int, UnsafeMutablePointer<Double>) -> Void, _ arguments: [Double]
  ) -> [Double] {
    let input = Scratch<Double>(arguments.count)
    let output = Scratch<Double>(arguments.count)
    for (i, argument) in arguments.enumerated() { input.start[i] = argument }
    function(input.start, arguments.count, output.start)
    return Array(UnsafeBufferPointer(start: output.start, count: arguments.count))
  }
}
