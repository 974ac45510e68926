import GaussianMixtures

@testable import LabCore

/// Commands as a lively user – or, if `outlandish`, a broken program – might send them.
struct RandomCommands: Sequence, IteratorProtocol {
  private var generator: SeededGenerator
  private let outlandish: Bool
  private var clock = 0.0

  init(seed: UInt64, outlandish: Bool) {
    generator = SeededGenerator(seed: seed)
    self.outlandish = outlandish
  }

  mutating func next() -> Command? {
    switch integer(48) {
    case 0...7:
      clock += [0.016, 0.016, 0.016, 0.1, 0.4, 2][integer(6)]
      return .tick(number(usually: clock, one: 40))
    case 8, 9: return .beginPainting(point(), radius: size())
    case 10: return .beginErasing(point(), radius: size())
    case 11...14: return .moveStroke(point())
    case 15, 16: return .endStroke
    case 17: return .clearPoints
    case 18: return .addMean(point())
    case 19: return .removeMean(index())
    case 20: return .beginShaping(integer(2) == 0 ? .mean(index()) : .covariance(index(), handle: integer(6)))
    case 21, 22: return .moveMean(index(), to: point())
    case 23: return .setCovariance(index(), covariance())
    case 24: return .endShaping
    case 25: return .setComponentCount(integer(4) == 0 ? index() : integer(6) + 1)
    case 26: return .newStart
    case 27: return .restart
    case 28, 29: return .togglePlay
    case 30...33: return .stepForward
    case 34: return .stepBack
    case 35: return .stepIteration
    case 36: return integer(8) == 0 ? .runToConvergence : .setSpeed(Speed(index: integer(12) - 1))
    case 37: return [.beginScrubbing, .endScrubbing][integer(2)]
    case 38: return .scrub(toStep: outlandish && integer(5) == 0 ? .max : integer(30) - 2)
    case 39, 40: return .undo
    case 41: return .redo
    case 42: return [.fitView, .toggleAspect, .setViewport(Viewport(bounds: rect()))][integer(3)]
    case 43: return integer(4) == 0 ? open() : .chooseTool(Tool.allCases[integer(Tool.allCases.count)])
    case 44: return shell()
    case 45, 46: return option()
    default:
      return .pointer(integer(5) == 0 ? nil : .init(x: coordinate(), y: coordinate()), over: [nil, .play][integer(2)])
    }
  }

  mutating func integer(_ bound: Int) -> Int { Int(generator.uniform() * Double(bound)) }

  private mutating func shell() -> Command {
    [
      .setBrushRadius(number(usually: 20, one: 3)), .resize(width: integer(2000), height: integer(1500), pixelRatio: 1),
      .setTheme(.dark), .toggleProjector, .toggleOverlay(.help), .dismiss, .beginPanning, .endPanning, .press(.play),
      .press(nil), .focus(.next), .closeAnnouncement, .announce("Note"), .refuse("No"), .activateMenuItem(index()),
    ][integer(15)]
  }

  private mutating func option() -> Command {
    let family = CovarianceFamily.allCases[integer(4)]
    return [
      .setOption(.family(family)), .setOption(.startKind(StartKind.allCases[integer(4)])),
      .setOption(.seed(UInt64(integer(1000)))), .setOption(.onCollapse(CollapsePolicy.allCases[integer(4)])),
      .setOption(.onEmpty(EmptyPolicy.allCases[integer(3)])), .setOption(.floor(number(usually: 1e-6, one: 3))),
      .setOption(.tolerance(number(usually: 1e-4, one: 3))), .beginSeedEntry, .typeSeed("7"), .typeSeed("x"),
      .eraseSeedDigit, .commitSeed, .showPage(.options), .showPage(.selection), .toggleSearchFamily(family),
      .startSearch, .cancelSearch, .adopt(index()), .searchProgress(ticket: index(), done: 1, total: 2),
      .finishSearch(ticket: index(), .cancelled), .openFile(path: "x"), .loadingProgress(number(usually: 0.5, one: 2)),
      .cancelLoading,
    ][integer(23)]
  }

  private mutating func open() -> Command {
    let examples = Example.allCases
    if integer(2) == 0 { return .openExample(examples[integer(examples.count)]) }
    let count = integer(12)
    return .open(
      DataSource(
        name: "Random", columnNames: ["u", "v"], x: (0..<count).map { _ in coordinate() },
        y: (0..<count).map { _ in coordinate() }, aspect: integer(2) == 0 ? .equal : .independent))
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

  private mutating func covariance() -> CovarianceMatrix {
    let b = number(usually: generator.uniform() - 0.5, one: 10)
    return CovarianceMatrix([
      [number(usually: 1 + generator.uniform(), one: 10), b], [b, number(usually: 2, one: 10)],
    ])
  }
}
