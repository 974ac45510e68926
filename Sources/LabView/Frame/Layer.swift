import Rasterizer

/// A part of the window whose pixels are kept until what they show changes.
///
/// The key holds everything that the drawing reads; an equal key means the same pixels. The drawing covers its
/// rectangle with opaque color and cannot leave it, so that putting the copy back is the same as drawing.
struct Layer<Key: Equatable> {
  private var key: Key?
  private var copy = CanvasSnapshot()

  mutating func show(_ key: Key, in rect: Rect, on painter: inout Painter, draw: (inout Painter) -> Void) {
    let outer = painter.canvas.narrowClip(to: rect)
    if self.key == key {
      painter.canvas.restore(copy)
    } else {
      draw(&painter)
      painter.canvas.copyClip(to: &copy)
      self.key = key
    }
    painter.canvas.restoreClip(outer)
  }

  mutating func forget() { key = nil }
}
