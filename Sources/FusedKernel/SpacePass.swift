import CFusedKernel

/// E-step and M-step statistics of a run of blocks of points in any number of dimensions, fused.
///
/// The same mathematics as `planePass`. Here the quadratic forms outweigh the exponentials, so densities are always
/// taken relative to each point's largest, and the moments of a component are one Gram matrix:
/// with y = √r (x − μ, 1), the sums of r (x − μ)(x − μ)ᵀ, r (x − μ) and r are the entries of Σ y yᵀ.
///
/// - Returns: the log-likelihood in bits.
func spacePass(
  _ points: FusedPoints, _ components: FusedComponents, firstBlock: Int, endBlock: Int,
  memory: UnsafeMutableRawPointer
) -> Double {
  let dimensions = points.dimensions
  let vectors = Workspace.vectors
  let workspace = Workspace(components, dimensions: dimensions)
  let shares = (memory + workspace.shares).assumingMemoryBound(to: Lanes.self)
  let scales = (memory + workspace.scales).assumingMemoryBound(to: Lanes.self)
  let rows = (memory + workspace.rows).assumingMemoryBound(to: Lanes.self)
  let upper = (memory + workspace.upper).assumingMemoryBound(to: Lanes.self)
  let numbers = (memory + workspace.numbers).assumingMemoryBound(to: Int32.self)
  let moments = (memory + workspace.moments).assumingMemoryBound(to: Lanes.self)
  let sumsPerComponent = momentCount(dimensions)
  var logLikelihood = Lanes.zero

  var block = firstBlock
  while block < endBlock {
    let active = activeComponents(
      components, dimensions: dimensions, box: points.boxes + 2 * dimensions * block, upper: upper, numbers: numbers)
    let columns = points.columns + block * FUSED_BLOCK
    let weights = blockWeights(points, block: block)

    // E-step: log densities, then densities relative to the largest, and v / their sum.
    var a = 0
    while a < active.count {
      logDensities(
        columns, stride: points.stride, dimensions: dimensions,
        component: components.table + Int(numbers[a]) * components.length, into: shares + a * vectors)
      a += 1
    }
    var v = 0
    while v < vectors {
      var peak = Lanes(repeating: -.greatestFiniteMagnitude)
      a = 0
      while a < active.count {
        peak = max(shares[a * vectors + v], peak)
        a += 1
      }
      var sum = Lanes.zero
      a = 0
      while a < active.count {
        let density = exp2(max(shares[a * vectors + v], Lanes(repeating: -.greatestFiniteMagnitude)) - peak)
        shares[a * vectors + v] = density
        sum += density
        a += 1
      }
      let bits = log2(sum) + peak
      if let weights {
        logLikelihood = fma(weights[v], bits, logLikelihood)
        scales[v] = weights[v] / sum
      } else {
        logLikelihood += bits
        scales[v] = 1 / sum
      }
      v += 1
    }

    // M-step: the Gram matrix of √r (x − μ, 1).
    a = 0
    while a < active.count {
      let number = Int(numbers[a])
      let component = components.table + number * components.length
      let roots = rows + dimensions * vectors
      var largest = Lanes.zero
      v = 0
      while v < vectors {
        let r = shares[a * vectors + v] * scales[v]
        largest = max(r, largest)
        roots[v] = r.squareRoot()
        v += 1
      }
      if anyLane(of: largest, exceeds: component[1]) {
        var d = 0
        while d < dimensions {
          let column = UnsafeRawPointer(columns + d * points.stride).assumingMemoryBound(to: Lanes.self)
          let row = rows + d * vectors
          v = 0
          while v < vectors {
            row[v] = roots[v] * (column[v] - component[2 + d])
            v += 1
          }
          d += 1
        }
        addGram(rows, length: vectors, dimensions: dimensions, to: moments + number * sumsPerComponent)
      }
      a += 1
    }
    block += 1
  }
  return logLikelihood.sum()
}

/// offset − |W (x − μ)|² of a block's points; W in panels of four rows, so that every difference, once loaded,
/// meets four numbers of W that lie side by side. Two registers of points at a time.
private func logDensities(
  _ columns: UnsafePointer<Double>, stride: Int, dimensions: Int, component: UnsafePointer<Double>,
  into results: UnsafeMutablePointer<Lanes>
) {
  let points = UnsafeRawPointer(columns).assumingMemoryBound(to: Lanes.self)
  let vectorStride = stride / Lanes.scalarCount
  let mean = component + 2
  var v = 0
  while v < Workspace.vectors {
    var panel = mean + dimensions
    var t0 = Lanes(repeating: component[0])
    var t1 = t0
    var firstRow = 0
    while firstRow < dimensions {
      let end = firstRow + 4 < dimensions ? firstRow + 4 : dimensions
      var (p0, p1, p2, p3) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
      var (q0, q1, q2, q3) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
      var j = 0
      while j < end {
        let d0 = points[j * vectorStride + v] - mean[j]
        let d1 = points[j * vectorStride + v + 1] - mean[j]
        p0 = fma(d0, panel[0], p0)
        p1 = fma(d0, panel[1], p1)
        p2 = fma(d0, panel[2], p2)
        p3 = fma(d0, panel[3], p3)
        q0 = fma(d1, panel[0], q0)
        q1 = fma(d1, panel[1], q1)
        q2 = fma(d1, panel[2], q2)
        q3 = fma(d1, panel[3], q3)
        panel += 4
        j += 1
      }
      t0 -= fma(p0, p0, p1 * p1) + fma(p2, p2, p3 * p3)
      t1 -= fma(q0, q0, q1 * q1) + fma(q2, q2, q3 * q3)
      firstRow += 4
    }
    results[v] = t0
    results[v + 1] = t1
    v += 2
  }
}

@inline(__always)
private func anyLane(of values: Lanes, exceeds limit: Double) -> Bool {
  var lane = 0
  while lane < Lanes.scalarCount {
    if values[lane] > limit { return true }
    lane += 1
  }
  return false
}
