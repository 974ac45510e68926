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
struct Families: ExpressibleByArgument {
  let types: [CovarianceFamily]

  static let all = Families(types: CovarianceFamily.allCases)

  private init(types: [CovarianceFamily]) { self.types = types }

  init?(argument: String) {
    let names = argument == "all" ? Self.allNames : argument.split(separator: ",").map(String.init)
    types = names.compactMap(CovarianceFamily.init)
    if types.isEmpty || types.count < names.count { return nil }
  }

  private static var allNames: [String] { CovarianceFamily.allCases.map(\.rawValue) }
  static var allValueStrings: [String] { ["all"] + allNames }
}

extension ComponentRange {
  var defaultValueDescription: String { "\(range.lowerBound)...\(range.upperBound)" }
}

extension Families {
  var defaultValueDescription: String {
    types == CovarianceFamily.allCases ? "all" : types.map(\.rawValue).joined(separator: ",")
  }
}
