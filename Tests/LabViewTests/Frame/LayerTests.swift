import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct LayerTests {
  private func painter() -> Painter {
    let state = LabState()
    let font = BuiltInFont()
    return Painter(
      Canvas(width: 60, height: 40, fill: Color(0x000000)), state.interface, metrics: Metrics(state.interface),
      font: font)
  }

  @Test func anEqualKeyIsNotDrawnAgain() {
    var painter = painter()
    var layer = Layer<Int>()
    var count = 0
    let area = Rect(x: 10, y: 10, width: 20, height: 20)
    func show(_ key: Int, _ color: UInt32) {
      layer.show(key, in: area, on: &painter) {
        count += 1
        $0.canvas.fill(Rect(x: 0, y: 0, width: 60, height: 40), Color(color))
      }
    }
    show(1, 0xFF0000)
    let first = painter.canvas.bitmap
    // It cannot leave its rectangle.
    #expect(first.pixels.filter { $0 == 0xFFFF_0000 }.count == 400)
    painter.canvas.fill(area, Color(0x123456))
    show(1, 0x00FF00)
    #expect(painter.canvas.bitmap == first && count == 1)
    show(2, 0x00FF00)
    #expect(painter.canvas.bitmap.pixels[15 * 60 + 15] == 0xFF00_FF00 && count == 2)
    layer.forget()
    show(2, 0x0000FF)
    #expect(painter.canvas.bitmap.pixels[15 * 60 + 15] == 0xFF00_00FF && count == 3)
    // The clip is as it was.
    painter.canvas.fill(Rect(x: 0, y: 0, width: 1, height: 1), Color(0xABCDEF))
    #expect(painter.canvas.bitmap.pixels[0] == 0xFFAB_CDEF)
  }

  /// What is drawn anew each time is not copied; what stands still is, the second time.
  @Test func whatMovesIsNotCopied() {
    var painter = painter()
    var layer = Layer<Int>()
    var count = 0
    func show(_ key: Int) {
      layer.show(key, in: Rect(x: 0, y: 0, width: 60, height: 40), keeping: .whenSeenAgain, on: &painter) {
        count += 1
        $0.canvas.fill(Rect(x: 0, y: 0, width: 60, height: 40), Color(UInt32(key)))
      }
    }
    for key in [1, 2, 2, 2, 2, 3, 2] { show(key) }
    #expect(count == 5)
    #expect(painter.canvas.bitmap.pixels[0] == 0xFF00_0002)
    let restored = layer.restore(2, in: Rect(x: 0, y: 0, width: 60, height: 40), on: &painter)
    #expect(!restored)
  }
}
