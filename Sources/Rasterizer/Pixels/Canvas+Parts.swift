import Dispatch

/// A part of a canvas, and what is drawn there and nowhere else.
package struct CanvasPart {
  let area: Rect
  let draw: (inout Canvas) -> Void

  /// - Parameters:
  ///   - area: its edges are rounded to the nearest pixel edges.
  ///   - draw: called with a canvas whose clip is the area; another thread may do so.
  package init(_ area: Rect, draw: @escaping (inout Canvas) -> Void) {
    self.area = area
    self.draw = draw
  }
}

extension Canvas {
  /// Draws parts that share no pixel, all processors at once. The picture is the same as if each were drawn after the
  /// other, which is what happens where parts overlap.
  ///
  /// - Parameters:
  ///   - parts: the ones with most to draw, shared by the processors; a single one may have them share its work.
  ///   - others: drawn meanwhile by one thread, in turn.
  ///   - inTurn: by this thread, one part after the other.
  package mutating func drawParts(_ parts: [CanvasPart], beside others: [CanvasPart] = [], inTurn: Bool = false) {
    let all = parts + others
    let outer = clipRect
    let areas = all.map { outer.rounded(to: $0.area) }
    if inTurn || Bands.threads < 2 || all.count < 2 || !areApart(areas) {
      for part in all {
        clipRect = outer.rounded(to: part.area)
        part.draw(&self)
      }
      clipRect = outer
      return
    }
    let known = shared
    let (width, height) = (width, height)
    var time = clock.take()
    bitmap.pixels.withUnsafeMutableBufferPointer { own in
      guard let pixels = known?.pixels ?? own.baseAddress else { return }
      let canvas = Canvas(sharing: SharedPixels(pixels: pixels, width: width, height: height))
      guard time != nil else {
        Canvas.draw(all, areas, canvas, count: parts.count)
        return
      }
      time?.withShared { clock in
        var canvas = canvas
        canvas.clock = clock
        return Canvas.draw(all, areas, canvas, count: parts.count)
      }
    }
    clock = time
  }

  /// Draws each part on a canvas like `canvas`, the first `count` of them beside the others, and returns the latest
  /// moment of their clocks.
  @discardableResult
  private static func draw(_ parts: [CanvasPart], _ areas: [PixelRect], _ canvas: Canvas, count: Int)
    -> TileClock.Moment
  {
    // Parts share nothing: neither pixels nor tiles, nor what they are drawn with.
    nonisolated(unsafe) let parts = parts
    var latest = [TileClock.Moment](repeating: 0, count: parts.count)
    latest.withUnsafeMutableBufferPointer { latest in
      nonisolated(unsafe) let latest = latest
      @Sendable func draw(_ index: Int) {
        var own = canvas
        own.clipRect = areas[index]
        parts[index].draw(&own)
        latest[index] = own.clock?.current ?? 0
      }
      let beside = DispatchGroup()
      if count < parts.count {
        DispatchQueue.global(qos: .userInteractive).async(group: beside) {
          for index in count..<parts.count { draw(index) }
        }
      }
      if count == 1 { draw(0) } else { DispatchQueue.concurrentPerform(iterations: count) { draw($0) } }
      beside.wait()
    }
    return latest.max() ?? 0
  }

  private func areApart(_ areas: [PixelRect]) -> Bool {
    for (place, area) in areas.enumerated() {
      if let clock, !clock.hasEdges(around: area) { return false }
      if areas[..<place].contains(where: { !$0.intersection(area).isEmpty }) { return false }
    }
    return true
  }

  private init(sharing pixels: SharedPixels) {
    self.init(Bitmap(width: 0, height: 0))
    shared = pixels
  }
}

/// Pixels that several canvases draw on, each inside a clip of its own.
struct SharedPixels: @unchecked Sendable {
  let pixels: UnsafeMutablePointer<UInt32>
  let width, height: Int
}
