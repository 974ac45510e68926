import CFusedKernel

// The M-step's share of one block: with responsibilities r = share · scale, the sums of r (x − c)(x − c)ᵀ, r (x − c)
// and r are added to those of the component, c its center.

/// In the plane: six sums.
@inline(__always)
func addPlaneMoments(
  _ active: Int, _ columns: UnsafePointer<Double>, stride: Int, _ work: Workspace
) {
  let xs = UnsafeRawPointer(columns).assumingMemoryBound(to: Lanes.self)
  let ys = UnsafeRawPointer(columns + stride).assumingMemoryBound(to: Lanes.self)
  var a = 0
  while a < active {
    let centerX = work.near[planeLength * a + 6]
    let centerY = work.near[planeLength * a + 7]
    let shares = work.shares + a * Workspace.vectors
    let total = work.moments + 6 * Int(work.numbers[a])
    var (qxx, qxy, qyy, sx, sy, n) = (total[0], total[1], total[2], total[3], total[4], total[5])
    var v = 0
    while v < Workspace.vectors {
      let r = shares[v] * work.scales[v]
      let dx = xs[v] - centerX
      let dy = ys[v] - centerY
      let rx = r * dx
      let ry = r * dy
      qxx = fma(rx, dx, qxx)
      qxy = fma(rx, dy, qxy)
      qyy = fma(ry, dy, qyy)
      sx += rx
      sy += ry
      n += r
      v += 1
    }
    (total[0], total[1], total[2], total[3], total[4], total[5]) = (qxx, qxy, qyy, sx, sy, n)
    a += 1
  }
}

/// In any dimension, as one Gram matrix: with y = √r (x − c, 1) the sums are the entries of Σ y yᵀ.
@inline(__always)
func addMoments(
  _ active: Int, _ columns: UnsafePointer<Double>, stride: Int, _ dimensions: Int, _ components: FusedComponents,
  _ work: Workspace
) {
  let vectors = Workspace.vectors
  let perComponent = momentCount(components, dimensions: dimensions)
  let roots = work.rows + dimensions * vectors
  var a = 0
  while a < active {
    let number = Int(work.numbers[a])
    let component = components.table + number * components.length
    let center = component + 2 + dimensions
    var largest = Lanes.zero
    var v = 0
    while v < vectors {
      let r = work.shares[a * vectors + v] * work.scales[v]
      largest = max(r, largest)
      roots[v] = r.squareRoot()
      v += 1
    }
    a += 1
    guard anyLane(of: largest, exceeds: component[1]) else { continue }
    var d = 0
    while d < dimensions {
      let column = UnsafeRawPointer(columns + d * stride).assumingMemoryBound(to: Lanes.self)
      let row = work.rows + d * vectors
      v = 0
      while v < vectors {
        row[v] = roots[v] * (column[v] - center[d])
        v += 1
      }
      d += 1
    }
    let total = work.moments + number * perComponent
    if components.is_diagonal {
      addDiagonal(work.rows, dimensions, to: total)
    } else {
      addGram(work.rows, rowCount: dimensions + 1, to: total)
    }
  }
}

/// Of the Gram matrix the diagonal and the last row: first moments are the products with √r.
@inline(__always)
private func addDiagonal(_ rows: UnsafePointer<Lanes>, _ dimensions: Int, to total: UnsafeMutablePointer<Lanes>) {
  let vectors = Workspace.vectors
  let roots = rows + dimensions * vectors
  var d = 0
  while d <= dimensions {
    let row = rows + d * vectors
    var (q, s) = (total[d], total[dimensions + d])
    var v = 0
    while v < vectors {
      q = fma(row[v], row[v], q)
      s = fma(row[v], roots[v], s)
      v += 1
    }
    if d < dimensions { total[d] = q }
    total[dimensions + d] = s
    d += 1
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
