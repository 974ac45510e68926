/// A computation over the points that a run waits for.
public struct RunRequest: Sendable, Equatable {
  /// What to compute.
  public enum Task: Sendable, Equatable {
    /// The log-likelihood and statistics of a mixture.
    case evaluation(of: GaussianMixture)
    /// The M-step from these statistics, and the evaluation of what it yields.
    case maximization(of: Expectation, iteration: Int, reseedings: Int)
    /// k-means: the nearest of these centers for every point.
    case assignment(to: [[Double]])
    /// k-means: the means of the points so assigned, and the assignment to them.
    case update(of: KMeans.Assignment)
  }

  /// What to compute.
  public let task: Task
  /// The run's settings.
  public let options: EMOptions

  /// A computation under these options.
  public init(_ task: Task, options: EMOptions) {
    self.task = task
    self.options = options
  }

  /// K, of which each is compared with every point.
  public var componentCount: Int {
    switch task {
    case .evaluation(let model): model.componentCount
    case .maximization(let expectation, _, _): expectation.model.componentCount
    case .assignment(let centers): centers.count
    case .update(let assignment): assignment.centers.count
    }
  }

  /// Whether it measures parameters that are there already, as opposed to finding new ones.
  public var measures: Bool {
    switch task {
    case .evaluation, .assignment: true
    case .maximization, .update: false
    }
  }
}

/// The answer to a request. It names its question, so that a run can tell a late answer from the one it waits for.
public struct RunAnswer: Sendable, Equatable {
  /// What came of it.
  public enum Outcome: Sendable, Equatable {
    /// The evaluation of the mixture asked about.
    case evaluated(Expectation)
    /// The new parameters and their evaluation.
    case maximized(Maximization, Expectation)
    /// k-means: the assignment asked about.
    case assigned(KMeans.Assignment)
    /// k-means: the new means with their assignment.
    case updated(KMeans.Update)
    /// It cannot be computed.
    case failed(MixtureError)
  }

  /// The question.
  public let request: RunRequest
  /// What came of it.
  public let outcome: Outcome

  /// An answer, as `EM.perform` gives it.
  public init(to request: RunRequest, _ outcome: Outcome) {
    self.request = request
    self.outcome = outcome
  }
}

extension EM {
  /// Computes what a run asks for, under the run's options. Pure: the same request has the same answer, to the last
  /// bit, on any thread.
  public func perform(_ request: RunRequest) -> RunAnswer {
    do throws(MixtureError) {
      return RunAnswer(to: request, try outcome(of: request.task, with(request.options)))
    } catch {
      return RunAnswer(to: request, .failed(error))
    }
  }

  private func outcome(of task: RunRequest.Task, _ em: EM) throws(MixtureError) -> RunAnswer.Outcome {
    switch task {
    case .evaluation(let model):
      return .evaluated(try em.expectation(of: model))
    case .maximization(let expectation, let iteration, let reseedings):
      let update = try em.maximization(of: expectation, iteration: iteration, reseedings: reseedings)
      return .maximized(update, try em.expectation(of: update.model))
    case .assignment(let centers): return .assigned(try KMeans(data: data).assign(to: centers))
    case .update(let assignment): return .updated(try KMeans(data: data).iterate(assignment))
    }
  }

  /// A run from `start` under these options, not a step taken yet.
  public func run(
    from start: GaussianMixture, algorithm: Algorithm = .em, origin: RunOrigin = .adopted,
    recording: Run.Recording = .everyStep
  ) -> Run {
    Run(from: start, options: options, algorithm: algorithm, origin: origin, recording: recording)
  }

  /// Takes a run one half-step on: first the start, evaluated, then E, M, E, M, … Returns that step, nil once the run has
  /// ended. A half-step that cannot be computed ends the run, whose `end` keeps the error; it is thrown now and whenever
  /// the run is asked to go on, until it is resumed.
  @discardableResult
  public func advance(_ run: inout Run) throws(MixtureError) -> RunStep? {
    switch run.pending {
    case .computation(let request): run.take(perform(request))
    case .expectation: run.takeExpectation()
    case .nothing:
      if let error = run.failure { throw error }
      return nil
    }
    if let error = run.failure { throw error }
    return run.latest
  }

  /// The half-steps of a run from `start`, one at a time as they are asked for. A failure is the last element, so a loop
  /// cannot take it for the end:
  ///
  /// ```swift
  /// for halfStep in em.halfSteps(from: start) {
  ///   let step = try halfStep.get()
  /// }
  /// ```
  public func halfSteps(from start: GaussianMixture) -> HalfSteps {
    HalfSteps(em: self, run: run(from: start, recording: .trace))
  }
}

/// The half-steps of a run, as `EM.halfSteps` makes them. A copy marks a place to come back to.
public struct HalfSteps: Sequence, IteratorProtocol, Sendable {
  let em: EM
  /// The run so far.
  public private(set) var run: Run

  /// The next half-step or the failure that ends the run; nil after the end.
  public mutating func next() -> Result<RunStep, MixtureError>? {
    guard run.end == nil else { return nil }
    do throws(MixtureError) {
      return try em.advance(&run).map(Result.success)
    } catch {
      return .failure(error)
    }
  }
}
