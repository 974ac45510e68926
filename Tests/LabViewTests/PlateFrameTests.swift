import GaussianMixtures
import GoldenImages
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Pictures for others, looked at.
@Suite struct PlateFrameTests {
  private static func run(_ name: Example = .threeClusters, halfSteps: Int = 30) -> LabState {
    var scene = Scene(LabState(example: name))
    for _ in 0..<halfSteps where scene.state.commonEnd == nil { scene.perform(.run(.stepForward)) }
    return scene.state
  }

  private static func draw(
    _ state: LabState, _ plate: Plate, width: Int = 800, height: Int = 500, ratio: Double = 1
  ) -> Bitmap {
    PlatePainter(font: BuiltInFont()).draw(state.exhibited(width: width, height: height, pixelRatio: ratio), plate)
  }

  @Test func fitAndLikelihoodTogether() {
    let state = Self.run()
    let exhibit = state.exhibited(width: 800, height: 500)
    let film = Film(exhibit, steps: 0...state.document.latest, speed: Speed(index: 3))
    // In the middle of the second M-step.
    let painter = PlatePainter(font: BuiltInFont())
    guard let glide = film.shots.first(where: { $0.state.document.clock == 4 && $0.state.glide != nil }) else {
      Issue.record("nothing glides")
      return
    }
    let later = film.state(at: glide.frame + 1)
    expectGolden(painter.draw(later, Plate(.both, halfSteps: film.steps)), "plate-animation")
  }

  @Test func aHandout() {
    expectGolden(
      Self.draw(
        Self.run(), Plate(.both, title: .data, hasNumbers: true), width: 1200, height: 840, ratio: 1.5),
      "plate-handout")
  }

  /// The covariances of k-means are those that it was begun with: a handout is the same whatever they are.
  @Test func aHandoutOfKMeansSaysNothingOfShapes() {
    func numbers(_ variance: Double) -> ArraySlice<UInt32> {
      var scene = Scene(
        LabState(
          source: Example.threeClusters.source,
          start: GaussianMixture(
            weights: [0.5, 0.5], means: [[-2, 0], [2, 1]],
            covariances: Array(repeating: .diagonal([variance, variance]), count: 2)), origin: .placed, seed: 1))
      scene.perform(.lanes(.compare(.kMeans)), .lanes(.keepOnly(1)), .run(.stepIteration), .run(.stepIteration))
      let plate = Plate(.fit, hasNumbers: true)
      let picture = Self.draw(scene.state, plate)
      let layout = PlateLayout(plate, scene.state.exhibited(width: 800, height: 500), font: scene.font)
      return picture.pixels[(Int(layout.numbers?.y ?? 0) * picture.width)...]
    }
    let isSame = numbers(1) == numbers(9)
    #expect(isSame)
  }

  @Test func dark() {
    var state = Self.run(halfSteps: 3)
    state.apply(.interface(.setTheme(.dark)))
    expectGolden(Self.draw(state, Plate(.fit, title: .text("Three groups"))), "plate-dark")
  }

  @Test func aSheet() {
    let state = Self.run()
    expectGolden(
      PlatePainter(font: BuiltInFont()).drawSheet(
        state.exhibited(width: 1280, height: 800), halfSteps: [0, 1, 2, 4, 10, state.document.latest], title: .data),
      "sheet")
  }

  /// The start is given, what comes of it is filled in.
  @Test func aSheetToFillIn() {
    let state = Self.run()
    expectGolden(
      PlatePainter(font: BuiltInFont()).drawSheet(
        state.exhibited(width: 1280, height: 800), halfSteps: [0, 1, 2, 4, 10, state.document.latest], title: .data,
        hasBlanks: true),
      "sheet-blanks")
  }

  /// Nothing of what is asked for is to be read off the captions: they are the same whatever came of the half-steps.
  @Test(arguments: [3, 9, 14]) func blanksTellNothing(_ count: Int) {
    func captions(_ seed: UInt64) -> [[UInt32]] {
      var scene = Scene(LabState(source: Example.threeClusters.source, componentCount: count, seed: seed))
      for _ in 0..<4 { scene.perform(.run(.stepForward)) }
      let exhibit = scene.state.exhibited(width: 1280, height: 800)
      let sheet = PlatePainter(font: BuiltInFont()).drawSheet(
        exhibit, halfSteps: [1, 2, 4], title: nil, hasBlanks: true)
      return SheetLayout(exhibit, count: 3, isTitled: false, hasBlanks: true).cells.map { cell in
        (Int(cell.caption.y)..<Int(cell.caption.maxY)).flatMap { y in
          (Int(cell.caption.x)..<Int(cell.caption.maxX)).map { sheet.pixels[y * sheet.width + $0] }
        }
      }
    }
    let isSame = captions(1) == captions(2)
    #expect(isSame)
  }

  /// What is drawn is a function of state and plate: in a film, and from scratch.
  @Test func aPainterForgetsNothingAndRemembersNothing() {
    let film = Film(Self.run(halfSteps: 6).exhibited(width: 400, height: 300), steps: 0...6, speed: Speed(index: 4))
    let painter = PlatePainter(font: BuiltInFont())
    for shot in film.shots {
      let picture = painter.draw(shot.state, Plate(.both))
      #expect(picture == PlatePainter(font: BuiltInFont()).draw(shot.state, Plate(.both)), "frame \(shot.frame)")
    }
  }

  @Test(arguments: [(320, 240), (7680, 240), (320, 4320), (1, 1)])
  func anySizeCanBeDrawn(_ width: Int, _ height: Int) {
    let state = Self.run(halfSteps: 4)
    for content in Export.Show.allCases {
      let picture = Self.draw(
        state, Plate(content, title: .data, hasNumbers: true), width: width, height: height)
      #expect(picture.width == width && picture.height == height)
    }
    let exhibit = state.exhibited(width: width, height: height)
    for count in [0, 1, 5, 24, 30] {
      let sheet = PlatePainter(font: BuiltInFont()).drawSheet(
        exhibit, halfSteps: Array(repeating: 2, count: count), title: nil, hasBlanks: count % 2 == 1)
      #expect(sheet.width == width && sheet.height == height)
    }
  }

  /// A sheet of models side by side names the moment of their clock, whichever is the active one.
  @Test func aSheetOfLanesIsTheSameWhicheverIsActive() {
    var scene = Scene(width: 900, height: 420)
    scene.perform(.lanes(.compare(.families)), .run(.runToConvergence))
    let lanes = scene.state.document.lanes
    let last = lanes.map { $0.runs.shown.iteration }.max() ?? 0
    #expect(scene.state.document.latestShown.iteration == last && Set(lanes.map(\.runs.cursor)).count > 1)
    func captions(_ active: Int) -> [[UInt32]] {
      let exhibit = scene.state.looking(at: active).exhibited(width: 900, height: 420)
      let moments = [0, 4, exhibit.document.latest]
      let sheet = PlatePainter(font: BuiltInFont()).drawSheet(exhibit, halfSteps: moments, title: nil)
      return SheetLayout(exhibit, count: moments.count, isTitled: false).cells.map { cell in
        (Int(cell.caption.y)..<Int(cell.caption.maxY)).flatMap { y in
          (Int(cell.caption.x)..<Int(cell.caption.maxX)).map { sheet.pixels[y * sheet.width + $0] }
        }
      }
    }
    let first = captions(0)
    #expect(first[1] != first[2])
    for lane in 1..<lanes.count {
      let isSame = captions(lane) == first
      #expect(isSame, "\(lane)")
    }
  }

  /// In a picture a lane's head has its number whole, and nothing to press.
  @Test(arguments: [320, 420, 640, 900, 1280]) func headsKeepTheirNumbers(_ width: Int) {
    for comparison in [Comparison.kMeans, .families] {
      var scene = Scene()
      scene.perform(.lanes(.compare(comparison)), .run(.runToConvergence))
      let exhibit = scene.state.exhibited(width: width, height: 300)
      let layout = Layout(exhibit, font: scene.font, isPlot: true)
      #expect(layout.heads.count == scene.state.document.lanes.count)
      for (head, pane) in zip(layout.heads, layout.panes) where pane.rect.width >= 150 {
        #expect(!head.isControl && head.frame.maxX <= pane.rect.maxX)
        guard let value = head.values.last else {
          Issue.record("no number")
          continue
        }
        let caption = value.caption.isEmpty ? 0 : scene.font.pixels(value.caption, layout.metrics.caption)
        let end = value.x + caption + scene.font.pixels(value.text, head.size, .bold)
        #expect(end <= head.frame.maxX, "\(width), \(comparison), \(head.lane)")
      }
    }
  }

  /// Numbers of a model that is hidden are not told, and those that have no room are counted.
  @Test func numbersAreThoseThatMayBeSeen() {
    var state = Self.run(halfSteps: 3)
    let plate = Plate(.both, hasNumbers: true)
    func numbers() -> Rect? {
      PlateLayout(plate, state.exhibited(width: 800, height: 500), font: BuiltInFont()).numbers
    }
    #expect(numbers() != nil)
    state.apply(.view(.toggleLayer(.model)))
    #expect(numbers() == nil)
  }

  /// No picture shows what is in a box before it is opened, or a half-step that is being guessed at.
  @Test func theBoxStaysShut() {
    var scene = Scene()
    scene.perform(.guess(.openMystery(4711, .overlapping)))
    for _ in 0..<4 { scene.perform(.run(.stepForward)) }
    // The same points and the same run, with nothing known of a box.
    var plain = scene.state
    plain.document.mystery = nil
    for plate in [Plate(.both, hasNumbers: true), Plate(.fit), Plate(.likelihood)] {
      #expect(Self.draw(scene.state, plate) == Self.draw(plain, plate))
    }
    #expect(scene.state.document.mystery?.isOpen == false)
  }
}
