import Foundation
import FusedPass

/// A seeded problem: points around the means of a random mixture, and that mixture, a little displaced.
struct RandomProblem {
  var columns: [[Double]]
  var model: [FusedComponent]

  /// - Parameter spread: how far the means lie apart, in standard deviations.
  init(points: Int, components: Int, dimensions: Int, spread: Double = 4, offset: Double = 0, seed: UInt64) {
    var random = SplitMix64(state: seed)
    model = (0..<components).map { _ in
      let mean = (0..<dimensions).map { _ in offset + spread * random.normal() }
      let weight = (0.2 + random.uniform()) / Double(components)
      let whitening = (0..<dimensions).flatMap { i in
        (0...i).map { $0 == i ? 0.5 + random.uniform() : 0.4 * random.normal() / Double(dimensions).squareRoot() }
      }
      return FusedComponent(logWeight: log(weight), mean: mean, whitening: whitening)
    }
    columns = .init(repeating: [], count: dimensions)
    for _ in 0..<points {
      let component = model[Int(random.next() % UInt64(components))]
      for d in 0..<dimensions { columns[d].append(component.mean[d] + 1.2 * random.normal()) }
    }
    for k in model.indices {
      for d in 0..<dimensions { model[k].mean[d] += 0.3 * random.normal() }
      model[k].center = model[k].mean
    }
  }
}

/// Steele, Lea and Flood 2014.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Uniform in (0, 1).
  mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

  /// Standard normal (Box and Muller 1958).
  mutating func normal() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform()) }
}
