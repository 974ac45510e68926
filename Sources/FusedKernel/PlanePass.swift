import CFusedKernel

/// E-step and M-step statistics of a run of blocks of points in the plane, fused.
///
/// For every point x with weight v, and every component k that matters in its block:
///
///     tₖ = offsetₖ − |Wₖ (x − μₖ)|²          log₂ of the weighted density
///     rₖ = v 2^tₖ / Σⱼ 2^tⱼ                  responsibility
///     log-likelihood += v log₂ Σⱼ 2^tⱼ
///     Nₖ += rₖ,  Sₖ += rₖ (x − μₖ),  Qₖ += rₖ (x − μₖ)(x − μₖ)ᵀ
///
/// - Returns: the log-likelihood in bits.
func planePass(
  _ points: FusedPoints, _ components: FusedComponents, firstBlock: Int, endBlock: Int,
  memory: UnsafeMutableRawPointer
) -> Double {
  let vectors = Workspace.vectors
  let xs = UnsafeRawPointer(points.columns).assumingMemoryBound(to: Lanes.self)
  let ys = UnsafeRawPointer(points.columns + points.stride).assumingMemoryBound(to: Lanes.self)
  let workspace = Workspace(components, dimensions: 2)
  let moments = (memory + workspace.moments).assumingMemoryBound(to: Lanes.self)
  let shares = (memory + workspace.shares).assumingMemoryBound(to: Lanes.self)
  let scales = (memory + workspace.scales).assumingMemoryBound(to: Lanes.self)
  let upper = (memory + workspace.upper).assumingMemoryBound(to: Lanes.self)
  let near = (memory + workspace.components).assumingMemoryBound(to: Double.self)
  let numbers = (memory + workspace.numbers).assumingMemoryBound(to: Int32.self)
  var logLikelihood = Lanes.zero

  var block = firstBlock
  while block < endBlock {
    let active = activeComponents(
      components, dimensions: 2, box: points.boxes + 4 * block, upper: upper, numbers: numbers)
    var a = 0
    while a < active.count {
      let component = components.table + Int(numbers[a]) * 6
      var p = 0
      while p < 6 {
        near[6 * a + p] = component[p]
        p += 1
      }
      near[6 * a + 5] -= active.shift
      a += 1
    }
    let weights = blockWeights(points, block: block)

    // E-step: every point's 2^tₖ, side by side, and v / Σ 2^tₖ.
    var v = 0
    while v < vectors {
      let x = xs[block * vectors + v]
      let y = ys[block * vectors + v]
      var sum = Lanes.zero
      var peak = Lanes.zero
      if active.isWithinRange {
        a = 0
        while a < active.count {
          let density = exp2(planeLogDensity(near + 6 * a, x, y))
          shares[a * vectors + v] = density
          sum += density
          a += 1
        }
      } else {
        peak = Lanes(repeating: -.greatestFiniteMagnitude)
        a = 0
        while a < active.count {
          let t = max(planeLogDensity(near + 6 * a, x, y), Lanes(repeating: -.greatestFiniteMagnitude))
          shares[a * vectors + v] = t
          peak = max(t, peak)
          a += 1
        }
        a = 0
        while a < active.count {
          let density = exp2(shares[a * vectors + v] - peak)
          shares[a * vectors + v] = density
          sum += density
          a += 1
        }
      }
      let bits = log2(sum) + peak + active.shift
      if let weights {
        logLikelihood = fma(weights[v], bits, logLikelihood)
        scales[v] = weights[v] / sum
      } else {
        logLikelihood += bits
        scales[v] = 1 / sum
      }
      v += 1
    }

    // M-step: weighted moments about the current means.
    a = 0
    while a < active.count {
      let meanX = near[6 * a]
      let meanY = near[6 * a + 1]
      let total = moments + Int(numbers[a]) * 6
      var (qxx, qxy, qyy, sx, sy, n) = (total[0], total[1], total[2], total[3], total[4], total[5])
      v = 0
      while v < vectors {
        let r = shares[a * vectors + v] * scales[v]
        let dx = xs[block * vectors + v] - meanX
        let dy = ys[block * vectors + v] - meanY
        let rx = r * dx
        let ry = r * dy
        n += r
        sx += rx
        sy += ry
        qxx = fma(rx, dx, qxx)
        qxy = fma(rx, dy, qxy)
        qyy = fma(ry, dy, qyy)
        v += 1
      }
      (total[0], total[1], total[2], total[3], total[4], total[5]) = (qxx, qxy, qyy, sx, sy, n)
      a += 1
    }
    block += 1
  }
  return logLikelihood.sum()
}

/// offset − |W (x − μ)|², W lower triangular.
@inline(__always)
private func planeLogDensity(_ component: UnsafePointer<Double>, _ x: Lanes, _ y: Lanes) -> Lanes {
  let dx = x - component[0]
  let dy = y - component[1]
  let z1 = dx * component[2]
  let z2 = fma(dy, component[4], dx * component[3])
  return fma(-z1, z1, fma(-z2, z2, Lanes(repeating: component[5])))
}

/// The weights of a block's points; nil where each is one.
@inline(__always)
func blockWeights(_ points: FusedPoints, block: Int) -> UnsafePointer<Lanes>? {
  if let weights = points.weights {
    return UnsafeRawPointer(weights + block * FUSED_BLOCK).assumingMemoryBound(to: Lanes.self)
  }
  return block == points.blocks - 1
    ? UnsafeRawPointer(points.tail).assumingMemoryBound(to: Lanes.self) : nil
}
