import LabCore
import Rasterizer

/// What a bar or the panel shows of a state, as something to compare: the state as it is seen there, and beside it what
/// follows from the clock.
struct RegionKey: Equatable {
  let seen: LabState
  let enabled: [Bool]
  let isAnnouncementFresh: Bool
  /// How far a glide has come; `nil` where nothing glides.
  let progress: Double?
  /// How far components stand out, by their letters.
  let emphasis: [Int: Double]

  /// - Parameters:
  ///   - controls: those of the region.
  ///   - glides: whether the region moves with a glide.
  init(_ state: LabState, controls: [(control: Control, rect: Rect)], glides: Bool = false) {
    seen = state.seen(by: controls.map(\.control))
    enabled = controls.map { state.isEnabled($0.control) }
    isAnnouncementFresh = state.announcement?.isFresh(at: state.now) ?? false
    // All glides of a moment began together; the one that goes on is the one that is seen.
    progress = glides ? state.glides.values.map { $0.progress(at: state.now) }.min() : nil
    emphasis = glides ? state.interface.emphasis.strengths(at: state.now) : [:]
  }
}
