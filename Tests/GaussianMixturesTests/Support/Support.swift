import Foundation
import Testing

@testable import GaussianMixtures

/// Relative closeness: |a − b| ≤ tolerance · max(|a|, |b|), or equal.
func isClose(_ a: Double, _ b: Double, _ tolerance: Double, scale: Double = 0) -> Bool {
  a == b || abs(a - b) <= tolerance * max(abs(a), abs(b), scale)
}

/// Closeness of whole vectors, relative to the largest entry.
func isClose(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
  let scale = max(a.map(abs).max() ?? 0, b.map(abs).max() ?? 0)
  return a.count == b.count && zip(a, b).allSatisfy { isClose($0, $1, tolerance, scale: scale) }
}

func isClose(_ a: CovarianceMatrix, _ b: CovarianceMatrix, _ tolerance: Double) -> Bool {
  a.rows == b.rows && isClose(a.nested.flatMap { $0 }, b.nested.flatMap { $0 }, tolerance)
}

/// Weights, means and covariances agree, each relative to its own largest entry.
func isClose(_ a: GaussianMixture, _ b: GaussianMixture, _ tolerance: Double) -> Bool {
  a.componentCount == b.componentCount && isClose(a.weights, b.weights, tolerance)
    && zip(a.means, b.means).allSatisfy { isClose($0, $1, tolerance) }
    && zip(a.covariances, b.covariances).allSatisfy { isClose($0, $1, tolerance) }
}

func isFinite(_ model: GaussianMixture) -> Bool {
  model.weights.allSatisfy(\.isFinite) && model.means.allSatisfy { $0.allSatisfy(\.isFinite) }
    && model.covariances.allSatisfy { $0.nested.allSatisfy { $0.allSatisfy(\.isFinite) } }
}

private let testsFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
let fixturesFolder = testsFolder.appending(path: "Fixtures")
private let assetsFolder = testsFolder.appending(path: "../../assets").standardized

/// The numeric columns of one of the data sets in `assets`.
func loadAsset(_ name: String, columns: [String]? = nil) throws -> Dataset {
  let text = try String(contentsOf: assetsFolder.appending(path: name), encoding: .utf8)
  let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
  let header = lines[0]
  let wanted = columns ?? header.filter { $0 != "species" }
  let indices = wanted.compactMap { header.firstIndex(of: $0) }
  return try Dataset(rows: lines.dropFirst().map { line in indices.map { Double(line[$0]) ?? .nan } })
}

func oldFaithful() throws -> Dataset { try loadAsset("old_faithful.csv") }
func iris() throws -> Dataset { try loadAsset("iris.csv") }

/// A reproducible problem: random data from a random mixture, and a start at random points.
struct Problem: CustomTestStringConvertible {
  let components: Int
  let dimensions: Int
  let points: Int
  let family: CovarianceFamily
  let seed: UInt64

  var testDescription: String { "K \(components), D \(dimensions), N \(points), \(family), seed \(seed)" }

  func data() throws -> Dataset {
    try SyntheticData(
      componentCount: components, dimensions: dimensions, pointsPerComponent: points / components, seed: seed
    ).data
  }

  func start(for data: Dataset) throws -> GaussianMixture {
    try StartKind.randomPoints.makeStart(
      data: data, componentCount: components, family: family, seed: seed)
  }

  static func all(_ shapes: [(k: Int, d: Int, n: Int)], seeds: ClosedRange<UInt64> = 1...1) -> [Problem] {
    shapes.flatMap { shape in
      CovarianceFamily.allCases.flatMap { type in
        seeds.map {
          Problem(components: shape.k, dimensions: shape.d, points: shape.n, family: type, seed: $0)
        }
      }
    }
  }
}

/// Options that run a fixed number of iterations with nothing in the way of plain EM.
func plainOptions(_ type: CovarianceFamily, iterations: Int) -> EMOptions {
  EMOptions(family: type, tolerance: 0, maximumIterations: iterations, floor: 0, onEmpty: .keep)
}
