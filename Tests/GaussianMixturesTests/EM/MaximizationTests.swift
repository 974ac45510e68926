import Testing

@testable import GaussianMixtures

@Suite struct MaximizationTests {
  private func step(
    _ data: Dataset, _ start: GaussianMixture, _ options: EMOptions = EMOptions()
  ) throws -> Maximization {
    let em = try EM(data: data, options: options)
    return try em.maximization(of: em.expectation(of: start), iteration: 1)
  }

  /// Property 4.
  @Test func oneComponentIsTheSampleMeanAndBiasedCovariance() throws {
    let data = try Dataset(rows: [[1, 2], [3, 5], [8, 2], [0, 7]])
    let start = GaussianMixture(weights: [1], means: [[100, -3]], covariances: [.identity(2)])
    let model = try step(data, start, plainOptions(.full, iterations: 1)).model
    #expect(model.weights == [1])
    #expect(isClose(model.means[0], [3, 4], 1e-14))
    #expect(isClose(model.covariances[0], CovarianceMatrix([[9.5, -3.75], [-3.75, 4.5]]), 1e-13))
  }

  /// Property 4: the families restrict one and the same full step.
  @Test(arguments: [(2, 2), (3, 4)])
  func familiesRestrictTheFullStep(_ components: Int, _ dimensions: Int) throws {
    let problem = Problem(
      components: components, dimensions: dimensions, points: 120, family: .full, seed: 2)
    let data = try problem.data()
    let start = try problem.start(for: data)
    let full = try step(data, start, plainOptions(.full, iterations: 1)).model
    for type in CovarianceFamily.allCases {
      let model = try step(data, start, plainOptions(type, iterations: 1)).model
      #expect(isClose(model.weights, full.weights, 1e-14))
      for k in 0..<components {
        let diagonal = full.covariances[k].diagonal
        let expected: CovarianceMatrix =
          switch type {
          case .full: full.covariances[k]
          case .diagonal: .diagonal(diagonal)
          case .spherical:
            .diagonal(Array(repeating: diagonal.reduce(0, +) / Double(dimensions), count: dimensions))
          case .tied:
            CovarianceMatrix(
              (0..<dimensions).map { i in
                (0..<dimensions).map { j in
                  (0..<components).reduce(0) { $0 + full.weights[$1] * full.covariances[$1][i, j] }
                }
              })
          }
        #expect(isClose(model.means[k], full.means[k], 1e-14))
        #expect(isClose(model.covariances[k], expected, 1e-12), "\(type)")
      }
    }
  }

  // A point far from two spread-out clusters; component 1 owns nothing.
  private let clusters = try? Dataset(rows: [[0, 0], [1, 0], [0, 1], [1, 1.5], [0.5, 0.2]])
  private let oneTooMany = GaussianMixture(
    weights: [0.5, 0.5], means: [[0.5, 0.5], [1e4, 1e4]], covariances: [.identity(2), .identity(2)])

  @Test func emptyComponentIsKept() throws {
    let result = try step(#require(clusters), oneTooMany, EMOptions(onEmpty: .keep))
    #expect(result.model.means[1] == oneTooMany.means[1])
    #expect(result.model.covariances[1] == oneTooMany.covariances[1])
    #expect(result.model.weights == [1, 0])
    #expect(result.events.map(\.kind) == [.kept])
    #expect(result.events.map(\.reason) == [.empty])
    #expect(result.survivors == [0, 1])
  }

  @Test func emptyComponentIsReseededAtAPoint() throws {
    let data = try #require(clusters)
    let result = try step(data, oneTooMany, EMOptions(onEmpty: .reseed))
    #expect((0..<data.count).contains { data.row($0) == result.model.means[1] })
    #expect(result.model.weights == [0.5, 0.5])
    #expect(result.events.map(\.kind) == [.reseeded])
    let again = try step(data, oneTooMany, EMOptions(onEmpty: .reseed))
    #expect(again == result)
    let seeds = try (1...20).map { seed in
      try step(data, oneTooMany, EMOptions(onEmpty: .reseed, seed: seed)).model.means[1]
    }
    #expect(Set(seeds).count > 1)
  }

  /// A component that loses its points again and again is not put at the same place again and again.
  @Test func everyIterationReseedsAtAPointOfItsOwn() throws {
    let em = try EM(data: oldFaithful())
    let lost = GaussianMixture(
      weights: [0.5, 0.5], means: [[3.5, 70], [1e4, 1e4]], covariances: [.diagonal([1, 200]), .identity(2)])
    let expectation = try em.expectation(of: lost)
    let means = try (1...20).map { try em.maximization(of: expectation, iteration: $0).model.means[1] }
    #expect(Set(means).count > 10)
  }

  /// Empty means: of a millionth of an even share of all weight, however that is spread over rows.
  @Test func emptinessIsMeasuredByWeightNotByRows() throws {
    for unit in [1e-6, 1, 1e6] {
      let data = try Dataset(rows: [[0], [1], [2], [50]], sampleWeights: [unit, unit, unit, 1e-5 * unit])
      let start = GaussianMixture(
        weights: [0.5, 0.5], means: [[1], [50]], covariances: [.identity(1), .identity(1)])
      let kept = try step(data, start, EMOptions(onEmpty: .keep))
      #expect(!kept.events.contains { $0.reason == .empty })
    }
  }

  @Test func emptyComponentIsDropped() throws {
    let result = try step(#require(clusters), oneTooMany, EMOptions(onEmpty: .drop))
    #expect(result.model.componentCount == 1)
    #expect(result.survivors == [0])
    #expect(result.events.map(\.component) == [1])
    #expect(result.lowerBound.isFinite)
  }

  // Component 0 sits on one point, component 1 on the rest.
  private let lonely = GaussianMixture(
    weights: [0.2, 0.8], means: [[50, 50], [0.5, 0.5]], covariances: [.identity(2), .identity(2)])
  private var withOutlier: Dataset {
    get throws { try Dataset(rows: [[0, 0], [1, 0], [0, 1], [1, 1.5], [50, 50]]) }
  }

  @Test(arguments: CovarianceFamily.allCases)
  func collapseIsRaisedToTheFloor(_ type: CovarianceFamily) throws {
    let result = try step(withOutlier, lonely, EMOptions(family: type, floor: 1e-4))
    if type == .tied {
      #expect(result.events.isEmpty)
      return
    }
    let scales = try ColumnScales(withOutlier)
    #expect(result.events.map(\.kind) == [.floorApplied])
    #expect(result.events.first?.component == 0)
    #expect(result.floored == [0])
    let variance = type.restricted(.diagonal(scales.variances))[0, 0]
    #expect(isClose(result.model.covariances[0][0, 0] / variance, 1e-4, 1e-9))
    #expect(result.events.first?.message(componentName: "B") == "B collapsed onto 1 point; floor applied")
  }

  @Test func aComponentAtTheFloorIsAnnouncedOnce() throws {
    let em = try EM(data: withOutlier, options: EMOptions(tolerance: 0, maximumIterations: 20))
    let fit = try em.fit(from: lonely)
    #expect(fit.events.count { $0.component == 0 } == 1)
    #expect(fit.floored.contains(0))
    // A start below the floor is news too.
    var narrow = lonely
    narrow.covariances[0] = .diagonal([1e-9, 1e-9])
    #expect(try step(withOutlier, narrow).events.contains { $0.component == 0 && $0.kind == .floorApplied })
  }

  @Test func collapsedComponentIsReseededDroppedOrFails() throws {
    let reseeded = try step(withOutlier, lonely, EMOptions(onCollapse: .reseed))
    #expect(reseeded.events.first?.kind == .reseeded)
    #expect(reseeded.model.weights == [0.5, 0.5])
    let dropped = try step(withOutlier, lonely, EMOptions(onCollapse: .drop))
    #expect(dropped.survivors == [1])
    #expect(dropped.model.weights == [1])
    #expect(throws: MixtureError.collapsed(component: 0, iteration: 1)) {
      try step(withOutlier, lonely, EMOptions(onCollapse: .fail))
    }
    #expect(throws: MixtureError.collapsed(component: 0, iteration: 1)) {
      try step(withOutlier, lonely, EMOptions(floor: 0, onCollapse: .floor))
    }
  }

  @Test(arguments: [CollapsePolicy.reseed, .drop])
  func keptEmptyComponentsLeaveTheirWeightToTheRest(_ policy: CollapsePolicy) throws {
    let data = try Dataset(rows: [[1, 1], [1, 1]])
    let start = GaussianMixture(
      weights: [0.5, 0.5], means: [[1, 1], [1e4, 1e4]], covariances: [.identity(2), .identity(2)])
    let result = try step(data, start, EMOptions(onCollapse: policy, onEmpty: .keep))
    #expect(result.model.weights == [1, 0])
    #expect(result.survivors == [0, 1])
  }

  @Test func theLastComponentIsNeverDropped() throws {
    let data = try Dataset(rows: [[1, 1], [1, 1], [1, 1]])
    let start = GaussianMixture(weights: [1], means: [[1, 1]], covariances: [.identity(2)])
    let result = try step(data, start, EMOptions(onCollapse: .drop))
    #expect(result.survivors == [0])
    #expect(result.events.map(\.kind) == [.floorApplied])
  }

  @Test(arguments: CovarianceFamily.allCases)
  func covariancesEqualTheirTranspose(_ type: CovarianceFamily) throws {
    for seed: UInt64 in 1...40 {
      var generator = SeededGenerator(seed: seed)
      let units = [1, 1e-3, 1e5, 7.0 / 3]
      // Flat, in columns of different units.
      let data = try Dataset(
        rows: (0..<30).map { _ in
          let (a, b) = (generator.gaussian(), generator.gaussian())
          return zip([a, b, a + b, a - 3 * b], units).map { $0 * $1 }
        })
      let start = try StartKind.kMeans.makeStart(data: data, componentCount: 2, family: type, seed: seed)
      let result = try step(data, start, EMOptions(family: type, floor: 1e-4))
      for covariance in result.model.covariances {
        for i in 0..<4 { for j in 0..<i { #expect(covariance[i, j] == covariance[j, i]) } }
      }
      if !type.isDiagonal { #expect(!result.floored.isEmpty) }
    }
  }

  // MARK: - Where components are begun anew

  @Test func reseedsAvoidEachOtherAndTheOthers() throws {
    // Six places, many times each; four components own nothing.
    let places = [[0.0, 0], [1, 5], [2, 1], [7, 2], [3, 9], [8, 8]]
    let data = try Dataset(rows: (0..<600).map { places[$0 % 6] })
    let away = (0..<4).map { [1e6 + Double($0), 0] }
    let start = GaussianMixture(
      weights: Array(repeating: 1.0 / 6, count: 6), means: [[0, 0], [8, 8]] + away,
      covariances: Array(repeating: .identity(2), count: 6))
    for seed: UInt64 in 1...50 {
      let result = try step(data, start, EMOptions(seed: seed))
      #expect(result.events.count { $0.kind == .reseeded } == 4)
      #expect(Set(result.model.means[2...]).count == 4)
      #expect(Set(result.model.means[2...]).isDisjoint(with: result.model.means[..<2]))
    }
  }

  /// Fewer distinct points than components: those without a place stay as they are.
  @Test func whereThereIsNoPlaceNothingIsReseeded() throws {
    let data = try Dataset(rows: [[0, 0], [0, 0], [4, 1], [4, 1]])
    let start = GaussianMixture(
      weights: [0.4, 0.4, 0.2], means: [[0, 0], [4, 1], [1e6, 0]], covariances: Array(repeating: .identity(2), count: 3)
    )
    let narrow = GaussianMixture(
      weights: start.weights, means: start.means, covariances: Array(repeating: .diagonal([0.01, 0.01]), count: 3))
    for policy in [EmptyPolicy.reseed, .keep] {
      let result = try step(data, narrow, EMOptions(onCollapse: .reseed, onEmpty: policy))
      #expect(result.events.map(\.kind) == [.kept, .floorApplied, .floorApplied])
      #expect(result.model.weights[2] == 0)
    }
    #expect(throws: MixtureError.collapsed(component: 0, iteration: 1)) {
      try step(data, narrow, EMOptions(floor: 0, onCollapse: .reseed))
    }
  }

  @Test func reseedsPreferWhatIsExplainedBadly() throws {
    // Ninety points where a component is, ten where none is.
    let data = try Dataset(rows: (0..<100).map { n -> [Double] in n < 90 ? [Double(n) / 90] : [20 + Double(n) / 100] })
    let start = GaussianMixture(
      weights: [0.9, 0.1], means: [[0.5], [1e6]], covariances: [.diagonal([0.1]), .diagonal([0.1])])
    let far = try (1...100).count { seed in
      try step(data, start, EMOptions(seed: UInt64(seed))).model.means[1][0] > 10
    }
    #expect((25...60).contains(far))
    // Spread by the data's scale over K, never below the floor.
    let wide = try step(data, start, EMOptions(floor: 0.9)).model.covariances[1][0, 0]
    #expect(wide >= 0.9 * (try ColumnScales(data).variances[0]))
  }

  @Test func sharedCovarianceFallsBackOnTheFloor() throws {
    let data = try Dataset(rows: [[0, 0], [0, 0], [3, 3], [3, 3]])
    let start = GaussianMixture(
      weights: [0.5, 0.5], means: [[0, 0], [3, 3]], covariances: [.identity(2), .identity(2)])
    var narrow = start
    narrow.covariances = [.diagonal([0.01, 0.01]), .diagonal([0.01, 0.01])]
    let result = try step(data, narrow, EMOptions(family: .tied, onCollapse: .drop))
    #expect(result.events.map(\.reason) == [.sharedFlat])
    #expect(result.floored == [0, 1])
    #expect(throws: MixtureError.sharedCovarianceCollapsed(iteration: 1)) {
      try step(data, narrow, EMOptions(family: .tied, onCollapse: .fail))
    }
  }
}
