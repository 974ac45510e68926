import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct RunTests {
  private func problem(_ options: EMOptions = EMOptions()) throws -> (em: EM, start: GaussianMixture) {
    let data = try oldFaithful()
    return (
      try EM(data: data, options: options),
      try StartKind.randomPoints.makeStart(data: data, componentCount: 2, family: options.family, seed: 4)
    )
  }

  /// A, B, C, of which B owns nothing and is dropped in the first iteration.
  private func problemThatDropsB(_ options: EMOptions = EMOptions(onEmpty: .drop)) throws -> (em: EM, run: Run) {
    let em = try EM(data: oldFaithful(), options: options)
    let covariance = CovarianceMatrix.diagonal([1, 100])
    let start = GaussianMixture(
      weights: [1, 1, 1].map { $0 / 3 }, means: [[2, 50], [500, 500], [4.5, 80]],
      covariances: [covariance, covariance, covariance])
    return (em, em.run(from: start))
  }

  // MARK: - One driver

  /// The driver of a window: requests wait, and answers come back when they are no longer news.
  @Test(arguments: CovarianceFamily.allCases)
  func fittingSteppingAndLateAnswersAreTheSame(_ family: CovarianceFamily) throws {
    let (em, start) = try problem(EMOptions(family: family))
    let fit = try em.fit(from: start)

    var late = em.run(from: start)
    var mailbox: [RunAnswer] = []
    while late.end == nil {
      switch late.pending {
      case .computation(let request):
        // Another EM on the same points, and an old answer delivered twice.
        mailbox.append(try EM(data: em.data).perform(request))
        if mailbox.count > 1 {
          let before = late
          late.take(mailbox[mailbox.count - 2])
          #expect(late == before)
        }
        late.take(mailbox[mailbox.count - 1])
      case .expectation: late.takeExpectation()
      case .nothing: Issue.record("it has not ended")
      }
    }

    var stepped = em.run(from: start)
    var steps: [RunStep] = []
    while let step = try em.advance(&stepped) { steps.append(step) }
    let iterated = try em.halfSteps(from: start).map { try $0.get() }

    #expect(late == stepped)
    #expect(steps == stepped.steps && iterated == steps)
    #expect(fit.model == stepped.model && fit.trace == stepped.trace && fit.events == stepped.events)
    #expect(fit.end == .converged && fit.end == stepped.end && fit.iterations == stepped.latest.iteration)
    #expect(fit.run.steps == [steps[0], steps[steps.count - 1]])
  }

  @Test func stepsAlternateAndAreNumbered() throws {
    let (em, start) = try problem()
    let steps = try em.halfSteps(from: start).map { try $0.get() }
    #expect(steps[0].kind == .start && steps.last?.kind == .maximization)
    for (index, step) in steps.enumerated().dropFirst() {
      #expect(step.kind == (index % 2 == 1 ? .expectation : .maximization))
      #expect(step.kind == steps[index - 1].next && step.halfStep == index && step.iteration == (index + 1) / 2)
    }
  }

  @Test func parametersLikelihoodOwnersAndCountsBelongTogether() throws {
    let (em, start) = try problem()
    var previous: RunStep?
    for halfStep in em.halfSteps(from: start).prefix(20) {
      let step = try halfStep.get()
      let value = try #require(step.logLikelihood)
      #expect(isClose(value, try step.model.logLikelihood(of: em.data), 1e-13))
      switch step.kind {
      case .start: #expect(step.owners == nil && step.counts == nil && step.lowerBound == nil)
      case .expectation:
        #expect(step.owners?.model == step.model && step.model == previous?.model)
        #expect(isClose(try #require(step.counts).reduce(0, +), 272, 1e-12) && step.lowerBound == value)
      case .maximization:
        #expect(step.owners == previous?.owners && step.counts == previous?.counts)
        let bound = try #require(step.lowerBound)
        #expect(bound <= value + 1e-9 * abs(bound))
      }
      previous = step
    }
  }

  @Test func aCopyMarksAPlaceToComeBackTo() throws {
    let (em, start) = try problem()
    var run = em.run(from: start)
    for _ in 0..<5 { try em.advance(&run) }
    var copy = run
    for _ in 0..<6 { try em.advance(&run) }
    for _ in 0..<6 { try em.advance(&copy) }
    #expect(run == copy)
  }

  @Test func anUnevaluatedStartSaysSo() throws {
    let (em, start) = try problem()
    var run = em.run(from: start)
    #expect(run.logLikelihood == nil && run.trace.isEmpty && run.iterations == 0 && run.end == nil)
    let request = RunRequest(.evaluation(of: start), options: em.options)
    #expect(run.pending == .computation(request))
    run.takeExpectation()
    #expect(run.steps.count == 1)
    run.take(em.perform(request))
    #expect(run.logLikelihood != nil && run.trace.count == 1 && run.pending == .expectation)
  }

  // MARK: - The end

  @Test func theLimitEndsItAndItMayGoOn() throws {
    let (em, start) = try problem(EMOptions(tolerance: 0, maximumIterations: 3))
    var run = em.run(from: start)
    while try em.advance(&run) != nil {}
    #expect(run.end == .iterationLimit && run.steps.count == 7 && run.pending == .nothing)
    let limited = run
    run.take(em.perform(RunRequest(.evaluation(of: run.model), options: em.options)))
    run.takeExpectation()
    #expect(run == limited)

    run.resume(iterations: 4)
    #expect(run.end == nil && run.pending == .expectation)
    while try em.advance(&run) != nil {}
    #expect(run.end == .iterationLimit && run.iterations == 7)
    let whole = try em.fit(from: start, iterations: 7)
    #expect(run.model == whole.model && run.trace == whole.trace)

    // A reason that still holds ends it again after one more iteration.
    run.resume()
    while try em.advance(&run) != nil {}
    #expect(run.end == .iterationLimit && run.iterations == 8)
  }

  @Test func aLimitOfZeroEvaluatesTheStart() throws {
    let (em, start) = try problem(EMOptions(maximumIterations: 0))
    var run = em.run(from: start)
    #expect(try em.advance(&run)?.kind == .start)
    #expect(try em.advance(&run) == nil)
    #expect(run.end == .iterationLimit && run.trace.count == 1)
  }

  @Test func cancellingEndsWhatHasNotEnded() throws {
    let (em, start) = try problem()
    var run = em.run(from: start)
    try em.advance(&run)
    run.cancel()
    #expect(run.end == .cancelled && run.steps.count == 1)
    run.resume()
    while try em.advance(&run) != nil {}
    run.cancel()
    #expect(run.end == .converged)
  }

  @Test func aFailureIsKeptThrownAndTheLastElement() throws {
    let em = try EM(data: Dataset(rows: [[1], [1]]), options: EMOptions(onCollapse: .fail))
    let start = GaussianMixture(weights: [1], means: [[1]], covariances: [.identity(1)])
    let collapsed = MixtureError.collapsed(component: 0, iteration: 1)
    var run = em.run(from: start)
    try em.advance(&run)
    try em.advance(&run)
    for _ in 0..<2 { #expect(throws: collapsed) { try em.advance(&run) } }
    #expect(run.end == .failed(collapsed) && run.steps.count == 2)
    #expect(run.end?.sentence == collapsed.description)

    var kinds: [RunStep.Kind?] = []
    var failure: MixtureError?
    for halfStep in em.halfSteps(from: start) {
      kinds.append(try? halfStep.get().kind)
      if case .failure(let error) = halfStep { failure = error }
    }
    #expect(kinds == [.start, .expectation, nil] && failure == collapsed)
    #expect(throws: collapsed) { try em.fit(from: start) }

    // Under other options it goes on.
    run.resume(under: EMOptions(onCollapse: .floor))
    try em.advance(&run)
    #expect(run.latest.kind == .maximization && run.latest.floored == [0])
  }

  @Test func whatIsWrongWithTheStartOrTheOptionsIsItsEnd() throws {
    let em = try EM(data: Dataset(rows: [[1], [2]]))
    var wrong = em.run(from: GaussianMixture(weights: [1], means: [[1, 2]], covariances: [.identity(2)]))
    #expect(throws: MixtureError.dimensionMismatch(model: 2, data: 1)) { try em.advance(&wrong) }
    let start = GaussianMixture(weights: [1], means: [[1]], covariances: [.identity(1)])
    var absurd = Run(from: start, options: EMOptions(floor: 2))
    #expect(throws: MixtureError.self) { try em.advance(&absurd) }
    var empty = em.run(from: GaussianMixture(weights: [], means: [], covariances: []))
    #expect(throws: MixtureError.noComponents) { try em.advance(&empty) }
  }

  @Test func everyEndHasASentence() {
    for end in [RunEnd.converged, .iterationLimit, .cancelled, .failed(.noPoints)] {
      #expect(end.sentence.hasSuffix("."))
    }
  }

  // MARK: - Other options, other points

  @Test func anotherFamilyAsksForItsOwnStatistics() throws {
    let (em, start) = try problem(EMOptions(family: .diagonal))
    var run = em.run(from: start)
    for _ in 0..<4 { try em.advance(&run) }
    #expect(run.latest.kind == .expectation)
    let model = run.model
    let trace = run.trace
    run.resume(under: EMOptions(family: .full))
    try em.advance(&run)
    #expect(run.latest.kind == .expectation && run.model == model && run.trace == trace && run.iterations == 1)
    try em.advance(&run)
    #expect(run.model.family == .full && run.model.covariances[0][0, 1] != 0)
    let full = try em.with(EMOptions(family: .full))
    #expect(run.model == (try full.maximization(of: full.expectation(of: model), iteration: 2)).model)
  }

  @Test(arguments: 0..<7)
  func otherPointsKeepTheParametersAndForgetTheRest(_ index: Int) throws {
    let (em, start) = try problem()
    var run = em.run(from: start)
    for _ in 0..<7 { try em.advance(&run) }
    let place = RunReference(run: 12, step: index)
    var next = Run(continuing: run, at: place)
    let old = run.steps[index]
    #expect(next.origin == .continued(from: place) && next.origin.parent == place)
    #expect(next.model == old.model && next.latest.kind == old.kind && next.latest.iteration == old.iteration)
    #expect(next.latest.owners == old.owners && next.latest.identities == old.identities)
    #expect(next.logLikelihood == nil && next.latest.counts == nil && next.latest.lowerBound == nil && next.end == nil)
    #expect((0..<2).allSatisfy { next.trail(of: $0, upTo: 0) == run.trail(of: $0, upTo: index) })

    let fewer = try EM(data: Dataset(columns: em.data.columns.map { Array($0.prefix(200)) }))
    try fewer.advance(&next)
    #expect(isClose(next.trace, [try old.model.logLikelihood(of: fewer.data)], 1e-13) && next.steps.count == 1)
    if old.kind == .expectation { #expect(next.latest.lowerBound == next.logLikelihood) }
    if old.kind != .start { #expect(isClose(try #require(next.latest.counts).reduce(0, +), 200, 1e-12)) }
    try fewer.advance(&next)
    #expect(next.latest.kind == old.next)
    while try fewer.advance(&next) != nil {}
    #expect(next.end == .converged && next.trail(of: 0, upTo: next.steps.count - 1).count > next.iterations)
  }

  @Test func aPlaceThatDoesNotExistIsTheNearestOne() throws {
    let (em, start) = try problem()
    var run = em.run(from: start)
    for _ in 0..<3 { try em.advance(&run) }
    #expect(Run(continuing: run, at: RunReference(run: 0, step: 99)).model == run.model)
    #expect(Run(continuing: run, at: RunReference(run: 0, step: -1)).model == start)
  }

  // MARK: - Components

  @Test func componentsKeepTheirIdentitiesWhenOneIsDropped() throws {
    var (em, run) = try problemThatDropsB()
    for _ in 0..<5 { try em.advance(&run) }
    #expect(run.steps.map(\.identities) == [[0, 1, 2], [0, 1, 2], [0, 2], [0, 2], [0, 2]])
    #expect(run.steps[2].rescued == [1] && run.steps[2].events.map(\.component) == [1])
    #expect(run.steps[2].counts == [0, 2].map { run.steps[1].counts?[$0] ?? 0 })
    #expect(run.steps[2].owners?.identities == [0, 1, 2] && run.steps[3].owners?.identities == [0, 2])
    #expect(run.events == run.steps[2].events)
    #expect(run.trail(of: 1, upTo: 1).count == 1 && run.trail(of: 2, upTo: 4).count == 3)
  }

  @Test func trailsLeadFromTheStartToTheMean() throws {
    let (em, start) = try problem()
    var run = em.run(from: start)
    while try em.advance(&run) != nil {}
    for (index, step) in run.steps.enumerated() {
      let expected = run.steps[...index].filter { $0.kind != .expectation }.map(\.model.means)
      for k in 0..<2 { #expect(Array(run.trail(of: k, upTo: index)) == expected.map { $0[k] }) }
      #expect(run.trail(of: 0, upTo: index).last == step.model.means[0])
    }
    #expect(run.trail(of: 7, upTo: 3).isEmpty && run.trail(of: -1, upTo: 3).isEmpty)
    #expect(run.trail(of: 0, upTo: 999).count == run.iterations + 1 && run.trail(of: 0, upTo: -5).count == 1)
    #expect(try em.fit(from: start).run.trail(of: 0, upTo: 1).isEmpty)
  }

  @Test func aComponentBegunAnewBeginsANewTrail() throws {
    var (em, run) = try problemThatDropsB(EMOptions(onEmpty: .reseed))
    for _ in 0..<7 { try em.advance(&run) }
    #expect(run.steps[2].events.map(\.kind) == [.reseeded])
    #expect(Array(run.trail(of: 1, upTo: 1)) == [[500, 500]])
    #expect(Array(run.trail(of: 1, upTo: 2)) == [run.steps[2].model.means[1]])
    #expect(run.trail(of: 1, upTo: 6).count == 3 && run.trail(of: 0, upTo: 6).count == 4)
  }

  /// Begun anew twice, a component has three paths, and each step shows the one it is on.
  @Test func aTrailBeginsWhereTheComponentWasLastBegunAnew() throws {
    let em = try EM(data: Dataset(rows: [[0], [1], [2], [3], [500]]), options: EMOptions(onEmpty: .reseed))
    let start = GaussianMixture(
      weights: [0.5, 0.5], means: [[1.5], [-900]], covariances: [.diagonal([40_000]), .identity(1)])
    var run = em.run(from: start)
    for _ in 0..<3 { try em.advance(&run) }
    #expect(run.steps[2].events.map(\.kind) == [.reseeded])
    // The same rescue once more, as it comes when the component lost its points again.
    let update = Maximization(
      model: run.model, events: run.steps[2].events, survivors: [0, 1], floored: [], lowerBound: -.infinity)
    run.takeExpectation()
    guard case .computation(let request) = run.pending else { return #expect(Bool(false), "an M-step is due") }
    run.take(RunAnswer(to: request, .maximized(update, try em.expectation(of: run.model))))
    #expect(run.trail(of: 1, upTo: 1).count == 1)
    #expect(run.trail(of: 1, upTo: 2).count == 1 && run.trail(of: 1, upTo: 3).count == 1)
    #expect(run.trail(of: 1, upTo: 4).count == 1 && run.trail(of: 0, upTo: 4).count == 3)
  }

  /// A rescue tells of the points it was made for, and goes with them.
  @Test func rescuesOfOtherPointsAreForgotten() throws {
    var (em, run) = try problemThatDropsB()
    for _ in 0..<3 { try em.advance(&run) }
    #expect(run.latest.events.map(\.kind) == [.dropped])
    let next = Run(continuing: run, at: RunReference(run: 0, step: 2))
    #expect(next.latest.events == [] && next.events == [])
  }

  /// Held up by the floor in this iteration without being news, a component counts as rescued.
  @Test func whatTheFloorHoldsUpIsRescued() throws {
    let em = try EM(
      data: Dataset(rows: [[0], [1], [2], [3], [50], [50]]), options: EMOptions(tolerance: 0, maximumIterations: 9))
    var run = em.run(
      from: GaussianMixture(weights: [0.5, 0.5], means: [[1.5], [50]], covariances: [.identity(1), .identity(1)]))
    while try em.advance(&run) != nil {}
    #expect(run.latest.events == [] && run.latest.floored == [1] && run.latest.rescued == [1])
  }

  // MARK: - Kept in a file

  @Test func aRunReadBackGoesOnAsIfNothingHadHappened() throws {
    for options in [EMOptions(onEmpty: .drop), EMOptions(onEmpty: .reseed)] {
      var (em, run) = try problemThatDropsB(options)
      for count in 0..<7 {
        var again = try JSONDecoder().decode(Run.self, from: JSONEncoder().encode(run))
        #expect(again.steps == run.steps && again.trace == run.trace && again.end == run.end)
        #expect(again.origin == run.origin && again.options == run.options && again.events == run.events)
        if count > 0 { again.take(em.perform(RunRequest(.evaluation(of: run.model), options: options))) }
        #expect(again == run)
        try em.advance(&run)
      }
    }
  }

  /// What a file says is not to be trusted: nothing that can be read traps.
  @Test func absurdIdentitiesAndTrailsDoNoHarm() throws {
    let start = GaussianMixture(
      weights: [0.5, 0.5], means: [[1], [2]], covariances: [.identity(1), .identity(1)])
    for identities in [[-5, .max], [3, 3], [1], [7, 2]] {
      var run = Run(from: start, identities: identities)
      let em = try EM(data: Dataset(rows: [[0], [1], [3]]))
      for _ in 0..<3 { try em.advance(&run) }
      #expect(run.latest.identities.allSatisfy { run.trail(of: $0, upTo: 2).count == 2 })
    }
    let text = try #require(String(data: JSONEncoder().encode(Run(from: start)), encoding: .utf8))
    for (sound, absurd) in [
      ("\"inherited\":0", "\"inherited\":-9"), ("\"inherited\":0", "\"inherited\":9223372036854775807"),
      ("\"breaks\":[]", "\"breaks\":[-3,99]"), ("\"means\":[[1]]", "\"means\":[[1,2]]"),
    ] {
      let changed = text.replacing(sound, with: absurd)
      #expect(changed != text)
      #expect(throws: DecodingError.self, "\(absurd)") {
        try JSONDecoder().decode(Run.self, from: Data(changed.utf8))
      }
    }
  }

  @Test func endsAndOriginsAreKept() throws {
    let start = GaussianMixture(weights: [1], means: [[1]], covariances: [.identity(1)])
    let place = RunReference(run: 3, step: 8)
    for origin in [RunOrigin.seeded(.kMeans, seed: 5), .placed(from: nil), .placed(from: place), .adopted] {
      var run = Run(from: start, origin: origin, recording: .trace)
      run.end = .failed(.collapsed(component: 2, iteration: 4))
      #expect(try JSONDecoder().decode(Run.self, from: JSONEncoder().encode(run)) == run)
    }
    let text = try #require(String(data: JSONEncoder().encode(Run(from: start)), encoding: .utf8))
    let twoIdentities = Data(text.replacing(#""identities":[0]"#, with: #""identities":[0,1]"#).utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Run.self, from: twoIdentities) }
  }
}
