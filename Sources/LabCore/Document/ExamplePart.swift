import GaussianMixtures
import Glibc

/// One of the distributions that an example is drawn from: so many points, …
enum ExamplePart {
  /// … normally distributed, by the standard deviations of the axes and the angle of the long one,
  case cluster(Int, DataPoint, long: Double, short: Double, degrees: Double)
  /// … along an arc around a point, its ends in radians, with a standard deviation across,
  case arc(Int, DataPoint, radius: Double, from: Double, to: Double, spread: Double)
  /// … evenly in a square around a point,
  case square(Int, DataPoint, side: Double)
  /// … all in one place.
  case spot(Int, DataPoint)

  func draw(using generator: inout SeededGenerator) -> [DataPoint] {
    switch self {
    case .cluster(let count, let center, let long, let short, let degrees):
      let angle = degrees / 180 * .pi
      return (0..<count).map { _ in
        let offset = ExamplePart.compactGaussian(using: &generator)
        let (u, v) = (offset.x * long, offset.y * short)
        return DataPoint(center.x + u * cos(angle) - v * sin(angle), center.y + u * sin(angle) + v * cos(angle))
      }
    case .arc(let count, let center, let radius, let from, let to, let spread):
      return (0..<count).map { _ in
        let angle = generator.uniform(in: from...to)
        return ExamplePart.onCircle(
          center, radius + spread * ExamplePart.compactGaussian(using: &generator).x, angle)
      }
    case .square(let count, let center, let side):
      return (0..<count).map { _ in
        let x = generator.uniform(in: -side / 2...side / 2)
        return DataPoint(center.x + x, center.y + generator.uniform(in: -side / 2...side / 2))
      }
    case .spot(let count, let place): return Array(repeating: place, count: count)
    }
  }

  static func onCircle(_ center: DataPoint, _ radius: Double, _ angle: Double) -> DataPoint {
    DataPoint(center.x + radius * cos(angle), center.y + radius * sin(angle))
  }

  /// Nothing beyond 2.4 σ: an example should fill the canvas, and a stray point would shrink it.
  private static func compactGaussian(using generator: inout SeededGenerator) -> DataPoint {
    while true {
      let u = generator.gaussian()
      let v = generator.gaussian()
      if u * u + v * v <= 2.4 * 2.4 { return DataPoint(u, v) }
    }
  }
}
