import Foundation
import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Card, ellipse and letter of a component light each other; bars are dragged.
struct PointingTests {
  private func scene(_ width: Int = 1280, _ height: Int = 800) -> Scene {
    var scene = Scene(width: width, height: height)
    scene.perform(.tick(1), .run(.stepIteration), .run(.stepForward), .tick(9))
    return scene
  }

  @Test func aCardLightsItsEllipseAfterAMoment() {
    var scene = scene()
    scene.move(to: Point(scene.layout.components.cards[1].midX, scene.layout.components.cards[1].y + 8))
    scene.perform(.tick(9.1))
    #expect(CanvasScene(scene.layout, scene.state).components.allSatisfy { $0.emphasis == 0 && $0.fade == 0 })
    scene.perform(.tick(9.21))
    let middle = CanvasScene(scene.layout, scene.state).components
    #expect(middle[1].emphasis > 0 && middle[1].emphasis < 1)
    scene.perform(.tick(9.4))
    let lit = CanvasScene(scene.layout, scene.state).components
    #expect(lit.map(\.emphasis) == [0, 1, 0] && lit.map(\.fade) == [1, 0, 1])
    // Nothing moves any more, until the pointer leaves.
    scene.perform(.tick(10.5))
    #expect(scene.state.nextChange == nil)
    scene.move(to: Point(scene.layout.canvas.maxX - 30, scene.layout.canvas.y + 30))
    scene.perform(.tick(12))
    #expect(CanvasScene(scene.layout, scene.state).components.allSatisfy { $0.emphasis == 0 })
  }

  @Test func ellipseAndLetterPointAtTheirCard() {
    var scene = scene()
    let component = CanvasScene(scene.layout, scene.state).components[2]
    scene.move(to: component.letterCenter)
    #expect(scene.state.interface.pointedAt == component.letter)
    scene.move(to: Point(scene.layout.canvas.x + 12, scene.layout.canvas.y + 12))
    #expect(scene.state.interface.pointedAt == nil)
    let edge = component.twoSigma.edge(towards: 1.2)
    scene.move(to: Point(component.mean.x + edge * cos(1.2), component.mean.y + edge * sin(1.2)))
    #expect(scene.state.interface.pointedAt == component.letter)
    scene.perform(.view(.toggleLayer(.model)))
    #expect(scene.state.interface.emphasis.letter == nil)
  }

  /// The open place contains the closed one, and nothing below moves.
  @Test(arguments: 1...4)
  func theOpenCardStaysUnderThePointer(_ count: Int) {
    var scene = Scene()
    scene.perform(.start(.setComponentCount(count)), .tick(1), .run(.stepIteration), .tick(9))
    let closed = scene.layout.components
    var now = 9.0
    for index in 0..<count {
      scene.perform(.interface(.pointAt(index)))
      for moment in [0.16, 0.2, 0.24, 0.3, 0.5] {
        scene.perform(.tick(now + moment))
        let open = scene.layout.components
        #expect(open.bottom == closed.bottom && scene.layout.chart.headingY == scene.layout.chart.headingY)
        for (card, next) in zip(open.cards, open.cards.dropFirst()) { #expect(card.maxY < next.minY) }
        if moment == 0.5 {
          #expect(open.cards[index].minY <= closed.cards[index].minY)
          #expect(open.cards[index].maxY >= closed.cards[index].maxY && open.cards[index].height == 136)
        }
      }
      now += 1
      scene.perform(.tick(now))
    }
  }

  @Test func aBarIsDragged() {
    var scene = scene()
    let before = scene.model.weights
    let bar = scene.layout.components.bars[0]
    let from = Point(bar.x + bar.width * before[0], bar.midY)
    scene.drag(from, Point(bar.x + bar.width * 0.6, bar.midY), Point(bar.x + bar.width * 0.7, bar.midY))
    let after = scene.model.weights
    #expect(abs(after[0] - 0.7) < 1e-9 && abs(after.reduce(0, +) - 1) < 1e-12)
    #expect(abs(after[1] / after[2] - before[1] / before[2]) < 1e-9)
    #expect(scene.state.document.startOrigin == .placed)
    // One drag is one edit.
    scene.perform(.edit(.undo))
    #expect(scene.model.weights == before)
  }

  @Test func keysWeighTheCardThatHasTheFocus() {
    var scene = scene()
    let before = scene.model.weights
    scene.perform(.interface(.focus(.card(1))))
    scene.type(".")
    #expect(abs(scene.model.weights[1] - before[1] - 0.02) < 1e-12)
    scene.type(",")
    scene.type(",")
    #expect(abs(scene.model.weights[1] - before[1] + 0.02) < 1e-12)
    scene.perform(.interface(.focus(nil)), .tick(20))
    let alone = scene.model.weights
    scene.type(".")
    #expect(scene.model.weights == alone && scene.state.interface.focused == .card(0), "first a card is reached")
  }

  /// Where cards have no room to open, the same is said over the canvas.
  @Test func smallCardsHaveAFlyout() throws {
    var scene = scene(960, 600)
    #expect(scene.layout.flyout == nil)
    scene.perform(.interface(.pointAt(1)), .tick(9.2), .tick(10))
    let flyout = try #require(scene.layout.flyout)
    #expect(scene.layout.canvas.contains(Point(flyout.frame.minX, flyout.frame.minY)))
    #expect(scene.layout.canvas.contains(Point(flyout.frame.maxX - 1, flyout.frame.maxY - 1)))
  }

  /// Parameters placed by hand are held against the best run of the same points.
  @Test func byHandAgainstEM() {
    var scene = Scene()
    scene.perform(.run(.runToConvergence))
    #expect(scene.state.hasConverged)
    let best = scene.state.document.runs.shown.logLikelihood ?? 0
    scene.perform(.start(.moveMean(0, to: DataPoint(6, 6))))
    let own = scene.state.document.runs.shown.logLikelihood ?? 0
    #expect(scene.state.document.runs.bestOfEarlier == best && own < best)
    let said = scene.state.words.reason(scene.state)
    #expect(said.contains(NumberText.gain(best - own).dropFirst()))
    scene.perform(.view(.toggleLayer(.model)))
    #expect(!scene.state.words.reason(scene.state).contains(NumberText.gain(best - own).dropFirst()))
  }
}
