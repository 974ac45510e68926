import GaussianMixtures
import Glibc

/// A mixture in a box, and fresh points.
extension LabState {
  mutating func openMystery(_ number: UInt64, _ level: Mystery.Level) {
    let mystery = Mystery(number: number, level: level)
    open(mystery.source)
    document.mystery = mystery
    announcement = nil
  }

  /// The number after this one: the first where there is none.
  public var nextMysteryNumber: UInt64 {
    guard let number = document.mystery?.number, number < Mystery.numbers.upperBound else { return 1 }
    return number + 1
  }

  mutating func openBox() {
    guard document.mystery?.isOpen == false, !marksMystery() else { return }
    edit { $0.document.mystery?.isOpen = true }
  }

  mutating func closeBox() {
    guard document.mystery?.isOpen == true else { return }
    edit { state in
      state.document.mystery?.isOpen = false
      state.document.mystery?.score = nil
    }
  }

  /// Judges the model on show while the box is open; after every command.
  mutating func followMystery() {
    guard let mystery = document.mystery, let truth = mystery.truth else { return }
    // Judging a model takes a fit of all points.
    guard document.algorithm == .em, document.points.count <= LabState.mostFollowed else {
      // The covariances of k-means mean nothing.
      document.mystery?.score = nil
      return
    }
    let (model, points) = (document.runs.shown.model, document.points.revision)
    guard mystery.score?.model != model || mystery.score?.points != points else { return }
    let known = mystery.score.flatMap { $0.points == points ? $0 : nil }
    let attainable = known.map(\.attainable) ?? attainable(from: truth)
    document.mystery?.score = MysteryScore(model, truth, points, attainable: attainable)
  }

  /// Nil where the points are no longer those from the box.
  private func attainable(from truth: GaussianMixture) -> Double? {
    guard !document.isEdited, let data = try? Dataset(columns: document.points.columns),
      let em = try? EM(data: data), let fit = try? em.fit(from: truth)
    else { return nil }
    return try? fit.model.overlap(with: truth)
  }

  // MARK: - Again

  /// Fresh points of the same kind: an example is drawn from its next seed, a mystery is the next one, and of any other
  /// data there is a smoothed copy.
  mutating func openFreshPoints() {
    if let mystery = document.mystery { return openMystery(nextMysteryNumber, mystery.level) }
    guard !document.points.isEmpty else { return announce(.blocked(.noPoints)) }
    freshCount &+= 1
    if case .example(let example) = document.name, !document.isEdited {
      return open(example.source(seed: Example.seed &+ freshCount), start: example.start)
    }
    open(document.smoothedCopy(seed: freshCount))
    // They go by the name of the data that they are like.
    document.isEdited = true
  }
}

extension Document {
  /// As many points as there are, each near one of them: drawn with replacement and moved by a normal step of a third of
  /// σ N^(−1/6) along each column, so that what is narrow stays narrow (a smoothed bootstrap; Silverman 1986).
  fileprivate func smoothedCopy(seed: UInt64) -> DataSource {
    var generator = SeededGenerator(seed: seed)
    let bandwidth = 1 / sixthRoot(Double(points.count))
    let own = points.fileColumns
    let steps = own.map { ColumnScale($0, ofEqual: 0).deviation * bandwidth / 3 }
    var columns = own.map { _ in [Double]() }
    for _ in points.indices {
      let index = min(Int(generator.uniform() * Double(points.count)), points.count - 1)
      for (column, step) in steps.enumerated() {
        columns[column].append(own[column][index] + step * generator.gaussian())
      }
    }
    return DataSource(
      name: name, columnNames: columnNames, columns: columns, choice: points.choice, aspect: aspect)
  }

  private func sixthRoot(_ value: Double) -> Double { cbrt(value).squareRoot() }
}
