/// Who wins where: the component with the largest πₖ N(x | μₖ, Σₖ), which is the one with the largest responsibility.
extension PlanarMixture {
  /// A stretch of a row, and the component k that wins there.
  public struct Stretch: Sendable, Equatable {
    /// k, its index in the mixture.
    public let owner: Int
    /// From and to where it wins.
    public let from, to: Double
  }

  /// The winner at a place: its index in the mixture, the first of equals; nil for a mixture that is empty.
  public func owner(x: Double, y: Double) -> Int? {
    var best: (index: Int, value: Double)?
    for component in components {
      let value = component.logProduct(x, y)
      if best.map({ value > $0.value }) ?? true { best = (component.index, value) }
    }
    return best?.index
  }

  /// log πₖ N((x, y) | μₖ, Σₖ); −∞ for a component that has no density.
  public func logProduct(of index: Int, x: Double, y: Double) -> Double {
    components.first { $0.index == index }?.logProduct(x, y) ?? -.infinity
  }

  /// The winners along a row of the picture, from left to right without gaps.
  ///
  /// Along a row every log πₖ N is a parabola in x; the winners are their upper envelope. One parabola passes another
  /// upwards at one place at most, so the next winner is the one that passes the present one first. Exact to rounding.
  ///
  /// - Parameters:
  ///   - y: the row.
  ///   - left: where it begins.
  ///   - right: where it ends.
  public func owners(y: Double, from left: Double, to right: Double) -> [Stretch] {
    var stretches: [Stretch] = []
    forEachOwner(y: y, from: left, to: right) { stretches.append(Stretch(owner: $0, from: $1, to: $2)) }
    return stretches
  }

  /// The same, handed over one by one: owner, from, to.
  public func forEachOwner(y: Double, from left: Double, to right: Double, _ body: (Int, Double, Double) -> Void) {
    guard !components.isEmpty, right > left else { return }
    withUnsafeTemporaryAllocation(of: Parabola.self, capacity: components.count) { parabolas in
      for (place, component) in components.enumerated() {
        parabolas.initializeElement(at: place, to: Parabola(component, y: y, from: left))
      }
      var present = 0
      for place in parabolas.indices.dropFirst() where parabolas[place].isAbove(parabolas[present]) { present = place }
      var reached = 0.0
      let width = right - left
      // An envelope of K parabolas has at most 2K − 1 pieces.
      for _ in 0..<2 * components.count {
        var next: (place: Int, at: Double)?
        for place in parabolas.indices where place != present {
          guard let at = parabolas[place].passes(parabolas[present]), at > reached, at < next?.at ?? width else {
            continue
          }
          next = (place, at)
        }
        let end = next?.at ?? width
        body(components[present].index, left + reached, left + end)
        guard let next else { return }
        present = next.place
        reached = next.at
      }
      if reached < width { body(components[present].index, left + reached, right) }
    }
  }

  /// log πₖ N along a row as α u² + β u + γ, u from the row's beginning.
  private struct Parabola {
    let alpha, beta, gamma: Double

    init(_ component: Component, y: Double, from left: Double) {
      let dx = left - component.x
      let dy = y - component.y
      alpha = -0.5 * component.a
      beta = -component.a * dx - component.b * dy
      gamma =
        component.logPeak - 0.5 * (component.a * dx * dx + 2 * component.b * dx * dy + component.c * dy * dy)
    }

    /// At the beginning of the row, or from there on where both begin alike.
    func isAbove(_ other: Parabola) -> Bool {
      (gamma, beta, alpha) > (other.gamma, other.beta, other.alpha)
    }

    /// Where this one passes another upwards; nil where it never does.
    @inline(__always)
    func passes(_ other: Parabola) -> Double? {
      let (a, b, c) = (alpha - other.alpha, beta - other.beta, gamma - other.gamma)
      let discriminant = b * b - 4 * a * c
      guard discriminant > 0 else { return nil }
      // Of the two roots the one with the positive slope +√d, without cancellation.
      let root = discriminant.squareRoot()
      return b > 0 ? -2 * c / (b + root) : a == 0 ? nil : (root - b) / (2 * a)
    }
  }
}
