import GaussianMixtures

@testable import LabCore

/// A lab whose session is written down, driven as the window drives one: answers come at once, late, or never.
struct RecordedLab {
  private(set) var state: LabState
  private(set) var log: SessionLog
  private(set) var entries: [SessionEntry]
  private var generator: SeededGenerator
  private let read: (String) -> Answer.Outcome
  private let memory = EngineMemory()
  private(set) var checkpoints = 0
  /// What there was after each command, for whoever looks for the one where a replay went another way.
  private var marks: [Mark] = []

  private struct Mark {
    let count: Int
    let command: Command
    let scene: LabScene
    let spray: SeededGenerator
  }

  init(_ state: LabState, seed: UInt64, keepsPointer: Bool = false, read: @escaping (String) -> Answer.Outcome) {
    self.state = state
    self.read = read
    log = SessionLog(state, keepsPointer: keepsPointer)
    entries = SessionLog.beginning(state)
    generator = SeededGenerator(seed: seed)
  }

  mutating func apply(_ command: Command) {
    let eve = SessionEve(state, before: command)
    state.apply(command)
    entries += log.note(command, eve, state)
    if !state.isComputing {
      marks.append(Mark(count: entries.count, command: command, scene: state.scene, spray: state.spray))
    }
  }

  /// A command, and mostly what it asks for.
  mutating func perform(_ command: Command) {
    apply(command)
    if generator.uniform() < 0.2 { apply(.tick(state.now + 0.004)) }
    while generator.uniform() < 0.9, let effect = waited() { answer(effect) }
  }

  /// Begins anew where a journal may.
  mutating func checkpoint() {
    guard state.isAtRest else { return }
    checkpoints += 1
    log.begin(at: state)
    entries = SessionLog.beginning(state)
    marks = []
  }

  /// Mostly what was asked for first.
  private mutating func waited() -> Effect? {
    let place = Int(generator.uniform() * 1.2 * Double(state.effects.count))
    return state.effects.indices.contains(place) ? state.effects[generator.uniform() < 0.7 ? 0 : place] : nil
  }

  private mutating func answer(_ effect: Effect) {
    if case .race(let request) = effect.task, generator.uniform() < 0.8 {
      let part = RaceRequest(points: request.points, setup: request.setup, seeds: Array(request.seeds.prefix(2)))
      if case .raced(let runs) = part.perform(with: memory) {
        for run in runs where generator.uniform() < 0.7 { apply(.answer(Answer(effect.ticket, .racing(run)))) }
      }
      // More often than not it is given up with what it has.
      if generator.uniform() < 0.6 { return apply(.race(.cancel)) }
    }
    if case .search = effect.task, generator.uniform() < 0.7 { return apply(.search(.cancel)) }
    apply(.answer(Answer(effect.ticket, effect.perform(with: memory, read: read))))
  }

  func outcome(of effect: Effect) -> Answer.Outcome { effect.perform(with: memory, read: read) }

  mutating func end() { entries += log.end(state) }

  /// The command after which a replay shows something else.
  func firstDifference() throws -> String {
    var replay = SessionReplay()
    var rest = entries[...]
    for (index, mark) in marks.enumerated() {
      while replay.count < mark.count, let entry = rest.popFirst() { try replay.take(entry) { path, _ in read(path) } }
      var done = replay
      done.finish()
      if done.state?.scene != mark.scene || done.state?.spray != mark.spray {
        let before = marks[..<index].suffix(6).map { "\($0.count) \($0.command)" }.joined(separator: "\n")
        return "\(before)\n→ \(mark.count) \(mark.command)\n\(Self.difference(mark.scene, done.state?.scene))"
      }
    }
    return ""
  }

  /// Where two scenes begin to differ, line by line.
  private static func difference(_ scene: LabScene, _ other: LabScene?) -> String {
    let texts: [[Substring]] = [scene, other].map { value in
      var text = ""
      dump(value, to: &text)
      return text.split(separator: "\n").filter { $0.count < 200 }
    }
    guard let place = zip(texts[0], texts[1]).enumerated().first(where: { $1.0 != $1.1 })?.offset else { return "" }
    return texts.map { $0[max(place - 6, 0)..<min(place + 3, $0.count)].joined(separator: "\n") }
      .joined(separator: "\n≠\n")
  }

  func replayed() throws -> LabState {
    var replay = SessionReplay()
    for entry in entries { try replay.take(entry) { path, _ in read(path) } }
    // Nothing where the end says that something was never answered.
    replay.finish()
    return replay.state ?? LabState()
  }
}

extension LabState {
  /// What lasts.
  func lasts(as other: LabState) -> Bool { scene == other.scene && playback.mode == other.playback.mode }
}

extension RecordedLab {
  /// Answers whatever is asked for.
  mutating func answerAll() {
    while let effect = state.effects.first { apply(.answer(Answer(effect.ticket, outcome(of: effect)))) }
  }
}
