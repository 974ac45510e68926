import GaussianMixtures

/// What a log needs to know of the state before a command: a few numbers, so that no part of the state is kept from being
/// changed in place.
public struct SessionEve: Sendable {
  let now: Double
  let playback: Playback
  let spray: SeededGenerator
  let isComputing: Bool
  let ticketCount: Int
  let revisionCount: Int
  /// The file that was being read.
  let loading: Ticket?
  /// What a command that is an answer answers; nil where nobody waits for it.
  let question: Question?

  struct Question: Sendable {
    /// The lane that waits for a computation.
    let lane: Int?
    /// Whether it is the first computation that the state waits for.
    let isFirst: Bool
    let isForGallery: Bool
  }

  var isRunning: Bool { playback.isRunning }

  public init(_ state: LabState, before command: Command) {
    now = state.now
    playback = state.playback
    spray = state.spray
    ticketCount = state.ticketCount
    revisionCount = state.revisionCount
    loading = state.interface.loading?.ticket
    let pending = state.pendingComputation?.ticket
    isComputing = pending != nil
    guard case .answer(let answer) = command, let effect = state.effects.first(where: { $0.ticket == answer.ticket })
    else {
      question = nil
      return
    }
    var lane: Int?
    if case .compute(let computation) = effect.task { lane = computation.lane }
    question = Question(
      lane: lane, isFirst: answer.ticket == pending, isForGallery: state.gallery.waiting[answer.ticket] != nil)
  }
}
