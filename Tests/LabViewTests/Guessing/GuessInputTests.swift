import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct GuessInputTests {
  private func armed(halfSteps: Int = 0, width: Int = 1280, height: Int = 800) -> Scene {
    var scene = Scene(width: width, height: height)
    for _ in 0..<halfSteps { scene.key(.right) }
    scene.wait(0.5, frame: 0.5)
    scene.click(.guess)
    return scene
  }

  @Test func theBrushGivesPointsAndTheRightButtonTakesThemBack() throws {
    var scene = armed()
    scene.type("2")
    let at = scene.pixel(scene.points.x[0], scene.points.y[0])
    scene.drag(at, Point(at.x + 30, at.y))
    let given = try #require(scene.state.document.guess?.owners)
    #expect(given[0] == 1 && given.values.allSatisfy { $0 == 1 })
    #expect(scene.points.count == 150, "no point was painted")
    scene.drag(at, Point(at.x + 30, at.y), button: .right)
    #expect(scene.state.document.guess?.owners.isEmpty == true && scene.points.count == 150)
  }

  @Test func chipsChooseWhatTheBrushGives() {
    var scene = armed()
    scene.click(.giving(2))
    #expect(scene.state.document.guess?.brush == 2)
    scene.click(.tool(.hand))
    scene.click(.giving(nil))
    #expect(scene.state.document.guess?.brush == nil && scene.state.tool == .brush)
  }

  @Test func nothingIsRevealedBeforeSomethingIsGuessed() {
    var scene = armed()
    scene.click(.next)
    scene.key(.right)
    scene.key(.end)
    scene.key(.right, .shift)
    scene.wait(2)
    #expect(scene.state.document.runs.shown.kind == .start && scene.state.announcement != nil)
    scene.key(.character("."))
    scene.type("1")
    #expect(scene.state.isEnabled(.next))
    scene.click(.next)
    #expect(scene.state.document.runs.shown.kind == .expectation)
    scene.key(.space)
    #expect(scene.state.document.guess?.showsGuess == true)
    scene.click(.showGuess(false))
    #expect(scene.state.document.guess?.showsGuess == false)
    scene.click(.next)
    #expect(scene.state.document.guess?.kind == .maximization && scene.state.tool == .means)
  }

  @Test func handlesAndBarsMoveTheGuessAndNotTheRun() throws {
    var scene = armed(halfSteps: 1)
    let before = scene.model
    let mean = scene.pixel(before.means[0][0], before.means[0][1])
    scene.drag(mean, Point(mean.x + 40, mean.y - 20))
    let bar = scene.layout.components.bars[1]
    scene.drag(Point(bar.x + 0.333 * bar.width, bar.midY), Point(bar.x + 0.5 * bar.width, bar.midY))
    let guess = try #require(scene.state.document.guess)
    #expect(guess.mixture.means[0] != before.means[0] && abs(guess.mixture.weights[1] - 0.5) < 0.01)
    #expect(scene.model == before)
    scene.type("z", .control)
    #expect(scene.state.document.guess?.mixture.weights == before.weights)
    scene.key(.right, .control)
    scene.key(.right, [.control, .shift])
    #expect(scene.state.document.guess?.mixture.means[0] != guess.mixture.means[0])
  }

  @Test func theMarkIsDraggedInTheChart() throws {
    var scene = armed(halfSteps: 3)
    scene.click(.question(.gain))
    let plot = try #require(scene.layout.guess?.plot)
    scene.drag(Point(plot.plot.midX, plot.plot.midY), Point(plot.plot.midX, plot.plot.y + 0.25 * plot.plot.height))
    let value = try #require(scene.state.document.guess?.value)
    #expect(value > (scene.state.document.runs.shown.logLikelihood ?? 0))
    scene.key(.down)
    #expect(try #require(scene.state.document.guess?.value) < value)
  }

  @Test func numbersOfComponentsAreChosenByClickAndKey() {
    var scene = armed()
    scene.click(.question(.count))
    scene.click(.count(5))
    #expect(scene.state.document.guess?.count.choice == 5)
    scene.type("3")
    #expect(scene.state.document.guess?.count.choice == 3 && scene.model.componentCount == 3)
  }

  /// In every size everything that can be pressed is inside the window and apart from its neighbors.
  @Test(arguments: [(960, 600, false), (1280, 800, false), (1024, 768, true), (1920, 1080, false), (1920, 1080, true)])
  func everythingHasItsPlace(_ width: Int, _ height: Int, _ isProjector: Bool) throws {
    for count in [1, 3, 9] {
      for halfSteps in 0...1 {
        for question in Guess.Question.before(halfSteps == 0 ? .expectation : .maximization) {
          var scene = Scene(width: width, height: height)
          if isProjector { scene.type("p") }
          scene.type(Character(String(count)))
          for _ in 0..<halfSteps { scene.key(.right) }
          scene.type("g")
          scene.perform(.guess(.ask(question)))
          let part = try #require(scene.layout.guess)
          let rects = part.controls.map(\.rect)
          #expect(rects.allSatisfy { scene.layout.panel.inset(by: -1).contains($0.center) && $0.width > 8 })
          for (index, rect) in rects.enumerated() {
            #expect(rects.dropFirst(index + 1).allSatisfy { $0.inset(by: 0.5).intersection(rect).isEmpty })
          }
          if let plot = part.plot { #expect(plot.plot.height > 40, "\(question), K = \(count)") }
          #expect(part.lines.allSatisfy { $0.y < scene.layout.panel.maxY })
        }
      }
    }
  }

  @Test func theBoxIsReachedByItsKeyAndTellsNothing() {
    var scene = Scene()
    scene.type("m", .control)
    #expect(scene.state.document.mystery?.number == 1 && scene.state.interface.page == .mystery)
    let log = TextLog()
    let painter = FramePainter(font: scene.font)
    painter.textLog = log
    _ = painter.draw(scene.state)
    #expect(log.entries.count { $0.text == "?" } == 4)
    let closed = painter.draw(scene.state)
    scene.click(.box)
    #expect(scene.state.document.mystery?.isOpen == true && painter.draw(scene.state) != closed)
    scene.click(.box)
    scene.move(to: scene.emptyPlace)
    scene.type("m", .control)
    #expect(scene.state.interface.page == .run)
  }

  /// Who has seen a half-step does not guess it any more.
  @Test func aHalfStepThatWasSeenIsNotScored() throws {
    var scene = armed()
    for _ in 0..<2 {
      scene.key(.character("."))
      scene.type("1")
      scene.key(.right)
      scene.key(.left)
    }
    scene.key(.character("."))
    scene.type("1")
    scene.key(.right)
    let guess = try #require(scene.state.document.guess)
    #expect(guess.wasSeen && guess.phase == .revealed)
    let part = try #require(scene.layout.guess)
    #expect(part.numbers.isEmpty && part.misses.isEmpty)
    // Fresh points are new to everybody.
    scene.click(.freshPoints)
    #expect(scene.state.document.guess?.wasSeen == false)
  }

  @Test func theGalleryHasABoxToo() {
    var scene = Scene()
    scene.key(.f3)
    scene.click(.newMystery)
    #expect(scene.state.document.mystery != nil && scene.state.interface.overlay == nil)
    #expect(scene.state.interface.page == .mystery)
  }

  /// What is drawn of a closed box does not depend on what is in it.
  @Test func theFrameOfAClosedBoxIsThatOfItsPointsAlone() {
    var scene = Scene()
    scene.perform(.guess(.openMystery(7, .elongated)))
    let drawn = FramePainter(font: scene.font).draw(scene.state)
    var other = scene
    other.state.document.mystery = nil
    #expect(FramePainter(font: scene.font).draw(other.state) == drawn)
  }

  @Test func awayFromTheOnePointADragMovesTheView() throws {
    var scene = armed(halfSteps: 4)
    scene.click(.question(.onePoint))
    scene.type("2")
    let asked = try #require(scene.state.document.guess?.asked)
    #expect(scene.state.document.guess?.owners == [asked: 1])
    let at = scene.layout.transform.pixel(scene.points[asked])
    let away = Point(at.x > scene.layout.canvas.midX ? at.x - 200 : at.x + 200, at.y)
    scene.press(at: away)
    #expect(scene.state.interface.drag == .pan)
    scene.release(at: away)
    scene.press(at: at)
    #expect(scene.state.interface.drag == .give)
    scene.release(at: at)
  }

  /// Rings of what was missed are filled with what is on show, and numbered where the panel has a row.
  @Test func missesShowWhatIsOnShow() throws {
    var scene = armed(halfSteps: 6)
    let model = scene.model
    let owners = try model.predict(Dataset(columns: [scene.points.x, scene.points.y]))
    for point in [0, 40, 84] {
      scene.type(Character(String((owners[point] + 1) % 3 + 1)))
      scene.perform(.guess(.beginGiving(scene.points[point], radius: DataSize(0.01, 0.01))), .guess(.endStroke))
    }
    scene.key(.right)
    scene.wait(0.5, frame: 0.5)
    guard case .owners(let verdict) = scene.state.document.guess?.verdict else {
      Issue.record("no verdict")
      return
    }
    let miss = try #require(verdict.misses.first)
    let at = scene.layout.transform.pixel(scene.points[miss.point])
    let said = Theme.light.component(miss.said).rgb
    func color() -> UInt32 {
      FramePainter(font: scene.font).draw(scene.state).pixels[Int(at.y) * 1280 + Int(at.x)] & 0xFF_FFFF
    }
    #expect(color() != said)
    scene.key(.space)
    scene.wait(0.5, frame: 0.5)
    #expect(color() == said)
  }
}
