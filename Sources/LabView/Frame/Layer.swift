import Rasterizer

/// A part of the window whose pixels are kept until what they show changes.
///
/// The key holds everything that the drawing reads; an equal key means the same pixels. The drawing covers its
/// rectangle with opaque color and cannot leave it, so that putting the copy back is the same as drawing. On a canvas
/// that keeps time (`TileClock`) only that is put back which was drawn over since.
struct Layer<Key: Equatable> {
  /// When the pixels are copied.
  enum Keeping {
    /// As soon as they are drawn, where drawing takes long; when the latest copy was for nothing, only when the same is
    /// asked for a second time.
    case atOnce
    /// When the same is asked for a second time: what moves is drawn anew each time, and its copies would be for nothing.
    case whenSeenAgain
  }

  private var key: Key?
  private var isCopied = false
  /// Whether anything of the latest copy was put back, or there was none.
  private var isWorthCopying = true
  private var copy = CanvasSnapshot()
  /// Where it was shown last, and a moment at which all of it was on the canvas.
  private var shown: (rect: Rect, moment: TileClock.Moment)?

  mutating func show(
    _ key: Key, in rect: Rect, keeping: Keeping = .atOnce, on painter: inout Painter, draw: (inout Painter) -> Void
  ) {
    if restore(key, in: rect, on: &painter) { return }
    let outer = painter.canvas.narrowClip(to: rect)
    draw(&painter)
    switch keeping {
    case .atOnce: isCopied = isWorthCopying || self.key == key
    case .whenSeenAgain: isCopied = self.key == key
    }
    if isCopied {
      painter.canvas.copyClip(to: &copy)
      isWorthCopying = false
    }
    painter.canvas.restoreClip(outer)
    self.key = key
    shown = painter.canvas.moment().map { (rect, $0) }
  }

  /// Sees to it that what was shown under an equal key is on the canvas; false where that is not known any more.
  mutating func restore(_ key: Key, in rect: Rect, on painter: inout Painter) -> Bool {
    guard self.key == key else { return false }
    let outer = painter.canvas.narrowClip(to: rect)
    defer { painter.canvas.restoreClip(outer) }
    let changes = painter.canvas.changes(since: shown.flatMap { $0.rect == rect ? $0.moment : nil })
    guard isCopied || changes.isEmpty else { return false }
    for change in changes { painter.canvas.restore(copy, in: change) }
    if !changes.isEmpty { isWorthCopying = true }
    shown = painter.canvas.moment().map { (rect, $0) }
    return true
  }

  mutating func forget() {
    key = nil
    isCopied = false
  }
}
