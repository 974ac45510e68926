import Foundation
import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Contours and regions on the canvas, against the density they are of.
struct FieldLinesTests {
  /// A run with nine components, one of them small on the screen, half-way through a glide.
  private func scene() -> Scene {
    var scene = Scene()
    scene.perform(
      .start(.setComponentCount(9)), .start(.setCovariance(8, DataCovariance(xx: 0.02, xy: 0.01, yy: 0.01))))
    scene.perform(.tick(1), .run(.stepForward), .tick(2), .run(.stepForward), .tick(2.15))
    return scene
  }

  @Test func everyContourLiesOnItsLevel() {
    let scene = scene()
    let (layout, drawn) = (scene.layout, CanvasScene(scene.layout, scene.state))
    let field = PlanarMixture(drawn.model, layout.transform)
    let levels = field.levels(holding: DensityContours.masses)
    let lines = FieldLines(field, canvas: layout.canvas, Layers([.contours, .model])).contours
    #expect(lines.count > 300)
    var met: Set<Int> = []
    for line in lines {
      for end in [line.from, line.to] {
        let p = field.density(x: end.x, y: end.y)
        let nearest = levels.indices.min { abs(log(levels[$0] / p)) < abs(log(levels[$1] / p)) } ?? 0
        met.insert(nearest)
        // As a distance on the screen, from how fast the density changes.
        let h = 0.01
        let slope =
          hypot(
            field.density(x: end.x + h, y: end.y) - field.density(x: end.x - h, y: end.y),
            field.density(x: end.x, y: end.y + h) - field.density(x: end.x, y: end.y - h)) / (2 * h)
        #expect(abs(p - levels[nearest]) < max(0.5 * slope, 1e-4 * p), "\(end)")
      }
    }
    #expect(met == Set(levels.indices))
  }

  @Test func everyBorderIsATieOfTheTwoBest() {
    let scene = scene()
    let (layout, drawn) = (scene.layout, CanvasScene(scene.layout, scene.state))
    let field = PlanarMixture(drawn.model, layout.transform)
    let borders = FieldLines(field, canvas: layout.canvas, Layers([.regions, .model])).borders
    #expect(borders.count > 100)
    for line in borders {
      let products = (0..<9).map { field.logProduct(of: $0, x: line.from.x, y: line.from.y) }.sorted()
      // Within half a pixel: a log product changes by less than this there.
      #expect(products[8] - products[7] < 0.2, "\(line.from)")
    }
  }

  /// The pixels of a region have its tint: the winner's, at their middle.
  @Test func tintsAreTheWinners() {
    var scene = scene()
    scene.perform(.tick(5), .edit(.clearPoints), .interface(.closeAnnouncement))
    scene.perform(.view(.setLayers(Layers([.model, .regions]))), .interface(.pointer(nil, over: nil)))
    let theme = Theme.light
    let layout = scene.layout
    let drawn = CanvasScene(layout, scene.state)
    let field = PlanarMixture(drawn.model, layout.transform)
    let picture = FramePainter(font: scene.font).draw(scene.state)
    var tints: [UInt32: Int] = [:]
    for component in drawn.components {
      let tint = component.color(theme).mixed(into: theme.canvas, theme.regionTint)
      tints[tint.premultiplied] = component.index
    }
    var checked = 0
    for y in stride(from: Int(layout.canvas.minY) + 3, to: Int(layout.canvas.maxY) - 40, by: 11) {
      for x in stride(from: Int(layout.canvas.minX) + 60, to: Int(layout.canvas.maxX), by: 13) {
        guard let tint = tints[picture.pixels[y * picture.width + x]] else { continue }
        let owner = field.owner(x: Double(x) + 0.5, y: Double(y) + 0.5)
        // Beyond the palette colors repeat.
        #expect(owner.map { $0 % 7 } == tint % 7)
        checked += 1
      }
    }
    #expect(checked > 1000)
  }

  @Test func aModelThatIsHiddenShowsNothingOfItself() {
    var scene = Scene()
    scene.perform(.tick(1), .run(.stepIteration), .run(.stepForward), .tick(9))
    scene.perform(.view(.toggleLayer(.model)))
    #expect(CanvasScene(scene.layout, scene.state).components.isEmpty)
    let log = TextLog()
    let painter = FramePainter(font: scene.font)
    painter.textLog = log
    let hidden = painter.draw(scene.state)
    let model = scene.model
    let value = scene.state.document.runs.shown.logLikelihood.map(NumberText.logLikelihood) ?? ""
    let told = model.weights.map { NumberText.decimal($0, digits: 3) } + [value]
    for entry in log.entries { #expect(!told.contains(entry.text), "\(entry.text)") }
    // The canvas is the same whatever the model: another one, hidden, leaves it as it is.
    var other = scene
    other.perform(.run(.stepForward), .run(.stepForward), .tick(20))
    let after = FramePainter(font: scene.font).draw(other.state)
    let canvas = scene.layout.canvas
    for y in Int(canvas.minY)..<Int(canvas.maxY) {
      for x in Int(canvas.minX)..<Int(canvas.maxX) where hidden.pixels[y * 1280 + x] != after.pixels[y * 1280 + x] {
        Issue.record("the canvas tells of the model at \(x), \(y)")
        return
      }
    }
    scene.type("i")
    scene.move(to: scene.pixel(scene.points.x[60], scene.points.y[60]))
    #expect(Inspection(scene.state, scene.layout) == nil)
  }

  @Test func theListOfLayersSwitchesThem() {
    var scene = Scene()
    scene.type("l")
    #expect(scene.layout.layers?.rows.count == CanvasLayer.allCases.count)
    scene.click(.layer(.regions))
    #expect(scene.state.layers.shows(.regions))
    scene.type("d")
    #expect(scene.state.layers.shows(.contours))
    scene.key(.down)
    scene.key(.enter)
    #expect(!scene.state.layers.shows(.points))
    scene.click(.resetLayers)
    #expect(scene.state.layers == .usual)
    // Between the rows nothing is painted; beside the list one goes on working.
    let frame = scene.layout.layers?.frame ?? Rect(x: 0, y: 0, width: 0, height: 0)
    scene.click(at: Point(frame.x + 2, frame.midY))
    #expect(scene.points.count == 150)
    scene.click(at: scene.emptyPlace)
    #expect(scene.points.count == 151 && scene.state.interface.showsLayers)
    scene.key(.escape)
    #expect(scene.layout.layers == nil)
  }

  /// Sure points are small, undecided ones large.
  @Test func uncertaintyIsSize() {
    var scene = Scene()
    scene.perform(.run(.stepIteration), .run(.stepForward), .tick(9))
    guard let owners = scene.state.document.runs.shown.owners, let steps = PointSizes.steps(scene.points, owners) else {
      Issue.record("no owners")
      return
    }
    for (point, step) in steps.enumerated() {
      let shares = (try? owners.model.posterior(at: [scene.points.x[point], scene.points.y[point]]))?.responsibilities
      let entropy = -(shares ?? []).reduce(0) { $0 + ($1 > 0 ? $1 * log($1) : 0) } / log(3)
      #expect(abs(Double(step) / 15 - entropy) <= 0.5 / 15 + 1e-9)
    }
    let alone = GaussianMixture(weights: [1], means: [[0, 0]], covariances: [.identity(2)])
    #expect(PointSizes.steps(scene.points, Owners(model: alone, identities: [0]))?.max() == 0)
    #expect(PointSizes.factor(0) == 0.6 && abs(PointSizes.factor(15) - 1.7) < 1e-12)
  }
}
