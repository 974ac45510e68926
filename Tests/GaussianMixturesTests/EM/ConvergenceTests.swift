import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct ConvergenceTests {
  private func hasConverged(_ trace: [Double], points: Double = 4, tolerance: Double = 0.01) -> Bool {
    EMOptions(tolerance: tolerance).hasConverged(trace[...], points: points)
  }

  @Test func theGainPerPointMustBeSmall() {
    #expect(!hasConverged([-11, -10, -9.9]))
    #expect(hasConverged([-11, -10, -9.961]))
    // A rescue may cost likelihood: that is not convergence.
    #expect(!hasConverged([-11, -10, -12]))
    #expect(!hasConverged([-10]) && !hasConverged([]))
  }

  @Test func soMustWhatIsLeftToGain() {
    // The gains shrink by a tenth each time: nine times the last one is left.
    #expect(!hasConverged([-10, -9.98, -9.962]))
    #expect(hasConverged([-10, -9.998, -9.9962]))
    // They do not shrink at all, or grow.
    #expect(!hasConverged([-10, -9.999, -9.998]))
    #expect(!hasConverged([-10, -9.999, -9.997]))
    // One gain alone tells nothing about what is left, unless there is none.
    #expect(!hasConverged([-10, -9.999]))
    #expect(hasConverged([-10, -10]))
    #expect(hasConverged([-10, -10.0001]))
    #expect(hasConverged([-10, -9.9, -9.9, (-9.9).nextUp]))
  }

  @Test func toleranceZeroNeverConverges() {
    #expect(!hasConverged([-10, -10, -10], tolerance: 0))
  }

  /// Two groups that overlap, fitted with three components: EM climbs slowly, and the gain per point is soon small.
  @Test func aSlowClimbIsNoConvergence() throws {
    let mixture = GaussianMixture(
      weights: [0.6, 0.4], means: [[0, 0], [2.5, 1]], covariances: [.identity(2), .diagonal([1.44, 1.44])])
    var generator = SeededGenerator(seed: 1)
    let data = try mixture.sample(count: 20_000, using: &generator).data
    let em = try EM(data: data)
    let two = try em.fit(componentCount: 2, start: .kMeans).best
    let three = try em.fit(componentCount: 3, start: .kMeans).best
    let gains = zip(three.trace, three.trace.dropFirst()).map { ($1 - $0) / 20_000 }
    let early = try #require(gains.firstIndex { $0 < 1e-6 })
    #expect(three.iterations > early + 100)
    #expect(three.logLikelihood > two.logLikelihood)
    #expect(three.logLikelihood - three.trace[early + 1] > 0.5)
  }

  /// Neither how much all points weigh nor their number decides when a run ends.
  @Test(arguments: CovarianceFamily.allCases, [1e-12, 1 / 272.0, 1e9])
  func weightsOfAnySum(_ family: CovarianceFamily, _ weight: Double) throws {
    let plain = try oldFaithful()
    let data = try Dataset(
      columns: plain.columns, sampleWeights: Array(repeating: weight, count: plain.count))
    for kind in StartKind.allCases {
      let options = EMOptions(family: family)
      let a = try EM(data: plain, options: options).fit(componentCount: 3, start: kind).best
      let b = try EM(data: data, options: options).fit(componentCount: 3, start: kind).best
      #expect(a.iterations == b.iterations && a.end == b.end)
      #expect(a.events.map(\.kind) == b.events.map(\.kind))
      #expect(isClose(a.model, b.model, 1e-6), "\(kind)")
    }
  }

  // MARK: - Rescues

  private let twoPlaces = Array(repeating: [0.0, 0], count: 50) + Array(repeating: [4.0, 1], count: 50)

  @Test(arguments: CovarianceFamily.allCases, CollapsePolicy.allCases)
  func noRunConvergesInAnIterationThatIntervened(_ family: CovarianceFamily, _ policy: CollapsePolicy) throws {
    let data = try Dataset(rows: twoPlaces)
    for seed: UInt64 in 1...30 {
      for components in 1...4 {
        let options = EMOptions(family: family, onCollapse: policy, seed: seed)
        do throws(MixtureError) {
          let fit = try EM(data: data, options: options).fit(componentCount: components, start: .kMeans).best
          let last = fit.events.last { $0.kind.isIntervention }?.iteration ?? 0
          #expect(!fit.converged || last < fit.iterations)
          #expect(fit.events.count { $0.kind == .reseeded } <= 10 * components)
          #expect(isFinite(fit.model))
        } catch {
          #expect(policy == .fail)
        }
      }
    }
  }

  /// Two places carry two components, whatever the seed: where there is no third place, the floor holds them.
  @Test(arguments: 1...30)
  func twoPlacesTwoComponents(_ seed: UInt64) throws {
    let data = try Dataset(rows: twoPlaces)
    let fit = try EM(data: data, options: EMOptions(onCollapse: .reseed, seed: seed))
      .fit(componentCount: 2, start: .kMeans).best
    #expect(fit.converged)
    #expect(Set(fit.model.means) == [[0, 0], [4, 1]])
    #expect(isClose(fit.model.weights, [0.5, 0.5], 1e-9))
  }

  /// Every covariance of points on a line is flat, however often its component is begun anew.
  @Test func reseedingEnds() throws {
    let data = try Dataset(rows: (0..<40).map { [Double($0), 2 * Double($0)] })
    for components in 1...3 {
      let fit = try EM(data: data, options: EMOptions(onCollapse: .reseed))
        .fit(componentCount: components, start: .kMeans).best
      #expect(fit.events.count { $0.kind == .reseeded } == 10 * components)
      #expect(fit.converged && fit.floored.count == components)
    }
    let without = try EM(data: data, options: EMOptions(floor: 0, onCollapse: .reseed))
    #expect(throws: MixtureError.self) { try without.fit(componentCount: 2, start: .kMeans) }
  }
}
