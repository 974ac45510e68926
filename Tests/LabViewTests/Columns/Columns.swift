import Foundation
import GaussianMixtures
import GoldenImages
import LabCore

/// Labs on data with more than two columns.
enum Columns {
  /// The four columns of iris, three components, petal length over sepal length.
  static func iris(shown: ColumnPair = ColumnPair(across: 0, up: 2)) -> LabState {
    var rows: [[Double]] = []
    let file = SourceTree.root.appendingPathComponent("assets/iris.csv")
    if let text = try? String(contentsOf: file, encoding: .utf8) {
      rows = text.split(whereSeparator: \.isNewline).dropFirst().map { line in
        line.split(separator: ",").prefix(4).compactMap { Double($0) }
      }
    }
    let names = ["sepal_length", "sepal_width", "petal_length", "petal_width"]
    return state(.shipped(.iris), names, names.indices.map { column in rows.map { $0[column] } }, shown: shown)
  }

  /// So many columns of 90 points in three groups.
  static func many(_ count: Int) -> LabState {
    var generator = SeededGenerator(seed: 5)
    let columns = (0..<count).map { column in
      (0..<90).map { row in Double((row % 3) * (column % 4)) * 2 + generator.gaussian() }
    }
    return state(.file("Wide"), (1...count).map { "measure \($0)" }, columns, shown: ColumnPair(across: 1, up: 2))
  }

  private static func state(
    _ name: DataName, _ names: [String], _ columns: [[Double]], shown: ColumnPair
  ) -> LabState {
    let source = DataSource(
      name: name, columnNames: names, columns: columns, choice: ColumnChoice(shown: shown, of: names.count),
      aspect: .independent, componentCount: 3)
    var state = LabState(source: source, componentCount: 3, seed: 4, startKind: .kMeansPlusPlus)
    state.performPendingWork()
    return state
  }
}
