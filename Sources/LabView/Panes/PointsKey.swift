import LabCore
import Rasterizer

/// What the lowest layer of the canvas shows: grid, 1 σ fills as far as they lie under the points, and the points.
struct PointsKey: Equatable {
  let canvas: Rect
  let transform: CanvasTransform
  let width, height: Int
  let pixelRatio: Double
  let theme: ThemeChoice
  let isProjector: Bool
  let colors: PaintedCloud.Key?
  let fills: [Fill]

  struct Fill: Equatable {
    let ellipse: Ellipse
    let letter: Int
  }

  init(_ state: LabState, _ layout: Layout, _ scene: CanvasScene, _ cloud: PaintedCloud) {
    canvas = layout.canvas
    transform = layout.transform
    width = state.interface.width
    height = state.interface.height
    pixelRatio = state.interface.pixelRatio
    theme = state.interface.theme
    isProjector = state.interface.isProjector
    colors = cloud.key
    let isCrowd = PointLook.isCrowd(state.document.points.count)
    fills = isCrowd ? [] : scene.components.map { Fill(ellipse: $0.oneSigma, letter: $0.letter) }
  }
}
