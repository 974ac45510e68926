import GaussianMixtures

@testable import LabCore

/// How tests drive a lab without a window: commands, the work they ask for, and a clock of their own.
extension LabState {
  /// Applies commands and performs after each the work it asks for, as the window does with small data.
  mutating func perform(_ commands: Command...) { perform(commands) }

  mutating func perform(_ commands: [Command]) {
    for command in commands {
      apply(command)
      performPendingWork()
    }
  }

  /// Lets `seconds` pass, a frame at a time.
  mutating func run(for seconds: Double, frame: Double = 1.0 / 60) {
    let began = now
    for index in 0..<Int((seconds / frame).rounded()) { perform(.tick(began + Double(index + 1) * frame)) }
  }

  /// Opens a file whose content the test knows.
  mutating func receive(_ source: DataSource) {
    apply(.shell(.openFile(path: "data.csv")))
    answer(.opened(source))
    performPendingWork()
  }

  /// Answers what the state asked for last.
  mutating func answer(_ outcome: Answer.Outcome) {
    if let effect = effects.last { apply(.answer(Answer(effect.ticket, outcome))) }
  }

  /// Lets the computation that the state waits for go wrong.
  mutating func failComputation(_ error: MixtureError) {
    guard let pending = pendingComputation else { return }
    switch pending.computation.task {
    case .advance(let request):
      apply(.answer(Answer(pending.ticket, .advanced(RunAnswer(to: request, .failed(error))))))
    case .drawStart: apply(.answer(Answer(pending.ticket, .drewNoStart(error))))
    }
  }

  /// A click with the brush.
  mutating func click(_ x: Double, _ y: Double) {
    perform(.edit(.beginPainting(DataPoint(x, y), radius: DataSize(0.5, 0.5))), .edit(.endStroke))
  }

  /// Drags the eraser along the points given.
  mutating func erase(_ points: DataPoint..., radius: Double) {
    guard let first = points.first else { return }
    perform(.edit(.beginErasing(first, radius: DataSize(radius, radius))))
    for point in points.dropFirst() { perform(.edit(.moveStroke(point))) }
    perform(.edit(.endStroke))
  }

  var runs: Runs { document.runs }
  var steps: [RunStep] { document.runs.current.steps }
  var model: GaussianMixture { document.runs.shown.model }
  /// The log-likelihood of every kept half-step.
  var values: [Double?] { steps.map(\.logLikelihood) }
  /// Both coordinates of every point.
  var coordinates: [[Double]] { [document.points.x, document.points.y] }

  /// The opening example with its points and start.
  static func opened(_ options: EMOptions = EMOptions(), menu: [MenuEntry] = []) -> LabState {
    var state = LabState(options: options, menu: menu)
    state.performPendingWork()
    return state
  }

  /// A lab on points of the test's own, with means at some of them.
  static func on(_ points: [(Double, Double)], components: Int, options: EMOptions = EMOptions()) -> LabState {
    var state = LabState(
      source: .points(points), componentCount: components, seed: 7, options: options)
    state.performPendingWork()
    return state
  }
}

extension DataSource {
  static func points(_ points: [(Double, Double)], name: String = "Test") -> DataSource {
    DataSource(name: .file(name), columnNames: ["x", "y"], x: points.map(\.0), y: points.map(\.1), aspect: .equal)
  }
}
