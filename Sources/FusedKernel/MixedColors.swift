import CFusedKernel

/// One block's colors: Σ rₖ cₖ in linear light, encoded by a table of 4096 steps, as 0xRRGGBB.
///
/// - Parameters:
///   - linear: three numbers in 0…1 per component, red, green, blue.
///   - encoding: 4096 bytes, what i / 4095 becomes.
///   - places: where each point's color goes; nil for the points' own order.
@inline(__always)
func mixColors(
  _ active: Int, block: Int, _ points: FusedPoints, linear: UnsafePointer<Double>,
  encoding: UnsafePointer<UInt8>, places: UnsafePointer<UInt32>?, into pixels: UnsafeMutablePointer<UInt32>,
  _ work: Workspace
) {
  let vectors = Workspace.vectors
  // Added to a number, this leaves its integer part in the low bits.
  let big = Lanes(repeating: 0x1.8p52)
  var v = 0
  while v < vectors {
    var (red, green, blue) = (Lanes.zero, Lanes.zero, Lanes.zero)
    var a = 0
    while a < active {
      let share = work.shares[a * vectors + v]
      let color = linear + 3 * Int(work.numbers[a])
      red = fma(share, color[0], red)
      green = fma(share, color[1], green)
      blue = fma(share, color[2], blue)
      a += 1
    }
    let scale = work.scales[v] * 4095
    work.rows[v] = fma(red, scale, big)
    work.rows[vectors + v] = fma(green, scale, big)
    work.rows[2 * vectors + v] = fma(blue, scale, big)
    v += 1
  }
  let steps = UnsafeRawPointer(work.rows).assumingMemoryBound(to: UInt64.self)
  let first = block * FUSED_BLOCK
  let count = points.count - first < FUSED_BLOCK ? points.count - first : FUSED_BLOCK
  var i = 0
  while i < count {
    let red = UInt32(encoding[Int(truncatingIfNeeded: steps[i] & 4095)])
    let green = UInt32(encoding[Int(truncatingIfNeeded: steps[FUSED_BLOCK + i] & 4095)])
    let blue = UInt32(encoding[Int(truncatingIfNeeded: steps[2 * FUSED_BLOCK + i] & 4095)])
    let place = places.map { Int($0[first + i]) } ?? first + i
    pixels[place] = red << 16 | green << 8 | blue
    i += 1
  }
}
