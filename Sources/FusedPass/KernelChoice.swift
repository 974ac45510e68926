import CFusedKernel
import FusedKernel

#if arch(x86_64)
import FusedKernelAVX2
import FusedKernelAVX512
#endif

/// The builds of the kernel: the same source, compiled for different processors.
public enum KernelChoice: String, CaseIterable, Sendable {
  /// Runs everywhere: SSE2 on x86-64, NEON on arm64.
  case baseline
  /// AVX2 and FMA, four numbers at a time.
  case avx2
  /// AVX-512 F, DQ and VL, eight numbers at a time.
  case avx512

  /// Can this processor run it?
  public var isSupported: Bool {
    switch self {
    case .baseline: true
    case .avx2: fused_supports_avx2()
    case .avx512: fused_supports_avx512()
    }
  }

  /// The fastest this processor can run.
  public static let best: KernelChoice = allCases.last { $0.isSupported } ?? .baseline

  /// Its entry points; those of the baseline where the processor cannot run it.
  package var entryPoints: KernelEntryPoints {
    #if arch(x86_64)
    switch self {
    case .avx512 where isSupported:
      return KernelEntryPoints(
        workspaceByteCount: FusedKernelAVX512.workspaceByteCount, pass: FusedKernelAVX512.fusedPass,
        colors: FusedKernelAVX512.mixedColors,
        exponentials: FusedKernelAVX512.exponentials, logarithms: FusedKernelAVX512.logarithms)
    case .avx2 where isSupported:
      return KernelEntryPoints(
        workspaceByteCount: FusedKernelAVX2.workspaceByteCount, pass: FusedKernelAVX2.fusedPass,
        colors: FusedKernelAVX2.mixedColors,
        exponentials: FusedKernelAVX2.exponentials, logarithms: FusedKernelAVX2.logarithms)
    default: break
    }
    #endif
    return KernelEntryPoints(
      workspaceByteCount: FusedKernel.workspaceByteCount, pass: FusedKernel.fusedPass,
      colors: FusedKernel.mixedColors,
      exponentials: FusedKernel.exponentials, logarithms: FusedKernel.logarithms)
  }
}

/// What every build of the kernel offers.
package struct KernelEntryPoints: Sendable {
  let workspaceByteCount: @Sendable (FusedComponents, Int) -> Int
  let pass:
    @Sendable (FusedPoints, FusedComponents, Int, Int, UnsafeMutablePointer<Double>, UnsafeMutableRawPointer) -> Void
  let colors:
    @Sendable (
      FusedPoints, FusedComponents, Int, Int, UnsafePointer<Double>, UnsafePointer<UInt8>, UnsafePointer<UInt32>?,
      UnsafeMutablePointer<UInt32>, UnsafeMutableRawPointer
    ) -> Void
  package let exponentials: @Sendable (UnsafePointer<Double>, Int, UnsafeMutablePointer<Double>) -> Void
  package let logarithms: @Sendable (UnsafePointer<Double>, Int, UnsafeMutablePointer<Double>) -> Void
}
