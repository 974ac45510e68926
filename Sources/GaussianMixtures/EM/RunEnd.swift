/// How a run ended.
public enum RunEnd: Sendable, Equatable, Codable {
  /// The gain per point, and what Aitken's estimate leaves to gain, fell below the tolerance.
  case converged
  /// It has taken as many iterations as the options allow.
  case iterationLimit
  /// Somebody asked for it.
  case cancelled
  /// A half-step could not be computed. The run stands at its last good one.
  case failed(MixtureError)

  /// One sentence.
  public var sentence: String {
    switch self {
    case .converged:
      "Converged: the gain per point, and by Aitken's estimate all that is left to gain, fell below the tolerance."
    case .iterationLimit: "Stopped at the iteration limit."
    case .cancelled: "Stopped on request."
    case .failed(let error): error.description
    }
  }
}

extension Run {
  /// The error that ended it, thrown to whoever asks it to go on. The component it may name is counted as in the start,
  /// though others were dropped since.
  var failure: MixtureError? {
    guard case .failed(let error) = end else { return nil }
    let identities = latest.identities
    func inStart(_ component: Int) -> Int {
      identities.indices.contains(component) ? identities[component] : component
    }
    switch error {
    case .collapsed(let component, let iteration):
      return .collapsed(component: inStart(component), iteration: iteration)
    case .covarianceNotPositiveDefinite(let component):
      return .covarianceNotPositiveDefinite(component: inStart(component))
    case .noPoints, .noDimensions, .raggedRow, .raggedColumn, .valueNotFinite, .sampleWeightCount, .sampleWeightInvalid,
      .columnTooLarge, .columnTooFine, .tooFewPoints, .noComponents, .componentCounts, .meanLength, .meanNotFinite,
      .weightInvalid, .weightsSum, .covarianceShape, .covarianceNotFinite, .covarianceNotSymmetric, .dimensionMismatch,
      .componentMismatch, .unreadableModel, .labelCounts, .optionOutOfRange, .pointOutOfReach,
      .sharedCovarianceCollapsed, .cancelled:
      return error
    }
  }
}
