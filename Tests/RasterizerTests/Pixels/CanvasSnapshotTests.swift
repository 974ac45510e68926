import Testing

@testable import Rasterizer

struct CanvasSnapshotTests {
  /// A canvas without two equal pixels.
  private func canvas() -> Canvas {
    var bitmap = Bitmap(width: 30, height: 20)
    bitmap.pixels = (0..<600).map { 0xFF00_0000 | UInt32($0) }
    return Canvas(bitmap)
  }

  @Test func whatWasCopiedIsPutBack() {
    var drawn = canvas()
    var snapshot = CanvasSnapshot()
    let area = Rect(x: 4, y: 3, width: 11, height: 9)
    var saved = drawn.narrowClip(to: area)
    drawn.copyClip(to: &snapshot)
    drawn.restoreClip(saved)
    drawn.clear(Color(0xFFFFFF))
    drawn.restore(snapshot)
    for y in 0..<20 {
      for x in 0..<30 {
        let isInside = (4..<15).contains(x) && (3..<12).contains(y)
        let expected: UInt32 = isInside ? 0xFF00_0000 + UInt32(y * 30 + x) : 0xFFFF_FFFF
        #expect(drawn.bitmap.pixels[y * 30 + x] == expected)
      }
    }
    // Into another place of the same size.
    drawn = canvas()
    saved = drawn.narrowClip(to: Rect(x: 10, y: 8, width: 11, height: 9))
    drawn.copyClip(to: &snapshot)
    drawn.restoreClip(saved)
    drawn.restore(snapshot)
    #expect(drawn.bitmap == canvas().bitmap)
  }

  @Test func theClipHoldsForWhatIsPutBack() {
    var snapshot = CanvasSnapshot()
    canvas().copyClip(to: &snapshot)
    var drawn = Canvas(width: 30, height: 20)
    drawn.clip(to: Rect(x: 29, y: 19, width: 50, height: 50)) { $0.restore(snapshot) }
    #expect(drawn.bitmap.pixels.filter { $0 != 0 } == [0xFF00_0000 | 599])
  }

  @Test func anotherCanvasMayBeSmaller() {
    var snapshot = CanvasSnapshot()
    canvas().copyClip(to: &snapshot)
    var small = Canvas(width: 5, height: 4)
    small.restore(snapshot)
    let corner: [UInt32] = (0..<20).map { 0xFF00_0000 + UInt32($0 / 5 * 30 + $0 % 5) }
    #expect(small.bitmap.pixels == corner)
    small.restore(CanvasSnapshot())
    var empty = CanvasSnapshot()
    small.clip(to: Rect(x: 9, y: 9, width: 0, height: 0)) { $0.copyClip(to: &empty) }
    #expect(empty.pixels.isEmpty)
  }
}
