import GaussianMixtures
import MixtureDrawing
import Rasterizer

// Enough points for the pass over many of them.
let truth = GaussianMixture(
  weights: [0.5, 0.3, 0.2], means: [[0, 0], [6, 1], [-2, 7]], covariances: [.identity(2), .identity(2), .identity(2)])
var generator = SeededGenerator(seed: 1)
let points = try truth.sample(count: 10_000, using: &generator).data
let fit = try GaussianMixture.fit(points, components: 3, seed: 1)
print("log-likelihood \(fit.logLikelihood) after \(fit.iterations) iterations")

let picture: Bitmap = try MixturePicture(of: fit.model, data: points).bitmap
print("a picture of \(picture.width) × \(picture.height) pixels, \(Set(picture.pixels).count) colors")
