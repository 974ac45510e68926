import LabCore
import LabWords

/// What just happened: the latest announcement, and the half-step on show with what it gained.
struct TranscriptNews {
  let sentences: [String]

  init(_ state: LabState) {
    let words = state.words
    sentences = [state.announcement.map { words.text($0.notice) }, TranscriptNews.step(state)].compactMap { $0 }
      .map(words.sentence)
  }

  /// The half-step on show in words; nil at a start, and where the model is hidden.
  static func step(_ state: LabState) -> String? {
    let words = state.words
    let runs = state.document.runs
    guard state.layers.shows(.model), state.document.hasModel else { return nil }
    let isHard = state.document.algorithm == .kMeans
    let did: String
    switch runs.shown.kind {
    case .start: return nil
    case .expectation: did = words.sentence(on: isHard ? .assignment : .expectation)
    case .maximization: did = words.sentence(on: isHard ? .update : .maximization)
    }
    let place = words.fact(.iteration, StepText.place(runs.shown))
    let changed = state.ownerChange.map { words(.ownersChanged(points: $0.points.count)) }
    let gain = runs.shown.kind == .maximization ? runs.lastGain.map { words.fact(.lastGain, NumberText.gain($0)) } : nil
    return words.sentence([place, changed, gain].compactMap { $0 }.joined(separator: "; ")) + " " + did
  }
}
