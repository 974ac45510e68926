import LabCore
import Rasterizer

/// What the lowest layer of the canvas shows: grid, 1 σ fills as far as they lie under the points, and the points.
struct PointsKey: Equatable {
  let seen: LabState
  let canvas: Rect
  let transform: CanvasTransform
  let colors: PaintedCloud.Key?
  let fills: [Fill]
  let borders: [CellBorders.Segment]

  struct Fill: Equatable {
    let ellipse: Ellipse
    let letter: Int
  }

  init(_ state: LabState, _ layout: Layout, _ scene: CanvasScene, _ cloud: PaintedCloud) {
    seen = state.seenByGround()
    canvas = layout.canvas
    transform = layout.transform
    colors = cloud.key
    let isCrowd = PointLook.isCrowd(state.document.points.count)
    borders = CellBorders.segments(state, layout)
    fills = isCrowd ? [] : scene.spread.map { Fill(ellipse: $0.oneSigma, letter: $0.letter) }
  }
}
