import Glibc

/// The random source of everything random here: xoshiro256** (Blackman & Vigna, "Scrambled linear pseudorandom number
/// generators", 2021), its 256-bit state filled from the seed by SplitMix64.
///
/// The derived distributions are our own rather than the standard library's, whose algorithms may change between
/// versions: one seed gives one sequence on every machine, for ever.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Equatable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64
  private var spareGaussian: Double?

  /// Two generators with the same seed yield the same numbers, on every machine.
  public init(seed: UInt64) {
    var state = seed
    s0 = splitMix64(&state)
    s1 = splitMix64(&state)
    s2 = splitMix64(&state)
    s3 = splitMix64(&state)
  }

  /// 64 random bits.
  public mutating func next() -> UInt64 {
    let result = rotateLeft(s1 &* 5, 7) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = rotateLeft(s3, 45)
    return result
  }

  /// Uniform in [0, 1): the upper 53 bits of `next()`, times 2⁻⁵³.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Uniform in the range; the upper end is reached by rounding only.
  public mutating func uniform(in range: ClosedRange<Double>) -> Double {
    let u = uniform()
    return range.lowerBound * (1 - u) + range.upperBound * u
  }

  /// Standard normal, by Marsaglia's polar method (1964); every second call returns the pair's other half.
  public mutating func gaussian() -> Double {
    if let spare = spareGaussian {
      spareGaussian = nil
      return spare
    }
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let s = u * u + v * v
      if s > 0 && s < 1 {
        let factor = (-2 * log(s) / s).squareRoot()
        spareGaussian = v * factor
        return u * factor
      }
    }
  }

  /// A seed for part `index` of a task whose seed is `seed`: parts are unrelated, and part i is the same however many
  /// parts there are.
  static func derivedSeed(_ seed: UInt64, _ index: UInt64) -> UInt64 {
    var state = seed ^ (index &* 0xD1B5_4A32_D192_ED03)
    return splitMix64(&state)
  }
}

extension SeededGenerator: Codable {
  private enum CodingKeys: String, CodingKey { case state, spareGaussian }

  /// Throws where the state is none: of zeros alone only zeros would follow.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let state = try container.decode([UInt64].self, forKey: .state)
    guard state.count == 4, state != [0, 0, 0, 0] else {
      throw DecodingError.dataCorruptedError(
        forKey: .state, in: container, debugDescription: "A generator's state is four numbers, not all 0.")
    }
    (s0, s1, s2, s3) = (state[0], state[1], state[2], state[3])
    spareGaussian = try container.decodeIfPresent(Double.self, forKey: .spareGaussian)
  }

  /// Throws what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode([s0, s1, s2, s3], forKey: .state)
    try container.encodeIfPresent(spareGaussian, forKey: .spareGaussian)
  }
}

private func rotateLeft(_ x: UInt64, _ k: UInt64) -> UInt64 { (x << k) | (x >> (64 - k)) }

/// Steele, Lea & Flood, "Fast splittable pseudorandom number generators", 2014.
private func splitMix64(_ state: inout UInt64) -> UInt64 {
  state &+= 0x9E37_79B9_7F4A_7C15
  var z = state
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}
