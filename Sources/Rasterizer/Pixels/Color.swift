/// A color in sRGB with straight (not premultiplied) alpha, 8 bits each.
public struct Color: Sendable, Hashable {
  /// 0 … 255, as are the others.
  public var red: UInt8
  /// Green.
  public var green: UInt8
  /// Blue.
  public var blue: UInt8
  /// 0 is transparent, 255 opaque.
  public var alpha: UInt8

  /// The color with these channels; opaque if not told otherwise.
  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// - Parameters:
  ///   - rgb: 0xRRGGBB; higher bits are ignored.
  ///   - alpha: from 0 (transparent) to 1 (opaque); what lies outside is clamped, NaN is transparent.
  public init(_ rgb: UInt32, alpha: Double = 1) {
    self.init(
      red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
      blue: UInt8(truncatingIfNeeded: rgb), alpha: UInt8(Int(clamping: (alpha * 255).rounded(), to: 0, 255)))
  }

  /// No color at all.
  public static let transparent = Color(0, alpha: 0)

  /// This color with its alpha multiplied by `factor`, clamped to 0 … 1.
  public func opacity(_ factor: Double) -> Color {
    var color = self
    color.alpha = UInt8(Int(clamping: (Double(alpha) * factor).rounded(), to: 0, 255))
    return color
  }

  /// What an opaque `ground` becomes under so much of this color, 0 … 1; opaque again.
  public func mixed(into ground: Color, _ share: Double) -> Color {
    func mix(_ own: UInt8, _ other: UInt8) -> UInt8 {
      UInt8(Int(clamping: (Double(other) + (Double(own) - Double(other)) * share).rounded(), to: 0, 255))
    }
    return Color(
      red: mix(red, ground.red), green: mix(green, ground.green), blue: mix(blue, ground.blue))
  }

  /// 0xRRGGBB, without alpha.
  public var rgb: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// 0xAARRGGBB with red, green and blue multiplied by alpha, rounded to the nearest 8-bit value.
  public var premultiplied: UInt32 { Blend.scale(0xFF00_0000 | rgb, by: UInt32(alpha)) }
}
