import GaussianMixtures
import LabCore
import Rasterizer

/// What a bar or the panel can show of a state, as something to compare.
///
/// It names what is left out rather than what is needed, so that a new thing to see is redrawn by default: the pointer's
/// position, controls of other regions, the viewport, the brush, the coordinates of the points (their revision stands
/// for them) and the clock (what it moves stands for it).
struct RegionKey: Equatable {
  let name: DataName
  let columnNames: [String]
  let points: Revision
  let start: GaussianMixture
  let startKind: StartKind
  let startSeed: UInt64
  let options: EMOptions
  let aspect: Aspect
  let runs: Runs
  let playback: Playback
  let tool: Tool
  let search: ModelSearch
  let interface: Interface
  let enabled: [Bool]
  let announcement: Announcement?
  let isAnnouncementFresh: Bool
  /// How far a glide has come; `nil` where nothing glides.
  let progress: Double?

  /// - Parameters:
  ///   - controls: those of the region.
  ///   - glides: whether the region moves with a glide.
  init(_ state: LabState, controls: [(control: Control, rect: Rect)], glides: Bool = false) {
    let document = state.document
    name = document.name
    columnNames = document.columnNames
    points = document.points.revision
    start = document.start
    startKind = document.startKind
    startSeed = document.startSeed
    options = document.options
    aspect = document.aspect
    runs = document.runs
    playback = state.playback
    tool = state.tool
    search = state.search
    interface = state.interface.seen(by: controls.map(\.control))
    enabled = controls.map { state.isEnabled($0.control) }
    announcement = state.announcement
    isAnnouncementFresh = state.announcement?.isFresh(at: state.now) ?? false
    progress = glides ? state.glide?.progress(at: state.now) : nil
  }
}
