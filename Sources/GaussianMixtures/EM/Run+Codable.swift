extension Run: Codable {
  private enum CodingKeys: String, CodingKey {
    case algorithm, origin, recording, options, end, trace, events, reassigned, owners, steps, trails
  }

  /// A step without what the steps before it tell: an E-step's parameters and every step's owners.
  private struct Record: Codable {
    let kind: RunStep.Kind
    let iteration: Int
    let model: GaussianMixture?
    let identities: [Int]
    let counts: [Double]?
    let logLikelihood: Double?
    let lowerBound: Double?
    let sumOfSquares: Double?
    let events: [EMEvent]?
    let floored: [Int]?
    let rescued: [Int]?

    init(_ step: RunStep, isFirst: Bool) {
      kind = step.kind
      iteration = step.iteration
      model = step.kind == .expectation && !isFirst ? nil : step.model
      identities = step.identities
      counts = step.counts
      logLikelihood = step.logLikelihood
      lowerBound = step.lowerBound
      sumOfSquares = step.sumOfSquares
      events = step.events.isEmpty ? nil : step.events
      floored = step.floored.isEmpty ? nil : step.floored
      rescued = step.rescued.isEmpty ? nil : step.rescued.sorted()
    }

    func step(model: GaussianMixture, owners: Owners?) -> RunStep {
      RunStep(
        kind: kind, iteration: iteration, model: model, identities: identities, owners: owners, counts: counts,
        logLikelihood: logLikelihood, lowerBound: lowerBound, events: events ?? [], floored: floored ?? [],
        rescued: Set(rescued ?? []), sumOfSquares: sumOfSquares)
    }
  }

  /// Throws what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(algorithm, forKey: .algorithm)
    try container.encode(origin, forKey: .origin)
    try container.encode(recording, forKey: .recording)
    try container.encode(options, forKey: .options)
    try container.encodeIfPresent(end, forKey: .end)
    try container.encode(trace, forKey: .trace)
    try container.encode(events, forKey: .events)
    try container.encodeIfPresent(reassigned, forKey: .reassigned)
    try container.encodeIfPresent(steps[0].owners, forKey: .owners)
    try container.encode(steps.indices.map { Record(steps[$0], isFirst: $0 == 0) }, forKey: .steps)
    try container.encode(trails, forKey: .trails)
  }

  /// Throws where a part is missing or steps do not fit together.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    algorithm = try container.decode(Algorithm.self, forKey: .algorithm)
    origin = try container.decode(RunOrigin.self, forKey: .origin)
    recording = try container.decode(Recording.self, forKey: .recording)
    options = try container.decode(EMOptions.self, forKey: .options)
    end = try container.decodeIfPresent(RunEnd.self, forKey: .end)
    trace = try container.decode([Double].self, forKey: .trace)
    events = try container.decode([EMEvent].self, forKey: .events)
    reassigned = try container.decodeIfPresent(Int.self, forKey: .reassigned)
    trails = try container.decode(Trails.self, forKey: .trails)
    var owners = try container.decodeIfPresent(Owners.self, forKey: .owners)
    steps = []
    for record in try container.decode([Record].self, forKey: .steps) {
      guard let model = record.model ?? steps.last?.model, model.componentCount == record.identities.count else {
        throw DecodingError.dataCorruptedError(
          forKey: .steps, in: container, debugDescription: "A step has no mixture that fits its components.")
      }
      if record.kind == .expectation { owners = Owners(of: model, identities: record.identities, algorithm) }
      steps.append(record.step(model: model, owners: owners))
    }
    guard let first = steps.first, steps.allSatisfy(\.isSound), first.owners?.isSound != false else {
      throw DecodingError.dataCorruptedError(
        forKey: .steps, in: container, debugDescription: "A run has no steps, or one whose parts do not fit together.")
    }
    guard trails.areSound(dimensions: model.dimensions) else {
      throw DecodingError.dataCorruptedError(
        forKey: .trails, in: container, debugDescription: "A path has a place that its run does not know.")
    }
    guard events.allSatisfy({ (0...latest.iteration).contains($0.iteration) }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .events, in: container, debugDescription: "A rescue belongs to an iteration that has not been.")
    }
  }
}

extension Run {
  /// The run without the statistics of its latest pass, as it is encoded: equal ones are written alike.
  public var recorded: Run {
    var run = self
    run.expectation = nil
    run.assignment = nil
    return run
  }
}

extension Run {
  /// Whether the statistics of the latest pass are at hand, which encoding leaves out.
  public var isMeasured: Bool { expectation != nil || assignment != nil }

  /// The same run with these statistics, however it has ended: what it would ask for next costs nothing then.
  ///
  /// - Parameter perform: computes over the run's points; nil where that cannot be done.
  public func measured(by perform: (RunRequest) -> RunAnswer?) -> Run {
    var run = self
    run.end = nil
    guard !isMeasured, case .computation(let request) = run.pending, request.measures, let answer = perform(request)
    else { return self }
    run.take(answer)
    run.end = end
    return run
  }
}

extension RunStep {
  /// Whether its parts are of one number of components, and its iteration one that a run can come to.
  fileprivate var isSound: Bool {
    (0...Self.lastIteration).contains(iteration) && Set(identities).count == identities.count
      && counts.map { $0.count == identities.count } ?? true && floored.allSatisfy(identities.indices.contains)
  }

  /// Far beyond what any run comes to, and far from where numbers end.
  private static let lastIteration = 1 << 40
}

extension Owners {
  fileprivate var isSound: Bool { identities.count == model.componentCount }
}
