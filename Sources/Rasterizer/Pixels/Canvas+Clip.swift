/// Clipping for callers that own the canvas and cannot hand it to a closure.
extension Canvas {
  /// A clip to return to.
  public struct SavedClip: Sendable {
    let rect: PixelRect
  }

  /// Narrows the clip to `rect`, as `clip(to:_:)` does, until `restoreClip`. Returns the clip as it was.
  public mutating func narrowClip(to rect: Rect) -> SavedClip {
    defer { clipRect = clipRect.rounded(to: rect) }
    return SavedClip(rect: clipRect)
  }

  /// Draws with the clip as it was when `saved` was taken.
  public mutating func restoreClip(_ saved: SavedClip) { clipRect = saved.rect }
}
