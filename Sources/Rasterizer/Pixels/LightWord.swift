/// A color in linear light in one word: the square roots of red, green and blue, in 1023rds, by ten bits each, red in
/// bits 20 to 29, blue in bits 0 to 9. Roots have their finest steps in the dark, as the eye has: every sRGB byte
/// survives.
public enum LightWord {
  static let mask: UInt32 = 1023

  /// The light of a root of 1, in `LinearLight.encodedLimit`ths.
  static let steps = Float(LinearLight.encodedLimit) / Float(mask * mask)

  /// Linear light of every root as a whole number of `LinearLight.encodedLimit`ths: sums of such are exact, in any
  /// order, up to 2²⁴.
  static let light: [Float] = (0...mask).map { root in (Float(root * root) * steps).rounded() }

  /// The sRGB byte of every root.
  private static let bytes: [UInt32] = light.map { UInt32(LinearLight.encoded[Int($0)]) }

  /// The root of every sRGB byte.
  private static let roots: [UInt32] = LinearLight.decoded.map { UInt32(($0.squareRoot() * Float(mask)).rounded()) }

  /// The word of 0xRRGGBB.
  static func word(_ rgb: UInt32) -> UInt32 {
    roots[Int(rgb >> 16 & 255)] << 20 | roots[Int(rgb >> 8 & 255)] << 10 | roots[Int(rgb & 255)]
  }

  /// The nearest 0xRRGGBB of many words.
  public static func rgb(_ words: [UInt32]) -> [UInt32] {
    bytes.withUnsafeBufferPointer { bytes in
      words.map { bytes[Int($0 >> 20 & mask)] << 16 | bytes[Int($0 >> 10 & mask)] << 8 | bytes[Int($0 & mask)] }
    }
  }
}
