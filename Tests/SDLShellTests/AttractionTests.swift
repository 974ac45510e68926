import Testing

@testable import LabCore
@testable import SDLShell

/// What is shown before class.
struct AttractionTests {
  @Test func examplesAreFittedOneAfterAnother() {
    var state = LabState(example: .ring)
    state.apply(.interface(.setTheme(.dark)))
    state.apply(.shell(.resize(width: 900, height: 700, pixelRatio: 1)))
    let before = state
    var attraction = Attraction(besides: state, at: 100)
    #expect(attraction.lab.interface.theme == .dark && attraction.lab.interface.width == 900)
    var shown: [DataName] = []
    var time = 100.0
    while shown.count < 3, time < 2000 {
      time = max(attraction.nextChange ?? time, time + 0.05)
      attraction.tick(time)
      let name = attraction.lab.document.name
      if shown.last != name { shown.append(name) }
    }
    #expect(shown == Attraction.examples.prefix(3).map { .example($0) })
    #expect(state == before)
  }
}
