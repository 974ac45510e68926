extension Effect {
  /// Performs the effect at once. Pure but for `read` and `readTable`, which stand for the files of the world.
  ///
  /// - Parameter readTable: reads a table as somebody said; like any file where nil.
  public func perform(
    with memory: EngineMemory = EngineMemory(), read: (_ path: String) -> Answer.Outcome,
    readTable: ((_ path: String, _ reading: TableReading) -> Answer.Outcome)? = nil
  ) -> Answer.Outcome {
    switch task {
    case .compute(let computation): computation.perform(with: memory)
    case .search(let request): request.perform()
    case .race(let request): request.perform(with: memory)
    case .readFile(let path): read(path)
    case .readTable(let path, let reading): readTable?(path, reading) ?? read(path)
    // Nothing is written by a replay.
    case .saveScene, .saveLesson: .saved(nil)
    case .export(let request): .exported(path: request.path, bytes: 0)
    case .listFolder(let path): .notListed(.missing(path: path))
    case .listRecent: .notListed(.missing(path: ""))
    case .gradeHandIns: .gradedHandIns(nil)
    case .preview(let path, _): .previewed(FilePreview(.problem(.missing(path: path))))
    case .toggleFullScreen, .quit: .done
    }
  }
}

extension LabState {
  /// Applies a command of a record. Where the record says that the last answer to a ticket came, the effect is performed
  /// again; how far one had come says nothing that lasts.
  public mutating func replay(
    _ command: Command, with memory: EngineMemory = EngineMemory(),
    read: (_ path: String) -> Answer.Outcome,
    readTable: ((_ path: String, _ reading: TableReading) -> Answer.Outcome)? = nil
  ) {
    guard case .answer(let answer) = command, case .unrecorded(let isLast) = answer.outcome else {
      return apply(command)
    }
    guard isLast, let effect = effects.first(where: { $0.ticket == answer.ticket }) else { return }
    apply(.answer(Answer(answer.ticket, effect.perform(with: memory, read: read, readTable: readTable))))
  }
}
