extension Run {
  /// The run of EM as it was when it had come to a step: what followed is forgotten, and found again when it goes on.
  /// What the pass over the points told of that step is computed anew. A run of k-means stays as it is.
  ///
  /// - Parameter index: an index into `steps`; the nearest one where there is none.
  public func rewound(to index: Int) -> Run {
    let last = min(max(index, 0), steps.count - 1)
    guard algorithm == .em, last < steps.count - 1 else { return self }
    var run = self
    run.steps.removeLast(steps.count - 1 - last)
    let iterations = run.steps.dropFirst().count { $0.kind == .maximization }
    run.trace = Array(trace.prefix(iterations + 1))
    run.events = run.steps.flatMap(\.events)
    run.trails = recording == .everyStep ? trails.cut(to: last, from: steps[0].kind) : Trails(steps[0])
    run.end = nil
    run.expectation = nil
    return run
  }
}
