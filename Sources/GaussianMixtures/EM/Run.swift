/// A run of EM or of k-means as a value: where it began, its half-steps so far, how it ended, and where it came from.
///
/// A run never computes over points itself. It says what comes next (`pending`), whoever drives it has that computed
/// (`EM.perform`, a pure function: at once, or on another thread while the run waits), and hands back the answer
/// (`take`). k-means is run the same way, since it is EM in a limit (`Run+KMeans.swift`). There is no second way to run
/// either: `EM.fit` is this loop, `EM.advance` one turn of it, and a window is the same with the answers travelling back
/// as messages:
///
/// ```swift
/// var run = em.run(from: start)
/// while run.end == nil {
///   switch run.pending {
///   case .computation(let request): run.take(em.perform(request))  // or: send the request away, take the answer later
///   case .expectation: run.takeExpectation()  // costs nothing: the last pass measured it already
///   case .nothing: break
///   }
/// }
/// ```
///
/// A run over T iterations costs T + 1 passes over the points, since the pass that measures an M-step is also the next
/// E-step. Copies are cheap and mark places to come back to; not going on is a pause. Encoded, a run keeps everything
/// but the statistics of its latest pass, which is then asked for again.
public struct Run: Sendable, Equatable {
  /// What a run keeps of its past.
  public enum Recording: String, CaseIterable, Codable, Sendable {
    /// Every half-step, and the paths of the means: to look back. Each iteration keeps one mixture, K·(D² + D + 1)
    /// numbers.
    case everyStep = "every-step"
    /// The start and the latest half-step, with all log-likelihoods and rescues: for runs of which the result counts.
    case trace
  }

  /// What is to be done next.
  public enum Pending: Sendable, Equatable {
    /// A computation over the points: `EM.perform`, then `take`.
    case computation(RunRequest)
    /// The E-step, which needs no computation: `takeExpectation`.
    case expectation
    /// The run has ended; `resume` takes that back.
    case nothing
  }

  /// How it takes its half-steps.
  public let algorithm: Algorithm
  /// Where it came from.
  public let origin: RunOrigin
  /// What it keeps of its past.
  public internal(set) var recording: Recording
  /// The settings of the half-steps to come.
  public internal(set) var options: EMOptions
  /// From the start to the latest half-step, never empty; only these two where the run records the trace alone.
  public internal(set) var steps: [RunStep]
  /// One value (`RunStep.value`: the log-likelihood, of k-means the sum of squares) more than iterations: entry t belongs
  /// to the parameters after t iterations of this run, entry 0 to its start. Empty until the start is evaluated.
  public internal(set) var trace: [Double] = []
  /// All rescues so far.
  public internal(set) var events: [EMEvent] = []
  /// How it ended; nil while it can go on.
  public internal(set) var end: RunEnd?

  /// The latest parameters measured, which the next half-step of EM needs; nil until they are.
  var expectation: Expectation?
  /// The same for k-means.
  var assignment: KMeans.Assignment?
  /// How many points that gave to another mean than the one before; nil where there was none before.
  var reassigned: Int?
  var trails: Trails

  /// A run that has not taken a step yet. Weights that nearly sum to 1 are made to. Nothing is checked: what is wrong
  /// with `start` or `options` ends the run with its error at the first computation.
  ///
  /// - Parameters:
  ///   - start: the parameters to begin with.
  ///   - options: the settings.
  ///   - algorithm: how to take half-steps. k-means takes the means of the start and nothing else of it.
  ///   - origin: where the start comes from.
  ///   - recording: what to keep.
  ///   - identities: as in `RunStep.identities`; 0, 1, … where nil, or where they are not K different numbers.
  ///   - ownsPoints: whether the points belong to the start's components before the first E-step, as those of a model
  ///     that was fitted to them do.
  public init(
    from start: GaussianMixture, options: EMOptions = EMOptions(), algorithm: Algorithm = .em,
    origin: RunOrigin = .adopted, recording: Recording = .everyStep, identities: [Int]? = nil, ownsPoints: Bool = false
  ) {
    self.algorithm = algorithm
    self.origin = origin
    self.recording = recording
    self.options = options
    steps = [
      RunStep(
        start: start.withNormalizedWeights, identities: identities, ownsPoints: ownsPoints, algorithm: algorithm)
    ]
    trails = Trails(steps[0])
  }

  /// The run that goes on from a step of another whose points have changed: parameters, identities, iteration number,
  /// owners and the paths so far stay; what was computed from the old points is unknown until it is computed again.
  ///
  /// - Parameters:
  ///   - other: the run to go on from.
  ///   - place: an index into the other run's `steps`, with the number its keeper knows that run by.
  ///   - options: those of the other run where nil.
  public init(continuing other: Run, at place: RunReference, options: EMOptions? = nil) {
    let index = min(max(place.step, 0), other.steps.count - 1)
    algorithm = other.algorithm
    origin = .continued(from: place)
    recording = other.recording
    self.options = options ?? other.options
    steps = [other.steps[index].withUnknownData]
    trails = other.trails.upTo(index, of: other.steps)
  }

  /// The parameters it began with.
  public var start: GaussianMixture { steps[0].model }
  /// The latest half-step.
  public var latest: RunStep { steps[steps.count - 1] }
  /// The latest parameters.
  public var model: GaussianMixture { latest.model }
  /// The log-likelihood of `model`; nil while it is unknown, and of k-means.
  public var logLikelihood: Double? { latest.logLikelihood }
  /// Whole iterations of this run.
  public var iterations: Int { max(0, trace.count - 1) }

  /// What is to be done next.
  public var pending: Pending {
    guard end == nil else { return .nothing }
    if algorithm == .kMeans { return pendingOfKMeans }
    guard let expectation else { return .computation(RunRequest(.evaluation(of: model), options: options)) }
    return switch latest.kind {
    case .start, .maximization: .expectation
    case .expectation:
      .computation(
        RunRequest(
          .maximization(of: expectation, iteration: latest.iteration, reseedings: reseedingsLeft), options: options))
    }
  }

  /// The path of a component's mean up to a step, oldest first: its mean at the start and after every M-step, the last
  /// at that step. A component that was begun anew elsewhere begins a new path. Takes the same time however long the run
  /// is; empty where the run records the trace alone.
  ///
  /// - Parameters:
  ///   - identity: as in `RunStep.identities`.
  ///   - index: an index into `steps`.
  public func trail(of identity: Int, upTo index: Int) -> ArraySlice<[Double]> {
    recording == .everyStep
      ? trails.path(of: identity, upTo: min(max(index, 0), steps.count - 1), from: steps[0].kind) : []
  }
}
