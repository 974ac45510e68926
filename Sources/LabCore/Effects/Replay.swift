extension Effect {
  /// Performs the effect at once. Pure but for `read`, which stands for the files of the world.
  public func perform(
    with memory: EngineMemory = EngineMemory(), read: (_ path: String) -> Answer.Outcome
  ) -> Answer.Outcome {
    switch task {
    case .compute(let computation): computation.perform(with: memory)
    case .search(let request): request.perform()
    case .race(let request): request.perform(with: memory)
    case .readFile(let path): read(path)
    // Nothing is written by a replay.
    case .saveScene: .saved(nil)
    case .listFolder(let path): .notListed(.missing(path: path))
    case .toggleFullScreen, .quit: .done
    }
  }
}

extension LabState {
  /// Applies a command of a record. Where the record says that the last answer to a ticket came, the effect is performed
  /// again; how far one had come says nothing that lasts.
  public mutating func replay(
    _ command: Command, with memory: EngineMemory = EngineMemory(),
    read: (_ path: String) -> Answer.Outcome
  ) {
    guard case .answer(let answer) = command, case .unrecorded(let isLast) = answer.outcome else {
      return apply(command)
    }
    guard isLast, let effect = effects.first(where: { $0.ticket == answer.ticket }) else { return }
    apply(.answer(Answer(answer.ticket, effect.perform(with: memory, read: read))))
  }
}
