import GaussianMixtures
import LabCore
import Rasterizer

/// The borders between the cells of k-means: where two means are nearest, and equally near. Straight, since distances
/// are Euclidean in the data's own units, whatever their scale on the screen. Where the model has more columns than are
/// shown, whose cell a place is in depends on the others: there are none.
enum CellBorders {
  struct Segment: Equatable {
    let from, to: Point
  }

  /// The borders that the points' colors show: those of the latest assignment, on their way while a glide leads to it.
  static func segments(_ state: LabState, _ layout: Layout) -> [Segment] {
    let points = state.document.points
    guard state.document.algorithm == .kMeans, state.document.hasModel, points.dimensions == 2,
      let owners = state.document.runs.shown.owners
    else { return [] }
    var model = owners.model
    if let glide = state.glide, let before = glide.from.owners, before.identities == owners.identities {
      model = before.model.interpolated(to: owners.model, glide.progress(at: state.now))
    }
    return borders(points.seen(model).means, in: layout.transform.dataRect(layout.canvas)).map { from, to in
      Segment(from: layout.transform.pixel(from), to: layout.transform.pixel(to))
    }
  }

  /// The borders between the cells of means in the plane, within a rectangle. Every border is part of the line that
  /// stands upright in the middle between two means; each other mean, and each edge, cuts off the part nearer to it.
  static func borders(_ means: [[Double]], in bounds: DataRect) -> [(DataPoint, DataPoint)] {
    var segments: [(DataPoint, DataPoint)] = []
    for i in means.indices {
      for j in means.indices.dropFirst(i + 1) {
        let (a, b) = (means[i], means[j])
        let direction = (x: a[1] - b[1], y: b[0] - a[0])
        guard direction.x != 0 || direction.y != 0 else { continue }
        let middle = (x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2)
        var reach = -Double.infinity...Double.infinity
        /// Keeps the places t along the line where slope · t ≤ limit; false once nothing is left.
        func keep(_ slope: Double, _ limit: Double) -> Bool {
          if slope == 0 { return limit >= 0 }
          let t = limit / slope
          let (low, high) =
            slope > 0 ? (reach.lowerBound, min(reach.upperBound, t)) : (max(reach.lowerBound, t), reach.upperBound)
          guard low < high else { return false }
          reach = low...high
          return true
        }
        var isKept =
          keep(direction.x, bounds.maxX - middle.x) && keep(-direction.x, middle.x - bounds.minX)
          && keep(direction.y, bounds.maxY - middle.y) && keep(-direction.y, middle.y - bounds.minY)
        for k in means.indices where isKept && k != i && k != j {
          // |p − a|² ≤ |p − c|² with p = middle + t · direction.
          let c = means[k]
          let toward = (x: c[0] - a[0], y: c[1] - a[1])
          let halfway = (x: (a[0] + c[0]) / 2, y: (a[1] + c[1]) / 2)
          isKept = keep(
            toward.x * direction.x + toward.y * direction.y,
            toward.x * (halfway.x - middle.x) + toward.y * (halfway.y - middle.y))
        }
        guard isKept, reach.lowerBound.isFinite, reach.upperBound.isFinite else { continue }
        func place(_ t: Double) -> DataPoint { DataPoint(middle.x + t * direction.x, middle.y + t * direction.y) }
        segments.append((place(reach.lowerBound), place(reach.upperBound)))
      }
    }
    return segments
  }
}

extension Painter {
  mutating func drawBorders(_ segments: [CellBorders.Segment]) {
    for segment in segments {
      canvas.stroke(from: segment.from, to: segment.to, width: metrics.ellipse2, theme.ink2)
    }
  }
}
