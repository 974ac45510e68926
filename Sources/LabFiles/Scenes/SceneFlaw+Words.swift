import GaussianMixtures
import LabCore

extension SceneFlaw.Rule {
  /// What is wrong, as a clause after the field's name.
  var clause: String {
    switch self {
    case .within(let range): "is not within \(Self.number(range.lowerBound)) to \(Self.number(range.upperBound))"
    case .finite: "has a value that is no usable number"
    case .count(let count): "does not have \(count) entries"
    case .distinct: "has an entry twice, or not in order"
    case .mixture(let error), .options(let error): "is not usable: \(Self.cause(error))"
    case .shape(let dimensions):
      "is no mixture of 1 to \(LabState.componentCounts.upperBound) components in \(dimensions) dimensions"
    case .consistent: "does not fit to the rest"
    }
  }

  private static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

  private static func cause(_ error: MixtureError) -> String {
    let sentence = error.description(naming: ComponentName.letter)
    let clause = sentence.split(separator: ";", maxSplits: 1).first.map(String.init) ?? sentence
    return clause.hasSuffix(".") ? String(clause.dropLast()) : clause
  }
}
