import GaussianMixtures
import Rasterizer

/// A picture of a mixture and its points: every point in the color of the components that own it, every component as a
/// mean and the ellipses of its covariance.
///
/// ```swift
/// var picture = try MixturePicture(of: fit.model, points: points)
/// picture.sigmas = [1, 2, 3]
/// try picture.writePNG(to: "fit.png")
/// ```
public struct MixturePicture: Sendable {
  /// The mixture drawn: the marginal in the two dimensions shown.
  public let model: GaussianMixture
  /// The colors of the points, by the whole mixture's responsibilities.
  public private(set) var pointColors: [Color]

  /// The width in pixels; both sides are kept within what a `Bitmap` holds.
  public var width = 800
  /// The height in pixels.
  public var height = 600
  /// How many standard deviations each component's ellipses reach: 1, 2 and 3 hold 39, 86 and 99 percent of its points.
  /// Numbers that are not above 0 draw nothing.
  public var sigmas: [Double] = [2]
  /// The colors of the components, in their order; they repeat where there are more components.
  public var colors: [Color] = ComponentColors.standard {
    didSet { if colors != oldValue { pointColors = mixedColors() } }
  }
  /// The color behind everything.
  public var background = Color(0xFFFFFF)
  /// Pixels.
  public var pointRadius = 3.0
  /// Pixels: the width of the ellipses' lines.
  public var lineWidth = 2.0
  /// Whether one unit is as long across as up. Otherwise both dimensions fill the picture.
  public var hasEqualUnits = false

  private let x: [Double]
  private let y: [Double]
  private let responsibilities: Responsibilities

  /// - Parameters:
  ///   - model: a mixture in two or more dimensions.
  ///   - points: rows of as many coordinates as the model has; none draws the mixture alone.
  ///   - dimensions: the two to show, counted from 0: across and up.
  /// - Throws: what the model or the points are refused for (`GaussianMixture.validate()`, `Dataset.init(rows:)`), and
  ///   `.optionOutOfRange` where the model has no such dimensions.
  public init(
    of model: GaussianMixture, points: [[Double]] = [], dimensions: (Int, Int) = (0, 1)
  ) throws(MixtureError) {
    try self.init(of: model, data: Dataset(rows: points), dimensions: dimensions)
  }

  /// The same for points stored by column. Throws the same.
  public init(
    of model: GaussianMixture, data: Dataset, dimensions: (Int, Int) = (0, 1)
  ) throws(MixtureError) {
    let all = 0..<model.dimensions
    guard all.contains(dimensions.0), all.contains(dimensions.1), dimensions.0 != dimensions.1 else {
      throw .optionOutOfRange(name: "dimensions", allowed: "two of the model's; a picture needs as many")
    }
    responsibilities = try model.responsibilities(of: data)
    self.model = model.marginal(dimensions.0, dimensions.1)
    x = data.count > 0 ? data.columns[dimensions.0] : []
    y = data.count > 0 ? data.columns[dimensions.1] : []
    pointColors = []
    pointColors = mixedColors()
  }

  /// The picture, drawn.
  public var bitmap: Bitmap {
    var canvas = Canvas(width: width, height: height, fill: background)
    draw(in: canvas.clip, on: &canvas)
    return canvas.bitmap
  }

  /// Draws points and components into a part of a canvas; the background is left as it is, width and height do not
  /// matter.
  public func draw(in rect: Rect, on canvas: inout Canvas) {
    let frame = frame(in: rect)
    canvas.clip(to: rect) { canvas in
      for k in 0..<model.componentCount {
        for ellipse in ellipses(of: k, frame) { canvas.fill(ellipse, color(of: k).opacity(0.1)) }
      }
      canvas.draw(frame.batch(x: x, y: y, colors: pointColors, radius: pointRadius, rim: background))
      for k in 0..<model.componentCount {
        for ellipse in ellipses(of: k, frame) {
          canvas.stroke(ellipse, style: StrokeStyle(width: lineWidth), color(of: k))
        }
      }
      for k in 0..<model.componentCount {
        let center = frame.pixel(model.means[k][0], model.means[k][1])
        canvas.fill(discAt: center, radius: 3 * lineWidth, background)
        canvas.fill(discAt: center, radius: 2 * lineWidth, color(of: k))
      }
    }
  }

  private func color(of k: Int) -> Color { ComponentColors.color(of: k, in: colors) }

  private func mixedColors() -> [Color] {
    let palette = (0..<model.componentCount).map(color)
    return (0..<responsibilities.count).map { Color.mix(palette, weights: responsibilities.row($0)) }
  }

  private func ellipses(of k: Int, _ frame: PlotFrame) -> [Ellipse] {
    guard let axes = model.covariances[k].principalAxes(scales: (frame.scaleX, frame.scaleY)) else { return [] }
    return sigmas.map { sigmas in
      Ellipse(
        center: frame.pixel(model.means[k][0], model.means[k][1]), semiMajor: sigmas * axes.long,
        semiMinor: sigmas * axes.short, angle: axes.angle)
    }
  }

  /// Shows all points and all ellipses.
  private func frame(in rect: Rect) -> PlotFrame {
    let reach = max(sigmas.filter(\.isFinite).max() ?? 0, 0)
    func range(_ values: [Double], _ i: Int) -> ClosedRange<Double> {
      let sides = (0..<model.componentCount).flatMap { k in
        [-1, 1].map { model.means[k][i] + $0 * reach * model.covariances[k][i, i].squareRoot() }
      }
      let low = min(values.min() ?? .infinity, sides.min() ?? 0)
      let high = max(values.max() ?? -.infinity, sides.max() ?? 0)
      return low...max(low, high)
    }
    return PlotFrame(
      x: range(x, 0), y: range(y, 1), in: rect, margin: max(2 * pointRadius, 4 * lineWidth, 0),
      hasEqualUnits: hasEqualUnits)
  }
}

extension GaussianMixture {
  /// The distribution of two of the coordinates.
  fileprivate func marginal(_ i: Int, _ j: Int) -> GaussianMixture {
    GaussianMixture(
      weights: weights, means: means.map { [$0[i], $0[j]] },
      covariances: covariances.map { CovarianceMatrix([[$0[i, i], $0[i, j]], [$0[j, i], $0[j, j]]]) },
      family: family)
  }
}
