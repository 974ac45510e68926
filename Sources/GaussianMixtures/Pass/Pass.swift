import Glibc

/// The heart of EM: one visit to every point, which yields the log-likelihood
/// Σₙ wₙ log Σₖ πₖ N(xₙ | μₖ, Σₖ) and the moments for the next M-step. No N × K array is made.
///
/// `ReferencePass.swift` is the specification. The sums are taken in blocks of fixed size in the order of the points,
/// so the result depends on nothing else. The log-likelihood is −∞ when a point of positive weight is out of reach of
/// every component; the moments then leave that point out.
func pass(
  columns: [[Double]], sampleWeights: [Double]?, prepared: PreparedMixture, centers: [Double]? = nil,
  diagonalScatter: Bool
) -> (logLikelihood: Double, statistics: SufficientStatistics) {
  let d = prepared.dimensions
  var statistics = SufficientStatistics(
    componentCount: prepared.componentCount, dimensions: d, isDiagonal: diagonalScatter,
    centers: centers ?? prepared.means)
  var logLikelihood = 0.0
  let count = columns.first?.count ?? 0
  let isPlanar = d == 2
  var block = BlockSums(statistics: statistics, isDiagonal: diagonalScatter && !isPlanar)
  _ = withColumnPointers(columns + (sampleWeights.map { [$0] } ?? [])) { pointers in
    let columns = UnsafeBufferPointer(rebasing: pointers[..<d])
    let sampleWeights = pointers.count > d ? pointers[d] : nil
    var start = 0
    while start < count {
      let range = start..<min(count, start + blockSize)
      block.reset()
      withPointers(prepared, statistics.centers, &block) { p in
        isPlanar
          ? addPlanar(columns[0], columns[1], sampleWeights, range, p)
          : addGeneral(
            columns, sampleWeights, range, p, factorsAreDiagonal: prepared.isDiagonal,
            scatterIsDiagonal: diagonalScatter)
      }
      logLikelihood += block.logLikelihood
      block.add(to: &statistics)
      start = range.upperBound
    }
  }
  return (logLikelihood, statistics)
}

private let blockSize = 512

/// The sums over one block of points: per component its count, D sums and the scatter, side by side.
private struct BlockSums {
  let components: Int
  let dimensions: Int
  let isDiagonal: Bool
  let stride: Int
  var logLikelihood = 0.0
  var sums: [Double]
  /// log πₖN, then rₖ, of the point at hand.
  var terms: [Double]
  /// x − μₖ of the point at hand, and the point itself.
  var differences: [Double]

  /// `isDiagonal` says what the block gathers; `add` takes what the statistics keep.
  init(statistics: SufficientStatistics, isDiagonal: Bool) {
    components = statistics.componentCount
    dimensions = statistics.dimensions
    self.isDiagonal = isDiagonal
    stride = 1 + dimensions + SufficientStatistics.scatterStride(dimensions: dimensions, isDiagonal: isDiagonal)
    sums = Array(repeating: 0, count: components * stride)
    terms = Array(repeating: 0, count: components)
    differences = Array(repeating: 0, count: dimensions)
  }

  mutating func reset() {
    logLikelihood = 0
    sums.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  func add(to statistics: inout SufficientStatistics) {
    let scatterStride = statistics.scatterStride
    for k in 0..<components {
      let base = k * stride
      statistics.counts[k] += sums[base]
      for i in 0..<dimensions { statistics.sums[k * dimensions + i] += sums[base + 1 + i] }
      for i in 0..<scatterStride {
        let entry = statistics.isDiagonal && !isDiagonal ? packed(i, i) : i
        statistics.scatters[k * scatterStride + i] += sums[base + 1 + dimensions + entry]
      }
    }
  }
}

/// Turns log πₖN into rₖ; returns log p(x), or −∞ (leaving the terms unusable) when all are −∞.
@inline(__always)
private func normalize(_ terms: UnsafeMutablePointer<Double>, _ count: Int) -> Double {
  var largest = terms[0]
  var k = 1
  while k < count {
    if terms[k] > largest { largest = terms[k] }
    k += 1
  }
  guard largest > -.infinity else { return -.infinity }
  var sum = 0.0
  k = 0
  while k < count {
    let term = exp(terms[k] - largest)
    terms[k] = term
    sum += term
    k += 1
  }
  let scale = 1 / sum
  k = 0
  while k < count {
    terms[k] *= scale
    k += 1
  }
  return largest + log(sum)
}

/// Everything the loops over points read and write, as plain pointers. Valid only inside `withPointers`.
private struct PassPointers {
  let components: Int
  let means: UnsafePointer<Double>
  let factors: UnsafePointer<Double>
  let normalizers: UnsafePointer<Double>
  let centers: UnsafePointer<Double>
  let terms: UnsafeMutablePointer<Double>
  let difference: UnsafeMutablePointer<Double>
  let sums: UnsafeMutablePointer<Double>
}

/// Adds what `body` returns, the log-likelihood of the block, and lets it fill the block's sums.
private func withPointers(
  _ prepared: PreparedMixture, _ centers: [Double], _ block: inout BlockSums, _ body: (PassPointers) -> Double
) {
  let logLikelihood = block.terms.withUnsafeMutableBufferPointer { terms in
    block.differences.withUnsafeMutableBufferPointer { differences in
      block.sums.withUnsafeMutableBufferPointer { sums in
        prepared.withParameters { means, factors, normalizers in
          centers.withUnsafeBufferPointer { centers -> Double in
            guard let means = means.baseAddress, let factors = factors.baseAddress,
              let normalizers = normalizers.baseAddress, let centers = centers.baseAddress,
              let terms = terms.baseAddress, let difference = differences.baseAddress, let sums = sums.baseAddress
            else { return 0 }
            return body(
              PassPointers(
                components: prepared.componentCount, means: means, factors: factors, normalizers: normalizers,
                centers: centers, terms: terms, difference: difference, sums: sums))
          }
        }
      }
    }
  }
  block.logLikelihood += logLikelihood
}

extension PreparedMixture {
  fileprivate func withParameters<Result>(
    _ body: (UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>) -> Result
  ) -> Result {
    means.withUnsafeBufferPointer { means in
      inverseFactors.withUnsafeBufferPointer { factors in
        logWeightedNormalizers.withUnsafeBufferPointer { body(means, factors, $0) }
      }
    }
  }
}

/// D = 2: the same as `addGeneral` in plain scalars.
private func addPlanar(
  _ xs: UnsafePointer<Double>, _ ys: UnsafePointer<Double>, _ sampleWeights: UnsafePointer<Double>?,
  _ range: Range<Int>, _ p: PassPointers
) -> Double {
  var logLikelihood = 0.0
  var n = range.lowerBound
  while n < range.upperBound {
    let x = xs[n]
    let y = ys[n]
    let w = sampleWeights?[n] ?? 1
    n += 1
    guard w > 0 else { continue }
    var k = 0
    while k < p.components {
      let dx = x - p.means[2 * k]
      let dy = y - p.means[2 * k + 1]
      let z0 = p.factors[3 * k] * dx
      let z1 = p.factors[3 * k + 1] * dx + p.factors[3 * k + 2] * dy
      p.terms[k] = p.normalizers[k] - 0.5 * (z0 * z0 + z1 * z1)
      k += 1
    }
    let logDensity = normalize(p.terms, p.components)
    logLikelihood += w * logDensity
    guard logDensity > -.infinity else { continue }
    k = 0
    while k < p.components {
      let r = w * p.terms[k]
      let dx = x - p.centers[2 * k]
      let dy = y - p.centers[2 * k + 1]
      let sums = p.sums + 6 * k
      sums[0] += r
      sums[1] += r * dx
      sums[2] += r * dy
      sums[3] += r * dx * dx
      sums[4] += r * dx * dy
      sums[5] += r * dy * dy
      k += 1
    }
  }
  return logLikelihood
}

/// Any D. `factorsAreDiagonal` and `scatterIsDiagonal` say what the factors hold and what is gathered.
private func addGeneral(
  _ columns: UnsafeBufferPointer<UnsafePointer<Double>>, _ sampleWeights: UnsafePointer<Double>?,
  _ range: Range<Int>, _ p: PassPointers, factorsAreDiagonal: Bool, scatterIsDiagonal: Bool
) -> Double {
  let d = columns.count
  let factorStride = factorsAreDiagonal ? d : packed(d, 0)
  let stride = 1 + d + (scatterIsDiagonal ? d : packed(d, 0))
  var logLikelihood = 0.0
  var n = range.lowerBound
  while n < range.upperBound {
    let w = sampleWeights?[n] ?? 1
    let point = n
    n += 1
    guard w > 0 else { continue }
    var k = 0
    while k < p.components {
      subtract(p.means + k * d, from: columns, point, into: p.difference)
      let factor = p.factors + k * factorStride
      let distance =
        factorsAreDiagonal ? diagonalDistance(p.difference, factor, d) : triangularDistance(p.difference, factor, d)
      p.terms[k] = p.normalizers[k] - 0.5 * distance
      k += 1
    }
    let logDensity = normalize(p.terms, p.components)
    logLikelihood += w * logDensity
    guard logDensity > -.infinity else { continue }
    k = 0
    while k < p.components {
      let r = w * p.terms[k]
      if r > 0 {
        subtract(p.centers + k * d, from: columns, point, into: p.difference)
        addMoments(r, p.difference, d, scatterIsDiagonal, p.sums + k * stride)
      }
      k += 1
    }
  }
  return logLikelihood
}

@inline(__always)
private func subtract(
  _ center: UnsafePointer<Double>, from columns: UnsafeBufferPointer<UnsafePointer<Double>>, _ point: Int,
  into difference: UnsafeMutablePointer<Double>
) {
  var i = 0
  while i < columns.count {
    difference[i] = columns[i][point] - center[i]
    i += 1
  }
}

@inline(__always)
private func diagonalDistance(
  _ difference: UnsafeMutablePointer<Double>, _ factor: UnsafePointer<Double>, _ d: Int
) -> Double {
  var sum = 0.0
  var i = 0
  while i < d {
    let z = factor[i] * difference[i]
    sum += z * z
    i += 1
  }
  return sum
}

@inline(__always)
private func triangularDistance(
  _ difference: UnsafeMutablePointer<Double>, _ factor: UnsafePointer<Double>, _ d: Int
) -> Double {
  var sum = 0.0
  var row = factor
  var i = 0
  while i < d {
    var z = 0.0
    var j = 0
    while j <= i {
      z += row[j] * difference[j]
      j += 1
    }
    sum += z * z
    i += 1
    row += i
  }
  return sum
}

@inline(__always)
private func addMoments(
  _ r: Double, _ difference: UnsafeMutablePointer<Double>, _ d: Int, _ isDiagonal: Bool,
  _ sums: UnsafeMutablePointer<Double>
) {
  sums[0] += r
  var scatter = sums + 1 + d
  var i = 0
  while i < d {
    let weighted = r * difference[i]
    sums[1 + i] += weighted
    var j = isDiagonal ? i : 0
    while j <= i {
      scatter[0] += weighted * difference[j]
      scatter += 1
      j += 1
    }
    i += 1
  }
}
