import GaussianMixtures
import Glibc

/// What a half-step sounds like: the higher its log-likelihood, the higher the tone.
public struct StepTone: Sendable, Equatable {
  /// Cycles per second.
  public let pitch: Double
  /// Two half-steps are two tones, however alike they are.
  let place: RunReference

  /// At the start of a run.
  static let lowest = 220.0
  /// How many octaves no gain reaches.
  static let octaves = 3.0
  /// The gain per point that leads halfway.
  static let half = 0.5
}

extension LabState {
  /// The tone of the half-step on show; nil where none is to be heard, where there is none, and while somebody guesses
  /// what it will bring.
  public var tone: StepTone? {
    let runs = document.runs
    guard interface.soundsSteps, document.guess == nil, runs.shown.kind != .start, !document.points.isEmpty,
      let value = runs.shown.logLikelihood, let first = runs.current.steps.first?.logLikelihood
    else { return nil }
    let gain = max((value - first) / Double(document.points.count), 0)
    guard gain.isFinite else { return nil }
    return StepTone(
      pitch: StepTone.lowest * exp2(StepTone.octaves * gain / (gain + StepTone.half)), place: runs.place)
  }
}
