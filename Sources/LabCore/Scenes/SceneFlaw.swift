import GaussianMixtures

/// Why a scene cannot be shown: the field that is wrong, as in `lanes[0].start`, and what it should be.
public struct SceneFlaw: Error, Sendable, Equatable {
  public enum Rule: Sendable, Equatable {
    /// A number, or how many there are, in this range.
    case within(ClosedRange<Double>)
    case finite
    /// As many as there are points, or the like.
    case count(Int)
    /// All different, and ascending where they have an order.
    case distinct
    case mixture(MixtureError)
    case options(MixtureError)
    /// Two dimensions, one to 14 components.
    case planar
    /// Not what the rest of the scene says.
    case consistent
  }

  public let field: String
  public let rule: Rule
}
