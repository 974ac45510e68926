import Testing

@testable import Rasterizer

/// Points of other shapes than discs.
struct PointShapeTests {
  private func batch(_ shape: PointShape, radius: Double = 6, rim: Color? = nil) -> PointBatch {
    PointBatch(
      x: [20], y: [20], scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0, colors: .uniform(Color(0x000000)),
      radius: radius, opacity: 1, rim: rim, rimWidth: rim == nil ? 0 : 2, shape: shape)
  }

  private func ink(_ shape: PointShape, radius: Double = 6) -> Int {
    var canvas = Canvas(width: 40, height: 40)
    canvas.fill(Rect(x: 0, y: 0, width: 40, height: 40), Color(0xFFFFFF))
    canvas.draw(batch(shape, radius: radius))
    return canvas.bitmap.pixels.reduce(0) { $0 + 255 - Int($1 & 255) }
  }

  @Test func shapesOfOneRadiusHaveAboutAsMuchInk() {
    let disc = Double(ink(.disc))
    for shape in PointShape.allCases { #expect((0.55...1.25).contains(Double(ink(shape)) / disc), "\(shape)") }
  }

  @Test func noTwoAreAlike() {
    var seen: [Bitmap] = []
    for shape in PointShape.allCases {
      var canvas = Canvas(width: 40, height: 40)
      canvas.draw(batch(shape, radius: 4))
      #expect(!seen.contains(canvas.bitmap), "\(shape)")
      seen.append(canvas.bitmap)
    }
  }

  /// A stamp, and a shape too large for one.
  @Test(arguments: PointShape.allCases)
  func nothingIsCutOff(_ shape: PointShape) {
    for radius in [2.0, 5, 9, 13] {
      let corners = shape.corners(center: Point(20, 20), radius: radius)
      for corner in corners {
        let (dx, dy) = (corner.x - 20, corner.y - 20)
        #expect((dx * dx + dy * dy).squareRoot() <= shape.reach * radius + 1e-9)
      }
      let share = Double(ink(shape, radius: radius)) / Double(ink(.disc, radius: radius))
      #expect((0.5...1.3).contains(share), "\(shape) \(radius): \(share)")
    }
  }
}
