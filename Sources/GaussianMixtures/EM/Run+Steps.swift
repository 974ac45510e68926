extension Run {
  /// Takes in the answer to the computation that is pending: a new half-step, or the end. An answer to any other
  /// question is ignored; it is late, and the run has moved on. So is one that no computation for this run gives, as of
  /// another number of components.
  public mutating func take(_ answer: RunAnswer) {
    guard pending == .computation(answer.request), fits(answer.outcome) else { return }
    switch answer.outcome {
    case .evaluated(let expectation):
      learn(expectation)
    case .maximized(let update, let expectation):
      append(update, expectation)
      if hasConverged { end = .converged } else { endAtLimit() }
    case .assigned(let assignment): learn(assignment)
    case .updated(let update): append(update)
    case .failed(let error):
      end = .failed(error)
    }
  }

  /// Takes the E-step, if that is pending: nothing is left to compute for it.
  public mutating func takeExpectation() {
    guard pending == .expectation else { return }
    if let assignment { append(RunStep(assignmentAfter: latest, assignment)) }
    if let expectation { append(RunStep(expectationAfter: latest, expectation)) }
  }

  /// Ends a run that has not ended.
  public mutating func cancel() {
    if end == nil { end = .cancelled }
  }

  /// Lets an ended run go on from where it stands, whatever ended it; a reason that still holds ends it again after one
  /// more iteration.
  ///
  /// - Parameter options: the settings from here on; the present ones where nil.
  public mutating func resume(under options: EMOptions? = nil) {
    end = nil
    guard let options else { return }
    // Families keep different statistics.
    if options.family != self.options.family { expectation = nil }
    self.options = options
  }

  /// Lets a run that has reached its limit go on for `more` iterations from where it stands.
  public mutating func resume(iterations more: Int) {
    var options = options
    let (limit, isBeyond) = iterations.addingReportingOverflow(max(0, more))
    options.maximumIterations = isBeyond ? .max : limit
    resume(under: options)
  }

  /// The same run, recorded by its trace alone.
  var abridged: Run {
    guard recording == .everyStep else { return self }
    var run = self
    run.recording = .trace
    run.steps = steps.count > 1 ? [steps[0], latest] : steps
    run.trails = Trails(steps[0])
    return run
  }

  /// Whether an outcome has the shape of this run's parameters.
  private func fits(_ outcome: RunAnswer.Outcome) -> Bool {
    switch outcome {
    case .evaluated(let expectation): return expectation.isOf(model)
    case .maximized(let update, let expectation):
      let indices = model.means.indices
      let dropped = update.events.count { $0.kind == .dropped }
      return update.survivors.count == update.model.componentCount
        && update.survivors.count + dropped == model.componentCount && update.survivors.allSatisfy(indices.contains)
        && Set(update.survivors).count == update.survivors.count
        && update.events.allSatisfy { indices.contains($0.component) }
        && update.floored.allSatisfy(update.survivors.indices.contains)
        && update.model.dimensions == model.dimensions && expectation.isOf(update.model)
    case .assigned(let assignment): return fits(assignment)
    case .updated(let update): return fits(update.assignment)
    case .failed: return true
    }
  }

  private func fits(_ assignment: KMeans.Assignment) -> Bool {
    assignment.centers.count == model.componentCount && assignment.counts.count == model.componentCount
  }

  private mutating func learn(_ expectation: Expectation) {
    self.expectation = expectation
    steps[steps.count - 1].learn(expectation)
    if trace.isEmpty { trace = [expectation.logLikelihood] }
    if latest.kind != .expectation { endAtLimit() }
  }

  private mutating func append(_ update: Maximization, _ expectation: Expectation) {
    append(RunStep(maximizationAfter: latest, update, logLikelihood: expectation.logLikelihood))
    self.expectation = expectation
    trace.append(expectation.logLikelihood)
    events += latest.events
    if recording == .everyStep { trails.append(latest) }
  }

  mutating func append(_ step: RunStep) {
    switch recording {
    case .everyStep: steps.append(step)
    case .trace: if steps.count > 1 { steps[1] = step } else { steps.append(step) }
    }
  }

  mutating func endAtLimit() {
    if iterations >= options.maximumIterations { end = .iterationLimit }
  }
}

extension Expectation {
  /// Whether it has the shape of these parameters.
  fileprivate func isOf(_ other: GaussianMixture) -> Bool {
    model.componentCount == other.componentCount && model.dimensions == other.dimensions
      && counts.count == other.componentCount
  }
}
