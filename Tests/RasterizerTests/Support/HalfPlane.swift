/// The share of a pixel that lies on the inner side of a straight edge, exactly.
///
/// Projected on the edge's normal, a pixel is a trapezoid: a flat top |a − b| wide and a foot a + b wide, a and b the
/// larger and smaller part of the normal. The share is that trapezoid's area up to the edge.
struct HalfPlane {
  private let flat: Double
  private let foot: Double
  private let slope: Double
  private let curve: Double

  /// (`x`, `y`) is the edge's unit normal.
  @inline(__always)
  init(normalX x: Double, _ y: Double) {
    let a = max(abs(x), abs(y))
    let b = min(abs(x), abs(y))
    flat = (a - b) / 2
    foot = (a + b) / 2
    slope = 1 / a
    curve = b > 0 ? 1 / (2 * a * b) : 0
  }

  /// The share for a pixel whose center is `depth` pixels inside the edge (negative: outside).
  @inline(__always)
  func share(_ depth: Double) -> Double {
    let distance = abs(depth)
    if distance >= foot { return depth > 0 ? 1 : 0 }
    if distance <= flat { return 0.5 + depth * slope }
    let rest = (foot - distance) * (foot - distance) * curve
    return depth > 0 ? 1 - rest : rest
  }

  /// The share within a strip `half` pixels to either side of a line `distance` from the pixel's center.
  @inline(__always)
  func share(_ distance: Double, half: Double) -> Double { share(half - distance) - share(-half - distance) }
}
