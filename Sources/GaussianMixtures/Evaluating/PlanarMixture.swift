import Glibc

/// A mixture over a plane of two of its dimensions, in the coordinates of a picture: each axis with a scale and an offset
/// of its own. What other dimensions it has are integrated out, exactly: the marginal of a normal distribution has the
/// rows and columns of its mean and covariance that remain.
///
/// Densities are per unit of area of the picture. Components of weight 0, and those too flat for a double, have none.
public struct PlanarMixture: Sendable {
  /// One component with everything that evaluating it takes.
  struct Component: Sendable {
    /// k, its index in the mixture.
    let index: Int
    let weight: Double
    let x, y: Double
    /// The covariance's lower Cholesky factor [[xx, 0], [yx, yy]].
    let factor: (xx: Double, yx: Double, yy: Double)
    /// The inverse covariance [[a, b], [b, c]].
    let a, b, c: Double
    /// log πₖ − log 2π − ½ log |Σₖ|.
    let logPeak: Double

    /// log πₖ N(x | μₖ, Σₖ).
    @inline(__always)
    func logProduct(_ px: Double, _ py: Double) -> Double {
      let (dx, dy) = (px - x, py - y)
      return logPeak - 0.5 * (a * dx * dx + 2 * b * dx * dy + c * dy * dy)
    }
  }

  /// Those that have a density.
  let components: [Component]

  /// A mixture as a picture sees it.
  ///
  /// - Parameters:
  ///   - mixture: of at least two dimensions.
  ///   - dimensions: the two dimensions that the picture shows, across and down.
  ///   - scale: a length of 1 in each of them is so long in the picture; negative where an axis is turned round.
  ///   - offset: where the picture has their zero.
  public init(
    _ mixture: GaussianMixture, dimensions: (Int, Int) = (0, 1), scale: (x: Double, y: Double) = (1, 1),
    offset: (x: Double, y: Double) = (0, 0)
  ) {
    let (i, j) = dimensions
    components = mixture.covariances.indices.compactMap { k in
      let covariance = mixture.covariances[k]
      guard mixture.weights.indices.contains(k), mixture.means.indices.contains(k), mixture.weights[k] > 0,
        min(i, j) >= 0, max(i, j) < min(covariance.rows, covariance.columns, mixture.means[k].count)
      else { return nil }
      let xx = (covariance[i, i] * scale.x * scale.x).squareRoot()
      let yx = covariance[i, j] * scale.x * scale.y / xx
      let yy = (covariance[j, j] * scale.y * scale.y - yx * yx).squareRoot()
      let (x, y) = (mixture.means[k][i] * scale.x + offset.x, mixture.means[k][j] * scale.y + offset.y)
      // Σ⁻¹ = L⁻ᵀ L⁻¹ with L⁻¹ = [[1/xx, 0], [−yx/(xx yy), 1/yy]].
      let (p, q, r) = (1 / xx, -yx / (xx * yy), 1 / yy)
      let logPeak = log(mixture.weights[k]) - log(2 * .pi) - log(xx) - log(yy)
      let (a, b, c) = (p * p + q * q, q * r, r * r)
      guard a.isFinite, b.isFinite, c.isFinite, a > 0, c > 0, x.isFinite, y.isFinite, logPeak.isFinite else {
        return nil
      }
      return Component(
        index: k, weight: mixture.weights[k], x: x, y: y, factor: (xx, yx, yy), a: a, b: b, c: c, logPeak: logPeak)
    }
  }

  /// Whether there is nothing to evaluate.
  public var isEmpty: Bool { components.isEmpty }

  /// Σₖ πₖ N((x, y) | μₖ, Σₖ).
  ///
  /// - Parameters:
  ///   - x: the place along the first axis, in the units of the data.
  ///   - y: the place along the second axis, likewise.
  ///   - negligible: a component's own density below which it may be left out; 0 leaves out nothing.
  public func density(x: Double, y: Double, negligible: Double = 0) -> Double {
    density(x: x, y: y, logNegligible: log(negligible))
  }

  /// The same where the logarithm of what is negligible is known.
  package func density(x: Double, y: Double, logNegligible least: Double) -> Double {
    var sum = 0.0
    for component in components {
      let product = component.logProduct(x, y)
      if product > least { sum += exp(product) }
    }
    return sum
  }

  /// The densities at `count` places of a row of the picture, the first at (`x`, `y`) and each `step` to the right of the
  /// one before.
  ///
  /// Along a row a component's density gᵢ obeys gᵢ₊₁ = gᵢ ρᵢ, ρᵢ₊₁ = ρᵢ e^(−a step²): two products in place of an
  /// exponential. Both ways start from where on the row it is largest, so that rounding stays relative to what is left.
  ///
  /// - Parameters:
  ///   - y: the row.
  ///   - x: its first place.
  ///   - step: between places, > 0.
  ///   - negligible: a component's own density below which it may be left out; 0 leaves out only what underflows.
  ///   - densities: where they are written, one for each place.
  public func densities(
    y: Double, x: Double, step: Double, negligible: Double = 0, into densities: UnsafeMutableBufferPointer<Double>
  ) {
    densities.update(repeating: 0)
    guard let first = densities.baseAddress, step > 0 else { return }
    let least = max(negligible, .leastNormalMagnitude)
    for component in components {
      let dy = y - component.y
      let middle = (component.x - component.b / component.a * dy - x) / step
      guard middle.isFinite else { continue }
      let start = Int(min(max(middle.rounded(), 0), Double(densities.count - 1)))
      let px = x + Double(start) * step
      let largest = exp(component.logProduct(px, y))
      guard largest >= least else { continue }
      let slope = component.a * (px - component.x) + component.b * dy
      let bend = exp(-component.a * step * step)
      let half = 0.5 * component.a * step * step
      var (value, ratio, place) = (largest, exp(-slope * step - half), start)
      while place < densities.count, value >= least {
        first[place] += value
        value *= ratio
        ratio *= bend
        place &+= 1
      }
      (value, ratio, place) = (largest * exp(slope * step - half), exp(slope * step - half) * bend, start - 1)
      while place >= 0, value >= least {
        first[place] += value
        value *= ratio
        ratio *= bend
        place &-= 1
      }
    }
  }

  /// Where and how far its components reach: the smallest upright rectangle around each one's ellipse of `sigmas`
  /// standard deviations, and how far one of them reaches across its narrow side.
  public func extents(sigmas: Double) -> [PlanarExtent] {
    components.map { component in
      let (xx, yx, yy) = component.factor
      let axes = PrincipalAxes(xx * xx, xx * yx, yx * yx + yy * yy)
      return PlanarExtent(
        x: component.x, y: component.y, halfWidth: sigmas * xx,
        halfHeight: sigmas * (yx * yx + yy * yy).squareRoot(), narrowSide: axes.short)
    }
  }
}

/// How far a component reaches over a plane.
public struct PlanarExtent: Sendable, Equatable {
  /// Its mean.
  public let x, y: Double
  /// Half the size of the upright rectangle around its ellipse.
  public let halfWidth, halfHeight: Double
  /// One standard deviation along its short axis.
  public let narrowSide: Double
}
