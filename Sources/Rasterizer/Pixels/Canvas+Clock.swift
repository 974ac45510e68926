/// What changed on a canvas, for callers that draw on one picture again and again.
extension Canvas {
  /// From now on notes when its parts are drawn into, in tiles that end at these rectangles; all of it counts as drawn
  /// just now. Nothing happens where it does so already.
  package mutating func keepTime(edges: [Rect]) {
    if let clock, clock.isOf(width: width, height: height, edges: edges) { return }
    clock = TileClock(width: width, height: height, edges: edges, after: clock?.pass() ?? 0)
  }

  /// An empty canvas in place of this one: what is drawn on it is later than what was drawn on this one.
  package func replaced(width: Int, height: Int) -> Canvas {
    var canvas = Canvas(width: width, height: height)
    canvas.clock = clock
    canvas.keepTime(edges: [])
    return canvas
  }

  /// A moment after everything drawn so far; nil where no time is kept.
  package mutating func moment() -> TileClock.Moment? { clock?.pass() }

  /// The parts of the clip drawn into since a moment: all of it where no time is kept, or where that is too long ago.
  package func changes(since moment: TileClock.Moment?) -> [PixelRect] {
    guard let clock, let moment else { return clipRect.isEmpty ? [] : [clipRect] }
    return clock.parts(of: clipRect, since: moment)
  }
}
