import LabCore
import LabWords
import Rasterizer

/// What is spoken of the screen, part by part: a part that has changed is news.
public struct SpokenScreen: Sendable, Equatable {
  /// In the order in which they are said.
  private let parts: [String]

  /// - Parameter font: says what has room in the window.
  public init(_ state: LabState, font: any TextSource) {
    let state = state.asDrawn
    let words = state.words
    if state.interface.transcriptLine != nil {
      parts = [Transcript(state, font: font).text]
      return
    }
    let layout = Layout(state, font: font)
    let screen = TranscriptScreen(state, layout)
    let recording = TranscriptRecording(state, leavesOutTyped: true)
    // Of what plays only the end is news: nobody listens as fast as it runs.
    let step = state.playback.isRunning ? "" : TranscriptNews.step(state) ?? ""
    parts = [
      state.announcement.map { words.sentence(words.text($0.notice)) } ?? "",
      TranscriptPage.name(state).map { words(.saysOpen(page: $0)) } ?? "",
      screen.lesson.joined(separator: " "), screen.choices.joined(separator: " "),
      recording.head.joined(separator: " "), recording.texts.joined(separator: " "),
      recording.task.joined(separator: " "), screen.guess.joined(separator: " "), screen.data.joined(separator: " "),
      step,
      SpokenScreen.status(state), SpokenScreen.typed(state), screen.keyboard.joined(separator: " "),
    ]
  }

  private static func status(_ state: LabState) -> String {
    let words = state.words
    let status = RunStatus(state)
    switch status {
    case .running: return words.sentence(words(status.label))
    case .paused: return ""
    case .cannotRun, .converged, .stopped:
      return words.sentence(words(status.label)) + " " + words.sentence(words.reason(state))
    }
  }

  /// What is typed, and what is chosen by it.
  private static func typed(_ state: LabState) -> String {
    switch state.interface.overlay {
    case .saving:
      return [state.interface.saveEntry.name, state.interface.saveEntry.problem.map { state.words.text($0) }]
        .compactMap { $0 }.joined(separator: " ")
    case .opening:
      let browser = state.interface.browser
      return [browser.filter, browser.row?.name ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    case .export: return state.export.isNaming ? state.exportName : state.export.isSigning ? state.export.signer : ""
    case .help, .gallery, .compareMenu, .laneMenu, .recovering, .settings, .lessons, .handIns, nil:
      let written = state.recording.flatMap { draft in draft.field.map { draft.text($0) } }
      return state.interface.seedDraft ?? state.interface.nameDraft?.text ?? written ?? ""
    }
  }

  /// What is to be said after what was said before, all of it where nothing was; nil where nothing is new.
  public func news(since before: SpokenScreen?) -> String? {
    guard let before else { return parts.filter { !$0.isEmpty }.joined(separator: " ") }
    if parts.count != before.parts.count { return parts.filter { !$0.isEmpty }.joined(separator: " ") }
    let changed = zip(parts, before.parts).filter { $0 != $1 && !$0.isEmpty }.map { $0.0 }
    return changed.isEmpty ? nil : changed.joined(separator: " ")
  }
}
