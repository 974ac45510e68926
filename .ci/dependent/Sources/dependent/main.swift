import GaussianMixtures
import Rasterizer

/// Enough points for the pass over many of them.
let truth = GaussianMixture(
  weights: [0.5, 0.3, 0.2], means: [[0, 0], [6, 1], [-2, 7]], covariances: [.identity(2), .identity(2), .identity(2)])
var generator = SeededGenerator(seed: 1)
let data = try truth.sample(count: 10_000, using: &generator).data
let fit = try EM(data: data).fit(from: truth)
print("log-likelihood \(fit.logLikelihood) after \(fit.iterations) iterations")
print(Color.mix([Color(red: 255, green: 0, blue: 0), Color(red: 0, green: 0, blue: 255)], weights: [1, 1]))
