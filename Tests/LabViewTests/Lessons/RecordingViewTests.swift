import Rasterizer
import Testing

@testable import LabCore
@testable import LabView
@testable import LabWords

/// Recording a lesson with keys and mouse, and how its band looks.
struct RecordingViewTests {
  private static func scene(width: Int = 1280, height: Int = 800, isProjector: Bool = false) -> Scene {
    var scene = Scene(width: width, height: height)
    if isProjector { scene.perform(.interface(.toggleProjector)) }
    scene.perform(.tick(20))
    return scene
  }

  /// With a question on its second page.
  static func recorded(width: Int = 1280, height: Int = 800, isProjector: Bool = false) -> Scene {
    var scene = scene(width: width, height: height, isProjector: isProjector)
    scene.perform(
      .lesson(.record(.begin(file: nil))), .lesson(.record(.type("What the M-step does"))),
      .lesson(.record(.edit(.text))), .lesson(.record(.type("Take one half-step: who owns each point?"))),
      .run(.stepForward), .lesson(.record(.addPage)),
      .lesson(.record(.setHighlight(.card(0)))), .lesson(.record(.edit(.text))),
      .lesson(.record(.type("The tick on *card A* marks how many points it expects."))),
      .lesson(.record(.addChoice)), .lesson(.record(.type("What will the M-step do to A’s weight?"))),
      .lesson(.record(.edit(.label(0)))), .lesson(.record(.type("It grows"))), .lesson(.record(.edit(.reply(0)))),
      .lesson(.record(.type("A third is more than card A expects."))), .lesson(.record(.edit(.label(1)))),
      .lesson(.record(.type("It falls"))), .lesson(.record(.edit(.reply(1)))),
      .lesson(.record(.type("The weight becomes exactly the share that the tick marks."))),
      .lesson(.record(.setRight(1))), .lesson(.record(.edit(nil))), .tick(40))
    return scene
  }

  // MARK: - Keys

  /// A lesson of two pages: title, text, a half-step, text, save – with keys alone, and few of them.
  @Test func twoPagesByTheKeyboard() throws {
    var scene = RecordingViewTests.scene()
    scene.key(.f2)
    while scene.state.interface.focused != .lesson(.record(.begin)) { scene.key(.tab) }
    scene.key(.enter)
    scene.write("Two pages")
    scene.key(.enter)
    scene.write("Press the arrow.")
    scene.key(.enter)
    #expect(scene.state.recording?.field == nil)
    scene.key(.right)
    #expect(scene.state.document.clock == 1)
    scene.key(.enter, .control)
    scene.write("It is shared.")
    scene.key(.character("s"), .control)
    #expect(scene.state.interface.overlay == .saving)
    scene.key(.enter)
    guard case .saveLesson(let lesson, "two-pages.json", .isNew) = try #require(scene.state.effects.last).task else {
      Issue.record("it is written")
      return
    }
    #expect(lesson.pages.map(\.gate) == [.halfSteps(1), nil] && lesson.title.english == "Two pages")
  }

  @Test func keysLeadThroughPagesAndTexts() {
    var scene = RecordingViewTests.recorded()
    scene.key(.pageUp)
    #expect(scene.state.recording?.page == 0)
    scene.key(.pageDown)
    scene.key(.enter)
    #expect(scene.state.recording?.field == .text)
    var fields: [LessonDraft.Field?] = []
    for _ in 0..<6 {
      scene.key(.tab)
      fields.append(scene.state.recording?.field)
    }
    #expect(fields == [.ask, .label(0), .reply(0), .label(1), .reply(1), nil])
    scene.key(.escape)
    #expect(scene.state.recording == nil, "the band closes, and what was recorded is kept")
    #expect(scene.state.draft?.pages.count == 2)
  }

  // MARK: - Mouse

  @Test func twoPagesByTheMouse() {
    var scene = RecordingViewTests.scene(width: 960, height: 600)
    scene.key(.f2)
    scene.click(.lesson(.record(.begin)))
    scene.write("T")
    scene.click(.lesson(.record(.field(.text))))
    scene.write("One.")
    scene.click(.next)
    scene.click(.lesson(.record(.addPage)))
    scene.write("Two.")
    scene.click(.lesson(.record(.addChoice)))
    scene.write("Why?")
    scene.click(.lesson(.record(.field(.label(0)))))
    scene.write("So")
    scene.click(.lesson(.record(.field(.reply(0)))))
    scene.write("No.")
    scene.click(.lesson(.record(.field(.label(1)))))
    scene.write("Thus")
    scene.click(.lesson(.record(.field(.reply(1)))))
    scene.write("Yes.")
    scene.click(.lesson(.record(.right(1))))
    scene.click(.lesson(.record(.back)))
    #expect(scene.state.recording?.page == 0)
    scene.click(.lesson(.record(.next)))
    scene.click(.lesson(.record(.list(.gate))))
    scene.click(.lesson(.record(.gate(.free))))
    let lesson = scene.state.recording?.lesson(named: "a")
    #expect(lesson?.pages.count == 2 && lesson?.pages[1].question?.choices.map(\.isRight) == [false, true])
    #expect(lesson?.pages[1].gate == nil)
  }

  /// Every part of the window is in the list, and each of their controls on the screen stands for itself.
  @Test func everyControlCanBeLocked() {
    var scene = RecordingViewTests.recorded()
    scene.click(.lesson(.record(.list(.parts))))
    let rows = scene.layout.recordList?.rows.map(\.control) ?? []
    #expect(rows == LessonPart.allCases.map { .lesson(.record(.part($0))) })
    for part in LessonPart.allCases {
      #expect(part.control.lessonPart == part, "\(part)")
      scene.click(.lesson(.record(.part(part))))
      #expect(scene.state.recording?.shown.standings[part] == .waits, "\(part)")
      scene.click(.lesson(.record(.part(part))))
      scene.click(.lesson(.record(.part(part))))
    }
    let covered = scene.layout.recordList?.frame
    for (control, rect) in scene.layout.controls where covered?.contains(rect.center) == false {
      guard let part = control.lessonPart else { continue }
      scene.click(at: rect.center)
      #expect(scene.state.recording?.shown.standings[part] == .waits, "\(control)")
      scene.click(at: rect.center)
      #expect(scene.state.recording?.shown.standings[part] == .gone, "\(control)")
      scene.click(at: rect.center)
    }
    #expect(scene.state.recording?.shown.standings.isEmpty == true)
  }

  @Test func aListIsLedThroughByKeys() {
    var scene = RecordingViewTests.recorded()
    scene.click(.lesson(.record(.list(.highlight))))
    scene.key(.down)
    scene.key(.down)
    scene.key(.enter)
    #expect(scene.state.recording?.shown.highlight == .area(.canvas) && scene.state.recording?.list == nil)
    scene.click(.lesson(.record(.list(.highlight))))
    scene.click(.next)
    #expect(scene.state.recording?.shown.highlight == .part(.next), "what is clicked is meant itself")
    #expect(scene.state.document.clock == 1)
    scene.click(.lesson(.record(.list(.gate))))
    scene.key(.escape)
    #expect(scene.state.recording?.list == nil && scene.state.recording != nil)
  }

  // MARK: - Room

  private static let sizes = [
    (960, 600, false), (1280, 800, false), (1920, 1080, false), (1024, 768, true), (1280, 800, true),
    (1920, 1080, true),
  ]

  @Test(arguments: sizes) func everythingHasRoom(_ size: (width: Int, height: Int, isProjector: Bool)) throws {
    try TestLanguages.provide()
    for code in ["en", "de", "fr", "ja", "ar"] {
      var scene = RecordingViewTests.recorded(width: size.width, height: size.height, isProjector: size.isProjector)
      if let font = TestLanguages.font {
        scene = Scene(scene.state, width: size.width, height: size.height, font: font)
      }
      scene.perform(.interface(.setLanguage(code)))
      check(scene, "\(size) \(code)")
      scene.perform(.lesson(.record(.edit(.reply(1)))))
      check(scene, "\(size) \(code) reply")
      for list in [LessonDraft.List.gate, .parts, .highlight] {
        scene.perform(.lesson(.record(.toggle(list))))
        check(scene, "\(size) \(code) \(list)")
        let frame = scene.layout.recordList?.frame ?? scene.layout.window
        #expect(frame.maxY <= scene.layout.window.height && frame.maxX <= scene.layout.window.width, "\(size) \(list)")
      }
      scene.perform(.lesson(.record(.turn(to: 0))))
      check(scene, "\(size) \(code) first")
    }
  }

  private func check(_ scene: Scene, _ name: String) {
    let layout = scene.layout
    for flaw in Set(TextPlacementTests.flaws(scene)).sorted() { Issue.record("\(name): \(flaw)") }
    guard let band = layout.record else { return }
    let rects = band.buttons.map(\.rect)
    for (index, rect) in rects.enumerated() {
      #expect(rect.minX >= 0 && rect.maxX <= layout.window.width, "\(name): \(band.buttons[index].control)")
      for other in rects.dropFirst(index + 1) {
        #expect(rect.intersection(other).width <= 0.5 || rect.intersection(other).height <= 0.5, "\(name)")
      }
    }
  }

  // MARK: - Frames

  enum Look: String, CaseIterable { case window, small, projector }

  private func scene(_ look: Look) -> Scene {
    switch look {
    case .window: RecordingViewTests.recorded()
    case .small: RecordingViewTests.recorded(width: 960, height: 600)
    case .projector: RecordingViewTests.recorded(width: 1024, height: 768, isProjector: true)
    }
  }

  @Test(arguments: Look.allCases) func aQuestion(_ look: Look) {
    expectFrame(scene(look), "record-question-\(look.rawValue)")
  }

  @Test(arguments: Look.allCases) func theFirstPageIsWritten(_ look: Look) {
    var scene = scene(look)
    scene.perform(.lesson(.record(.turn(to: 0))), .lesson(.record(.edit(.text))), .tick(60))
    expectFrame(scene, "record-text-\(look.rawValue)")
  }

  @Test(arguments: Look.allCases) func controlsAreLocked(_ look: Look) {
    var scene = scene(look)
    scene.perform(
      .lesson(.record(.turnPart(.play))), .lesson(.record(.turnPart(.end))), .lesson(.record(.turnPart(.end))),
      .lesson(.record(.turnPart(.brush))), .lesson(.record(.toggle(.parts))), .tick(60))
    expectFrame(scene, "record-controls-\(look.rawValue)")
  }

  @Test func itBegins() {
    var scene = RecordingViewTests.scene()
    scene.perform(.lesson(.record(.begin(file: nil))), .tick(60))
    expectFrame(scene, "record-begin")
    scene.perform(.lesson(.record(.toggle(.gate))))
    expectFrame(scene, "record-gate")
  }
}

extension Scene {
  /// Presses the keys of a text.
  fileprivate mutating func write(_ text: String) {
    for letter in text { if letter == " " { key(.space) } else { type(letter) } }
  }
}

/// The highlight of a page breathes once.
struct HighlightTests {
  @Test func itBreathesOnceAndRests() {
    var scene = ShippedLessons.scene(3, page: 1, width: 1280, height: 800)
    guard scene.state.lesson?.shown.highlight != nil else { return }
    let painter = FramePainter(font: scene.font)
    let rest = painter.draw(scene.state)
    #expect(scene.state.lesson?.breath(at: scene.state.now) == nil)
    let began = scene.state.now
    scene.perform(.lesson(.restartPage))
    #expect(scene.state.nextChange == began)
    scene.perform(.tick(began + 0.3))
    #expect(painter.draw(scene.state) != rest)
    scene.perform(.tick(began + 0.61))
    #expect(scene.state.lesson?.breath(at: scene.state.now) == nil && painter.draw(scene.state) == rest)
    scene.perform(.tick(began + 30))
    #expect(scene.state.nextChange == nil)
  }

  @Test func itStaysStillWhereNothingIsToMove() {
    var scene = ShippedLessons.scene(3, page: 1, width: 1280, height: 800)
    scene.perform(.interface(.set(.reducesMotion(true))), .lesson(.restartPage))
    #expect(scene.state.lesson?.breath(at: scene.state.now + 0.1) == nil)
  }
}
