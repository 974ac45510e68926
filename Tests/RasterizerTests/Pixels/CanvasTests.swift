import Testing

@testable import Rasterizer

struct CanvasTests {
  /// Something of everything.
  static func scene(_ canvas: inout Canvas) {
    let font = BuiltInFont()
    canvas.fill(Rect(x: 3.3, y: 4.7, width: 40, height: 30), Color(0x6A3DD1, alpha: 0.6))
    canvas.fill(Rect(x: 20, y: 10, width: 60, height: 44), cornerRadius: 9, Color(0x1C95F5, alpha: 0.5))
    canvas.stroke(Rect(x: 22.5, y: 12.5, width: 50, height: 34), cornerRadius: 9, width: 2, Color(0x983506))
    canvas.fill(polygon: [Point(5, 60), Point(90, 20), Point(50, 75)], Color(0x0B7C70, alpha: 0.4))
    let ellipse = Ellipse(center: Point(50, 40), semiMajor: 40, semiMinor: 18, angle: 0.6)
    canvas.fill(ellipse, Color(0xD17B00, alpha: 0.3))
    canvas.stroke(ellipse, style: StrokeStyle(width: 2.5), Color(0xD17B00))
    canvas.stroke(ellipse, style: StrokeStyle(width: 1, dash: [5, 3]), Color(0))
    canvas.stroke(from: Point(-10, 3), to: Point(120, 77), width: 3, Color(0x2C4284, alpha: 0.7), cap: .round)
    canvas.stroke(
      polyline: [Point(2, 70), Point(30, 8), Point(60, 70), Point(95, 8)], style: StrokeStyle(width: 4),
      Color(0xE52BB0, alpha: 0.5))
    canvas.fill(discAt: Point(70.4, 60.2), radius: 6, Color(0x8C6E24))
    canvas.stroke(ringAt: Point(20, 60), radius: 9, width: 2, Color(0x1B1D22))
    canvas.stroke(arcAt: Point(60, 20), radius: 12, from: 1, to: 5, width: 3, Color(0x1B1D22, alpha: 0.8))
    canvas.draw(
      PointBatch(
        x: (0..<50).map { Double($0 * 37 % 100) }, y: (0..<50).map { Double($0 * 23 % 80) }, scaleX: 1, offsetX: 0.3,
        scaleY: 1, offsetY: 0.7, colors: .uniform(Color(0x7D828C)), radius: 3, opacity: 0.9, rim: Color(0xFDFDFB),
        rimWidth: 1))
    canvas.draw(
      text: "Rhombus 42", at: Point(8, 50), style: TextStyle(size: 15, weight: .bold), color: Color(0x1B1D22),
      font: font)
    canvas.draw(Bitmap(width: 12, height: 9, fill: Color(0xFF0000, alpha: 0.5)), x: 80, y: 60)
  }

  /// Every shape cut off by a clip is the cut-out of the whole shape: nothing inside moves, nothing outside changes.
  @Test func clipEqualsCrop() {
    var whole = Canvas(width: 100, height: 80, fill: Color(0xFDFDFB))
    CanvasTests.scene(&whole)
    var dice = Dice(seed: 3)
    for _ in 0..<25 {
      let rect = Rect(
        x: dice.uniform(-20, 90), y: dice.uniform(-20, 70), width: dice.uniform(0, 90), height: dice.uniform(0, 70))
      var clipped = Canvas(width: 100, height: 80, fill: Color(0xFDFDFB))
      let background = clipped.bitmap.pixels
      clipped.clip(to: rect) { CanvasTests.scene(&$0) }
      let area = PixelRect(left: 0, top: 0, right: 100, bottom: 80).rounded(to: rect)
      var worst: UInt32 = 0
      for y in 0..<80 {
        for x in 0..<100 {
          let inside = x >= area.left && x < area.right && y >= area.top && y < area.bottom
          let expected = inside ? whole.bitmap.pixels[y * 100 + x] : background[y * 100 + x]
          let actual = clipped.bitmap.pixels[y * 100 + x]
          guard inside else {
            if actual != expected { Issue.record("drawn outside the clip \(area) at \(x), \(y)") }
            continue
          }
          for shift: UInt32 in [0, 8, 16, 24] {
            let (p, q) = ((actual >> shift) & 255, (expected >> shift) & 255)
            worst = max(worst, p > q ? p - q : q - p)
          }
        }
      }
      // Sums along a row begin elsewhere when it is cut, which may tip a rounding.
      #expect(worst <= 2, "clip \(area)")
    }
  }

  @Test func nestedClipsIntersectAndAreRestored() {
    var canvas = Canvas(width: 20, height: 20)
    let result = canvas.clip(to: Rect(x: 0, y: 0, width: 10, height: 20)) { canvas in
      canvas.clip(to: Rect(x: 5, y: 5, width: 15, height: 5)) { $0.clear(white) }
      #expect(canvas.clip == Rect(x: 0, y: 0, width: 10, height: 20))
      return 7
    }
    #expect(result == 7)
    #expect(canvas.clip == Rect(x: 0, y: 0, width: 20, height: 20))
    for y in 0..<20 {
      for x in 0..<20 {
        let inside = x >= 5 && x < 10 && y >= 5 && y < 10
        #expect((canvas.bitmap.pixels[y * 20 + x] != 0) == inside)
      }
    }
  }

  @Test func clearReplaces() {
    var canvas = Canvas(width: 9, height: 3, fill: white)
    canvas.clear(Color(0x102030, alpha: 0.5))
    #expect(canvas.bitmap == Bitmap(width: 9, height: 3, fill: Color(0x102030, alpha: 0.5)))
  }

  @Test func drawingOutsideChangesNothing() {
    var canvas = Canvas(width: 30, height: 30, fill: Color(0x445566))
    let before = canvas.bitmap
    for (x, y) in [(-100.0, 15.0), (200, 15), (15, -100), (15, 200)] {
      let p = Point(x, y)
      canvas.fill(Rect(x: x, y: y, width: 9, height: 9), white)
      canvas.fill(Rect(x: x, y: y, width: 9, height: 9), cornerRadius: 3, white)
      canvas.fill(polygon: [p, Point(x + 5, y), Point(x, y + 5)], white)
      canvas.fill(discAt: p, radius: 8, white)
      canvas.stroke(ringAt: p, radius: 8, width: 2, white)
      canvas.stroke(from: p, to: Point(x + 9, y + 9), width: 3, white)
      canvas.stroke(polyline: [p, Point(x + 9, y), Point(x, y + 9)], style: StrokeStyle(width: 3, dash: [2]), white)
      canvas.draw(
        PointBatch(
          x: [x], y: [y], scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0, colors: .uniform(white), radius: 5, opacity: 1))
      canvas.draw(text: "far", at: p, style: TextStyle(size: 12), color: white, font: BuiltInFont())
    }
    #expect(canvas.bitmap == before)
  }

  @Test func emptyCanvas() {
    for (width, height) in [(0, 0), (0, 10), (10, 0), (-5, 3)] {
      var canvas = Canvas(width: width, height: height, fill: white)
      CanvasTests.scene(&canvas)
      canvas.clear(white)
      #expect(canvas.bitmap.pixels.isEmpty)
    }
  }

  @Test func pixelsAlwaysFitTheBitmap() {
    var bitmap = Bitmap(width: 3, height: 2, fill: white)
    bitmap.pixels.removeLast(4)
    #expect(bitmap.pixels == [0xFFFF_FFFF, 0xFFFF_FFFF, 0, 0, 0, 0])
    bitmap.pixels = [UInt32](repeating: 1, count: 100)
    #expect(bitmap.pixels.count == 6)
  }
}
