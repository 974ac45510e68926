import GaussianMixtures

/// Why a scene cannot be shown: the field that is wrong, as in lanes[0].start, and what it should be.
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
    /// So many dimensions, one to 14 components.
    case shape(dimensions: Int)
    /// Not what the rest of the scene says.
    case consistent
  }

  public let field: ScenePath
  public let rule: Rule
}

/// The way to a part of a scene, by the names that it has in a file: `path.lanes[0].start`.
@dynamicMemberLookup
public struct ScenePath: Sendable, Equatable, CustomStringConvertible {
  public private(set) var description = ""

  init() {}

  public subscript(dynamicMember name: String) -> ScenePath {
    var path = self
    path.description += description.isEmpty ? name : ".\(name)"
    return path
  }

  subscript(index: Int) -> ScenePath {
    var path = self
    path.description += "[\(index)]"
    return path
  }
}
