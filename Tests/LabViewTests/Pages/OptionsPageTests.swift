import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// The settings of the fit, with mouse and keys.
struct OptionsPageTests {
  @Test func optionsAreChosenWithTheMouse() {
    var scene = Scene(width: 1280, height: 1000)
    scene.type("o")
    scene.click(.option(.family(.tied)))
    #expect(scene.state.document.options.family == .tied)
    scene.click(.option(.startKind(.kMeans)))
    #expect(scene.state.document.startKind == .kMeans)
    let seed = scene.state.document.startSeed
    scene.click(.optionStep(.seed, up: true))
    #expect(scene.state.document.startSeed == seed + 1)
    scene.click(.seedField)
    for character in "42" { scene.type(character) }
    scene.key(.enter)
    #expect(scene.state.document.startSeed == 42 && scene.model.componentCount == 3)
    #expect(scene.points.count == 150)
  }

  /// The buttons beside a number keep the focus, however often they are pressed, and are gone at the end of the ladder.
  @Test func aNumberIsSteppedWithOneFocus() {
    var scene = Scene(width: 1280, height: 1000)
    scene.type("o")
    let seed = scene.state.document.startSeed
    scene.perform(.interface(.focus(.optionStep(.seed, up: true))))
    for _ in 0..<3 { scene.key(.enter) }
    #expect(scene.state.document.startSeed == seed + 3)
    #expect(scene.layout.rect(of: .optionStep(.seed, up: true)) != nil)
    scene.perform(.option(.set(.seed(0))), .option(.set(.floor(0))))
    #expect(scene.layout.rect(of: .optionStep(.seed, up: false)) == nil)
    #expect(scene.layout.rect(of: .optionStep(.floor, up: false)) == nil)
    scene.perform(.option(.set(.seed(.max))))
    #expect(scene.layout.rect(of: .optionStep(.seed, up: true)) == nil)
    for option in NumericOption.allCases {
      for up in [false, true] { #expect(!scene.state.words.name(.optionStep(option, up: up), scene.state).isEmpty) }
    }
  }

  /// The start of an example is nobody's seed, and typing the seed that stands in the options draws one.
  @Test func aStartThatCameWithTheDataIsNotCalledASeed() {
    var scene = Scene()
    #expect(scene.state.document.startOrigin == .supplied)
    #expect(scene.layout.bottom.startText == scene.state.words(.startSupplied))
    let before = scene.state.document.start
    scene.perform(.option(.set(.seed(scene.state.document.startSeed))))
    #expect(scene.state.document.startOrigin == .seeded && scene.state.document.start != before)
    scene.perform(.edit(.openExample(.crossing)))
    #expect(scene.state.document.startOrigin == .seeded)
  }
}
