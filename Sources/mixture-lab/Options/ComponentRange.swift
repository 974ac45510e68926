import ArgumentParser
import GaussianMixtures

/// A range of numbers of components: `1...9`, `1-9` or a single number.
struct ComponentRange: ExpressibleByArgument {
  let range: ClosedRange<Int>

  init(_ range: ClosedRange<Int>) { self.range = range }

  init?(argument: String) {
    guard let match = argument.wholeMatch(of: /(\d+)(?:(?:\.\.\.|-)(\d+))?/), let first = Int(match.1),
      let last = match.2.map({ Int($0) }) ?? first, first >= 1, first <= last
    else { return nil }
    range = first...last
  }
}

/// Covariance families: `all`, or names separated by commas.
struct CovarianceTypes: ExpressibleByArgument {
  let types: [CovarianceType]

  static let all = CovarianceTypes(types: CovarianceType.allCases)

  private init(types: [CovarianceType]) { self.types = types }

  init?(argument: String) {
    let names = argument == "all" ? Self.allNames : argument.split(separator: ",").map(String.init)
    types = names.compactMap(CovarianceType.init)
    if types.isEmpty || types.count < names.count { return nil }
  }

  private static var allNames: [String] { CovarianceType.allCases.map(\.rawValue) }
  static var allValueStrings: [String] { ["all"] + allNames }
}

extension ComponentRange {
  var defaultValueDescription: String { "\(range.lowerBound)...\(range.upperBound)" }
}

extension CovarianceTypes {
  var defaultValueDescription: String {
    types == CovarianceType.allCases ? "all" : types.map(\.rawValue).joined(separator: ",")
  }
}
