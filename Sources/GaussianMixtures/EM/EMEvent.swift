/// A rescue: something the M-step did beyond its formulas, and why.
public struct EMEvent: Sendable, Equatable, Codable {
  /// What was done.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// The covariance was raised to the floor.
    case floorApplied = "floor-applied"
    /// The component was begun anew elsewhere.
    case reseeded
    /// The component was removed.
    case dropped
    /// The component was left as it was.
    case kept

    /// Whether it changed the model in a way that no M-step would have: the log-likelihood may jump, and a run goes on.
    /// A component that is kept stays what it was.
    var isIntervention: Bool {
      switch self {
      case .floorApplied, .reseeded, .dropped: true
      case .kept: false
      }
    }
  }

  /// What was wrong.
  public enum Reason: String, CaseIterable, Codable, Sendable {
    /// It has (almost) no points.
    case empty
    /// Its covariance fell below the floor in every direction.
    case collapsed
    /// Its covariance fell below the floor in some direction: its points lie on a line or plane.
    case flat
    /// The covariance that all components share fell below the floor.
    case sharedFlat = "shared-flat"
  }

  /// The iteration whose M-step did it, from 1.
  public let iteration: Int
  /// The component's index before the M-step. For `.sharedFlat`, which concerns all, 0.
  public let component: Int
  /// Which component that is, as in `RunStep.identities`: where others were dropped before, it has another index now
  /// than at the start. The same as `component` for an M-step outside a run.
  public let identity: Int
  /// What was done.
  public let kind: Kind
  /// What was wrong.
  public let reason: Reason
  /// The component's expected number of points then.
  public let points: Double

  /// A rescue as it is noted; the identity is the index where nil.
  public init(iteration: Int, component: Int, identity: Int? = nil, kind: Kind, reason: Reason, points: Double) {
    self.iteration = iteration
    self.component = component
    self.identity = identity ?? component
    self.kind = kind
    self.reason = reason
    self.points = points
  }

  /// Throws where a part is missing, but for the identity, which is the index then.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      iteration: try container.decode(Int.self, forKey: .iteration),
      component: try container.decode(Int.self, forKey: .component),
      identity: try container.decodeIfPresent(Int.self, forKey: .identity),
      kind: try container.decode(Kind.self, forKey: .kind), reason: try container.decode(Reason.self, forKey: .reason),
      points: try container.decode(Double.self, forKey: .points))
  }

  /// The same rescue of one of these components.
  func among(_ identities: [Int]) -> EMEvent {
    EMEvent(
      iteration: iteration, component: component, identity: identities[component], kind: kind, reason: reason,
      points: points)
  }

  /// One short sentence, such as "B collapsed onto 1 point; floor applied".
  public func message(componentName: String) -> String {
    // Not a number, or less than one: EM itself tells of neither.
    let number = points > 1 ? Int(min(points, 1e15).rounded()) : 1
    let places = number == 1 ? "1 point" : "\(number) points"
    let cause =
      switch reason {
      case .empty: "\(componentName) lost its points"
      case .collapsed: "\(componentName) collapsed onto \(places)"
      case .flat: "\(componentName) went flat on \(places)"
      case .sharedFlat: "The shared covariance went flat"
      }
    let remedy =
      switch kind {
      case .floorApplied: "floor applied"
      case .reseeded: "reseeded"
      case .dropped: "dropped"
      case .kept: "kept as it was"
      }
    return "\(cause); \(remedy)"
  }
}
