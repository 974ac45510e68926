// swift-tools-version: 6.1
import PackageDescription

/// The EM pass over many points is compiled from one source several times: for any processor, and for newer ones that
/// are recognised at run time. Always optimised: unoptimised SIMD is a hundred times slower. The two builds for newer
/// processors hold symbolic links to the one source.
func fusedKernel(_ name: String, _ options: [String] = [], defines: [String] = []) -> Target {
  .target(
    name: name, dependencies: ["CFusedKernel"],
    swiftSettings: defines.map { .define($0) } + [
      .unsafeFlags(["-O", "-wmo", "-num-threads", "1", "-disable-batch-mode"] + options.flatMap { ["-Xcc", $0] })
    ])
}

#if arch(x86_64)
let fusedKernels = [
  fusedKernel("FusedKernel"),
  fusedKernel("FusedKernelAVX2", ["-mavx2", "-mfma"], defines: ["FUSED_MULTIPLY_ADD"]),
  fusedKernel(
    "FusedKernelAVX512", ["-mavx512f", "-mavx512dq", "-mavx512vl", "-mfma"], defines: ["FUSED_MULTIPLY_ADD"]),
]
#else
let fusedKernels = [fusedKernel("FusedKernel")]
#endif

let package = Package(
  name: "MixtureLab",
  products: [
    .executable(name: "mixture-lab", targets: ["mixture-lab"]),
    .library(name: "GaussianMixtures", targets: ["GaussianMixtures"]),
    .library(name: "Rasterizer", targets: ["Rasterizer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Libraries of the system, each behind a module map.
    .systemLibrary(name: "CSDL2", pkgConfig: "sdl2", providers: [.apt(["libsdl2-dev", "libsdl2-ttf-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CCSV", providers: [.apt(["libcsv-dev"])]),

    // The pure core, bottom up: nothing imports upward.
    .systemLibrary(name: "CFusedKernel"),
    .target(
      name: "FusedPass", dependencies: fusedKernels.map { .target(name: $0.name) }, exclude: ["README.md"],
      swiftSettings: [.unsafeFlags(["-O"])]),
    .target(name: "GaussianMixtures", dependencies: ["FusedPass"]),
    .target(name: "Rasterizer"),
    .target(name: "LabCore", dependencies: ["GaussianMixtures"]),
    .target(name: "LabFiles", dependencies: ["LabCore", "GaussianMixtures", "Rasterizer", "CPNG", "CCSV"]),
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
    .testTarget(name: "RasterizerTests", dependencies: ["Rasterizer", "GoldenImages"], exclude: ["Golden"]),
    .testTarget(name: "LabCoreTests", dependencies: ["LabCore"]),
    .testTarget(name: "LabFilesTests", dependencies: ["LabFiles"]),
    .testTarget(name: "LabWordsTests", dependencies: ["LabWords", "LabCore"]),
    .testTarget(
      name: "LabViewTests", dependencies: ["LabView", "LabWords", "LabFiles", "GoldenImages"], exclude: ["Golden"]),
    .testTarget(name: "SDLShellTests", dependencies: ["SDLShell", "LabFiles", "mixture-lab"]),
    .testTarget(name: "MixtureLabTests", dependencies: ["mixture-lab", "LabFiles"]),
  ] + fusedKernels,
  swiftLanguageModes: [.v6]
)
