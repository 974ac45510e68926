import CFusedKernel

/// The E-step of one block. For every point x with weight v, and every component k that matters in the block:
///
///     tₖ = offsetₖ − |Wₖ (x − μₖ)|²          log₂ of the weighted density
///     share = 2^(tₖ − s)                     s common to all components
///     scale = v / Σ share                    so that the responsibility is rₖ = v 2^tₖ / Σⱼ 2^tⱼ = share · scale
///     bits  = log₂ Σₖ 2^tₖ                   the point's log-likelihood
///
/// Shares and scales stand in the workspace afterwards. A point whose every tₖ is beyond the range of a `Double`
/// makes the bits NaN.
///
/// - Returns: the number of components that matter, and v · bits summed over the block.
@inline(__always)
func responsibilities(
  block: Int, _ points: FusedPoints, _ components: FusedComponents, _ work: Workspace
) -> (active: Int, bits: Lanes) {
  let dimensions = points.dimensions
  let columns = points.columns + block * FUSED_BLOCK
  let weights = blockWeights(points, block: block)
  let active = activeComponents(
    components, dimensions: dimensions, box: points.boxes + 2 * dimensions * block, upper: work.upper,
    numbers: work.numbers)

  if dimensions == 2 {
    gather(active, components, into: work.near, numbers: work.numbers)
    if active.isWithinRange {
      return (active.count, planeShares(columns, stride: points.stride, weights, active, work))
    }
  }
  var a = 0
  while a < active.count {
    let component = components.table + Int(work.numbers[a]) * components.length
    let shares = work.shares + a * Workspace.vectors
    if dimensions == 2 {
      planeLogDensities(columns, stride: points.stride, component: component, into: shares)
    } else if components.is_diagonal {
      diagonalLogDensities(columns, stride: points.stride, dimensions, component: component, into: shares)
    } else {
      logDensities(columns, stride: points.stride, dimensions, component: component, into: shares)
    }
    a += 1
  }
  return (active.count, sharesOfPeak(weights, active, work))
}

/// The block's shares in the plane, all divided by one power of two: every density is visited once.
@inline(__always)
private func planeShares(
  _ columns: UnsafePointer<Double>, stride: Int, _ weights: UnsafePointer<Lanes>?, _ active: ActiveComponents,
  _ work: Workspace
) -> Lanes {
  let xs = UnsafeRawPointer(columns).assumingMemoryBound(to: Lanes.self)
  let ys = UnsafeRawPointer(columns + stride).assumingMemoryBound(to: Lanes.self)
  var total = Lanes.zero
  var v = 0
  while v < Workspace.vectors {
    let x = xs[v]
    let y = ys[v]
    var sum = Lanes.zero
    var a = 0
    while a < active.count {
      let share = exp2(planeLogDensity(work.near + planeLength * a, x, y))
      work.shares[a * Workspace.vectors + v] = share
      sum += share
      a += 1
    }
    total = finish(v, sum: sum, shift: Lanes(repeating: active.shift), weights, work, total)
    v += 1
  }
  return total
}

/// Log densities become shares, those of each point divided by its largest: right for any range.
@inline(__always)
private func sharesOfPeak(
  _ weights: UnsafePointer<Lanes>?, _ active: ActiveComponents, _ work: Workspace
) -> Lanes {
  var total = Lanes.zero
  var v = 0
  while v < Workspace.vectors {
    var peak = Lanes(repeating: -.infinity)
    var a = 0
    while a < active.count {
      peak = max(work.shares[a * Workspace.vectors + v], peak)
      a += 1
    }
    var sum = Lanes.zero
    a = 0
    while a < active.count {
      let share = exp2(work.shares[a * Workspace.vectors + v] - peak)
      work.shares[a * Workspace.vectors + v] = share
      sum += share
      a += 1
    }
    total = finish(v, sum: sum, shift: peak, weights, work, total)
    v += 1
  }
  return total
}

/// Stores the scale of one register of points, and adds their bits to the total.
@inline(__always)
private func finish(
  _ v: Int, sum: Lanes, shift: Lanes, _ weights: UnsafePointer<Lanes>?, _ work: Workspace, _ total: Lanes
) -> Lanes {
  let bits = log2(sum) + shift
  guard let weights else {
    work.scales[v] = 1 / sum
    return total + bits
  }
  work.scales[v] = weights[v] / sum
  return fma(weights[v], bits, total)
}

/// Copies the active components' tables together, the block's scale taken off their offsets.
@inline(__always)
private func gather(
  _ active: ActiveComponents, _ components: FusedComponents, into near: UnsafeMutablePointer<Double>,
  numbers: UnsafePointer<Int32>
) {
  var a = 0
  while a < active.count {
    let component = components.table + Int(numbers[a]) * planeLength
    var p = 0
    while p < planeLength {
      near[planeLength * a + p] = component[p]
      p += 1
    }
    near[planeLength * a + 5] -= active.shift
    a += 1
  }
}

/// The weights of a block's points; nil where each is one.
@inline(__always)
private func blockWeights(_ points: FusedPoints, block: Int) -> UnsafePointer<Lanes>? {
  if let weights = points.weights {
    return UnsafeRawPointer(weights + block * FUSED_BLOCK).assumingMemoryBound(to: Lanes.self)
  }
  let isPadded = block == points.blocks - 1 && points.count < points.stride
  return isPadded ? UnsafeRawPointer(points.tail).assumingMemoryBound(to: Lanes.self) : nil
}
