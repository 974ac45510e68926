import Dispatch
import LabCore

/// Where a session is written to, as it happens. What is called off the main thread is marked so.
public struct SessionSink {
  let keepsPointer: Bool
  let append: ([SessionEntry]) -> Void
  let flush: @Sendable () -> Void
  let end: () -> Void
  let journal: Journal?

  /// What a journal can do besides: begin anew where the state is at rest, so that it stays short.
  public struct Journal {
    let replace: (LabScene, SessionMoment) -> Bool
    /// How many bytes there are since it began.
    let growth: () -> Int
    /// Whether something could not be written, so that only a scene would mend it.
    let isBroken: () -> Bool
    /// Leaves what there is, and begins anew with these entries.
    let beginElsewhere: ([SessionEntry]) -> Void

    public init(
      replace: @escaping (LabScene, SessionMoment) -> Bool, growth: @escaping () -> Int,
      isBroken: @escaping () -> Bool, beginElsewhere: @escaping ([SessionEntry]) -> Void
    ) {
      self.beginElsewhere = beginElsewhere
      self.replace = replace
      self.growth = growth
      self.isBroken = isBroken
    }
  }

  /// - Parameters:
  ///   - keepsPointer: whether the way of the mouse is wanted.
  ///   - append: writes entries; what they tell of is shown only after it has returned.
  ///   - flush: makes them durable; called within a second after each, off the main thread.
  ///   - end: called once, as the window closes.
  ///   - journal: nil for a recording, which is written to its end.
  public init(
    keepsPointer: Bool, append: @escaping ([SessionEntry]) -> Void, flush: @escaping @Sendable () -> Void,
    end: @escaping () -> Void, journal: Journal? = nil
  ) {
    self.keepsPointer = keepsPointer
    self.append = append
    self.flush = flush
    self.end = end
    self.journal = journal
  }
}

/// The one place through which every command of the window passes: each is applied, and written down.
final class SessionKeeper {
  private var sinks: [(log: SessionLog, sink: SessionSink, flusher: Flusher, triedAt: Double)] = []

  /// A journal begins anew after so many entries, or so many bytes.
  private static let mostEntries = 2000
  private static let mostBytes = 256 << 10
  /// So many seconds pass before it is tried again where that failed.
  private static let patience = 10.0

  /// - Parameter state: what has been written down already as the beginning.
  func add(_ sink: SessionSink, at state: LabState) {
    sinks.append((SessionLog(state, keepsPointer: sink.keepsPointer), sink, Flusher(sink.flush), -.infinity))
  }

  func apply(_ command: Command, to state: inout LabState) {
    guard !sinks.isEmpty else { return state.apply(command) }
    let eve = SessionEve(state, before: command)
    state.apply(command)
    if case .recovery(.startFresh) = command { return beginElsewhere(state) }
    for index in sinks.indices { write(sinks[index].log.note(command, eve, state), to: index) }
  }

  /// The state has been left for another, which no command leads to: a recording goes on with that.
  private func beginElsewhere(_ state: LabState) {
    let beginning = SessionLog.beginning(state)
    for index in sinks.indices {
      let sink = sinks[index].sink
      sinks[index].log = SessionLog(state, keepsPointer: sink.keepsPointer)
      if let journal = sink.journal { journal.beginElsewhere(beginning) } else { write(beginning, to: index) }
    }
  }

  /// Lets journals begin anew that have become long.
  func shorten(_ state: LabState) {
    for index in sinks.indices {
      guard let journal = sinks[index].sink.journal, isDue(index, journal), state.now > sinks[index].triedAt,
        state.isAtRest
      else { continue }
      sinks[index].triedAt = state.now + SessionKeeper.patience
      if journal.replace(state.scene, state.moment) { sinks[index].log.begin(at: state) }
    }
  }

  func end(_ state: LabState) {
    for index in sinks.indices {
      write(sinks[index].log.end(state), to: index)
      sinks[index].sink.end()
    }
    sinks = []
  }

  private func isDue(_ index: Int, _ journal: SessionSink.Journal) -> Bool {
    let log = sinks[index].log
    return log.hasOpenedFile || log.count > SessionKeeper.mostEntries || journal.growth() > SessionKeeper.mostBytes
      || journal.isBroken()
  }

  private func write(_ entries: [SessionEntry], to index: Int) {
    guard !entries.isEmpty else { return }
    sinks[index].sink.append(entries)
    sinks[index].flusher.flushSoon()
  }
}

/// Flushes once within a second, however often it is asked to.
private final class Flusher {
  private let flush: @Sendable () -> Void
  private let queue = DispatchQueue(label: "mixture-lab.flush", qos: .utility)
  private var next = DispatchTime(uptimeNanoseconds: 0)

  init(_ flush: @escaping @Sendable () -> Void) { self.flush = flush }

  func flushSoon() {
    let now = DispatchTime.now()
    guard now >= next else { return }
    next = now + .milliseconds(900)
    queue.asyncAfter(deadline: next, execute: flush)
  }
}
