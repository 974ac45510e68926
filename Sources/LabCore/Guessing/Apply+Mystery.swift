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
    guard document.mystery?.isOpen == false else { return }
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
    let model = document.runs.shown.model
    guard mystery.score?.model != model else { return }
    let attainable = mystery.score?.attainable ?? attainable(from: truth)
    document.mystery?.score = MysteryScore(model, truth, attainable: attainable)
  }

  private func attainable(from truth: GaussianMixture) -> Double {
    guard let data = try? Dataset(columns: document.points.columns), let em = try? EM(data: data),
      let fit = try? em.fit(from: truth)
    else { return 1 }
    return (try? fit.model.overlap(with: truth)) ?? 1
  }

  // MARK: - Again

  /// Fresh points of the same kind: an example is drawn from its next seed, a mystery is the next one, and of any other
  /// data there is a smoothed copy.
  mutating func openFreshPoints() {
    if let mystery = document.mystery { return openMystery(nextMysteryNumber, mystery.level) }
    guard !document.points.isEmpty else { return announce(.blocked(.noPoints)) }
    freshCount += 1
    if case .example(let example) = document.name, !document.isEdited {
      return open(example.source(seed: Example.seed &+ freshCount), start: example.start)
    }
    open(document.smoothedCopy(seed: freshCount))
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
