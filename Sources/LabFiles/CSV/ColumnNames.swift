/// Names for a table's columns, never twice the same.
enum ColumnNames {
  /// The header's names; a column without one is "column 3", so that it cannot take another's name. A table without a
  /// header has x, y, column 3, column 4 …
  static func names(header: [String]?, count: Int) -> [String] {
    var seen: Set<String> = []
    return (0..<count).map { index in
      let written = header.map { index < $0.count ? $0[index].forOneLine(atMost: longest) : "" }
      let base = written.map { $0.isEmpty ? "column \(index + 1)" : $0 } ?? standard(index)
      var name = base
      var copy = 2
      while !seen.insert(name).inserted {
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
