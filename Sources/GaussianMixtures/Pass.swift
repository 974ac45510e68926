import Foundation

/// The heart of EM: one visit to every point, which yields the log-likelihood
/// Σₙ wₙ log Σₖ πₖ N(xₙ | μₖ, Σₖ) and the moments for the next M-step. No N × K array is made.
///
/// `ReferencePass.swift` is the specification. The sums are taken in blocks of fixed size in the order of the points,
/// so the result depends on nothing else. The log-likelihood is −∞ when a point of positive weight is out of reach of
/// every component; the moments then leave that point out.
func pass(
  columns: [[Double]], sampleWeights: [Double]?, prepared: PreparedMixture, centres: [Double]? = nil,
  diagonalScatter: Bool
) -> (logLikelihood: Double, statistics: SufficientStatistics) {
  let d = prepared.dimensions
  var statistics = SufficientStatistics(
    componentCount: prepared.componentCount, dimensions: d, isDiagonal: diagonalScatter,
    centres: centres ?? prepared.means)
  var logLikelihood = 0.0
  let count = columns.first?.count ?? 0
  var block = BlockSums(statistics: statistics)
  let isPlanar = d == 2 && !prepared.isDiagonal && !diagonalScatter && centres == nil
  _ = withColumnPointers(columns) { columns in
    var start = 0
    while start < count {
      let range = start..<min(count, start + blockSize)
      block.reset()
      if isPlanar {
        addPlanar(columns[0], columns[1], sampleWeights, range, prepared, &block)
      } else {
        addGeneral(columns, sampleWeights, range, prepared, statistics.centres, &block)
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

  init(statistics: SufficientStatistics) {
    components = statistics.componentCount
    dimensions = statistics.dimensions
    isDiagonal = statistics.isDiagonal
    stride = 1 + statistics.dimensions + statistics.scatterStride
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
        statistics.scatters[k * scatterStride + i] += sums[base + 1 + dimensions + i]
      }
    }
  }
}

/// Turns log πₖN into rₖ; returns log p(x), or −∞ (leaving the terms unusable) when all are −∞.
@inline(__always)
private func normalise(_ terms: UnsafeMutablePointer<Double>, _ count: Int) -> Double {
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

/// D = 2 with full matrices: the same in plain scalars.
private func addPlanar(
  _ xs: UnsafePointer<Double>, _ ys: UnsafePointer<Double>, _ sampleWeights: [Double]?, _ range: Range<Int>,
  _ prepared: PreparedMixture, _ block: inout BlockSums
) {
  let count = prepared.componentCount
  var logLikelihood = 0.0
  prepared.means.withUnsafeBufferPointer { means in
    prepared.inverseFactors.withUnsafeBufferPointer { factors in
      prepared.logWeightedNormalisers.withUnsafeBufferPointer { normalisers in
        block.terms.withUnsafeMutableBufferPointer { terms in
          block.sums.withUnsafeMutableBufferPointer { sums in
            guard let terms = terms.baseAddress else { return }
            var n = range.lowerBound
            while n < range.upperBound {
              let x = xs[n]
              let y = ys[n]
              let w = sampleWeights?[n] ?? 1
              n += 1
              guard w > 0 else { continue }
              var k = 0
              while k < count {
                let dx = x - means[2 * k]
                let dy = y - means[2 * k + 1]
                let z0 = factors[3 * k] * dx
                let z1 = factors[3 * k + 1] * dx + factors[3 * k + 2] * dy
                terms[k] = normalisers[k] - 0.5 * (z0 * z0 + z1 * z1)
                k += 1
              }
              let logDensity = normalise(terms, count)
              logLikelihood += w * logDensity
              guard logDensity > -.infinity else { continue }
              k = 0
              while k < count {
                let r = w * terms[k]
                let dx = x - means[2 * k]
                let dy = y - means[2 * k + 1]
                let base = 6 * k
                sums[base] += r
                sums[base + 1] += r * dx
                sums[base + 2] += r * dy
                sums[base + 3] += r * dx * dx
                sums[base + 4] += r * dx * dy
                sums[base + 5] += r * dy * dy
                k += 1
              }
            }
          }
        }
      }
    }
  }
  block.logLikelihood += logLikelihood
}

private func addGeneral(
  _ columns: UnsafeBufferPointer<UnsafePointer<Double>>, _ sampleWeights: [Double]?, _ range: Range<Int>,
  _ prepared: PreparedMixture, _ centres: [Double], _ block: inout BlockSums
) {
  let count = prepared.componentCount
  let d = prepared.dimensions
  let stride = block.stride
  let isDiagonal = block.isDiagonal
  var logLikelihood = 0.0
  prepared.means.withUnsafeBufferPointer { means in
    prepared.inverseFactors.withUnsafeBufferPointer { factors in
      prepared.logWeightedNormalisers.withUnsafeBufferPointer { normalisers in
        centres.withUnsafeBufferPointer { centres in
          block.differences.withUnsafeMutableBufferPointer { difference in
            block.terms.withUnsafeMutableBufferPointer { terms in
              block.sums.withUnsafeMutableBufferPointer { sums in
                guard let terms = terms.baseAddress else { return }
                var n = range.lowerBound
                while n < range.upperBound {
                  let w = sampleWeights?[n] ?? 1
                  let point = n
                  n += 1
                  guard w > 0 else { continue }
                  var k = 0
                  while k < count {
                    var i = 0
                    while i < d {
                      difference[i] = columns[i][point] - means[k * d + i]
                      i += 1
                    }
                    let distance =
                      prepared.isDiagonal
                      ? diagonalDistance(difference, factors, k * d)
                      : triangularDistance(difference, factors, k * (d * (d + 1) / 2))
                    terms[k] = normalisers[k] - 0.5 * distance
                    k += 1
                  }
                  let logDensity = normalise(terms, count)
                  logLikelihood += w * logDensity
                  guard logDensity > -.infinity else { continue }
                  k = 0
                  while k < count {
                    let r = w * terms[k]
                    if r > 0 {
                      var i = 0
                      while i < d {
                        difference[i] = columns[i][point] - centres[k * d + i]
                        i += 1
                      }
                      addMoments(r, difference, isDiagonal, sums, k * stride)
                    }
                    k += 1
                  }
                }
              }
            }
          }
        }
      }
    }
  }
  block.logLikelihood += logLikelihood
}

@inline(__always)
private func diagonalDistance(
  _ difference: UnsafeMutableBufferPointer<Double>, _ factors: UnsafeBufferPointer<Double>, _ base: Int
) -> Double {
  var sum = 0.0
  var i = 0
  while i < difference.count {
    let z = factors[base + i] * difference[i]
    sum += z * z
    i += 1
  }
  return sum
}

@inline(__always)
private func triangularDistance(
  _ difference: UnsafeMutableBufferPointer<Double>, _ factors: UnsafeBufferPointer<Double>, _ base: Int
) -> Double {
  var sum = 0.0
  var entry = base
  var i = 0
  while i < difference.count {
    var z = 0.0
    var j = 0
    while j <= i {
      z += factors[entry] * difference[j]
      entry += 1
      j += 1
    }
    sum += z * z
    i += 1
  }
  return sum
}

@inline(__always)
private func addMoments(
  _ r: Double, _ difference: UnsafeMutableBufferPointer<Double>, _ isDiagonal: Bool,
  _ sums: UnsafeMutableBufferPointer<Double>, _ base: Int
) {
  let d = difference.count
  sums[base] += r
  var entry = base + 1 + d
  var i = 0
  while i < d {
    let weighted = r * difference[i]
    sums[base + 1 + i] += weighted
    if isDiagonal {
      sums[entry] += weighted * difference[i]
      entry += 1
    } else {
      var j = 0
      while j <= i {
        sums[entry] += weighted * difference[j]
        entry += 1
        j += 1
      }
    }
    i += 1
  }
}
