import Rasterizer

/// A part of the window whose pixels are kept until what they show changes.
///
/// The key holds everything that the drawing reads; an equal key means the same pixels. The drawing covers its
/// rectangle with opaque color and cannot leave it, so that putting the copy back is the same as drawing.
struct Layer<Key: Equatable> {
  /// When the pixels are copied.
  enum Keeping {
    /// As soon as they are drawn: where drawing takes long.
    case atOnce
    /// When the same is asked for a second time: what moves is drawn anew each time, and its copies would be for nothing.
    case whenSeenAgain
  }

  private var key: Key?
  private var isCopied = false
  private var copy = CanvasSnapshot()

  mutating func show(
    _ key: Key, in rect: Rect, keeping: Keeping = .atOnce, on painter: inout Painter, draw: (inout Painter) -> Void
  ) {
    if restore(key, in: rect, on: &painter) { return }
    let outer = painter.canvas.narrowClip(to: rect)
    draw(&painter)
    switch keeping {
    case .atOnce: isCopied = true
    case .whenSeenAgain: isCopied = self.key == key
    }
    if isCopied { painter.canvas.copyClip(to: &copy) }
    painter.canvas.restoreClip(outer)
    self.key = key
  }

  /// Puts back what was shown under an equal key; false where nothing is kept of it.
  mutating func restore(_ key: Key, in rect: Rect, on painter: inout Painter) -> Bool {
    guard isCopied, self.key == key else { return false }
    let outer = painter.canvas.narrowClip(to: rect)
    painter.canvas.restore(copy)
    painter.canvas.restoreClip(outer)
    return true
  }

  mutating func forget() {
    key = nil
    isCopied = false
  }
}
