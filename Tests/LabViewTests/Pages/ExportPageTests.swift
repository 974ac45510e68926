import GoldenImages
import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// The page of exports: looked at, and used by keys and mouse.
@Suite struct ExportPageTests {
  private static func scene(
    _ kind: Export.Kind, width: Int = 1280, height: Int = 800, halfSteps: Int = 34
  ) -> Scene {
    var scene = Scene(width: width, height: height)
    for _ in 0..<halfSteps where scene.state.commonEnd == nil { scene.perform(.run(.stepForward)) }
    scene.wait(1)
    scene.type("e", .control)
    scene.perform(.export(.set(.kind(kind))), .interface(.focus(.exportChoice(.kind(kind)))))
    return scene
  }

  // MARK: - Frames

  @Test func animation() {
    var scene = Self.scene(.animation)
    scene.perform(.export(.setLast(24)))
    scene.perform(.export(.write))
    guard let ticket = scene.state.export.writing?.ticket else {
      Issue.record("nothing is written")
      return
    }
    scene.perform(.answer(Answer(ticket, .exporting(ExportProgress(done: 58, total: 126, bytes: 912_345)))))
    expectFrame(scene, "export-animation", file: Self.beside)
  }

  @Test func compactPicture() {
    expectFrame(Self.scene(.picture, width: 960, height: 600), "export-picture-small", file: Self.beside)
  }

  @Test func onAProjector() {
    var scene = Self.scene(.animation, width: 1024, height: 768)
    scene.perform(.interface(.toggleProjector))
    expectFrame(scene, "export-projector", file: Self.beside)
  }

  @Test func largeSheet() {
    expectFrame(Self.scene(.sheet, width: 1920, height: 1080), "export-sheet-large", file: Self.beside)
  }

  @Test func darkData() {
    var scene = Self.scene(.data)
    scene.perform(.interface(.setTheme(.dark)), .export(.write))
    if let ticket = scene.state.export.writing?.ticket {
      scene.perform(.answer(Answer(ticket, .notExported(.exists(path: "three-clusters.csv")))))
    }
    scene.perform(.export(.name(true)))
    expectFrame(scene, "export-data-dark", file: Self.beside)
  }

  private static let beside = #filePath

  @Test(arguments: [(960, 600), (1280, 800), (1024, 768), (1920, 1080)], [false, true])
  func textAndControlsKeepApart(_ size: (Int, Int), _ isProjector: Bool) {
    for kind in Export.Kind.allCases {
      var scene = Self.scene(kind, width: size.0, height: size.1, halfSteps: 3)
      if isProjector { scene.perform(.interface(.toggleProjector)) }
      for flaw in TextPlacementTests.flaws(scene) { Issue.record("\(kind), \(size): \(flaw)") }
      let controls = scene.layout.export?.controls.filter { $0.control.rangeDrag == nil } ?? []
      #expect(!controls.isEmpty)
      for (index, a) in controls.enumerated() {
        #expect(scene.layout.window.contains(a.rect.center), "\(kind), \(size): \(a.control)")
        for b in controls.dropFirst(index + 1) {
          let shared = a.rect.inset(by: 0.5).intersection(b.rect.inset(by: 0.5))
          #expect(shared.isEmpty, "\(kind), \(size): \(a.control), \(b.control)")
        }
      }
    }
  }

  /// However small the window is.
  @Test(arguments: [(320, 240), (640, 480), (1, 1), (4000, 300)])
  func anyWindowCanBeDrawn(_ width: Int, _ height: Int) {
    for kind in Export.Kind.allCases {
      var scene = Self.scene(kind, width: width, height: height, halfSteps: 4)
      for _ in 0..<2 {
        let frame = FramePainter(font: scene.font).draw(scene.state)
        #expect(frame.width == width && frame.height == height)
        scene.perform(.interface(.toggleProjector))
      }
    }
  }

  // MARK: - Keys and mouse

  @Test func allOfItByKeyboard() {
    var scene = Self.scene(.picture)
    scene.type("2")
    #expect(scene.state.export.kind == .animation)
    // From the kind to what it shows, one choice on.
    scene.key(.tab)
    #expect(scene.state.interface.focused == .exportChoice(.show(.both)))
    scene.key(.left)
    #expect(
      scene.state.export.show == .likelihood && scene.state.interface.focused == .exportChoice(.show(.likelihood)))
    for _ in 0..<4 { scene.key(.tab) }
    #expect(scene.state.interface.focused == .exportChoice(.namesHalfSteps(false)))
    scene.key(.space)
    #expect(!scene.state.export.namesHalfSteps)
    scene.perform(.interface(.focus(.exportLast)))
    scene.key(.left)
    #expect(scene.state.exportRange == 0...scene.state.document.latest - 1)
    scene.perform(.interface(.focus(.exportFirst)))
    scene.key(.right)
    #expect(scene.state.exportRange.lowerBound == 1)
    scene.key(.enter, .control)
    #expect(scene.state.export.writing?.path == "three-clusters.gif")
    scene.key(.escape)
    #expect(scene.state.export.writing == nil && scene.state.effects.isEmpty)
    scene.key(.escape)
    #expect(scene.state.interface.overlay == nil)
  }

  /// Pressed twice the keys do not give up what they have begun; the button does.
  @Test func exportingTwiceDoesNotCancel() {
    var scene = Self.scene(.picture)
    scene.key(.enter, .control)
    scene.key(.enter, .control)
    #expect(scene.state.export.writing != nil && scene.state.effects.count == 1)
    scene.click(.exportName)
    scene.key(.enter)
    #expect(scene.state.export.writing != nil)
    scene.click(.exportWrite)
    #expect(scene.state.export.writing == nil)
  }

  /// What is known of the file is said where there is no room for its picture too.
  @Test func framesAndLengthAreSaidOnSmallProjectors() {
    var scene = Self.scene(.animation, width: 1024, height: 768)
    scene.perform(.interface(.toggleProjector))
    let part = scene.layout.export
    #expect(part?.preview == nil && part?.facts.count == 2)
    #expect(part?.facts.first?.value.hasPrefix("up to ") == true)
  }

  @Test func aNameIsTyped() {
    var scene = Self.scene(.animation)
    scene.click(.exportName)
    #expect(scene.state.export.isNaming)
    for _ in 0..<40 { scene.key(.delete, isRepeat: true) }
    for letter in "2b.gif" { scene.type(letter) }
    #expect(scene.state.exportName == "2b.gif" && scene.state.export.kind == .animation)
    // Another kind keeps the stem.
    scene.key(.escape)
    scene.type("1")
    #expect(scene.state.exportName == "2b.png")
    scene.click(.exportWrite)
    #expect(scene.state.export.writing?.path == "2b.png")
  }

  @Test func theRangeIsDragged() {
    var scene = Self.scene(.animation)
    guard let range = scene.layout.export?.range else {
      Issue.record("no range")
      return
    }
    scene.drag(Point(range.x(range.last), range.plot.maxY), Point(range.x(10) + 1, range.plot.maxY))
    #expect(scene.state.exportRange == 0...10)
    scene.drag(Point(range.x(0), range.plot.maxY), Point(range.x(20), range.plot.maxY))
    #expect(scene.state.exportRange == 20...20)
    #expect(scene.state.interface.drag == nil)
  }

  @Test func itPlaysOnThePage() {
    var scene = Self.scene(.animation, halfSteps: 6)
    scene.perform(.export(.togglePreview))
    #expect(scene.state.nextChange.map { $0 <= scene.state.now + 0.081 } == true)
    let painter = FramePainter(font: scene.font)
    let first = painter.draw(scene.state)
    scene.wait(1.2)
    #expect(scene.state.exportFrame > 10)
    #expect(painter.draw(scene.state) != first)
    scene.perform(.export(.togglePreview))
    let stands = scene.state.exportFrame
    scene.wait(1)
    #expect(scene.state.exportFrame == stands && scene.state.nextChange == nil)
  }

  /// What is drawn is a function of the state, whatever was drawn before.
  @Test func whatIsKeptBetweenFramesIsNeverSeen() {
    var scene = Self.scene(.picture, width: 960, height: 600, halfSteps: 6)
    let painter = FramePainter(font: scene.font)
    for change: ExportChange in [
      .frame(.window), .frame(.canvas), .colors(.dark), .kind(.animation), .show(.fit), .kind(.sheet), .momentCount(9),
      .kind(.data), .kind(.model),
    ] {
      scene.perform(.export(.set(change)))
      #expect(painter.draw(scene.state) == FramePainter(font: scene.font).draw(scene.state), "\(change)")
    }
  }

  /// A film is played as far as it is seen, and from the start where that is past.
  @Test func aPreviewPlaysNoFurtherThanItIsSeen() {
    var scene = Self.scene(.animation, width: 640, height: 400)
    scene.perform(.export(.set(.size(.small))))
    let (exhibit, settings) = (scene.state.exportSketch, scene.state.export)
    let painter = ExportPainter(font: scene.font)
    for frame in [0, 9, 40, 39, 3] {
      let picture = painter.draw(exhibit, settings, frame: frame)
      #expect(painter.reel?.shot.map { $0.frame <= frame && frame < $0.frame + $0.frameCount } == true)
      #expect(picture == ExportPainter(font: scene.font).draw(exhibit, settings, frame: frame), "frame \(frame)")
    }
    // Beyond the end the end stays.
    _ = painter.draw(exhibit, settings, frame: 99_999)
    #expect(painter.reel?.shot?.state.document.clock == scene.state.document.latest)
  }

  /// Nothing is offered and nothing is promised that the table will not have.
  @Test func theDataPageSaysWhatARowIs() {
    var scene = Self.scene(.data, halfSteps: 2)
    #expect(ExportChoices(scene.state).checks.count == 2)
    #expect(ExportChoices(scene.state).sentences == [Words.english(.dataSentence)])
    scene.perform(.view(.toggleLayer(.model)))
    #expect(ExportChoices(scene.state).checks.isEmpty)
    #expect(ExportChoices(scene.state).sentences == [Words.english(.pointsSentence)])
    scene.perform(
      .view(.toggleLayer(.model)), .lanes(.compare(.kMeans)), .lanes(.keepOnly(1)), .run(.stepForward))
    #expect(ExportChoices(scene.state).checks.isEmpty)
    #expect(ExportChoices(scene.state).sentences == [Words.english(.ownersSentence)])
  }

  // MARK: - What stays hidden

  @Test func whoeverGuessesExportsNothing() {
    var scene = Scene()
    scene.perform(.guess(.toggle))
    scene.type("e", .control)
    #expect(scene.state.interface.overlay == nil)
    scene.perform(.export(.write))
    #expect(scene.state.export.writing == nil)
  }

  /// No export shows what is in a box before it is opened.
  @Test func theBoxStaysShut() {
    var scene = Scene()
    scene.perform(.guess(.openMystery(4711, .overlapping)))
    for _ in 0..<4 { scene.perform(.run(.stepForward)) }
    scene.type("e", .control)
    // The same points and the same run, with nothing known of a box.
    var plain = scene.state
    plain.document.mystery = nil
    let painter = ExportPainter(font: scene.font)
    for kind in [Export.Kind.animation, .sheet, .picture] {
      scene.perform(.export(.set(.kind(kind))))
      scene.perform(.export(.set(.frame(.handout))))
      plain.export = scene.state.export
      let shown = painter.draw(scene.state.exportExhibit, scene.state.export)
      #expect(shown == ExportPainter(font: scene.font).draw(plain.exportExhibit, plain.export))
    }
    #expect(scene.state.document.mystery?.truth == nil)
  }
}
