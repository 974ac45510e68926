import Dispatch
import GaussianMixtures
import Glibc

/// Points and a start for timing EM.
struct BenchProblem {
  let data: Dataset
  let start: GaussianMixture

  struct Result {
    /// Median over the iterations.
    let milliseconds: Double
    /// Once per data set.
    let orderMilliseconds: Double
    /// Of the parameters after six iterations.
    let logLikelihood: Double
  }

  init(data: Dataset, start: GaussianMixture) {
    self.data = data
    self.start = start
  }

  /// Points of K components whose means lie about a grid six apart, with covariances A·Aᵀ, A = I + 0.6 G, G Gaussian.
  /// The start has the means displaced by one standard deviation, covariances 2 I and equal weights.
  init(points: Int, components: Int, dimensions: Int) throws {
    var generator = SeededGenerator(seed: UInt64(components))
    let side = max(1, Int(pow(Double(components), 1 / Double(dimensions)).rounded(.up)))
    var means: [[Double]] = []
    var factors: [[[Double]]] = []
    for k in 0..<components {
      var cell = k
      means.append(
        (0..<dimensions).map { _ in
          defer { cell /= side }
          return Double(cell % side) * 6 + generator.uniform(in: -1.5...1.5)
        })
      factors.append(
        (0..<dimensions).map { i in (0..<dimensions).map { 0.6 * generator.gaussian() + ($0 == i ? 1 : 0) } })
    }
    var columns = [[Double]](repeating: [], count: dimensions)
    for d in 0..<dimensions { columns[d].reserveCapacity(points) }
    var noise = [Double](repeating: 0, count: dimensions)
    for _ in 0..<points {
      let k = Int(generator.uniform() * Double(components))
      for d in 0..<dimensions { noise[d] = generator.gaussian() }
      for d in 0..<dimensions {
        var value = means[k][d]
        for e in 0..<dimensions { value += factors[k][d][e] * noise[e] }
        columns[d].append(value)
      }
    }
    let identity = CovarianceMatrix((0..<dimensions).map { i in (0..<dimensions).map { i == $0 ? 2.0 : 0 } })
    data = try Dataset(columns: columns)
    start = GaussianMixture(
      weights: Array(repeating: 1 / Double(components), count: components),
      means: means.map { mean in mean.map { $0 + generator.gaussian() } },
      covariances: Array(repeating: identity, count: components))
  }

  func measure(iterations: Int, resources: PassResources) throws -> Result {
    let em = try EM(data: data, options: EMOptions(tolerance: 0), resources: resources)
    let orderMilliseconds = Milliseconds.of { _ = data.pointTable }
    var model = start
    var times: [Double] = []
    var logLikelihood = 0.0
    for iteration in 0..<max(iterations, 7) {
      let began = DispatchTime.now()
      let expectation = try em.expectation(of: model)
      model = try em.maximization(of: expectation, iteration: iteration + 1).model
      times.append(Double(DispatchTime.now().uptimeNanoseconds - began.uptimeNanoseconds) / 1e6)
      if iteration == 6 { logLikelihood = expectation.logLikelihood }
    }
    return Result(
      milliseconds: times.prefix(iterations).sorted()[iterations / 2], orderMilliseconds: orderMilliseconds,
      logLikelihood: logLikelihood)
  }
}
