import GaussianMixtures
import LabCore
import Rasterizer

/// What a bar beside the canvas shows of a state, as something to compare. Half-steps leave a bar as it is but for what
/// stands here.
struct BarKey: Equatable {
  enum Bar { case top, next, rail, strip }

  let seen: LabState
  let enabled: [Bool]
  /// What the button does that takes the next half-step.
  let next: RunStep.Kind?
  /// What the strip keeps of what happened last.
  let said: String?

  /// - Parameter controls: those of the bar.
  init(_ bar: Bar, _ state: LabState, controls: [(control: Control, rect: Rect)]) {
    seen = state.seenByBar(controls.map(\.control))
    enabled = controls.map { state.isEnabled($0.control) }
    next = bar == .next ? state.document.runs.shown.next : nil
    said = bar == .strip ? state.words.latest(state) : nil
  }
}
