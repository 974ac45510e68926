extension Effect {
  /// Performs the effect at once. Pure but for `read`, which stands for the files of the world.
  public func perform(
    with memory: EngineMemory = EngineMemory(), read: (_ path: String) -> Result<DataSource, FileProblem>
  ) -> Answer.Outcome {
    switch task {
    case .compute(let computation): computation.perform(with: memory)
    case .search(let request): request.perform()
    case .race(let request): request.perform(with: memory)
    case .readFile(let path):
      switch read(path) {
      case .success(let source): .opened(source)
      case .failure(let problem): .notOpened(problem)
      }
    case .toggleFullScreen, .quit: .done
    }
  }
}

extension LabState {
  /// Applies a command of a record. Where the record says that an answer came, the effect is performed again.
  public mutating func replay(
    _ command: Command, with memory: EngineMemory = EngineMemory(),
    read: (_ path: String) -> Result<DataSource, FileProblem>
  ) {
    guard case .answer(let answer) = command, answer.outcome == .unrecorded else { return apply(command) }
    guard let effect = effects.first(where: { $0.ticket == answer.ticket }) else { return }
    apply(.answer(Answer(answer.ticket, effect.perform(with: memory, read: read))))
  }
}
