import GaussianMixtures

/// Something worth saying: what happened by itself, could surprise, or why nothing happened. The window has the words.
public enum Notice: Sendable, Equatable {
  case pointsCleared
  case adopted(CovarianceFamily, components: Int)
  /// The run of this seed, out of a race.
  case adoptedSeed(UInt64)
  case rescued(Rescue)
  case engine(EngineProblem)
  case blocked(BlockedReason)
  case runIsOver
  case tooManyComponents(limit: Int)
  case lastComponent
  /// The model needs two columns.
  case lastColumns
  /// There are no others to choose.
  case onlyTwoColumns
  /// Copying or stamping would make more points than this.
  case tooManyPoints(limit: Int)
  case noFamilyChosen
  case searchFailed(MixtureError)
  case cannotOpen(FileProblem)
  case saved(path: String)
  /// The scene with data that were on show before was not written to this file.
  case notSaved(path: String)
  /// Of a table with more columns of numbers than the window takes.
  case columnsBeyond(taken: Int, all: Int)
  /// A model of so many columns, where the points have others.
  case modelDoesNotFit(columns: Int, own: Int)
  /// A model of more components than the window has.
  case modelIsTooLarge(components: Int, limit: Int)
  /// A file of settings that is not used, and what of it is wrong.
  case settingsUnusable(path: String, field: String)
  /// The language asked for has letters that no font has, and the package of one that has them.
  case lettersMissing(language: String, package: String)
  /// There is nothing to speak with, and the package of what does.
  case speechMissing(package: String)
  /// The start asked for cannot be drawn from these points; another took its place.
  case startNotDrawn(MixtureError)
  /// The view is as wide, or as far beside the data, as it may be.
  case viewIsAtItsEnd
  /// Chart and canvas change places for one model that is seen.
  case noLargeChart
  case guess(GuessNotice)
  case lesson(LessonNotice)
  case draft(DraftNotice)
  /// Work of an earlier session can be opened.
  case workIsKept(KeptWork)
  /// Nothing of this session would outlive its sudden end, for a reason in the words of whoever found out.
  case nothingIsKept(String)
  /// The window was to be closed, and what is in it is nowhere else.
  case closingLoses
  /// The window was to be closed, and a file is being written.
  case closingStopsTheExport

  /// Whether it tells of an edit that a press of its button takes back.
  public var offersUndo: Bool {
    switch self {
    case .pointsCleared, .adopted, .adoptedSeed, .draft(.pageRemoved): true
    case .rescued, .engine, .blocked, .runIsOver, .tooManyComponents, .lastComponent, .lastColumns, .onlyTwoColumns,
      .tooManyPoints, .noFamilyChosen, .searchFailed, .cannotOpen, .saved, .notSaved, .columnsBeyond,
      .modelDoesNotFit, .modelIsTooLarge, .settingsUnusable, .lettersMissing, .speechMissing, .startNotDrawn,
      .viewIsAtItsEnd,
      .noLargeChart,
      .guess, .lesson, .draft, .workIsKept, .nothingIsKept, .closingLoses, .closingStopsTheExport:
      false
    }
  }

  /// The letter of the one component it is about (0 is A); `nil` when it is about none or several.
  public var letter: Int? {
    switch self {
    case .rescued(let rescue): rescue.letters.count == 1 ? rescue.letters.first : nil
    case .pointsCleared, .adopted, .adoptedSeed, .engine, .blocked, .runIsOver, .tooManyComponents, .lastComponent,
      .lastColumns, .onlyTwoColumns, .tooManyPoints, .noFamilyChosen,
      .searchFailed, .cannotOpen, .saved, .notSaved, .columnsBeyond, .modelDoesNotFit, .modelIsTooLarge,
      .settingsUnusable, .lettersMissing, .speechMissing, .startNotDrawn, .viewIsAtItsEnd, .noLargeChart, .guess,
      .lesson, .draft, .workIsKept,
      .nothingIsKept, .closingLoses, .closingStopsTheExport:
      nil
    }
  }
}

/// What an M-step did beyond its formulas, for all components to which it did the same.
public struct Rescue: Sendable, Equatable {
  /// The letters of the components (0 is A).
  public let letters: [Int]
  public let kind: EMEvent.Kind
  public let reason: EMEvent.Reason
  /// The expected number of points of the last of them.
  public let points: Double
}

/// An error of the engine. The components it counts are those of the parameters on show, which have letters.
public struct EngineProblem: Sendable, Equatable {
  public let error: MixtureError
  /// The letters of the components that the error may name by their index.
  public let letters: [Int]

  init(_ error: MixtureError, letters: [Int]) {
    self.error = error
    self.letters = letters
  }
}

/// Why EM cannot run.
public enum BlockedReason: Sendable, Equatable {
  case noPoints
  case needMorePoints(missing: Int, components: Int)
  case engine(EngineProblem)
}
