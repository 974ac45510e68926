import Foundation
import Testing

@testable import GaussianMixtures

/// Many dimensions, many components, numbers of every size.
@Suite struct RobustArithmeticTests {
  @Test(arguments: CovarianceFamily.allCases)
  func fiftyDimensions(_ type: CovarianceFamily) throws {
    let problem = Problem(components: 2, dimensions: 50, points: 400, family: type, seed: 1)
    let data = try problem.data()
    let fit = try EM(data: data, options: EMOptions(family: type, tolerance: 0, maximumIterations: 2))
      .fit(from: problem.start(for: data))
    #expect(isFinite(fit.model))
    #expect(fit.trace[2] >= fit.trace[0])
  }

  @Test(arguments: CovarianceFamily.allCases)
  func twoHundredComponents(_ type: CovarianceFamily) throws {
    let problem = Problem(components: 200, dimensions: 2, points: 1000, family: type, seed: 1)
    let data = try problem.data()
    let fit = try EM(data: data, options: EMOptions(family: type, tolerance: 0, maximumIterations: 3))
      .fit(from: problem.start(for: data))
    #expect(isFinite(fit.model))
    #expect(fit.model.componentCount == 200)
    #expect(isClose(fit.model.weights.reduce(0, +), 1, 1e-12))
  }

  @Test(arguments: [1e-150, 1e-100, 1e100, 1e150])
  func theOriginalsStartOnDataOfAnySize(_ unit: Double) throws {
    let plain = try oldFaithful()
    let data = try Dataset(columns: plain.columns.map { $0.map { $0 / 100 * unit } })
    let fit = try EM(data: data).fit(componentCount: 2, start: .uniform).best
    #expect(isFinite(fit.model) && fit.trace.allSatisfy(\.isFinite))
  }

  @Test func columnsOfOppositeSizes() throws {
    let plain = try oldFaithful()
    let data = try Dataset(columns: [plain.columns[0].map { $0 * 1e140 }, plain.columns[1].map { $0 * 1e-145 }])
    let start = try StartKind.kMeans.makeStart(data: plain, componentCount: 2, seed: 1)
    let scaled = try StartKind.kMeans.makeStart(data: data, componentCount: 2, seed: 1)
    let a = try EM(data: plain).fit(from: start)
    let b = try EM(data: data).fit(from: scaled)
    #expect(a.iterations == b.iterations)
    #expect(isClose(a.model.weights, b.model.weights, 1e-9))
    #expect(try EM(data: data).halfSteps(from: scaled).allSatisfy { try $0.get().lowerBound?.isNaN != true })
  }
}
