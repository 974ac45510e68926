import Glibc

/// Conversion between sRGB bytes and linear light (IEC 61966-2-1), where light adds and averages as light does. The
/// mean of two sRGB bytes is darker than the mean of the light they stand for.
public enum LinearLight {
  /// Linear light of every sRGB byte, 0 … 1.
  public static let decoded: [Float] = (0...255).map { byte in
    let value = Double(byte) / 255
    return Float(value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4))
  }

  /// The highest index of `encoded`.
  public static let encodedLimit = 4095

  /// The sRGB byte for linear light `i` / 4095. Steps are finer than the darkest sRGB step, so every byte survives
  /// `decoded` and back.
  public static let encoded: [UInt8] = (0...encodedLimit).map { index in
    let value = Double(index) / Double(encodedLimit)
    let byte = value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
    return UInt8(Int(clamping: (byte * 255).rounded(), to: 0, 255))
  }

  /// The sRGB byte for linear light `value`, clamped to 0 … 1.
  public static func encode(_ value: Double) -> UInt8 {
    encoded[Int(clamping: (value * Double(encodedLimit)).rounded(), to: 0, encodedLimit)]
  }
}

extension Color {
  /// The weighted mean of `colors` in linear light: Σ wᵢ cᵢ / Σ wᵢ for each channel, alpha averaged alike. Negative and
  /// NaN weights count as zero; surplus colors or weights are ignored; with no weight at all it is transparent.
  public static func mix(_ colors: [Color], weights: [Double]) -> Color {
    var red = 0.0
    var green = 0.0
    var blue = 0.0
    var alpha = 0.0
    var total = 0.0
    for (color, weight) in zip(colors, weights) where weight > 0 {
      let weight = min(weight, 1e300 / Double(colors.count))
      red += weight * Double(LinearLight.decoded[Int(color.red)])
      green += weight * Double(LinearLight.decoded[Int(color.green)])
      blue += weight * Double(LinearLight.decoded[Int(color.blue)])
      alpha += weight * Double(color.alpha) / 255
      total += weight
    }
    guard total > 0 else { return .transparent }
    return Color(
      red: LinearLight.encode(red / total), green: LinearLight.encode(green / total),
      blue: LinearLight.encode(blue / total),
      alpha: UInt8(Int(clamping: (alpha / total * 255).rounded(), to: 0, 255)))
  }
}
