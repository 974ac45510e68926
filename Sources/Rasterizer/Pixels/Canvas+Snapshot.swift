/// A copy of a part of a canvas, to be put back where it came from.
public struct CanvasSnapshot: Sendable {
  var area = PixelRect(left: 0, top: 0, right: 0, bottom: 0)
  var pixels: [UInt32] = []

  /// Nothing kept yet.
  public init() {}
}

extension Canvas {
  /// Copies the pixels of the clip. A snapshot of the same size as before is overwritten in place.
  public func copyClip(to snapshot: inout CanvasSnapshot) {
    let area = clipRect
    snapshot.area = area
    let count = area.width * area.height
    if snapshot.pixels.count != count { snapshot.pixels = [UInt32](repeating: 0, count: count) }
    snapshot.pixels.withUnsafeMutableBufferPointer { target in
      withPixelsToRead { source, stride in
        guard let target = target.baseAddress else { return }
        for row in 0..<area.height {
          (target + row * area.width).update(from: source + (area.top + row) * stride + area.left, count: area.width)
        }
      }
    }
  }

  /// Puts a copy back, as far as it lies inside the clip, over whatever is there now.
  public mutating func restore(_ snapshot: CanvasSnapshot) { restore(snapshot, in: clipRect) }

  /// The same, of a part of it.
  package mutating func restore(_ snapshot: CanvasSnapshot, in part: PixelRect) {
    let area = clipRect.intersection(snapshot.area).intersection(part)
    guard !area.isEmpty else { return }
    let from = snapshot.area
    withPixels(in: area) { pixels, stride in
      snapshot.pixels.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress else { return }
        for row in area.top..<area.bottom {
          (pixels + row * stride + area.left)
            .update(from: source + (row - from.top) * from.width + area.left - from.left, count: area.width)
        }
      }
    }
  }
}
