/// How a line ends: cut off at its end point, or rounded around it.
public enum LineCap: Sendable, Hashable {
  /// The line ends where its last point is.
  case butt
  /// A half disc beyond the last point.
  case round
}

/// How a line is drawn.
public struct StrokeStyle: Sendable, Hashable {
  /// Pixels, centered on the line.
  public var width: Double

  /// Lengths in pixels of what is drawn and what is left out, in turn; empty draws the whole line. An odd number of
  /// lengths is run through twice. A pattern shorter than half a pixel, or with a negative or NaN length, is drawn
  /// solid, and so is a line more than 1024 pixels wide.
  public var dash: [Double]

  /// How far into the pattern the line starts, in pixels.
  public var dashPhase: Double

  /// The ends of the line and of every dash. Joins are always round.
  public var cap: LineCap

  /// A style; solid with round ends where nothing else is said.
  public init(width: Double, dash: [Double] = [], dashPhase: Double = 0, cap: LineCap = .round) {
    self.width = width
    self.dash = dash
    self.dashPhase = dashPhase
    self.cap = cap
  }
}
