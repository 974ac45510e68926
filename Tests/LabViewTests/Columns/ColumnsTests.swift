import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Choosing columns in the window.
struct ColumnsTests {
  private func shown(_ scene: Scene) -> ColumnPair? { scene.points.choice?.shown }

  @Test func aChipOpensTheChoiceAndAPictureShowsItsPair() {
    var scene = Scene(Columns.iris())
    scene.click(.axis(up: true))
    #expect(scene.state.interface.showsColumns && scene.layout.columns != nil)
    scene.click(.columnPair(ColumnPair(across: 2, up: 3)))
    #expect(shown(scene) == ColumnPair(across: 2, up: 3) && scene.state.interface.showsColumns)
    #expect(scene.state.document.axisNames == ["petal_length", "petal_width"])
    // Beside the pictures the canvas is not touched.
    let count = scene.points.count
    scene.click(at: scene.layout.columns?.titleAt ?? Point(0, 0))
    #expect(scene.points.count == count)
    scene.click(.axis(up: false))
    #expect(!scene.state.interface.showsColumns)
  }

  @Test func theSameByKeys() {
    var scene = Scene(Columns.iris())
    scene.type("y")
    let step = scene.state.document.runs.cursor
    for (key, pair) in [
      (Key.down, (0, 3)), (.right, (1, 3)), (.right, (2, 3)), (.right, (2, 3)), (.up, (2, 3)), (.left, (1, 3)),
      (.up, (1, 2)), (.left, (0, 2)), (.left, (0, 2)), (.up, (0, 1)),
    ] {
      scene.key(key)
      #expect(shown(scene) == ColumnPair(across: pair.0, up: pair.1), "\(key)")
    }
    #expect(scene.state.document.runs.cursor == step, "the arrows are about pictures here")
    scene.key(.escape)
    #expect(!scene.state.interface.showsColumns)
    scene.key(.right)
    #expect(scene.state.document.runs.cursor == step + 1)
    scene.type("y", .shift)
    #expect(shown(scene) == ColumnPair(across: 0, up: 2))
    var two = Scene()
    two.type("y")
    #expect(two.state.announcement?.notice == .onlyTwoColumns && two.layout.columns == nil && two.layout.chips == nil)
  }

  @Test func columnsAreTickedAndScaled() {
    var scene = Scene(Columns.iris())
    scene.type("y")
    scene.click(.fittedColumn(1))
    #expect(scene.points.choice?.fitted == [0, 2, 3])
    #expect(scene.state.words.counts(scene.state.document) == "150 points, 3 of 4 columns")
    #expect(!scene.state.isEnabled(.columnPair(ColumnPair(across: 0, up: 1))))
    scene.click(.standardize)
    #expect(scene.points.choice?.isStandardized == true)
    #expect(scene.state.words.counts(scene.state.document) == "150 points, 3 of 4 columns, scaled")
    #expect(scene.state.words.axisNames(scene.state.document) == ["sepal_length, scaled", "petal_length, scaled"])
    scene.type("z", .control)
    scene.type("z", .control)
    #expect(scene.points.choice == Columns.iris().document.points.choice)
  }

  @Test func manyColumnsAreAList() {
    var scene = Scene(Columns.many(30))
    scene.type("y")
    #expect(scene.layout.columns?.cells.isEmpty == true && scene.layout.columns?.names.count == 30)
    scene.click(.axisColumn(20, up: true))
    #expect(shown(scene) == ColumnPair(across: 1, up: 20))
    scene.click(.axisColumn(20, up: false))
    #expect(shown(scene) == ColumnPair(across: 20, up: 1), "the axes change places")
    scene.click(.fittedColumn(20))
    #expect(scene.points.choice?.isFitted(20) == false && shown(scene)?.up == 1)
  }

  /// The ellipses are those of the marginal, wherever they are drawn.
  @Test func ellipsesAreExactMarginals() throws {
    var scene = Scene(Columns.iris())
    scene.key(.end)
    scene.wait(1, frame: 0.5)
    for pair in scene.points.choice?.pairs ?? [] {
      scene.perform(.columns(.show(pair)))
      let marginal = scene.model.marginal([pair.across, pair.up])
      let components = CanvasScene(scene.layout, scene.state).components
      for (k, component) in components.enumerated() {
        #expect(component.mean == scene.pixel(marginal.means[k][0], marginal.means[k][1]))
        let t = scene.layout.transform
        let axes = try #require(marginal.covariances[k].principalAxes(scales: (t.scaleX, t.scaleY)))
        #expect(component.oneSigma.semiMajor == axes.long && component.oneSigma.semiMinor == axes.short)
        #expect(component.trail.count > 5 && component.trail.last == component.mean)
      }
    }
  }

  /// Colors are from all columns: however the points are looked at, they stay.
  @Test func colorsDoNotDependOnThePair() {
    var scene = Scene(Columns.iris())
    scene.key(.end)
    scene.wait(1, frame: 0.5)
    func colors() -> PaintedCloud.Key? {
      var cloud = PaintedCloud(engines: EngineMemory())
      cloud.update(scene.state, .light)
      return cloud.key
    }
    let before = colors()
    scene.perform(.columns(.show(ColumnPair(across: 1, up: 3))))
    #expect(before != nil && colors() == before)
  }

  @Test func whatTheViewDoesNotHaveIsNotDrawn() {
    var scene = Scene(Columns.iris())
    scene.perform(.view(.toggleLayer(.regions)), .view(.toggleLayer(.contours)), .interface(.toggleLayers))
    #expect(!scene.state.isEnabled(.layer(.regions)) && scene.state.isEnabled(.layer(.contours)))
    #expect(!scene.state.asDrawn.layers.shows(.regions) && scene.state.asDrawn.layers.shows(.contours))
    #expect(scene.layout.layers?.rows.contains { $0.label.hasSuffix("not in this view") } == true)
    scene.perform(.columns(.toggle(1)), .columns(.toggle(3)))
    #expect(scene.state.asDrawn.layers.shows(.regions), "two columns are all there is")
    scene.perform(.lanes(.change(0, to: .kMeans)), .run(.stepForward), .columns(.show(ColumnPair(across: 2, up: 0))))
    #expect(!CellBorders.segments(scene.state, scene.layout).isEmpty)
    scene.perform(.columns(.toggle(3)), .run(.stepForward))
    #expect(CellBorders.segments(scene.state, scene.layout).isEmpty)
  }

  /// A mean is dragged in the two columns on show.
  @Test func aDraggedMeanKeepsItsOtherColumns() {
    var scene = Scene(Columns.iris(shown: ColumnPair(across: 3, up: 1)))
    scene.type("v")
    let before = scene.model.means[0]
    let from = scene.pixel(before[3], before[1])
    scene.drag(from, Point(from.x + 40, from.y - 30))
    let after = scene.model.means[0]
    #expect(after[0] == before[0] && after[2] == before[2] && after[3] > before[3] && after[1] > before[1])
  }

  @Test func inspectorAndCardsSpeakOfAllColumns() throws {
    var scene = Scene(Columns.iris())
    scene.key(.end)
    scene.type("i")
    scene.wait(1, frame: 0.5)
    scene.move(to: scene.pixel(scene.points.x[70], scene.points.y[70]))
    let inspection = try #require(Inspection(scene.state, scene.layout))
    #expect(inspection.values.map(\.name) == ["sepal_length", "sepal_width", "petal_length", "petal_width"])
    let posterior = try scene.model.posterior(at: scene.points.row(inspection.index))
    #expect(inspection.rows.map(\.responsibility) == posterior.responsibilities)
    scene.perform(.interface(.pointAt(1)))
    scene.wait(1, frame: 0.25)
    let flyout = try #require(scene.layout.flyout)
    #expect(flyout.columns.map(\.name) == inspection.values.map(\.name) && !flyout.tellsAll)
  }
}
