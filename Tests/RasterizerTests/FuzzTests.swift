import Rasterizer
import Testing

/// Thousands of calls with the worst numbers there are. Passing means: no trap, no write outside the clip.
struct FuzzTests {
  private struct Nasty {
    var dice: Dice

    mutating func number() -> Double {
      let special: [Double] = [
        .nan, .infinity, -.infinity, 0, -0.0, 1e300, -1e300, 1e-300, 1e18, -1e18, 9.3e18, 1e9, -1e9, 2_147_483_648,
        .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e6, -1e6,
      ]
      switch dice.next() % 4 {
      case 0: return dice.pick(special)
      case 1: return Double(Int(dice.next() % 80)) - 10
      case 2: return dice.uniform(-300, 300)
      default: return dice.uniform(-5, 65)
      }
    }

    mutating func length() -> Double { dice.next() % 3 == 0 ? number() : dice.uniform(0, 12) }
    mutating func point() -> Point { Point(number(), number()) }
    mutating func points() -> [Point] { (0..<Int(dice.next() % 7)).map { _ in point() } }
    mutating func color() -> Color { Color(UInt32(truncatingIfNeeded: dice.next()), alpha: dice.uniform(-0.2, 1.5)) }
    mutating func rect() -> Rect { Rect(x: number(), y: number(), width: number(), height: number()) }
    mutating func cap() -> LineCap { dice.pick([.butt, .round]) }
    mutating func ellipse() -> Ellipse {
      Ellipse(center: point(), semiMajor: length(), semiMinor: length(), angle: number())
    }
    mutating func style() -> StrokeStyle {
      let dash = dice.next() % 2 == 0 ? [] : (0..<Int(dice.next() % 4)).map { _ in length() }
      return StrokeStyle(width: length(), dash: dash, dashPhase: number(), cap: cap())
    }
    mutating func batch() -> PointBatch {
      let count = Int(dice.next() % 9)
      let colors: PointColors =
        dice.next() % 2 == 0
        ? .uniform(color()) : .each((0..<count).map { _ in UInt32(truncatingIfNeeded: dice.next()) })
      return PointBatch(
        x: (0..<count).map { _ in number() }, y: (0..<count + 1).map { _ in number() },
        scaleX: dice.pick([1, number()]), offsetX: dice.pick([0, number()]), scaleY: dice.pick([1, number()]),
        offsetY: dice.pick([0, number()]), colors: colors, radius: length(), opacity: number(),
        rim: dice.next() % 2 == 0 ? nil : color(), rimWidth: length())
    }
  }

  private static func drawSomething(_ canvas: inout Canvas, _ nasty: inout Nasty, _ font: BuiltInFont) {
    let color = nasty.color()
    switch nasty.dice.next() % 15 {
    case 0: canvas.fill(nasty.rect(), color)
    case 1: canvas.fill(nasty.rect(), cornerRadius: nasty.length(), color)
    case 2: canvas.stroke(nasty.rect(), cornerRadius: nasty.length(), width: nasty.length(), color)
    case 3: canvas.fill(polygon: nasty.points(), color)
    case 4: canvas.stroke(from: nasty.point(), to: nasty.point(), width: nasty.length(), color, cap: nasty.cap())
    case 5: canvas.stroke(polyline: nasty.points(), closed: true, style: nasty.style(), color)
    case 6: canvas.stroke(polyline: nasty.points(), style: nasty.style(), color)
    case 7: canvas.fill(nasty.ellipse(), color)
    case 8: canvas.stroke(nasty.ellipse(), style: nasty.style(), color)
    case 9: canvas.fill(discAt: nasty.point(), radius: nasty.length(), color)
    case 10: canvas.stroke(ringAt: nasty.point(), radius: nasty.length(), width: nasty.length(), color)
    case 11:
      canvas.stroke(
        arcAt: nasty.point(), radius: nasty.length(), from: nasty.number(), to: nasty.number(), width: nasty.length(),
        color, cap: nasty.cap())
    case 12: canvas.draw(nasty.batch())
    case 13:
      canvas.draw(
        text: "e = mc²", at: nasty.point(), align: nasty.dice.pick([.left, .center, .right]),
        style: TextStyle(size: Int(nasty.dice.next() % 40), weight: .bold), color: color, font: font)
    default: canvas.clip(to: nasty.rect()) { $0.clear(color) }
    }
  }

  /// What a canvas tells of its changes leaves none out.
  @Test(arguments: [(160, 90), (1, 1), (64, 3), (0, 0)])
  func everyChangeIsTold(size: (width: Int, height: Int)) {
    var nasty = Nasty(dice: Dice(seed: UInt64(size.width) + 1))
    let font = BuiltInFont()
    var canvas = Canvas(width: size.width, height: size.height, fill: white)
    var copy = CanvasSnapshot()
    for round in 0..<1500 {
      if round % 300 == 0 { canvas.keepTime(edges: (0..<round / 300).map { _ in nasty.rect() }) }
      let moment = canvas.moment()
      let before = canvas.bitmap
      switch nasty.dice.next() % 12 {
      case 0:
        let (across, down) = ((0..<40).map { _ in nasty.number() }, (0..<40).map { _ in nasty.number() })
        canvas.draw(
          PointDensity(scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0, radius: nasty.length(), opacity: 0.5),
          x: across.span, y: down.span, colors: .uniform(nasty.color()))
      case 1:
        let lines = (0..<9).map { _ in LineSegment(from: nasty.point(), to: nasty.point()) }
        canvas.stroke(segments: lines, width: nasty.length(), nasty.color())
      case 2:
        let picture = Bitmap(width: 7, height: 5, fill: nasty.color())
        canvas.draw(picture, left: Int(nasty.dice.next() % 90), top: Int(nasty.dice.next() % 90))
        canvas.draw(picture, x: Int(nasty.dice.next() % 90), y: Int(nasty.dice.next() % 90))
      case 3: canvas.clip(to: nasty.rect()) { $0.restore(copy) }
      default: FuzzTests.drawSomething(&canvas, &nasty, font)
      }
      if round % 50 == 0 { canvas.copyClip(to: &copy) }
      let changes = canvas.changes(since: moment)
      #expect(canvas.changes(since: canvas.moment()).isEmpty)
      let isChanged = canvas.bitmap.pixels.indices.filter { canvas.bitmap.pixels[$0] != before.pixels[$0] }
      for index in isChanged {
        let (x, y) = (index % size.width, index / size.width)
        let told = changes.filter { x >= $0.left && x < $0.right && y >= $0.top && y < $0.bottom }
        #expect(told.count == 1, "round \(round)")
      }
    }
  }

  @Test(arguments: [(60, 40), (1, 1), (64, 3), (0, 0)])
  func anyNumberIsHarmless(size: (width: Int, height: Int)) {
    var nasty = Nasty(dice: Dice(seed: UInt64(size.width)))
    let font = BuiltInFont()
    var canvas = Canvas(width: size.width, height: size.height, fill: white)
    for _ in 0..<3000 { FuzzTests.drawSomething(&canvas, &nasty, font) }
    #expect(canvas.bitmap.pixels.count == size.width * size.height)
    #expect(
      canvas.bitmap.pixels.allSatisfy { pixel in
        let alpha = pixel >> 24
        return (pixel >> 16) & 255 <= alpha && (pixel >> 8) & 255 <= alpha && pixel & 255 <= alpha
      })
  }

  @Test func nothingLeavesTheClip() {
    var nasty = Nasty(dice: Dice(seed: 99))
    let font = BuiltInFont()
    var canvas = Canvas(width: 60, height: 40, fill: white)
    canvas.clip(to: Rect(x: 20, y: 10, width: 17, height: 11)) { canvas in
      for _ in 0..<3000 { FuzzTests.drawSomething(&canvas, &nasty, font) }
    }
    for y in 0..<40 {
      for x in 0..<60 where x < 20 || x >= 37 || y < 10 || y >= 21 {
        #expect(canvas.bitmap.pixels[y * 60 + x] == 0xFFFF_FFFF)
      }
    }
  }
}
