/// What a table says of each point beside its coordinates.
public enum PointFacts: Sendable, Equatable {
  /// There is no model, or it is not on show.
  case nothing
  /// Which component owns it: all that k-means knows.
  case owner
  /// That, its density, and what else was asked for.
  case density
}

extension LabState {
  /// What can be said of each point by the model on show.
  public var pointFacts: PointFacts {
    guard document.hasModel, layers.shows(.model) else { return .nothing }
    switch document.algorithm {
    case .em: return .density
    case .kMeans: return document.runs.shown.owners == nil ? .nothing : .owner
    }
  }
}
