/// A color blended by shares 0 … 1, four pixels at a time: what `Blend.scale` and `Blend.over` do, in the lanes of
/// `Blend.span`.
struct ShareBlend {
  private typealias Lanes = SIMD8<UInt16>

  private let source: UInt32
  private let even, odd, alpha: Lanes

  init(_ source: UInt32) {
    self.source = source
    even = Lanes(bytesOf: source)
    odd = Lanes(bytesOf: source >> 8)
    alpha = Lanes(repeating: UInt16(truncatingIfNeeded: source >> 24))
  }

  @inline(__always)
  func paint(_ pixels: UnsafeMutablePointer<UInt32>, _ shares: UnsafePointer<Float>, count: Int) {
    // Added to a number, this leaves its nearest integer in the low bits.
    let big: Float = 0x1p23
    let raw = UnsafeRawPointer(shares)
    let target = UnsafeMutableRawPointer(pixels)
    var x = 0
    while x < count {
      let four = raw.loadUnaligned(fromByteOffset: x &* 4, as: SIMD2<UInt64>.self)
      if four.x | four.y != 0 {
        let share =
          unsafeBitCast(
            unsafeBitCast(four, to: SIMD4<Float>.self) * 255 + big, to: SIMD4<UInt32>.self) & 255
        if x &+ 4 <= count {
          let old = target.loadUnaligned(fromByteOffset: x &* 4, as: Lanes.self)
          target.storeBytes(of: blended(old, share), toByteOffset: x &* 4, as: Lanes.self)
        } else {
          for last in x..<count {
            pixels[last] = Blend.over(Blend.scale(source, by: share[last &- x]), pixels[last])
          }
        }
      }
      x &+= 4
    }
  }

  @inline(__always)
  private func blended(_ old: Lanes, _ share: SIMD4<UInt32>) -> Lanes {
    let low = Lanes(repeating: 0x00FF)
    let eight = Lanes(repeating: 8)
    let weight = unsafeBitCast(share | share &<< SIMD4(repeating: 16), to: Lanes.self)
    let keep = low &- ShareBlend.divided(alpha &* weight)
    let added = ShareBlend.divided(even &* weight) | ShareBlend.divided(odd &* weight) &<< eight
    let kept = ShareBlend.divided((old & low) &* keep) | ShareBlend.divided((old &>> eight) &* keep) &<< eight
    return added &+ kept
  }

  /// Products of two bytes by 255, to the nearest byte.
  @inline(__always)
  private static func divided(_ product: Lanes) -> Lanes {
    let sum = product &+ Lanes(repeating: 128)
    return (sum &+ (sum &>> Lanes(repeating: 8))) &>> Lanes(repeating: 8)
  }
}

extension SIMD8<UInt16> {
  /// The first and third byte of a color, over and over.
  fileprivate init(bytesOf color: UInt32) {
    self = unsafeBitCast(SIMD4<UInt32>(repeating: color & 0x00FF_00FF), to: SIMD8<UInt16>.self)
  }
}
