import ArgumentParser
import GaussianMixtures
import LabFiles

/// Numbers of components: ranges as `1...9`, `2..5`, `2:5` or `2-5`, single numbers, and lists of them.
struct ComponentNumbers: Equatable {
  /// In order, each once.
  let values: [Int]

  static let forms = "1...9, 2..5, 2:5, 2-5 or 2,3,5"

  init(_ values: some Sequence<Int>) { self.values = Set(values).sorted() }

  init(argument: String) throws {
    var values: Set<Int> = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let match = part.wholeMatch(of: /\s*(\d+)\s*(?:(?:\.\.\.?|:|-|–|…)\s*(\d+)\s*)?/) else {
        throw ValidationError("write \(Self.forms)")
      }
      // More digits than a number holds are too many components as well.
      let first = Int(match.1) ?? .max
      let last = match.2.map { Int($0) ?? .max } ?? first
      guard first >= 1 else { throw ValidationError("begin with 1 component or more") }
      guard first <= last else { throw ValidationError("write the smaller number first, as in \(last)...\(first)") }
      guard last <= Limits.components else { throw ValidationError("\(Limits.components) components are the most") }
      values.formUnion(first...last)
    }
    self.init(values)
  }

  /// The one number that an argument is.
  static func single(_ argument: String) throws -> Int {
    if let number = Int(argument), (1...Limits.components).contains(number) { return number }
    if let several = try? ComponentNumbers(argument: argument), several.values.count > 1 {
      throw ValidationError("give one number of components here; 'mixture-lab select' tries several")
    }
    throw ValidationError("give a number from 1 to \(Limits.components)")
  }

  /// As a range where they are one.
  var text: String {
    guard let first = values.first, let last = values.last else { return "" }
    return values.count > 1 && last - first == values.count - 1
      ? "\(first)...\(last)" : values.map(String.init).joined(separator: ",")
  }
}

/// Covariance families: `all`, or names separated by commas; each once, however often it is named.
struct Families: ExpressibleByArgument {
  let types: [CovarianceFamily]

  static let all = Families(types: CovarianceFamily.allCases)

  private init(types: [CovarianceFamily]) { self.types = types }

  init?(argument: String) {
    let names = argument.split(separator: ",").flatMap { $0 == "all" ? Self.allNames : [String($0)] }
    let types = names.compactMap(CovarianceFamily.init)
    if types.isEmpty || types.count < names.count { return nil }
    var seen: Set<CovarianceFamily> = []
    self.types = types.filter { seen.insert($0).inserted }
  }

  private static var allNames: [String] { CovarianceFamily.allCases.map(\.rawValue) }
  static var allValueStrings: [String] { ["all"] + allNames }

  var defaultValueDescription: String {
    types == CovarianceFamily.allCases ? "all" : types.map(\.rawValue).joined(separator: ",")
  }
}
