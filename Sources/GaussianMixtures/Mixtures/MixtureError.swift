/// Everything the engine refuses. Indices count from zero; `description` counts from one and says what to do.
public enum MixtureError: Error, Equatable, Sendable, Codable {
  // Data
  /// There are no points, or none that counts.
  case noPoints
  /// The points have no coordinates.
  case noDimensions
  /// A row is not as long as the first.
  case raggedRow(row: Int, expected: Int, found: Int)
  /// A column is not as long as the first.
  case raggedColumn(column: Int, expected: Int, found: Int)
  /// A value is NaN or infinite.
  case valueNotFinite(row: Int, column: Int)
  /// There are not as many sample weights as points.
  case sampleWeightCount(expected: Int, found: Int)
  /// A sample weight is negative, NaN or beyond 10¹⁵.
  case sampleWeightInvalid(row: Int)
  /// The values of a column cannot be squared: they are too large.
  case columnTooLarge(column: Int)
  /// The differences within a column cannot be squared: they are too small.
  case columnTooFine(column: Int)
  /// There are fewer points than components.
  case tooFewPoints(points: Int, components: Int)

  // Models
  /// A mixture without components.
  case noComponents
  /// There are not as many weights, means and covariances.
  case componentCounts(weights: Int, means: Int, covariances: Int)
  /// A mean has another dimension than the first.
  case meanLength(component: Int, expected: Int, found: Int)
  /// A coordinate of a mean is NaN or infinite.
  case meanNotFinite(component: Int, column: Int)
  /// A weight is outside 0…1.
  case weightInvalid(component: Int)
  /// The weights do not sum to 1; the value is their sum.
  case weightsSum(Double)
  /// A covariance is not D × D.
  case covarianceShape(component: Int, expected: Int, rows: Int, columns: Int)
  /// An entry of a covariance is NaN or infinite.
  case covarianceNotFinite(component: Int, row: Int, column: Int)
  /// A covariance has unequal entries on both sides of its diagonal.
  case covarianceNotSymmetric(component: Int, row: Int, column: Int)
  /// A covariance has no extent in some direction.
  case covarianceNotPositiveDefinite(component: Int)
  /// Model and data, or model and point, have different dimensions.
  case dimensionMismatch(model: Int, data: Int)
  /// Parameters and responsibilities are of different numbers of components.
  case componentMismatch(model: Int, expectation: Int)
  /// A model cannot be read; the text says why.
  case unreadableModel(String)

  // Comparing
  /// Two lists of labels are not of the same items.
  case labelCounts(first: Int, second: Int)

  // Runs
  /// An argument or option has a value that makes no sense.
  case optionOutOfRange(name: String, allowed: String)
  /// A point lies so far from all components that its log density leaves the range of a double.
  case pointOutOfReach(row: Int)
  /// A covariance collapsed, and the options allow no rescue.
  case collapsed(component: Int, iteration: Int)
  /// The shared covariance collapsed, and the options allow no rescue.
  case sharedCovarianceCollapsed(iteration: Int)
  /// The caller asked for an end.
  case cancelled
}

extension MixtureError: CustomStringConvertible {
  /// One sentence that says what is wrong and what to do; components are numbered from one.
  public var description: String { description { String($0 + 1) } }

  /// The same sentence, with components called as the caller calls them.
  ///
  /// - Parameters:
  ///   - name: the name of the component with an index from zero, such as "A".
  ///   - columnName: how the column with an index from zero is called in a sentence, such as "column 'length'".
  public func description(
    naming name: (Int) -> String, columns columnName: (Int) -> String = { "column \($0 + 1)" }
  ) -> String {
    switch self {
    case .noPoints: "There are no points; add at least one."
    case .noDimensions: "The points have no coordinates; choose at least one numeric column."
    case .raggedRow(let row, let expected, let found):
      "Row \(row + 1) has \(found) values where \(expected) are expected; give every row the same number."
    case .raggedColumn(let column, let expected, let found):
      "Column \(column + 1) has \(found) values where \(expected) are expected; give every column the same number."
    case .valueNotFinite(let row, let column):
      "Row \(row + 1), column \(column + 1) is not a finite number; correct or remove it."
    case .sampleWeightCount(let expected, let found):
      "There are \(found) sample weights for \(expected) points; give one per point."
    case .sampleWeightInvalid(let row):
      "The sample weight of row \(row + 1) is not between 0 and 1e15; correct it."
    case .columnTooLarge(let column):
      "The values of \(columnName(column)) lie beyond 1e150, or are so large that their squares cannot be summed; divide "
        + "the column by a constant."
    case .columnTooFine(let column):
      "The values of \(columnName(column)) differ by about 1e-152 or less; multiply the column by a constant."
    case .tooFewPoints(let points, let components):
      "\(components) components need at least as many points, and there are \(points); add points or lower K."
    case .noComponents: "A mixture needs at least one component; set K to 1 or more."
    case .componentCounts(let weights, let means, let covariances):
      "The model has \(weights) weights, \(means) means and \(covariances) covariances; give as many of each."
    case .meanLength(let component, let expected, let found):
      "The mean of component \(name(component)) has \(found) coordinates where \(expected) are expected; correct it."
    case .meanNotFinite(let component, let column):
      "Coordinate \(column + 1) of the mean of component \(name(component)) is not a finite number; correct it."
    case .weightInvalid(let component):
      "The weight of component \(name(component)) is not between 0 and 1; correct it."
    case .weightsSum(let sum): "The weights sum to \(sum); make them sum to 1."
    case .covarianceShape(let component, let expected, let rows, let columns):
      "The covariance of component \(name(component)) is \(rows) × \(columns); make it \(expected) × \(expected)."
    case .covarianceNotFinite(let component, let row, let column):
      "Entry (\(row + 1), \(column + 1)) of the covariance of component \(name(component)) is not a finite number; "
        + "correct it."
    case .covarianceNotSymmetric(let component, let row, let column):
      "The covariance of component \(name(component)) differs at (\(row + 1), \(column + 1)) and "
        + "(\(column + 1), \(row + 1)); make it symmetric."
    case .covarianceNotPositiveDefinite(let component):
      "The covariance of component \(name(component)) is not positive definite; widen it in every direction."
    case .dimensionMismatch(let model, let data):
      "The model has \(model) dimensions and the data have \(data); choose \(model) columns or another model."
    case .componentMismatch(let model, let expectation):
      "The model has \(model) components and the responsibilities are of \(expectation); choose a model of as many."
    case .unreadableModel(let reason): "The model cannot be read: \(reason)"
    case .labelCounts(let first, let second):
      "There are \(first) labels to compare with \(second); give one of each per item."
    case .optionOutOfRange(let name, let allowed): "The option \(name) is out of range; use \(allowed)."
    case .pointOutOfReach(let row):
      "Row \(row + 1) lies too far from every component for its density to be expressed; move a mean nearer or widen "
        + "a covariance."
    case .collapsed(let component, let iteration):
      "Component \(name(component)) collapsed in iteration \(iteration); \(Self.collapseAdvice)."
    case .sharedCovarianceCollapsed(let iteration):
      "The shared covariance collapsed in iteration \(iteration); \(Self.collapseAdvice)."
    case .cancelled: "The work was cancelled; start it again for a result."
    }
  }

  /// What to do where a covariance collapsed: only the policy `fail`, or no floor at all, lets it come to that.
  package static let collapseAdvice =
    "use another collapse policy than fail, with a floor above 0, or fewer components"
}
