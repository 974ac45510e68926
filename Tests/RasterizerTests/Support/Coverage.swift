import Foundation
import Rasterizer

/// What a drawing covers, 0 … 255 per pixel: opaque white on nothing leaves the coverage in alpha.
struct Coverage: Equatable {
  let width: Int
  let values: [UInt32]

  init(width: Int = 64, height: Int = 64, _ draw: (inout Canvas) -> Void) {
    var canvas = Canvas(width: width, height: height)
    draw(&canvas)
    self.width = width
    values = canvas.bitmap.pixels.map { $0 >> 24 }
  }

  /// In pixels.
  var area: Double { values.reduce(0) { $0 + Double($1) } / 255 }

  subscript(x: Int, y: Int) -> UInt32 { values[y * width + x] }

  /// Root mean square difference from `exact` (0 … 1), in 255ths, over the pixels on the edge of either.
  func rootMeanSquare(from exact: [Double]) -> Double {
    var sum = 0.0
    var count = 0
    for (value, exact) in zip(values, exact) where (value > 0 && value < 255) || (exact > 0 && exact < 1) {
      sum += (Double(value) - exact * 255) * (Double(value) - exact * 255)
      count += 1
    }
    return count > 0 ? (sum / Double(count)).squareRoot() : 0
  }
}

let white = Color(0xFFFFFF)

/// The exact share of each pixel inside a shape that meets every horizontal line in one interval, from many lines per
/// row of pixels. `interval` gives that interval at height y, or nil.
func exactCoverage(
  width: Int, height: Int, _ interval: (_ y: Double) -> (from: Double, to: Double)?
) -> [Double] {
  let lines = 64
  var shares = [Double](repeating: 0, count: width * height)
  for line in 0..<height * lines {
    guard let (from, to) = interval((Double(line) + 0.5) / Double(lines)), from < to else { continue }
    let row = line / lines * width
    for x in max(Int(from), 0)...min(Int(to), width - 1) {
      shares[row + x] += (min(to, Double(x + 1)) - max(from, Double(x))) / Double(lines)
    }
  }
  return shares
}

/// The interval of an ellipse's inside at height `y`.
func interval(of ellipse: Ellipse, at y: Double) -> (from: Double, to: Double)? {
  // p x² + 2 q x + r = 0 for the two ends, x and y relative to the center.
  let (sine, cosine) = (sin(ellipse.angle), cos(ellipse.angle))
  let (a, b) = (1 / (ellipse.semiMajor * ellipse.semiMajor), 1 / (ellipse.semiMinor * ellipse.semiMinor))
  let dy = y - ellipse.center.y
  let p = cosine * cosine * a + sine * sine * b
  let q = cosine * sine * (a - b) * dy
  let r = (sine * sine * a + cosine * cosine * b) * dy * dy - 1
  let root = q * q - p * r
  guard root > 0 else { return nil }
  return (ellipse.center.x + (-q - root.squareRoot()) / p, ellipse.center.x + (-q + root.squareRoot()) / p)
}
