// swift-tools-version: 6.1
import PackageDescription

/// Unoptimised, the kernel and what feeds it are twelve times slower, and so are the tests. Packages that depend on a
/// version may not use flags, and need none: whatever SwiftPM itself checks out goes without. The tag alone would not
/// do: SwiftPM remembers what it read here for this path and text, whatever was tagged since.
let isOwnCheckout =
  (Context.gitInformation.map { $0.currentTag == nil } ?? false) && !Context.packageDirectory.contains("/checkouts/")

let package = Package(
  name: "MixtureLab",
  products: [
    .executable(name: "mixture-lab", targets: ["mixture-lab"]),
    .library(name: "GaussianMixtures", targets: ["GaussianMixtures"]),
    .library(name: "Rasterizer", targets: ["Rasterizer"]),
    .library(name: "MixtureDrawing", targets: ["MixtureDrawing", "SafeFiles"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Libraries of the system, each behind a module map.
    .systemLibrary(name: "CSDL2", pkgConfig: "sdl2", providers: [.apt(["libsdl2-dev", "libsdl2-ttf-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CGIF", providers: [.apt(["libgif-dev"])]),
    .systemLibrary(name: "CCSV", providers: [.apt(["libcsv-dev"])]),

    // The pure core, bottom up: nothing imports upward.
    .target(name: "CFusedKernel", cSettings: isOwnCheckout ? [.unsafeFlags(["-O2"])] : []),
    .target(
      name: "FusedPass", dependencies: ["CFusedKernel"], exclude: ["README.md"],
      swiftSettings: isOwnCheckout ? [.unsafeFlags(["-O"])] : []),
    .target(name: "GaussianMixtures", dependencies: ["FusedPass"]),
    .target(name: "CRasterKernel", cSettings: isOwnCheckout ? [.unsafeFlags(["-O2"])] : []),
    .target(name: "Rasterizer", dependencies: ["CRasterKernel"]),
    .target(name: "SafeFiles", dependencies: ["Rasterizer", "CPNG", "CGIF"]),
    .target(name: "MixtureDrawing", dependencies: ["GaussianMixtures", "Rasterizer", "SafeFiles"]),
    .target(name: "LabCore", dependencies: ["GaussianMixtures"]),
    .target(name: "LabFiles", dependencies: ["LabCore", "GaussianMixtures", "SafeFiles", "CCSV"]),
    .target(name: "LabWords", dependencies: ["LabCore", "GaussianMixtures"]),
    .target(name: "LabView", dependencies: ["LabCore", "LabWords", "GaussianMixtures", "FusedPass", "Rasterizer"]),

    // The thin shell.
    .target(name: "SDLShell", dependencies: ["LabView", "LabCore", "Rasterizer", "CSDL2"]),
    .executableTarget(
      name: "mixture-lab",
      dependencies: [
        "GaussianMixtures", "FusedPass", "Rasterizer", "LabCore", "LabWords", "LabFiles", "LabView", "SDLShell",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "GoldenImages", dependencies: ["Rasterizer", "CPNG"], path: "Tests/GoldenImages"),
    .testTarget(name: "GaussianMixturesTests", dependencies: ["GaussianMixtures"], exclude: ["Fixtures"]),
    .testTarget(name: "FusedPassTests", dependencies: ["FusedPass"]),
    .testTarget(
      name: "RasterizerTests", dependencies: ["Rasterizer", "CRasterKernel", "GoldenImages"], exclude: ["Golden"]),
    .testTarget(name: "SafeFilesTests", dependencies: ["SafeFiles", "CGIF"]),
    .testTarget(name: "MixtureDrawingTests", dependencies: ["MixtureDrawing", "SafeFiles"]),
    .testTarget(name: "LabCoreTests", dependencies: ["LabCore"]),
    .testTarget(name: "LabFilesTests", dependencies: ["LabFiles"]),
    .testTarget(name: "LabWordsTests", dependencies: ["LabWords", "LabCore"]),
    .testTarget(
      name: "LabViewTests", dependencies: ["LabView", "LabWords", "LabFiles", "SDLShell", "GoldenImages"],
      exclude: [
        "Golden", "Guessing/Golden", "HandIns/Golden", "Lessons/Golden", "Opening/Golden", "Pages/Golden",
        "Transcript/Golden",
      ]),
    .testTarget(name: "SDLShellTests", dependencies: ["SDLShell", "LabFiles", "mixture-lab"]),
    .testTarget(
      name: "MixtureLabTests", dependencies: ["mixture-lab", "LabFiles", "GoldenImages"], exclude: ["Golden"]),
    .testTarget(name: "HouseTests", dependencies: ["Rasterizer", "GoldenImages"], exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6]
)
