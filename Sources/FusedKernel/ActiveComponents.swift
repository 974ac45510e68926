import CFusedKernel

/// Which components matter in one block of points, and by which power of two to scale its densities.
struct ActiveComponents {
  /// How many there are; their numbers stand in the workspace.
  var count: Int
  /// The scale: log₂ of a density that the best component surely reaches everywhere in the block.
  var shift: Double
  /// Do all densities that matter, divided by 2^`shift`, stay within the range of a `Double`?
  var isWithinRange: Bool
}

/// Finds the components whose share of some point of the block could reach 2⁻⁵⁶ of their mixing weight.
///
/// With zᵢ = Σⱼ Wᵢⱼ (xⱼ − μⱼ), the box gives |zᵢ − zᵢ(center)| ≤ Σⱼ |Wᵢⱼ| hⱼ, hence bounds of |z|² from below and
/// above, hence of the density. A component matters if its upper bound passes the best of all lower bounds by its
/// cut. Eight components are bounded at a time.
///
/// - Parameter numbers: receives the components' numbers, ascending; room for all.
@inline(__always)
func activeComponents(
  _ components: FusedComponents, dimensions: Int, box: UnsafePointer<Double>,
  upper: UnsafeMutablePointer<Lanes>, numbers: UnsafeMutablePointer<Int32>
) -> ActiveComponents {
  let rows = UnsafeRawPointer(components.bounds).assumingMemoryBound(to: Lanes.self)
  let stride = components.padded / Lanes.scalarCount
  let triangle = dimensions * stride
  let offset = triangle + dimensions * (dimensions + 1) / 2 * stride
  var best = Lanes(repeating: -.infinity)
  var group = 0
  while group < stride {
    var nearest = Lanes.zero
    var farthest = Lanes.zero
    var row = triangle + group
    var i = 0
    while i < dimensions {
      var center = Lanes.zero
      var radius = Lanes.zero
      var j = 0
      while j <= i {
        let w = rows[row]
        center = fma(w, Lanes(repeating: box[j]) - rows[j * stride + group], center)
        radius = fma(magnitude(w), box[dimensions + j], radius)
        row += stride
        j += 1
      }
      let far = magnitude(center) + radius
      let near = max(magnitude(center) - radius, Lanes.zero)
      farthest = fma(far, far, farthest)
      nearest = fma(near, near, nearest)
      i += 1
    }
    upper[group] = rows[offset + group] - nearest
    best = max(rows[offset + group] - farthest, best)
    group += 1
  }
  var shift = best[0]
  var lane = 1
  while lane < Lanes.scalarCount {
    shift = shift > best[lane] ? shift : best[lane]
    lane += 1
  }

  let bound = UnsafeRawPointer(upper).assumingMemoryBound(to: Double.self)
  let cut = components.bounds + (offset + stride) * Lanes.scalarCount
  var count = 0
  var highest = shift
  var k = 0
  while k < components.count {
    if bound[k] > shift + cut[k] {
      numbers[count] = Int32(truncatingIfNeeded: k)
      count += 1
      highest = highest > bound[k] ? highest : bound[k]
    }
    k += 1
  }
  if count > 0 && highest - shift < 1000 {
    return ActiveComponents(count: count, shift: shift, isWithinRange: true)
  }
  if count == 0 {
    // Bounds beyond the range of a Double: leave nobody out.
    while count < components.count {
      numbers[count] = Int32(truncatingIfNeeded: count)
      count += 1
    }
  }
  return ActiveComponents(count: count, shift: 0, isWithinRange: false)
}
