import GaussianMixtures
import LabCore
import Rasterizer

/// A family of covariances as two small ellipses, as its members may look beside each other.
extension Painter {
  mutating func familyPictogram(_ family: CovarianceFamily, in rect: Rect, _ ink: Color) {
    let unit = rect.width / 28
    let style = StrokeStyle(width: 1.5 * unit)
    for shape in FamilyShape.two(family) {
      canvas.stroke(
        Ellipse(
          center: Point(rect.midX + shape.x * unit, rect.midY + shape.y * unit), semiMajor: shape.along * unit,
          semiMinor: shape.across * unit, angle: shape.degrees * .pi / 180),
        style: style, ink)
    }
  }
}

/// An ellipse of a pictogram, in units of which 28 are its width.
private struct FamilyShape {
  let x, y, along, across, degrees: Double

  static func two(_ family: CovarianceFamily) -> [FamilyShape] {
    switch family {
    case .full:
      [
        FamilyShape(x: -6, y: -3, along: 8, across: 4, degrees: -35),
        FamilyShape(x: 8, y: 4.5, along: 5.5, across: 3.2, degrees: 45),
      ]
    case .tied:
      [
        FamilyShape(x: -6.5, y: -3, along: 7.5, across: 3.6, degrees: -35),
        FamilyShape(x: 6.5, y: 3, along: 7.5, across: 3.6, degrees: -35),
      ]
    case .diagonal:
      [
        FamilyShape(x: -5, y: 0, along: 8.5, across: 3.6, degrees: 0),
        FamilyShape(x: 9.5, y: 0, along: 3.6, across: 8.5, degrees: 0),
      ]
    case .spherical:
      [
        FamilyShape(x: -5, y: 0, along: 8, across: 8, degrees: 0),
        FamilyShape(x: 9, y: 2.5, along: 4.5, across: 4.5, degrees: 0),
      ]
    }
  }
}
