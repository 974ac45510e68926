import GaussianMixtures
import LabCore
import LabView
import Rasterizer

/// What a lively user sends to a window of 640 × 480.
struct RandomInput {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func integer(_ bound: Int) -> Int { Int(generator.uniform() * Double(bound)) }
  private mutating func place() -> Point { Point(generator.uniform() * 640, generator.uniform() * 480) }

  mutating func next() -> InputEvent {
    let keys =
      "bxvheeuujdkwnrcfaptoggm+-[]123456zy".map(Key.character) + [
        .right, .right, .left, .home, .end, .enter, .tab, .delete, .escape, .f3, .up, .down,
      ]
    switch integer(11) {
    case 0, 1: return .pointerMoved(place(), [])
    case 2, 3: return .buttonDown(.left, place(), clicks: 1, Modifiers(rawValue: integer(6) == 0 ? integer(4) : 0))
    case 4, 5: return .buttonUp(.left, place())
    case 6: return .wheel(generator.uniform() * 2 - 1, place(), [])
    default:
      return .key(keys[integer(keys.count)], Modifiers(rawValue: integer(4) == 0 ? integer(4) : 0), isRepeat: false)
    }
  }
}
