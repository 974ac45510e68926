/// An ellipse at any angle.
public struct Ellipse: Sendable, Hashable {
  /// In pixels.
  public var center: Point

  /// Half axes in pixels. `semiMajor` lies along `angle`, `semiMinor` across it; which one is longer does not matter.
  public var semiMajor: Double
  /// Half the axis across `angle`, in pixels.
  public var semiMinor: Double

  /// Radians from +x towards +y, which is clockwise on screen as y points down.
  public var angle: Double

  /// An ellipse; one without extent draws nothing.
  public init(center: Point, semiMajor: Double, semiMinor: Double, angle: Double) {
    self.center = center
    self.semiMajor = semiMajor
    self.semiMinor = semiMinor
    self.angle = angle
  }
}
