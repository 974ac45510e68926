/// Eight numbers computed at once: one register of AVX-512, two of AVX2, four of SSE2 or NEON. Several registers at a
/// time share the loading of constants, and hide that a sum takes a few cycles.
typealias Lanes = SIMD8<Double>
typealias Words = SIMD8<UInt64>

/// `a·b + c`, rounded once where the processor has the instruction.
///
/// Without the instruction a single rounding would be a library call per lane, so there it rounds twice.
@inline(__always) func fma(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
  #if FUSED_MULTIPLY_ADD || arch(arm64)
  c.addingProduct(a, b)
  #else
  a * b + c
  #endif
}

@inline(__always) func fma(_ a: Lanes, _ b: Double, _ c: Lanes) -> Lanes { fma(a, Lanes(repeating: b), c) }

@inline(__always) func max(_ a: Lanes, _ b: Lanes) -> Lanes { b.replacing(with: a, where: a .> b) }

@inline(__always) func magnitude(_ a: Lanes) -> Lanes {
  unsafeBitCast(unsafeBitCast(a, to: Words.self) & Words(repeating: 0x7fff_ffff_ffff_ffff), to: Lanes.self)
}
