import GaussianMixtures
import Glibc
import Testing

@testable import LabCore

/// Data with more columns than two: the model has them all, the canvas two of them.
struct ColumnsTests {
  /// Whatever way a point came to its place, it lies where its values in the file's units say.
  @Test func scaledPointsLieWhereTheirTableSays() {
    var state = LabState.onColumns(EMOptions(maximumIterations: 30))
    state.perform(.columns(.setStandardized(true)))
    for index in 0..<20 {
      let place = DataPoint(0.1 * Double(index) + 0.03, 0.7 - 0.1 * Double(index))
      state.perform(.edit(.beginPainting(place, radius: DataSize(0.3, 0.3))), .edit(.endStroke))
    }
    state.perform(.select(.all), .select(.nudge(DataSize(0.1, 0.7))))
    let points = state.document.points
    let shown = points.choice?.shown
    #expect(shown.map { points.table?.column($0.across) } == points.x)
    #expect(shown.map { points.table?.column($0.up) } == points.y)
  }

  @Test func theModelIsFittedToAllColumns() throws {
    var state = LabState.onColumns()
    let data = try Dataset(columns: LabState.columns)
    let fit = try EM(data: data).fit(from: state.document.start)
    state.perform(.run(.runToConvergence))
    #expect(state.model == fit.model && state.steps.last?.value == fit.logLikelihood)
    #expect(state.document.points.dimensions == 4 && state.document.axisNames == ["a", "b"])
    #expect(state.document.points.seen(state.model) == state.model.marginal([0, 1]))
  }

  /// Another pair is another look at the same run: nothing is an edit, nothing is computed.
  @Test func aPairIsAWayOfLooking() {
    var state = LabState.onColumns()
    state.perform(.run(.stepIteration), .run(.stepIteration))
    let (run, revision) = (state.runs, state.document.points.revision)
    state.apply(.columns(.show(ColumnPair(across: 3, up: 1))))
    #expect(state.runs == run && state.document.points.revision == revision && !state.canUndo && !state.isComputing)
    #expect(state.document.points.x == LabState.columns[3] && state.document.points.y == LabState.columns[1])
    #expect(state.document.axisNames == ["d", "b"])
    #expect(state.document.points.seen(state.model) == state.model.marginal([3, 1]))
    #expect(state.document.points.allAreIn(state.viewport.bounds))
    // Undo leads to other points, not to another pair.
    state.click(2, 3)
    state.perform(.columns(.show(ColumnPair(across: 0, up: 2))), .edit(.undo))
    #expect(state.document.points.choice?.shown == ColumnPair(across: 0, up: 2))
    #expect(state.document.points.columns == LabState.columns && state.document.points.x == LabState.columns[0])
    for impossible in [ColumnPair(across: 1, up: 1), ColumnPair(across: 0, up: 4), ColumnPair(across: -1, up: 0)] {
      state.perform(.columns(.show(impossible)))
      #expect(state.document.points.choice?.shown == ColumnPair(across: 0, up: 2))
    }
  }

  @Test func aPaintedPointIsLikeItsNeighborInTheOtherColumns() throws {
    var state = LabState.onColumns()
    state.perform(.columns(.show(ColumnPair(across: 1, up: 2))))
    let neighbor = state.document.points[17]
    state.click(neighbor.x, neighbor.y + 1e-9)
    let row = state.document.points.row(150)
    #expect(row[1] == neighbor.x && row[2] == neighbor.y + 1e-9)
    #expect(row[0] == LabState.columns[0][17] && row[3] == LabState.columns[3][17])
    #expect(state.steps.last?.value?.isFinite == true)
    // A copy is one in every column; what is moved moves in two.
    state.perform(.select(.choose(4, .replace)), .select(.duplicate(DataSize(0.5, 0.25))))
    let copy = state.document.points.row(151)
    #expect(
      copy == [
        LabState.columns[0][4], LabState.columns[1][4] + 0.5, LabState.columns[2][4] + 0.25, LabState.columns[3][4],
      ])
    state.perform(.select(.delete), .select(.choose(0, .replace)), .select(.delete))
    #expect(state.document.points.row(0) == LabState.columns.map { $0[1] } && state.document.points.count == 150)
  }

  /// What is dragged on the canvas changes the two columns on show; correlations with the others are carried along.
  @Test func meansAndShapesChangeInTheColumnsShown() throws {
    var state = LabState.onColumns()
    state.perform(.run(.runToConvergence), .columns(.show(ColumnPair(across: 3, up: 1))))
    let before = state.model
    state.perform(.start(.moveMean(1, to: DataPoint(7, -2))))
    #expect(state.model.means[1] == [before.means[1][0], -2, before.means[1][2], 7])
    let shape = DataCovariance(xx: 2, xy: 0.5, yy: 1)
    state.perform(.start(.setCovariance(1, shape)))
    #expect(state.model.marginal([3, 1]).covariances[1] == shape.matrix)
    #expect(state.model.covariances[1][0, 0] == before.covariances[1][0, 0])
    try state.model.validate()
    state.perform(.start(.addMean(DataPoint(1, 1))))
    let added = try #require(state.model.means.last)
    #expect(added.count == 4 && added[3] == 1 && added[1] == 1)
    state.perform(.edit(.undo), .edit(.undo), .edit(.undo))
    #expect(state.model == before)
  }

  @Test func theModelCanHaveFewerColumns() throws {
    var state = LabState.onColumns()
    state.perform(.run(.runToConvergence))
    let (run, points) = (state.runs.current, state.document.points)
    state.perform(.columns(.toggle(0)))
    #expect(state.document.points.choice?.fitted == [1, 2, 3] && state.model.dimensions == 3)
    #expect(state.document.points.choice?.shown == ColumnPair(across: 2, up: 1), "the other axis stays")
    #expect(state.steps.count == 1 && state.runs.earlier.isEmpty)
    state.perform(.run(.runToConvergence))
    let data = try Dataset(columns: Array(LabState.columns[1...]))
    #expect(try state.steps.last?.value == EM(data: data).fit(from: state.document.start).logLikelihood)
    state.perform(.columns(.toggle(3)))
    #expect(state.document.points.dimensions == 2)
    let two = state.document.points
    state.perform(.columns(.toggle(1)))
    #expect(state.announcement?.notice == .lastColumns && state.document.points == two)
    state.perform(.columns(.toggle(3)), .columns(.toggle(0)))
    #expect(state.document.points.columns == LabState.columns)
    for _ in 0..<4 { state.perform(.edit(.undo)) }
    #expect(state.runs.current == run && state.document.points.columns == points.columns)
  }

  /// EM with full covariances does not care for units: scaled it takes the same way, by densities in other units.
  @Test func scalingIsAnotherUnit() throws {
    var plain = LabState.onColumns()
    var scaled = plain
    scaled.perform(.columns(.setStandardized(true)))
    for column in scaled.document.points.columns {
      let scale = ColumnScale(column)
      #expect(abs(scale.mean) < 1e-12 && abs(scale.deviation - 1) < 1e-12)
    }
    plain.perform(.run(.runToConvergence))
    scaled.perform(.run(.runToConvergence))
    let units = LabState.columns.map { log(ColumnScale($0).deviation) }.reduce(0, +) * 150
    let values = (try #require(plain.steps.last?.value), try #require(scaled.steps.last?.value))
    #expect(abs(values.0 + units - values.1) < 1e-6 && plain.steps.count == scaled.steps.count)
    // Painted in scaled units, written in those of the file.
    scaled.click(1, -1)
    scaled.perform(.columns(.setStandardized(false)))
    let row = scaled.document.points.row(150)
    let scales = LabState.columns.map { ColumnScale($0) }
    #expect(abs(row[0] - scales[0].mean - scales[0].deviation) < 1e-12)
    #expect(abs(row[1] - scales[1].mean + scales[1].deviation) < 1e-12)
    for _ in 0..<3 { scaled.perform(.edit(.undo)) }
    #expect(
      scaled.document.points.columns == LabState.columns && scaled.document.points.choice?.isStandardized == false)
  }

  /// A column of equal values is centered, whatever their mean is rounded to.
  @Test func aColumnOfEqualValuesIsOnlyCentered() {
    for (value, count) in [(0.1, 3), (0.1, 7), (1e-300, 11), (123.456, 1001), (-7, 1)] {
      let scale = ColumnScale(Array(repeating: value, count: count))
      #expect(scale.mean == value && scale.deviation == 1, "\(value), \(count)")
    }
    #expect(ColumnScale([]).deviation == 1 && ColumnScale([], ofEqual: 0) == ColumnScale(mean: 0, deviation: 0))
    let source = DataSource(
      name: .file("flat"), columnNames: ["a", "b", "c"],
      columns: [[1, 2, 3, 4, 5, 6, 7], Array(repeating: 0.1, count: 7), [3, 1, 4, 1, 5, 9, 2]],
      choice: ColumnChoice(shown: ColumnPair(across: 0, up: 1), of: 3), aspect: .independent)
    var state = LabState(source: source, componentCount: 1, seed: 1)
    state.performPendingWork()
    state.perform(.columns(.setStandardized(true)))
    #expect(state.document.points.y == Array(repeating: 0, count: 7))
    state.perform(.select(.choose(0, .replace)), .select(.duplicate(DataSize(0, 2))))
    #expect(state.document.points.fileColumns[1].last == 2.1)
  }

  /// What is said of scaled points is also said of those of the file.
  @Test func aModelOfScaledColumnsHasTheUnitsOfTheFile() throws {
    for family in CovarianceFamily.allCases {
      var state = LabState.onColumns(EMOptions(family: family))
      state.perform(.columns(.toggle(1)), .columns(.setStandardized(true)), .run(.stepIteration), .run(.stepIteration))
      let points = state.document.points
      #expect(points.fileColumns == LabState.columns)
      #expect(points.fittedFileColumns == [0, 2, 3].map { LabState.columns[$0] })
      let model = points.inFileUnits(state.model)
      try model.validate()
      #expect(model.family == (family == .spherical ? .diagonal : family))
      let data = try Dataset(columns: points.fittedFileColumns)
      let value = try model.logDensities(of: data).reduce(0, +)
      let shown = try #require(state.runs.shown.logLikelihood)
      #expect(abs(points.inFileUnits(logLikelihood: shown) - value) < 1e-9 * abs(value))
      #expect(try model.predict(data) == state.model.predict(Dataset(columns: points.columns)))
    }
    // Where nothing is scaled, nothing changes.
    let plain = LabState.onColumns()
    #expect(plain.document.points.inFileUnits(plain.model) == plain.model)
    #expect(plain.document.points.inFileUnits(logLikelihood: -3) == -3)
  }

  @Test func anEmptiedCanvasKeepsItsColumns() {
    var state = LabState.onColumns()
    state.perform(.run(.runToConvergence), .edit(.clearPoints))
    #expect(state.document.points.isEmpty && state.document.points.dimensions == 4)
    for place in 0..<12 { state.click(Double(place % 4), Double(place / 4) * 2) }
    state.perform(.run(.runToConvergence))
    #expect(state.document.points.count == 12 && state.model.dimensions == 4 && state.blockedReason == nil)
    state.perform(.edit(.clearPoints), .columns(.toggle(1)))
    #expect(state.model.dimensions == 3)
    state.perform(.start(.addMean(DataPoint(0, 0))), .edit(.undo), .edit(.undo))
    #expect(state.model.dimensions == 4)
  }

  /// A guess is about the whole model, and can be made in any two columns.
  @Test func guessesAreAboutAllColumns() throws {
    var state = LabState.onColumns()
    state.perform(.guess(.toggle), .guess(.choose(0)))
    let points = state.document.points
    for index in 0..<20 {
      state.perform(.guess(.beginGiving(points[index], radius: DataSize(1e-6, 1e-6))), .guess(.endStroke))
    }
    state.perform(.guess(.goOn), .tick(9))
    guard case .owners(let verdict) = state.document.guess?.verdict else { return #expect(Bool(false), "no verdict") }
    let owners = try state.document.start.predict(Dataset(columns: LabState.columns))
    #expect(verdict.right == (0..<20).count { owners[$0] == 0 })
    state.perform(.guess(.goOn))
    #expect(state.document.guess?.question == .move)
    guard case .maximized(let truth, _) = state.document.guess?.truth?.outcome else {
      return #expect(Bool(false), "no M-step")
    }
    // Pair by pair every mean is brought to where the M-step has it.
    for pair in [ColumnPair(across: 0, up: 1), ColumnPair(across: 3, up: 2)] {
      state.perform(.columns(.show(pair)))
      for (k, mean) in truth.model.means.enumerated() {
        state.perform(.guess(.moveMean(k, to: state.document.points.place(mean))))
      }
    }
    #expect(state.document.guess?.mixture.means == truth.model.means)
    state.perform(.columns(.toggle(0)))
    #expect(state.announcement?.notice == .guess(.changesTheTask) && state.model.dimensions == 4)
    state.perform(.guess(.goOn), .tick(20))
    guard case .move(let move) = state.document.guess?.verdict else { return #expect(Bool(false), "no verdict") }
    #expect(move.bound < move.target && move.farthest?.part != .place)
  }

  @Test func lanesRaceSearchAndFreshPointsHaveAllColumns() {
    var state = LabState.onColumns()
    state.perform(.lanes(.compare(.kMeans)), .run(.runToConvergence))
    #expect(state.document.lanes.allSatisfy { $0.runs.shown.model.dimensions == 4 })
    #expect(state.document.disagreement != nil)
    state.perform(.lanes(.keepOnly(0)), .race(.start))
    state.performPendingRace()
    state.perform(.race(.adopt(0)))
    #expect(state.model.dimensions == 4)
    state.perform(.columns(.setStandardized(true)), .columns(.show(ColumnPair(across: 2, up: 3))), .guess(.again))
    #expect(state.document.points.choice?.isStandardized == true && state.document.points.count == 150)
    #expect(state.document.points.choice?.shown == ColumnPair(across: 2, up: 3) && state.model.dimensions == 4)
  }

  @Test func twoColumnsHaveNothingToChoose() {
    var state = LabState.opened()
    let document = state.document
    state.perform(
      .columns(.show(ColumnPair(across: 1, up: 0))), .columns(.toggle(0)), .columns(.setStandardized(true)),
      .interface(.toggleColumns))
    #expect(state.document == document && !state.interface.showsColumns && !state.canUndo)
    #expect(state.announcement?.notice == .onlyTwoColumns)
    #expect(document.points.choice == nil && document.points.isSeenWhole)
    #expect(document.points.seen(state.model) == state.model)
  }

  @Test func choicesAreSound() {
    let choice = ColumnChoice(of: 4)
    #expect(choice.fitted == [0, 1, 2, 3] && choice.pairs.count == 6)
    var shown: Set<ColumnPair> = []
    var turned = choice
    for _ in 0..<6 {
      turned.shown = turned.pair(forward: true)
      shown.insert(turned.shown)
    }
    #expect(
      shown.count == 6 && turned.shown == choice.shown && turned.pair(forward: false) == ColumnPair(across: 2, up: 3))
    #expect(choice.pair(with: 1, up: false) == ColumnPair(across: 1, up: 0), "the axes change places")
    #expect(choice.pair(with: 3, up: true) == ColumnPair(across: 0, up: 3))
    #expect(ColumnChoice(fitted: [7], shown: ColumnPair(across: 0, up: 0), of: 3).fitted == [0, 1, 2])
    #expect(ColumnChoice(fitted: [2, 0, 2], of: 3).fitted == [0, 2])
    let short = DataSource(name: .file(""), columnNames: ["a"], columns: [[1, 2]], aspect: .equal)
    #expect(short.columns == [[], []])
    let ragged = DataSource(
      name: .file(""), columnNames: ["a", "b", "c"], columns: [[1, 2, 3], [4, .nan, 6], [7, 8, 9, 10]], aspect: .equal,
      truth: .init(column: "t", groups: [0, 1, 2]))
    #expect(ragged.columns == [[1, 3], [4, 6], [7, 9]] && ragged.truth?.groups == [0, 2])
  }
}

extension PointCloud {
  fileprivate func allAreIn(_ rect: DataRect) -> Bool { indices.allSatisfy { rect.contains(self[$0]) } }
}

extension LabState {
  /// 150 points of three groups in four columns of different units, drawn from a seed.
  static let columns: [[Double]] = {
    var generator = SeededGenerator(seed: 12)
    let centers = [[0.0, 5, 100, -3], [4, 1, 160, -3.4], [9, 6, 130, -2.5]]
    let rows = (0..<150).map { index in
      let common = generator.gaussian()
      return zip(centers[index % 3], [1, 0.8, 12, 0.15]).map { $0 + $1 * (0.6 * common + 0.8 * generator.gaussian()) }
    }
    return (0..<4).map { column in rows.map { $0[column] } }
  }()

  static func onColumns(_ options: EMOptions = EMOptions()) -> LabState {
    let source = DataSource(
      name: .file("four"), columnNames: ["a", "b", "c", "d"], columns: columns, aspect: .independent)
    var state = LabState(source: source, componentCount: 3, seed: 2, options: options)
    state.performPendingWork()
    return state
  }
}
