import LabCore
import LabWords

/// The word on the badge of the run.
enum RunStatus: Sendable, Equatable {
  case running, cannotRun, converged, stopped, paused

  init(_ state: LabState) {
    if state.playback.isRunning {
      self = .running
    } else if state.hidesEnd {
      self = .paused
    } else if !state.canStep {
      self = .cannotRun
    } else {
      switch state.commonEnd {
      case .converged: self = .converged
      case .iterationLimit: self = .stopped
      case .failed, .cancelled, nil: self = .paused
      }
    }
  }

  var label: Label {
    switch self {
    case .running: .running
    case .cannotRun: .cannotRun
    case .converged: .converged
    case .stopped: .stopped
    case .paused: .paused
    }
  }
}
