import GaussianMixtures
import LabCore

/// What the canvas shows of data and model: everything but what follows the pointer and what is under way.
struct ModelKey: Equatable {
  let ground: PointsKey
  let seen: LabState
  let components: [CanvasScene.Component]
  let model: GaussianMixture
  let hovered: Int?
  /// Letters that make way for the pointer.
  let opacities: [Double]

  /// Nil while rings spread or chosen points are marked, of which the key knows nothing.
  init?(
    _ ground: PointsKey, _ scene: CanvasScene, _ state: LabState, opacity: (CanvasScene.Component) -> Double
  ) {
    guard state.chosenPoints == nil, state.gesture == nil, state.ownerChange?.pulse(at: state.now) == nil else {
      return nil
    }
    self.ground = ground
    seen = state.seen(by: [])
    components = scene.components
    model = scene.model
    hovered = scene.hovered
    opacities = scene.components.map(opacity)
  }
}
