import GaussianMixtures
import LabCore
import Rasterizer

/// What the lowest layer of the canvas shows: grid, 1 σ fills as far as they lie under the points, and the points.
struct PointsKey: Equatable {
  let seen: LabState
  let canvas: Rect
  let transform: CanvasTransform
  let colors: PaintedCloud.Key?
  let fills: [Fill]
  /// What regions and contours under the points are of.
  let field: GaussianMixture?
  let borders: [CellBorders.Segment]

  struct Fill: Equatable {
    let ellipse: Ellipse
    let letter: Int
    let emphasis: Double
  }

  init(_ state: LabState, _ layout: Layout, _ scene: CanvasScene, _ cloud: PaintedCloud) {
    seen = state.seenByGround()
    canvas = layout.canvas
    transform = layout.transform
    colors = cloud.key
    let isCrowd = PointLook.isCrowd(state.document.points.count)
    borders = state.layers.shows(.model) ? CellBorders.segments(state, layout) : []
    let showsFills = !isCrowd && state.layers.shows(.oneSigma)
    fills =
      showsFills ? scene.spread.map { Fill(ellipse: $0.oneSigma, letter: $0.letter, emphasis: $0.emphasis) } : []
    let showsField = state.layers.shows(.regions) || (!isCrowd && state.layers.shows(.contours))
    field = showsField && !scene.spread.isEmpty ? scene.model : nil
  }
}

/// What the ground under the points shows; nil where it has regions, which move with the model.
struct GroundKey: Equatable {
  let seen: LabState
  let canvas: Rect
  let transform: CanvasTransform

  init?(_ points: PointsKey, _ state: LabState) {
    if state.layers.shows(.regions) { return nil }
    seen = points.seen
    canvas = points.canvas
    transform = points.transform
  }
}
