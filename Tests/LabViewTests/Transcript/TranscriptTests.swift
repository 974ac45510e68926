import Foundation
import LabWords
import Testing

@testable import LabCore
@testable import LabView

/// What the screen is in sentences: whole transcripts, looked at.
struct TranscriptTests {
  static func transcript(_ scene: Scene) -> Transcript { Transcript(scene.state, font: scene.font) }

  /// Compares with `Golden/NAME.txt`; with `RECORD=1` the text becomes the golden one and the test fails: read it before
  /// it is committed.
  static func expectText(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
    let golden = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try? Data((text + "\n").utf8).write(to: golden)
      Issue.record("recorded, not compared: read \(golden.path)", sourceLocation: sourceLocation)
      return
    }
    let expected = (try? String(contentsOf: golden, encoding: .utf8)) ?? ""
    #expect(text + "\n" == expected, "\(name)", sourceLocation: sourceLocation)
  }

  @Test(arguments: TranscriptScenes.names)
  func isAsItWasRead(_ name: String) {
    Self.expectText(Self.transcript(TranscriptScenes.scene(name)).text, name)
  }

  @Test(arguments: ["de", "ja", "ar"])
  func isAsItWasReadInOtherLanguages(_ code: String) throws {
    try TestLanguages.provide()
    var scene = TranscriptScenes.scene("m-step")
    scene.perform(.interface(.setLanguage(code)))
    Self.expectText(Self.transcript(scene).text, "m-step-\(code)")
  }

  /// In every language every line of every state is a sentence, and no template shows.
  @Test(arguments: ["en"] + TestLanguages.shipped)
  func everyLineIsASentence(_ code: String) throws {
    try TestLanguages.provide()
    for name in TranscriptScenes.names {
      var scene = TranscriptScenes.scene(name)
      scene.perform(.interface(.setLanguage(code)))
      for section in Self.transcript(scene).sections {
        #expect(!section.title.isEmpty && !section.sentences.isEmpty)
        for sentence in section.sentences {
          let ends = sentence.last.map { ".!?…。！？؟:".contains($0) } ?? false
          #expect(ends && !sentence.contains("{") && !sentence.contains("\n"), "\(code), \(name): \(sentence)")
        }
      }
    }
  }

  /// What the window hides from somebody who is asked is not said either.
  @Test func itDoesNotTellWhatIsHidden() {
    var scene = TranscriptScenes.scene("guess")
    let hidden = Self.transcript(scene).text
    #expect(!hidden.contains("expects 4") && !hidden.contains("changed owner"))
    scene = TranscriptScenes.scene("hidden")
    #expect(!Self.transcript(scene).text.contains("log L"))
    scene = TranscriptScenes.scene("mystery")
    #expect(!Self.transcript(scene).text.contains("overlap"))
  }

  /// Every key that is named does something where it is named.
  @Test(arguments: TranscriptScenes.names)
  func whatIsNamedCanBePressed(_ name: String) {
    let scene = TranscriptScenes.scene(name)
    let context = KeyContext(scene.state)
    for control in scene.layout.tabStops(scene.state) where control != .canvas {
      #expect(scene.state.isEnabled(control), "\(control)")
      guard let key = scene.state.words.key(of: control, context) else { continue }
      #expect(Self.transcript(scene).text.contains(key + ": "), "\(name): \(key), \(control)")
    }
  }
}
