import Synchronization
import Testing

@testable import Rasterizer

/// Parts that are drawn at once look as if each were drawn after the other.
struct CanvasPartsTests {
  private static let left = Rect(x: 0, y: 0, width: 130.4, height: 200)
  private static let right = Rect(x: 130.4, y: 0, width: 69.6, height: 120)
  private static let below = Rect(x: 130.4, y: 120, width: 69.6, height: 80)

  /// Something of everything that has threads, texts, copies and clips of its own.
  private func draw(_ color: Color, on canvas: inout Canvas) {
    canvas.clear(Color(0x203040))
    canvas.draw(
      (1...6).map { index in
        let ellipse = Ellipse(center: Point(120, 90), semiMajor: 20 * Double(index), semiMinor: 60, angle: 0.4)
        return InkedEllipse(ellipse, style: StrokeStyle(width: 3), color)
      })
    canvas.stroke(polyline: [Point(-20, 10), Point(150, 180), Point(230, 60)], style: StrokeStyle(width: 5), color)
    canvas.draw(
      text: "parts", at: Point(100, 110), style: TextStyle(size: 40), color: Color(0xFFFFFF), font: BuiltInFont())
    var snapshot = CanvasSnapshot()
    canvas.copyClip(to: &snapshot)
    canvas.fill(discAt: Point(130, 120), radius: 40, Color(0x00FF00))
    canvas.clip(to: Rect(x: 110, y: 100, width: 30, height: 30)) { $0.restore(snapshot) }
  }

  private func parts(_ areas: [Rect]) -> [CanvasPart] {
    zip(areas, [0xFF0000, 0x0000FF, 0xFFFF00] as [UInt32]).map { area, rgb in
      CanvasPart(area) { draw(Color(rgb), on: &$0) }
    }
  }

  private func canvas(_ areas: [Rect], keepsTime: Bool) -> Canvas {
    var canvas = Canvas(width: 200, height: 200, fill: Color(0x101010))
    if keepsTime { canvas.keepTime(edges: areas) }
    return canvas
  }

  @Test(arguments: [0, 1, 2, 3], [true, false])
  func theSameAsOneAfterTheOther(beside count: Int, keepsTime: Bool) {
    let areas = [Self.left, Self.right, Self.below]
    var (one, other) = (canvas(areas, keepsTime: keepsTime), canvas(areas, keepsTime: keepsTime))
    let parts = parts(areas)
    one.drawParts(Array(parts.dropLast(count)), beside: Array(parts.suffix(count)))
    other.drawParts(Array(parts.dropLast(count)), beside: Array(parts.suffix(count)), inTurn: true)
    #expect(one.bitmap == other.bitmap)
    #expect(one.bitmap != canvas(areas, keepsTime: false).bitmap)
    #expect(one.clip == Rect(x: 0, y: 0, width: 200, height: 200))
  }

  /// The later one lies over the earlier one, as ever.
  @Test func partsThatOverlapAreDrawnInTurn() {
    let areas = [Self.left, Rect(x: 100, y: 50, width: 100, height: 100), Self.below]
    for keepsTime in [true, false] {
      var (one, other) = (canvas(areas, keepsTime: keepsTime), canvas(areas, keepsTime: keepsTime))
      one.drawParts(parts(areas))
      other.drawParts(parts(areas), inTurn: true)
      #expect(one.bitmap == other.bitmap)
    }
  }

  /// Tiles that end elsewhere would be noted by two threads.
  @Test func partsAcrossTilesAreDrawnInTurn() {
    var canvas = canvas([], keepsTime: true)
    let order = Mutex<[Int]>([])
    canvas.drawParts(
      [Self.left, Self.right, Self.below].enumerated().map { index, area in
        CanvasPart(area) { _ in order.withLock { $0.append(index) } }
      })
    #expect(order.withLock { $0 } == [0, 1, 2])
  }

  @Test func whatChangedIsKnownOfEachPart() {
    let areas = [Self.left, Self.right, Self.below]
    var canvas = canvas(areas, keepsTime: true)
    let moment = canvas.moment()
    canvas.drawParts([
      CanvasPart(Self.left) { _ in },
      CanvasPart(Self.right) { $0.fill(Rect(x: 150, y: 10, width: 4, height: 4), white) },
      CanvasPart(Self.below) { $0.clear(white) },
    ])
    let changed = canvas.changes(since: moment)
    #expect(changed.allSatisfy { $0.left >= 130 })
    #expect(changed.contains { $0.top == 120 && $0.bottom == 200 && $0.right == 200 })
    #expect(canvas.changes(since: canvas.moment()).isEmpty)
    // What is drawn afterwards is later than all of it.
    let later = canvas.moment()
    canvas.fill(Rect(x: 2, y: 2, width: 2, height: 2), white)
    #expect(canvas.changes(since: later) == [PixelRect(left: 0, top: 0, right: 32, bottom: 8)])
  }

  @Test func partsInsidePartsAndEmptyOnes() {
    var canvas = canvas([Self.left, Self.right], keepsTime: true)
    canvas.drawParts([
      CanvasPart(Self.left) { canvas in
        canvas.drawParts([
          CanvasPart(Rect(x: 0, y: 0, width: 50, height: 300)) { $0.clear(Color(0xFF0000)) },
          CanvasPart(Rect(x: 50, y: 0, width: 0, height: 10)) { $0.clear(Color(0x00FF00)) },
        ])
      },
      CanvasPart(Self.right) { $0.clear(Color(0x0000FF)) },
    ])
    #expect(canvas.bitmap.pixels[10] == 0xFFFF_0000 && canvas.bitmap.pixels[199 * 200 + 49] == 0xFFFF_0000)
    #expect(canvas.bitmap.pixels[60] == 0xFF10_1010 && canvas.bitmap.pixels[150] == 0xFF00_00FF)
    canvas.drawParts([])
  }
}
