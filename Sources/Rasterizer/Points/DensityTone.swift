import Glibc

/// From sums to pixels: what a number of discs, and the sum of their colors, look like.
struct DensityTone {
  /// Steps of the number of discs that are told apart.
  static let stepsPerDisc: Float = 32

  /// Alpha 0 … 255 by the number of discs; beyond the end it is the last.
  let alpha: [UInt8]

  /// - Parameter opacity: of one disc, above 0.
  init(opacity: Double) {
    // From here on alpha would round to that of infinitely many.
    let enough = opacity >= 1 ? 1 : min(log(0.4 / 255) / log(1 - opacity), 4000)
    let steps = Int(enough * Double(DensityTone.stepsPerDisc)) + 1
    alpha = (0...steps).map { step in
      let discs = Double(step) / Double(DensityTone.stepsPerDisc)
      // Less than one disc of full opacity covers its share of the pixel.
      let value = opacity < 1 ? 1 - pow(1 - opacity, discs) : min(discs, 1)
      return UInt8(Int(clamping: (value * 255).rounded(), to: 0, 255))
    }
  }
}
