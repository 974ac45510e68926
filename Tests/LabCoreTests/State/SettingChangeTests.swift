import Testing

@testable import LabCore

/// What is chosen on the page of settings.
struct SettingChangeTests {
  @Test func eachChoiceIsKeptAndTakenAgain() {
    var state = LabState()
    for change in SettingChange.samples { state.apply(.interface(.set(change))) }
    #expect(
      state.settings.changes(since: LabState().settings)
        == LabSettings(
          theme: .dark, projectorTheme: .light, language: "de", textScale: .large, reducesMotion: true,
          shapesPoints: true, soundsSteps: true, speaksNews: true))
    var other = LabState()
    other.take(state.settings)
    // The language is chosen among those at hand, elsewhere.
    other.apply(.interface(.setLanguage("de")))
    #expect(other.settings == state.settings)
  }

  @Test func withoutMotionAHalfStepIsOnShowAtOnce() {
    var state = LabState()
    state.performPendingWork()
    state.apply(.tick(1))
    state.apply(.run(.stepForward))
    state.performPendingWork()
    #expect(!state.glides.isEmpty)
    state.apply(.interface(.set(.reducesMotion(true))))
    #expect(state.glides.isEmpty, "what is under way ends too")
    state.apply(.run(.stepForward))
    state.performPendingWork()
    #expect(state.glides.isEmpty && state.document.runs.cursor == 2)
    #expect(state.nextChange == nil)
  }

  @Test func theToneRisesWithTheLogLikelihood() throws {
    var state = LabState()
    state.performPendingWork()
    state.apply(.run(.stepForward))
    state.performPendingWork()
    #expect(state.tone == nil, "nobody asked for sounds")
    state.apply(.interface(.set(.soundsSteps(true))))
    var tones: [StepTone] = []
    for _ in 0..<12 {
      state.apply(.run(.stepForward))
      state.performPendingWork()
      tones.append(try #require(state.tone))
    }
    for (a, b) in zip(tones, tones.dropFirst()) { #expect(a.pitch <= b.pitch && a != b) }
    #expect(tones.allSatisfy { (220..<1760).contains($0.pitch) })
    state.apply(.run(.restart))
    #expect(state.tone == nil)
    state.apply(.guess(.toggle))
    state.apply(.run(.stepForward))
    #expect(state.tone == nil, "a tone would tell")
  }
}
