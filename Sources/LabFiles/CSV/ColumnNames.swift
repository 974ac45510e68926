/// Names for a table's columns, never twice the same.
enum ColumnNames {
  /// The header's names; a column without one is "column 3", and one whose name stands before it "a (2)", where no other
  /// has that name. A table without a header has x, y, column 3, column 4 …
  static func names(header: [String]?, count: Int) -> [String] {
    guard let header else { return (0..<count).map(standard) }
    let written = (0..<count).map { $0 < header.count ? header[$0].forOneLine(atMost: longest) : "" }
    let taken = Set(written)
    var seen: Set<String> = []
    return written.enumerated().map { index, own in
      if !own.isEmpty, seen.insert(own).inserted { return own }
      let base = own.isEmpty ? "column \(index + 1)" : own
      var name = base
      var copy = 2
      while taken.contains(name) || !seen.insert(name).inserted {
        name = "\(base) (\(copy))"
        copy += 1
      }
      return name
    }
  }

  private static let longest = 200

  private static func standard(_ index: Int) -> String {
    switch index {
    case 0: "x"
    case 1: "y"
    default: "column \(index + 1)"
    }
  }

  /// Where the columns asked for are: each choice a name, or names separated by commas; `unknown` is the first name
  /// that is not there.
  static func indices(of choices: [String], in names: [String]) -> (indices: [Int], unknown: String?) {
    let lookup = ColumnLookup(names)
    var indices: [Int] = []
    for choice in choices {
      if let index = lookup.index(of: choice) {
        indices.append(index)
        continue
      }
      for part in choice.split(separator: ",", omittingEmptySubsequences: false) {
        guard let index = lookup.index(of: String(part)) else { return (indices, String(part).trimmed) }
        indices.append(index)
      }
    }
    return (indices, nil)
  }

  static func index(of name: String, in names: [String]) -> Int? { ColumnLookup(names).index(of: name) }
}

/// Finds columns by name: exactly, then without regard to spaces around it and case.
public struct ColumnLookup {
  private var exact: [String: Int] = [:]
  private var folded: [String: Int] = [:]

  public init(_ names: [String]) {
    for (index, name) in names.enumerated() {
      exact[name] = exact[name] ?? index
      folded[name.trimmed.lowercased()] = folded[name.trimmed.lowercased()] ?? index
    }
  }

  /// The index of the first column of that name; nil where there is none.
  public func index(of name: String) -> Int? { exact[name] ?? folded[name.trimmed.lowercased()] }
}

extension String {
  /// Without the spaces around it.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
