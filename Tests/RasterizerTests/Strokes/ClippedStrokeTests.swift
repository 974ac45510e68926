import Rasterizer
import Testing

/// A line is the same whether it is drawn at once or part by part, each within a clip of its own.
struct ClippedStrokeTests {
  private static func draw(_ seed: UInt64, _ canvas: inout Canvas) {
    var dice = Dice(seed: seed)
    func point() -> Point { Point(dice.uniform(0, 90), dice.uniform(0, 70)) }
    let styles = [
      StrokeStyle(width: dice.uniform(0.3, 9)), StrokeStyle(width: 2.5, dash: [7, 4], cap: .butt),
      StrokeStyle(width: 3, dash: [0.1, 6]),
    ]
    for style in styles {
      let ink = Color(0x3366CC, alpha: dice.uniform(0.3, 1))
      canvas.stroke(polyline: (0..<7).map { _ in point() }, style: style, ink)
      canvas.stroke(
        Ellipse(center: point(), semiMajor: 30, semiMinor: 21, angle: dice.uniform(0, 6)),
        style: StrokeStyle(width: 3, dash: [6, 5], cap: .butt), ink)
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func partsMakeTheWhole(seed: UInt64) {
    var whole = Canvas(width: 90, height: 70, fill: white)
    ClippedStrokeTests.draw(seed, &whole)
    var parts = Canvas(width: 90, height: 70, fill: white)
    let edges = [0.0, 13, 29, 30, 57, 90]
    for (left, right) in zip(edges, edges.dropFirst()) {
      for (top, bottom) in zip(edges, edges.dropFirst()) {
        parts.clip(to: Rect(x: left, y: top, width: right - left, height: bottom - top)) {
          ClippedStrokeTests.draw(seed, &$0)
        }
      }
    }
    #expect(parts.bitmap == whole.bitmap)
  }
}
