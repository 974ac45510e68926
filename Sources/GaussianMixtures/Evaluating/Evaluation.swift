import Glibc

/// N × K responsibilities, made on request only: EM itself never needs them all at once.
public struct Responsibilities: Sendable, Equatable {
  /// N.
  public let count: Int
  /// K.
  public let componentCount: Int
  /// N·K numbers, row by row.
  public let values: [Double]

  /// rₙₖ; both indices count from 0.
  public subscript(point: Int, component: Int) -> Double { values[point * componentCount + component] }

  /// The K responsibilities of a point: ≥ 0, sum 1.
  public func row(_ point: Int) -> [Double] {
    Array(values[point * componentCount..<(point + 1) * componentCount])
  }
}

extension GaussianMixture {
  /// Σₙ wₙ log Σₖ πₖ N(xₙ | μₖ, Σₖ): natural logarithm, total over points. (A text from which this program grew writes
  /// Σₙ Σₖ log(…): a slip, since the sum over components stands inside the logarithm.) No points give 0. Throws
  /// what `logDensities(of:)` throws, and `.pointOutOfReach` where even a logarithm leaves the range of a double.
  public func logLikelihood(of data: Dataset) throws(MixtureError) -> Double {
    guard data.count > 0 else { return 0 }
    let prepared = try data.prepare(self)
    let result = data.pass(prepared: prepared, diagonalScatter: true)
    guard result.logLikelihood.isFinite else { throw data.firstOutOfReach(prepared) }
    return result.logLikelihood
  }

  /// log p(xₙ) of each point. Throws what `validate()` throws, and `.dimensionMismatch` for data of another dimension.
  public func logDensities(of data: Dataset) throws(MixtureError) -> [Double] {
    var densities: [Double] = []
    densities.reserveCapacity(data.count)
    try forEachPoint(of: data) { density, _ in densities.append(density) }
    return densities
  }

  /// p(xₙ) of each point; 0 where it is too small for a double. Throws what `logDensities(of:)` throws.
  public func densities(of data: Dataset) throws(MixtureError) -> [Double] { try logDensities(of: data).map(exp) }

  /// rₙₖ = πₖ N(xₙ | μₖ, Σₖ) / p(xₙ). Throws what `logDensities(of:)` throws.
  public func responsibilities(of data: Dataset) throws(MixtureError) -> Responsibilities {
    var values: [Double] = []
    values.reserveCapacity(data.count * componentCount)
    try forEachPoint(of: data) { _, r in values += r }
    return Responsibilities(count: data.count, componentCount: componentCount, values: values)
  }

  /// The component with the largest responsibility for each point, from 0; the first of equals. Throws what
  /// `logDensities(of:)` throws.
  public func predict(_ data: Dataset) throws(MixtureError) -> [Int] {
    var labels: [Int] = []
    labels.reserveCapacity(data.count)
    try forEachPoint(of: data) { _, r in labels.append(indexOfLargest(r)) }
    return labels
  }

  /// Visits each point with its log density and its responsibilities.
  func forEachPoint(of data: Dataset, _ body: (Double, [Double]) -> Void) throws(MixtureError) {
    let prepared = data.count > 0 ? try data.prepare(self) : try PreparedMixture(self)
    var r = [Double](repeating: 0, count: componentCount)
    var point = [Double](repeating: 0, count: data.dimensions)
    for n in 0..<data.count {
      for i in point.indices { point[i] = data.columns[i][n] }
      let density = prepared.responsibilities(at: point, into: &r)
      body(density, r)
    }
  }
}

func indexOfLargest(_ values: [Double]) -> Int {
  var largest = 0
  for i in values.indices where values[i] > values[largest] { largest = i }
  return largest
}
