import Rasterizer
import Testing

struct TileClockTests {
  private func canvas(edges: [Rect] = []) -> Canvas {
    var canvas = Canvas(width: 100, height: 40, fill: white)
    canvas.keepTime(edges: edges)
    return canvas
  }

  @Test func withoutAClockAllMayHaveChanged() {
    var canvas = Canvas(width: 100, height: 40, fill: white)
    #expect(canvas.moment() == nil)
    #expect(canvas.changes(since: nil) == [PixelRect(left: 0, top: 0, right: 100, bottom: 40)])
    #expect(self.canvas().changes(since: nil) == [PixelRect(left: 0, top: 0, right: 100, bottom: 40)])
  }

  @Test func onlyTheTilesDrawnIntoChange() {
    var canvas = canvas()
    let moment = canvas.moment()
    #expect(canvas.changes(since: moment).isEmpty)
    canvas.fill(Rect(x: 33, y: 9, width: 2, height: 10), Color(0x000000))
    #expect(canvas.changes(since: moment) == [PixelRect(left: 32, top: 8, right: 64, bottom: 24)])
    #expect(canvas.changes(since: canvas.moment()).isEmpty)
    // What lies outside the clip is not asked about.
    canvas.clip(to: Rect(x: 0, y: 0, width: 40, height: 10)) {
      #expect($0.changes(since: moment) == [PixelRect(left: 32, top: 8, right: 40, bottom: 10)])
    }
  }

  /// A tile that lay in two parts of a window would make each of them think that the other drew over it.
  @Test func partsOfAWindowShareNoTile() {
    var canvas = canvas(edges: [Rect(x: 0, y: 0, width: 41, height: 11), Rect(x: 41, y: 0, width: 59, height: 11)])
    let moment = canvas.moment()
    canvas.clip(to: Rect(x: 0, y: 0, width: 41, height: 11)) { $0.clear(Color(0x000000)) }
    canvas.clip(to: Rect(x: 41, y: 0, width: 59, height: 11)) { #expect($0.changes(since: moment).isEmpty) }
    canvas.clip(to: Rect(x: 0, y: 11, width: 100, height: 29)) { #expect($0.changes(since: moment).isEmpty) }
  }

  @Test func anotherDivisionOrSizeIsAllNew() {
    var canvas = canvas()
    let moment = canvas.moment()
    canvas.keepTime(edges: [])
    #expect(canvas.changes(since: moment).isEmpty)
    canvas.keepTime(edges: [Rect(x: 3, y: 3, width: 5, height: 5)])
    #expect(canvas.changes(since: moment).reduce(0) { $0 + $1.width * $1.height } == 4000)
    let later = canvas.moment()
    let small = canvas.replaced(width: 10, height: 10)
    #expect(small.changes(since: later) == [PixelRect(left: 0, top: 0, right: 10, bottom: 10)])
  }

  /// An ellipse's outline leaves the corners around it alone.
  @Test func anOutlineIsFarFromItsBox() {
    var canvas = Canvas(width: 400, height: 400, fill: white)
    canvas.keepTime(edges: [])
    let moment = canvas.moment()
    canvas.stroke(
      Ellipse(center: Point(200, 200), semiMajor: 190, semiMinor: 20, angle: 0.8), style: StrokeStyle(width: 3),
      Color(0x000000))
    #expect(canvas.changes(since: moment).reduce(0) { $0 + $1.width * $1.height } < 400 * 400 / 3)
  }
}
