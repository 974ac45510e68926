import CRasterKernel

/// Arithmetic on premultiplied 8-bit pixels. Every product of two bytes is divided by 255 and rounded to the nearest
/// byte, exactly: with t = a·b + 128, (t + t / 256) / 256 in integers equals round(a·b / 255) for all bytes.
enum Blend {
  /// All four channels multiplied by `factor` / 255.
  @inline(__always)
  static func scale(_ pixel: UInt32, by factor: UInt32) -> UInt32 {
    let even = (pixel & 0x00FF_00FF) &* factor &+ 0x0080_0080
    let odd = ((pixel >> 8) & 0x00FF_00FF) &* factor &+ 0x0080_0080
    return (((even &+ ((even >> 8) & 0x00FF_00FF)) >> 8) & 0x00FF_00FF)
      | ((odd &+ ((odd >> 8) & 0x00FF_00FF)) & 0xFF00_FF00)
  }

  /// Source over destination (Porter and Duff 1984): s + d·(1 − αₛ).
  @inline(__always)
  static func over(_ source: UInt32, _ destination: UInt32) -> UInt32 {
    source &+ scale(destination, by: 255 &- (source >> 24))
  }

  /// `source` over each of `count` pixels. Opaque colors are plain stores.
  @inline(__always)
  static func span(_ pixels: UnsafeMutablePointer<UInt32>, count: Int, _ source: UInt32) {
    let alpha = source >> 24
    if alpha == 255 {
      store(pixels, count: count, source)
    } else if source != 0 {
      OutlineKernel.fastest.tint(pixels, count, source)
    }
  }

  static func store(_ pixels: UnsafeMutablePointer<UInt32>, count: Int, _ source: UInt32) {
    let raw = UnsafeMutableRawPointer(pixels)
    let four = SIMD4<UInt32>(repeating: source)
    var i = 0
    while i &+ 4 <= count {
      raw.storeBytes(of: four, toByteOffset: i &* 4, as: SIMD4<UInt32>.self)
      i &+= 4
    }
    while i < count {
      pixels[i] = source
      i &+= 1
    }
  }
}
