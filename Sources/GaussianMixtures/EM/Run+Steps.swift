extension Run {
  /// Takes in the answer to the computation that is pending: a new half-step, or the end. An answer to any other
  /// question is ignored; it is late, and the run has moved on.
  public mutating func take(_ answer: RunAnswer) {
    guard pending == .computation(answer.request) else { return }
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
    options.maximumIterations = iterations + max(0, more)
    resume(under: options)
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
    events += update.events
    if recording == .everyStep { trails.append(latest, old: steps[steps.count - 2]) }
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
