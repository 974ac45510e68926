import CFusedKernel

// log₂ of weighted densities, t = offset − |W (x − μ)|², of a block's points; the tables are laid out as
// `fused_kernel.h` says.

/// Numbers per component in the plane.
@inline(__always) var planeLength: Int { 8 }

/// In the plane: z₁ = W₁₁ dx, z₂ = W₂₁ dx + W₂₂ dy, t = offset − z₁² − z₂².
@inline(__always)
func planeLogDensity(_ component: UnsafePointer<Double>, _ x: Lanes, _ y: Lanes) -> Lanes {
  let dx = x - component[0]
  let dy = y - component[1]
  let z1 = dx * component[2]
  let z2 = fma(dy, component[4], dx * component[3])
  return fma(-z1, z1, fma(-z2, z2, Lanes(repeating: component[5])))
}

func planeLogDensities(
  _ columns: UnsafePointer<Double>, stride: Int, component: UnsafePointer<Double>,
  into results: UnsafeMutablePointer<Lanes>
) {
  let xs = UnsafeRawPointer(columns).assumingMemoryBound(to: Lanes.self)
  let ys = UnsafeRawPointer(columns + stride).assumingMemoryBound(to: Lanes.self)
  var v = 0
  while v < Workspace.vectors {
    results[v] = planeLogDensity(component, xs[v], ys[v])
    v += 1
  }
}

/// In any dimension, W diagonal.
func diagonalLogDensities(
  _ columns: UnsafePointer<Double>, stride: Int, _ dimensions: Int, component: UnsafePointer<Double>,
  into results: UnsafeMutablePointer<Lanes>
) {
  let points = UnsafeRawPointer(columns).assumingMemoryBound(to: Lanes.self)
  let mean = component + 2
  let factor = mean + 2 * dimensions
  var v = 0
  while v < Workspace.vectors {
    var t = Lanes(repeating: component[0])
    var d = 0
    while d < dimensions {
      let z = (points[d * (stride / Lanes.scalarCount) + v] - mean[d]) * factor[d]
      t = fma(-z, z, t)
      d += 1
    }
    results[v] = t
    v += 1
  }
}

/// In any dimension, W in panels of four rows: every difference, once loaded, meets four numbers of W that lie side
/// by side.
func logDensities(
  _ columns: UnsafePointer<Double>, stride: Int, _ dimensions: Int, component: UnsafePointer<Double>,
  into results: UnsafeMutablePointer<Lanes>
) {
  let points = UnsafeRawPointer(columns).assumingMemoryBound(to: Lanes.self)
  let mean = component + 2
  var v = 0
  while v < Workspace.vectors {
    var panel = mean + 2 * dimensions
    var t = Lanes(repeating: component[0])
    var firstRow = 0
    while firstRow < dimensions {
      let end = firstRow + 4 < dimensions ? firstRow + 4 : dimensions
      var (z0, z1, z2, z3) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
      var j = 0
      while j < end {
        let d = points[j * (stride / Lanes.scalarCount) + v] - mean[j]
        z0 = fma(d, panel[0], z0)
        z1 = fma(d, panel[1], z1)
        z2 = fma(d, panel[2], z2)
        z3 = fma(d, panel[3], z3)
        panel += 4
        j += 1
      }
      t -= fma(z0, z0, z1 * z1) + fma(z2, z2, z3 * z3)
      firstRow += 4
    }
    results[v] = t
    v += 1
  }
}
