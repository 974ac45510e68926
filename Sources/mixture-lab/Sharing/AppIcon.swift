import Glibc
import LabView
import Rasterizer

/// The program's icon: two components of a mixture that cross, their means and their points. One list of shapes, drawn by
/// the rasterizer or written as SVG.
struct AppIcon {
  /// The edges of the pictures that desktops ask for, in pixels.
  static let sizes = [16, 22, 24, 32, 48, 64, 128, 256]

  private enum Shape {
    case tile(Rect, corner: Double, Color)
    case fill(Ellipse, Color)
    case ring(Ellipse, width: Double, Color)
  }

  private let size: Int
  private let shapes: [Shape]

  /// - Parameter size: the edge in pixels. Small icons have thicker lines and no points.
  init(size: Int) {
    self.size = size
    let unit = Double(size) / 64
    let isSmall = size < 48
    let (night, edgeColor) = (Color(0x101318), Color(0x323742))
    let palette = Theme.dark.components
    let edge = isSmall ? 0 : 3 * unit
    let tile = Rect(x: 0, y: 0, width: Double(size), height: Double(size)).inset(by: edge)
    var shapes: [Shape] = [
      .tile(tile, corner: 13 * unit, edgeColor),
      .tile(tile.inset(by: max(unit, 0.75)), corner: 12 * unit, night),
    ]
    let components = [
      (Ellipse(center: Point(26, 37), semiMajor: 21, semiMinor: 11.5, angle: -0.65), palette[0]),
      (Ellipse(center: Point(41.5, 30.5), semiMajor: 20.5, semiMinor: 9.5, angle: 1.0), palette[1]),
    ].map { (AppIcon.scaled($0, by: unit), $1) }
    for (ellipse, color) in components { shapes.append(.fill(ellipse, color.opacity(isSmall ? 0.35 : 0.22))) }
    if !isSmall {
      for (ellipse, color) in components {
        shapes += AppIcon.points(of: ellipse).map { .fill(AppIcon.disc($0, 1.15 * unit), color.opacity(0.85)) }
      }
    }
    for (ellipse, color) in components {
      shapes.append(.ring(ellipse, width: isSmall ? max(3.6 * unit, 1.2) : 2.4 * unit, color))
    }
    for (ellipse, color) in components {
      shapes.append(.fill(AppIcon.disc(ellipse.center, (isSmall ? 5.5 : 4.6) * unit), night))
      shapes.append(.fill(AppIcon.disc(ellipse.center, (isSmall ? 4.5 : 3.2) * unit), color))
    }
    self.shapes = shapes
  }

  func draw() -> Bitmap {
    var canvas = Canvas(width: size, height: size)
    for shape in shapes {
      switch shape {
      case .tile(let rect, let corner, let color): canvas.fill(rect, cornerRadius: corner, color)
      case .fill(let ellipse, let color): canvas.fill(ellipse, color)
      case .ring(let ellipse, let width, let color): canvas.stroke(ellipse, style: StrokeStyle(width: width), color)
      }
    }
    return canvas.bitmap
  }

  var svg: String {
    let lines = shapes.map { shape in
      switch shape {
      case .tile(let rect, let corner, let color):
        """
          <rect x="\(text(rect.x))" y="\(text(rect.y))" width="\(text(rect.width))" height="\(text(rect.height))" \
        rx="\(text(corner))" fill="\(hex(color))"/>
        """
      case .fill(let ellipse, let color):
        "  \(element(ellipse)) fill=\"\(hex(color))\" fill-opacity=\"\(text(Double(color.alpha) / 255))\"/>"
      case .ring(let ellipse, let width, let color):
        "  \(element(ellipse)) fill=\"none\" stroke=\"\(hex(color))\" stroke-width=\"\(text(width))\"/>"
      }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(size)" height="\(size)" viewBox="0 0 \(size) \(size)">
        <title>Mixture Lab</title>
      \(lines.joined(separator: "\n"))
      </svg>

      """
  }

  // MARK: - Shapes

  private static func scaled(_ ellipse: Ellipse, by unit: Double) -> Ellipse {
    Ellipse(
      center: Point(ellipse.center.x * unit, ellipse.center.y * unit), semiMajor: ellipse.semiMajor * unit,
      semiMinor: ellipse.semiMinor * unit, angle: ellipse.angle)
  }

  private static func disc(_ center: Point, _ radius: Double) -> Ellipse {
    Ellipse(center: center, semiMajor: radius, semiMinor: radius, angle: 0)
  }

  /// Quantiles of a Gaussian on a spiral by the golden angle, which spreads them evenly; the ellipse is 2 σ.
  private static func points(of ellipse: Ellipse) -> [Point] {
    let count = 20
    return (0..<count).map { index in
      let radius = (-2 * log(1 - (Double(index) + 0.5) / Double(count))).squareRoot() / 2
      let turn = Double(index) * .pi * (3 - 5.0.squareRoot())
      let along = ellipse.semiMajor * radius * cos(turn)
      let across = ellipse.semiMinor * radius * sin(turn)
      let (cosine, sine) = (cos(ellipse.angle), sin(ellipse.angle))
      return Point(
        ellipse.center.x + along * cosine - across * sine, ellipse.center.y + along * sine + across * cosine)
    }
  }

  // MARK: - SVG

  private func element(_ ellipse: Ellipse) -> String {
    let (x, y) = (text(ellipse.center.x), text(ellipse.center.y))
    let turned =
      ellipse.angle == 0 ? "" : " transform=\"rotate(\(text(ellipse.angle * 180 / .pi)) \(x) \(y))\""
    return """
      <ellipse cx="\(x)" cy="\(y)" rx="\(text(ellipse.semiMajor))" ry="\(text(ellipse.semiMinor))"\(turned)
      """
  }

  private func text(_ value: Double) -> String { Format.fixed(value, 2) }

  private func hex(_ color: Color) -> String {
    let digits = String(color.rgb, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
