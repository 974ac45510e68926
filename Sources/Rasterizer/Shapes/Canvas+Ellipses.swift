import CRasterKernel
import Dispatch

/// An ellipse to be drawn in one go with others.
package struct InkedEllipse: Sendable, Hashable {
  let ellipse: Ellipse
  let style: StrokeStyle?
  let color: Color

  /// - Parameter style: of its outline; nil fills it.
  package init(_ ellipse: Ellipse, style: StrokeStyle? = nil, _ color: Color) {
    self.ellipse = ellipse
    self.style = style
    self.color = color
  }
}

extension Canvas {
  /// Draws ellipses one over the other: the same as each by itself, but all processors share the work.
  package mutating func draw(_ ellipses: [InkedEllipse]) {
    let clip = clipRect
    guard ellipses.count > 3 else { return paint(ellipses.compactMap { InkedShape($0, clip: clip) }) }
    var shapes = [InkedShape?](repeating: nil, count: ellipses.count)
    shapes.withUnsafeMutableBufferPointer { shapes in
      nonisolated(unsafe) let shapes = shapes
      DispatchQueue.concurrentPerform(iterations: ellipses.count) { index in
        shapes[index] = InkedShape(ellipses[index], clip: clip)
      }
    }
    paint(shapes.compactMap { $0 })
  }

  /// Paints shapes one over the other, bands of rows at a time.
  mutating func paint(_ shapes: [InkedShape]) {
    // What is painted of each row of each shape.
    var starts: [Int] = []
    var total = 0
    for shape in shapes {
      starts.append(total)
      total += shape.area.height
    }
    guard total >= InkedShape.rowsInOneGo else {
      for shape in shapes { paintInOneGo(shape) }
      return
    }
    let rows = PixelRect(around: shapes.map(\.area))
    // The same bands whatever the processor.
    let height = InkedShape.bandHeight
    let bands = (rows.height + height - 1) / height
    let room = InkedShape.room(shapes.reduce(0) { max($0, $1.area.width) })
    var painted = ContiguousArray(repeating: PaintedRow.nowhere, count: total)
    painted.withUnsafeMutableBufferPointer { painted in
      guard let base = painted.baseAddress else { return }
      withPixels(in: .nothing) { pixels, stride in
        // Bands write to rows of their own.
        let places = starts
        nonisolated(unsafe) let (pixels, base) = (pixels, base)
        DispatchQueue.concurrentPerform(iterations: bands) { band in
          withUnsafeTemporaryAllocation(of: Float.self, capacity: room) { changes in
            changes.initialize(repeating: 0)
            guard let changes = changes.baseAddress else { return }
            let (top, bottom) = (rows.top + band * height, min(rows.top + (band + 1) * height, rows.bottom))
            for (shape, start) in zip(shapes, places) where shape.area.top < bottom && shape.area.bottom > top {
              let own = max(top, shape.area.top) - shape.area.top..<min(bottom, shape.area.bottom) - shape.area.top
              shape.paint(own, on: pixels, stride: stride, changes: changes, painted: base + start)
            }
          }
        }
      }
      guard clock != nil else { return }
      for (shape, start) in zip(shapes, starts) {
        shape.touch(&clock, UnsafeBufferPointer(rebasing: painted[start..<start + shape.area.height]))
      }
    }
  }

  /// Paints one shape.
  mutating func paint(_ shape: InkedShape) {
    if shape.area.height < InkedShape.rowsInOneGo { paintInOneGo(shape) } else { paint([shape]) }
  }

  private mutating func paintInOneGo(_ shape: InkedShape) {
    let height = shape.area.height
    withUnsafeTemporaryAllocation(of: Float.self, capacity: InkedShape.room(shape.area.width)) { changes in
      withUnsafeTemporaryAllocation(of: PaintedRow.self, capacity: height) { painted in
        changes.initialize(repeating: 0)
        painted.initialize(repeating: .nowhere)
        guard let changes = changes.baseAddress, let base = painted.baseAddress else { return }
        withPixels(in: .nothing) { pixels, stride in
          shape.paint(0..<height, on: pixels, stride: stride, changes: changes, painted: base)
        }
        shape.touch(&clock, UnsafeBufferPointer(painted))
      }
    }
  }
}
