import GaussianMixtures

@testable import LabCore

/// Commands as a lively user – or, if `outlandish`, a broken program – might send them.
struct RandomCommands: Sequence, IteratorProtocol {
  private var generator: SeededGenerator
  private let outlandish: Bool
  /// Whether every other command is about a guess.
  private let guessing: Bool
  /// Whether every fourth is about columns.
  private let choosing: Bool
  private var clock = 0.0

  init(seed: UInt64, outlandish: Bool, guessing: Bool = false, choosing: Bool = false) {
    self.choosing = choosing
    self.guessing = guessing
    generator = SeededGenerator(seed: seed)
    self.outlandish = outlandish
  }

  mutating func next() -> Command? {
    if guessing, integer(2) == 0 { return guess() }
    if choosing, integer(4) == 0 { return columns() }
    switch integer(63) {
    case 0...7:
      clock += [0.016, 0.016, 0.016, 0.1, 0.4, 2][integer(6)]
      return .tick(number(usually: clock, one: 40))
    case 8, 9: return .edit(.beginPainting(point(), radius: size()))
    case 10: return .edit(.beginErasing(point(), radius: size()))
    case 11...14: return .edit(.moveStroke(point()))
    case 15, 16: return .edit(.endStroke)
    case 17: return .edit(.clearPoints)
    case 18: return .start(.addMean(point()))
    case 19: return .start(.removeMean(index()))
    case 20:
      return .start(
        .beginShaping([.mean(index()), .covariance(index(), handle: integer(6)), .weight(index())][integer(3)]))
    case 21, 22: return .start(.moveMean(index(), to: point()))
    case 23: return .start(.setCovariance(index(), covariance()))
    case 24: return [.start(.endShaping), .start(.setWeight(index(), number(usually: 0.4, one: 4)))][integer(2)]
    case 25: return .start(.setComponentCount(integer(4) == 0 ? index() : integer(6) + 1))
    case 26: return .start(.newStart)
    case 27: return .run(.restart)
    case 28, 29: return .run(.togglePlay)
    case 30...33: return .run(.stepForward)
    case 34: return .run(.stepBack)
    case 35: return .run(.stepIteration)
    case 36: return integer(8) == 0 ? .run(.runToConvergence) : .run(.setSpeed(Speed(index: integer(12) - 1)))
    case 37: return [.run(.beginScrubbing), .run(.endScrubbing)][integer(2)]
    case 38: return .run(.scrub(toStep: outlandish && integer(5) == 0 ? .max : integer(30) - 2))
    case 39, 40: return .edit(.undo)
    case 41: return .edit(.redo)
    case 42: return [.view(.fit), .view(.toggleAspect), .view(.setViewport(Viewport(bounds: rect())))][integer(3)]
    case 43: return integer(4) == 0 ? open() : .view(.chooseTool(Tool.allCases[integer(Tool.allCases.count)]))
    case 44: return shell()
    case 45, 46: return option()
    case 47, 48: return lanes()
    case 49...51: return kept()
    case 52: return race()
    case 53...56: return selecting()
    case 57...59: return stamping()
    case 60: return [.interface(.focus(.canvas)), .interface(.moveCursor(point())), gallery()][integer(3)]
    case 61: return guess()
    default:
      return .interface(
        .pointer(integer(5) == 0 ? nil : .init(x: coordinate(), y: coordinate()), over: [nil, .play][integer(2)]))
    }
  }

  mutating func integer(_ bound: Int) -> Int { Int(generator.uniform() * Double(bound)) }

  private mutating func shell() -> Command {
    [
      .view(.setBrushRadius(number(usually: 20, one: 3))),
      .shell(.resize(width: integer(2000), height: integer(1500), pixelRatio: 1)),
      .interface(.setTheme(.dark)), .interface(.toggleProjector), .interface(.toggleOverlay(.help)),
      .interface(.dismiss), .view(.beginPanning), .view(.endPanning), .interface(.press(.play)),
      .interface(.press(nil)), .interface(.hold(.right)), .interface(.closeAnnouncement), .interface(.toggleTheme),
      .recovery(Command.Recovery.allCases[integer(3)]), .interface(.toggleOverlay(.recovering)),
      .shell(.toggleFullScreen), .shell(.quit), .interface(.toggleLayers), .view(.setLayers(.usual)),
      .view(.toggleLayer(CanvasLayer.allCases[integer(CanvasLayer.allCases.count)])),
      .interface(.pointAt(integer(3) == 0 ? nil : index())),
    ][integer(21)]
  }

  private mutating func columns() -> Command {
    let pair = outlandish ? ColumnPair(across: index(), up: index()) : ColumnPair(across: integer(4), up: integer(4))
    return [
      .columns(.show(pair)), .columns(.show(ColumnPair(across: integer(4), up: integer(4)))),
      .columns(.show(ColumnPair(across: integer(4), up: integer(4)))), .columns(.toggle(integer(4))),
      .columns(.toggle(outlandish ? index() : integer(4))), .columns(.setStandardized(integer(2) == 0)),
      .interface(.toggleColumns), .run(.stepIteration),
    ][integer(8)]
  }

  private mutating func selecting() -> Command {
    let change = SelectionChange.allCases[integer(3)]
    return .select(
      [
        .beginMarquee(point(), change), .drag(to: point()), .drag(to: point()), .end, .all, .nothing, .delete,
        .choose(integer(150), change), .choose(index(), change), .beginCarrying(point(), copies: integer(2) == 0),
        .nudge(size()), .duplicate(size()), .jitter(size()), .end,
      ][integer(14)])
  }

  private mutating func stamping() -> Command {
    .stamp(
      [
        .begin(point()), .drag(along: size(), across: size()), .end, .setCount(outlandish ? index() : 20),
        .setWidth(number(usually: 0.4, one: 3)), .setShape(StampShape.allCases[integer(3)]),
      ][integer(6)])
  }

  private mutating func gallery() -> Command {
    [
      .interface(.toggleOverlay(.gallery)), .interface(.scrollGallery(index())),
      .interface(.focus(.menuItem(index()))), .view(.setBrushRate(index())),
    ][integer(4)]
  }

  private mutating func lanes() -> Command {
    .lanes(
      [
        .compare(Comparison.allCases[integer(Comparison.allCases.count)]), .activate(index()), .activate(integer(4)),
        .close(index()), .keepOnly(index()), .change(index(), to: LaneModel.allCases[integer(5)]),
      ][integer(6)])
  }

  private mutating func kept() -> Command {
    .kept(
      [
        .show(index()), .show(integer(12)), .show(integer(12)), .delete(integer(12)), .delete(index()),
        .beginNaming(index()), .typeName(outlandish ? "\n\u{7}é" : "a"), .eraseName, .commitName,
      ][integer(9)])
  }

  /// Mostly what leads to a reveal.
  private mutating func guess() -> Command {
    let questions = Guess.Question.allCases
    let level = Mystery.Level.allCases[integer(4)]
    return .guess(
      [
        .toggle, .ask(questions[integer(5)]), .choose(integer(3) == 0 ? nil : index()),
        .beginGiving(point(), radius: DataSize(3, 3)), .beginGiving(point(), radius: size()), .moveStroke(point()),
        .endStroke, .beginTakingBack(point(), radius: size()), .walk(forward: integer(3) > 0), .choose(index()),
        .shift(size()), .adjust(number(usually: 1, one: 8)), .beginShaping(.mean(index())),
        .moveMean(index(), to: point()), .setCovariance(index(), covariance()),
        .setWeight(index(), number(usually: 0.3, one: 8)), .beginMarking, .mark(number(usually: -800, one: 5)), .goOn,
        .goOn, .goOn, .flip, integer(4) == 0 ? .again : .goOn, .clear,
        integer(6) == 0 ? .openMystery(UInt64(integer(99)), level) : .goOn, integer(8) == 0 ? .openBox : .closeBox,
        .closeBox, .chooseCount(index()),
      ][integer(28)])
  }

  private mutating func race() -> Command {
    [
      .race(.start), .race(.cancel), .race(.adopt(index())), .race(.toggleAll), .interface(.showPage(.race)),
      .interface(.showPage(.runs)), answer(.raceFailed(.cancelled)), answer(.raced([])),
    ][integer(8)]
  }

  private mutating func option() -> Command {
    let family = CovarianceFamily.allCases[integer(4)]
    return [
      .option(.set(.family(family))), .option(.set(.startKind(StartKind.allCases[integer(4)]))),
      .option(.set(.seed(UInt64(integer(1000))))), .option(.set(.onCollapse(CollapsePolicy.allCases[integer(4)]))),
      .option(.set(.onEmpty(EmptyPolicy.allCases[integer(3)]))), .option(.set(.floor(number(usually: 1e-6, one: 3)))),
      .option(.set(.tolerance(number(usually: 1e-4, one: 3)))), .option(.beginSeedEntry), .option(.typeSeedDigit(7)),
      .option(.typeSeedDigit(index())),
      .option(.eraseSeedDigit), .option(.commitSeed), .interface(.showPage(.options)),
      .interface(.showPage(.selection)), .search(.toggleFamily(family)), .search(.start), .search(.cancel),
      .search(.adopt(index())), answer(.searching(done: 1, total: 2)), answer(.searchFailed(.cancelled)),
      .shell(.openFile(path: integer(2) == 0 ? "x" : "xx")), answer(.reading(number(usually: 0.5, one: 2))),
      .shell(.cancelLoading),
    ][integer(23)]
  }

  private mutating func open() -> Command {
    let examples = Example.allCases
    if integer(2) == 0 { return .edit(.openExample(examples[integer(examples.count)])) }
    return [
      .shell(.openFile(path: "y")), .shell(.openTable(path: "z", TableReading(fitsShownOnly: true))),
      .file(.visit(Browser.Place.allCases[integer(6)])), .file(.read(.across(index()))), .file(.choose(index())),
      .file(.commit),
    ][integer(6)]
  }

  /// An answer to whatever has this ticket, if anything: mostly late, mostly wrong.
  private mutating func answer(_ outcome: Answer.Outcome) -> Command {
    .answer(Answer(Ticket(outlandish ? integer(60) : -1), outcome))
  }

  private mutating func index() -> Int {
    outlandish && integer(8) == 0 ? [-1, .min, .max, 14, 99][integer(5)] : integer(4)
  }

  private mutating func number(usually: Double, one oddsOf: Int) -> Double {
    guard outlandish, integer(oddsOf) == 0 else { return usually }
    return [.nan, .infinity, -.infinity, 0, -1, 1e300, -1e300, 1e150, 1e-150, .leastNonzeroMagnitude][integer(10)]
  }

  private mutating func coordinate() -> Double { number(usually: generator.uniform() * 20 - 10, one: 12) }
  private mutating func point() -> DataPoint { DataPoint(coordinate(), coordinate()) }
  private mutating func size() -> DataSize { DataSize(number(usually: 1, one: 12), number(usually: 1, one: 12)) }
  private mutating func rect() -> DataRect {
    DataRect(minX: coordinate(), minY: coordinate(), maxX: coordinate(), maxY: coordinate())
  }

  private mutating func covariance() -> DataCovariance {
    let xy = number(usually: generator.uniform() - 0.5, one: 10)
    return DataCovariance(
      xx: number(usually: 1 + generator.uniform(), one: 10), xy: xy, yy: number(usually: 2, one: 10))
  }
}
