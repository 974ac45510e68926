import Dispatch
import Synchronization

/// A part of a canvas, and what is drawn there and nowhere else.
package struct CanvasPart {
  let area: Rect
  let draw: @Sendable (inout Canvas) -> Void

  /// - Parameters:
  ///   - area: its edges are rounded to the nearest pixel edges.
  ///   - draw: called with a canvas whose clip is the area; another thread may do so.
  package init(_ area: Rect, draw: @escaping @Sendable (inout Canvas) -> Void) {
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
    let latest = Mutex<TileClock.Moment>(0)
    let draw = { @Sendable (index: Int) in
      var own = canvas
      own.clipRect = areas[index]
      parts[index].draw(&own)
      let moment = own.clock?.current ?? 0
      latest.withLock { $0 = max($0, moment) }
    }
    let others = PartsInTurn(count..<parts.count, draw)
    if count < parts.count {
      DispatchQueue.global(qos: .userInteractive).async {
        while others.drawNext() { others.finished.signal() }
      }
    }
    if count == 1 { draw(0) } else { DispatchQueue.concurrentPerform(iterations: count, execute: draw) }
    // What the other thread has not begun yet is drawn here: it may be busy, or may not have come.
    var left = parts.count - count
    while others.drawNext() { left -= 1 }
    for _ in 0..<left { others.finished.wait() }
    others.forget()
    return latest.withLock { $0 }
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

/// Parts that two threads take one after the other, whoever is free.
private final class PartsInTurn: @unchecked Sendable {
  private let upcoming: Atomic<Int>
  private let end: Int
  /// Only who has a part to draw looks at it; nil once there is none.
  private var draw: (@Sendable (Int) -> Void)?
  /// Signalled for each part that the other thread has drawn.
  let finished = DispatchSemaphore(value: 0)

  init(_ parts: Range<Int>, _ draw: @escaping @Sendable (Int) -> Void) {
    upcoming = Atomic(parts.lowerBound)
    end = parts.upperBound
    self.draw = draw
  }

  /// False where all have been taken.
  func drawNext() -> Bool {
    let index = upcoming.wrappingAdd(1, ordering: .relaxed).oldValue
    guard index < end else { return false }
    draw?(index)
    return true
  }

  /// To be called when all parts are drawn: the other thread may come late, and must not hold what they were drawn of.
  func forget() { draw = nil }
}
