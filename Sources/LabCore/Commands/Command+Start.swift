extension Command {
  /// Changes of the parameters that EM starts from.
  public enum Start: Sendable, Equatable, Codable {
    case addMean(DataPoint)
    case removeMean(Int)
    case beginShaping(Drag)
    case moveMean(Int, to: DataPoint)
    case setCovariance(Int, DataCovariance)
    /// The others share the rest as they did before.
    case setWeight(Int, Double)
    case endShaping
    case setComponentCount(Int)
    /// Another start of the same kind, from the next seed.
    case newStart
  }
}
