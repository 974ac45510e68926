import LabCore
import Rasterizer

/// What is kept of one place on the canvas between frames: the pixels of its layers and the points' colors.
final class PaneMemory {
  private var ground = Layer<GroundKey>()
  /// Points over the ground.
  private var points = Layer<PointsKey>()
  /// The model over them.
  private var model = Layer<ModelKey>()
  private var cloud: PaintedCloud

  init(engines: EngineMemory) { cloud = PaintedCloud(engines: engines) }

  /// Draws a lane: the canvas that the layout has, and nothing else.
  func draw(_ layout: Layout, _ state: LabState, on painter: inout Painter, onPart: ((FramePart) -> Void)?) {
    let scene = CanvasScene(layout, state)
    onPart?(.scene)
    cloud.update(state, painter.theme)
    onPart?(.colors)
    painter.log?.layer = .canvas
    let key = PointsKey(state, layout, scene, cloud)
    let modelKey = ModelKey(key, scene, state) { painter.letterOpacity($0, state) }
    let area = layout.canvas
    if let modelKey, model.restore(modelKey, in: area, on: &painter) {
      onPart?(.points)
    } else {
      showPoints(key, scene, layout, state, on: &painter)
      onPart?(.points)
      painter.log?.layer = .letters
      if let modelKey {
        model.show(modelKey, in: area, keeping: .whenSeenAgain, on: &painter) {
          $0.drawModel(scene, layout, state, cloud)
        }
      } else {
        painter.drawModel(scene, layout, state, cloud)
      }
    }
    painter.drawOverModel(scene, layout, state)
    onPart?(.ellipses)
  }

  private func showPoints(
    _ key: PointsKey, _ scene: CanvasScene, _ layout: Layout, _ state: LabState, on painter: inout Painter
  ) {
    let isCrowd = PointLook.isCrowd(state.document.points.count)
    let area = layout.canvas
    points.show(key, in: area, keeping: isCrowd ? .atOnce : .whenSeenAgain, on: &painter) {
      if let key = GroundKey(key, state) {
        ground.show(key, in: area, keeping: .whenSeenAgain, on: &$0) { $0.drawGround(scene, layout, state) }
      } else {
        $0.drawGround(scene, layout, state)
      }
      $0.drawPointsLayer(scene, layout, state, cloud)
    }
  }

  /// Forgets every pixel, and the colors too if asked for.
  func forget(colors: Bool) {
    ground.forget()
    points.forget()
    model.forget()
    if colors { cloud.forgetColors() }
  }
}
