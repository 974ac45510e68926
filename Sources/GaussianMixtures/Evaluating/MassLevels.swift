import Glibc

/// Highest density regions (Hyndman, "Computing and graphing highest density regions", The American Statistician 50,
/// 1996): the smallest region that holds a share of the mass is where the density exceeds a level.
extension PlanarMixture {
  /// For each mass m in 0 … 1 the density t with P(p(X) ≥ t) = m for X drawn from the mixture: the lines p = t enclose
  /// the share m of what the mixture would produce.
  ///
  /// The probability is taken over `samples` points per component that always lie the same: in units of the component's
  /// standard deviations a sunflower (Vogel, "A better way to construct the sunflower head", Mathematical Biosciences 44,
  /// 1979) stretched to the radii of a normal distribution. With several components the mass is right to about 1/`samples`;
  /// with one nothing is drawn, and the level is exactly (1 − m) × the peak.
  ///
  /// - Parameters:
  ///   - masses: shares of the whole, 0 … 1.
  ///   - samples: points per component.
  /// - Returns: a density for each of `masses`; none for a mixture that is empty.
  public func levels(holding masses: [Double], samples: Int = 256) -> [Double] {
    guard let first = components.first, samples > 0 else { return [] }
    if components.count == 1 { return masses.map { (1 - min(max($0, 0), 1)) * exp(first.logPeak) } }
    let disc = samples == Sunflower.usual.count ? Sunflower.usual : Sunflower.points(samples)
    var drawn: [(logDensity: Double, weight: Double)] = []
    drawn.reserveCapacity(components.count * samples)
    for component in components {
      let (xx, yx, yy) = component.factor
      let weight = component.weight / Double(samples)
      for (z, w) in disc {
        let (x, y) = (component.x + xx * z, component.y + yx * z + yy * w)
        // What a component this far below adds is lost in rounding.
        let p = density(x: x, y: y, logNegligible: component.logProduct(x, y) - 40)
        drawn.append((log(p), weight))
      }
    }
    drawn.sort { $0.logDensity > $1.logDensity }
    let total = drawn.reduce(0) { $0 + $1.weight }
    return masses.map { mass in
      var held = 0.0
      var before: (held: Double, logDensity: Double)?
      for entry in drawn {
        let middle = (held + entry.weight / 2) / total
        if middle >= mass {
          guard let before, middle > before.held else { return exp(entry.logDensity) }
          let share = (mass - before.held) / (middle - before.held)
          return exp(before.logDensity + share * (entry.logDensity - before.logDensity))
        }
        before = (middle, entry.logDensity)
        held += entry.weight
      }
      return exp(drawn[drawn.count - 1].logDensity)
    }
  }
}

/// Points spread like a standard normal distribution in the plane, without chance.
private enum Sunflower {
  static let usual = points(256)

  static func points(_ count: Int) -> [(Double, Double)] {
    let golden = Double.pi * (3 - 5.0.squareRoot())
    return (0..<count).map { i in
      let radius = (-2 * log(1 - (Double(i) + 0.5) / Double(count))).squareRoot()
      return (radius * cos(Double(i) * golden), radius * sin(Double(i) * golden))
    }
  }
}
