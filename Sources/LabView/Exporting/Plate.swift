import LabCore

/// What a picture for others consists of beside its size: the fit, the likelihood, or both side by side; what stands
/// above it, and below it.
public struct Plate: Sendable, Equatable {
  public var content: Export.Show
  /// Which half-step it is, with its log-likelihood, in the picture.
  public var namesHalfStep: Bool
  /// Above it: which data, which model, which start. Nil for nothing.
  public var title: Title?
  /// Below it: weight, mean and axes of each component.
  public var hasNumbers: Bool
  /// The half-steps that the curve has room for; nil for all that were taken.
  public var halfSteps: ClosedRange<Int>?

  public enum Title: Sendable, Equatable {
    /// The name of the data.
    case data
    case text(String)
  }

  public init(
    _ content: Export.Show, namesHalfStep: Bool = true, title: Title? = nil, hasNumbers: Bool = false,
    halfSteps: ClosedRange<Int>? = nil
  ) {
    self.content = content
    self.namesHalfStep = namesHalfStep
    self.title = title
    self.hasNumbers = hasNumbers
    self.halfSteps = halfSteps
  }
}
