// swift-tools-version: 6.1
import PackageDescription

// Filled in by `.ci/check-package`: a clone of this repository, tagged 1.0.0.
let mixtureLab = Package.Dependency.package(url: "REPOSITORY", from: "1.0.0")

/// The products that other packages use.
let products = ["GaussianMixtures", "MixtureDrawing", "Rasterizer"]

let package = Package(
  name: "dependent",
  dependencies: [mixtureLab],
  targets: [
    .executableTarget(
      name: "dependent", dependencies: products.map { .product(name: $0, package: "MixtureLab") })
  ],
  swiftLanguageModes: [.v6]
)
