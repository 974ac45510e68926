import GoldenImages
import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// The page of a class as pictures, and by keys.
@Suite struct HandInFrameTests {
  static let class24 = handIns(of: 3, count: 24)

  /// A class that has done a lesson, some well and some not.
  private static func handIns(of lesson: Int, count: Int) -> [GradedHandIn] {
    let lesson = ShippedLessons.all[lesson - 1]
    return (0..<count).map { index in
      let lab = Pupil(lesson, seed: UInt64(index + 1), skill: index % 6 == 0 ? 0.2 : 0.8).lab
      let file = "pupil\(index)\(HandIn.ending)"
      guard let report = lab.lessonReport else {
        return GradedHandIn(path: file, file: file, stamp: nil, outcome: .failure(.changed))
      }
      return GradedHandIn(
        path: file, file: file, stamp: nil,
        outcome: .success(
          .init(name: "Pupil \(index + 1)", lesson: lesson, isKnown: true, written: "", report: report)))
    }
  }

  static func scene(
    _ files: [GradedHandIn], question: Int = 3, view: HandIns.View = .both, width: Int = 1280, height: Int = 800,
    isProjector: Bool = false
  ) -> Scene {
    var scene = Scene(width: width, height: height)
    if isProjector { scene.perform(.interface(.toggleProjector)) }
    scene.perform(.handIns(.open(path: "/class")))
    if let effect = scene.state.effects.last {
      scene.perform(.answer(Answer(effect.ticket, .gradedHandIns(files))))
    }
    scene.perform(.handIns(.choose(question)), .handIns(.show(view)))
    return scene
  }

  static let move = class24.first?.sound?.report.results.firstIndex { $0.kind == .move } ?? 0

  @Test(arguments: [(1280, 800, false), (1920, 1080, true), (1024, 768, true), (960, 600, false)])
  func theWholeClass(_ width: Int, _ height: Int, _ isProjector: Bool) {
    let scene = Self.scene(
      Self.class24, question: Self.move, width: width, height: height, isProjector: isProjector)
    expectFrame(scene, "class-24-\(width)")
  }

  @Test func aQuestionOfThree() {
    expectFrame(Self.scene(Array(Self.class24.prefix(3)), question: 0), "class-3-question")
  }

  @Test func oneHandIn() {
    expectFrame(Self.scene(Array(Self.class24.prefix(1)), question: Self.move, view: .guesses), "class-1")
  }

  @Test func ownersInTheDarkWithNames() {
    let files =
      Self.handIns(of: 2, count: 7) + [
        GradedHandIn(path: "x", file: "x.handin.json", stamp: nil, outcome: .failure(.differs))
      ]
    var scene = Self.scene(files, question: 0)
    scene.type("t")
    scene.type("n")
    expectFrame(scene, "class-owners-names")
  }

  @Test func nobodyYet() {
    expectFrame(Self.scene([]), "class-nobody")
  }

  /// Whether what is cut is a sentence of the lesson, which may be any; its beginning tells which page is meant.
  private static func isOfALesson(_ flaw: String) -> Bool {
    guard let start = flaw.firstIndex(of: "“"), let end = flaw.range(of: "…” is cut") else { return false }
    let text = flaw[flaw.index(after: start)..<end.lowerBound].drop { $0.isNumber || $0 == " " }
    let pages = class24.first?.sound?.lesson.pages ?? []
    return pages.contains { page in
      [page.text.text(in: "en"), page.question?.ask.text(in: "en") ?? ""].contains {
        $0.replacingOccurrences(of: "*", with: "").hasPrefix(text)
      }
    }
  }

  @Test(arguments: [(960, 600), (1280, 800), (1024, 768), (1920, 1080)], [false, true])
  func textsKeepApart(_ size: (Int, Int), _ isProjector: Bool) {
    for count in [1, 24] {
      var scene = Self.scene(
        Array(Self.class24.prefix(count)), width: size.0, height: size.1, isProjector: isProjector)
      if !isProjector { scene.type("n") }
      for question in scene.state.handIns.questions.indices {
        scene.perform(.handIns(.choose(question)))
        for flaw in TextPlacementTests.flaws(scene) where !Self.isOfALesson(flaw) {
          Issue.record("\(size), \(question), \(count): \(flaw)")
        }
      }
    }
  }

  @Test(arguments: [(320, 240), (1, 1), (4000, 300)])
  func anyWindowCanBeDrawn(_ width: Int, _ height: Int) {
    for files in [[], Self.class24] {
      let frame = FramePainter(font: BuiltInFont()).draw(Self.scene(files, width: width, height: height).state)
      #expect(frame.width == width && frame.height == height)
    }
  }

  @Test func keysChooseAndNamesStayOffTheProjector() {
    var scene = Self.scene(Self.class24, question: 0)
    scene.key(.right)
    #expect(scene.state.handIns.place == 1)
    scene.type("2")
    #expect(scene.state.handIns.view == .truth)
    scene.type("n")
    #expect(scene.state.handIns.showsNames && Self.texts(scene).contains { $0.hasPrefix("Pupil") })
    scene.type("p")
    #expect(!Self.texts(scene).contains { $0.hasPrefix("Pupil") } && scene.layout.rect(of: .handIns(.names)) == nil)
    scene.key(.escape)
    #expect(scene.state.interface.overlay == nil)
  }

  private static func texts(_ scene: Scene) -> [String] {
    let painter = FramePainter(font: scene.font)
    let log = TextLog()
    painter.textLog = log
    painter.noteTexts(of: scene.state)
    return log.entries.map(\.text)
  }

  // MARK: - Handing in

  @Test(arguments: [(1280, 800, false), (1024, 768, true)])
  func theLastPageOffersIt(_ width: Int, _ height: Int, _ isProjector: Bool) {
    let scene = ShippedLessons.scene(3, page: 8, width: width, height: height, isProjector: isProjector)
    #expect(scene.layout.rect(of: .lesson(.handIn)) != nil)
    expectFrame(scene, "last-page-\(width)")
  }

  @Test func handingIn() {
    var scene = ShippedLessons.scene(3, page: 8, width: 1280, height: 800)
    scene.click(.lesson(.handIn))
    for letter in "ada" { scene.type(letter) }
    #expect(scene.state.exportName == "ada-03-move-and-reshape.handin.json")
    expectFrame(scene, "handing-in")
  }
}
