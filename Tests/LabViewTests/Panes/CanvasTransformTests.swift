import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct CanvasTransformTests {
  private let rect = Rect(x: 56, y: 56, width: 912, height: 708)

  @Test func pixelsAndDataAreInverse() {
    for bounds in [
      DataRect(minX: -10, minY: -5, maxX: 10, maxY: 5), DataRect(minX: 1e8, minY: 0, maxX: 1e8 + 1, maxY: 1e-3),
      DataRect(minX: -1e150, minY: -1e150, maxX: 1e150, maxY: 1e150),
      DataRect(minX: 1e-150, minY: 0, maxX: 2e-150, maxY: 1e-150),
    ] {
      for aspect in [Aspect.equal, .independent] {
        let transform = CanvasTransform(Viewport(bounds: bounds), aspect: aspect, in: rect)
        for point in [Point(56, 56), Point(512.5, 400.25), Point(967, 763), Point(-50, 2000)] {
          let back = transform.pixel(transform.data(point))
          #expect(abs(back.x - point.x) < 1e-6 && abs(back.y - point.y) < 1e-6, "\(bounds) \(aspect)")
        }
      }
    }
  }

  @Test func allOfTheViewIsVisibleAndUpIsUp() {
    let bounds = DataRect(minX: -10, minY: -5, maxX: 10, maxY: 5)
    for aspect in [Aspect.equal, .independent] {
      let transform = CanvasTransform(Viewport(bounds: bounds), aspect: aspect, in: rect)
      let low = transform.pixel(DataPoint(-10, -5))
      let high = transform.pixel(DataPoint(10, 5))
      #expect(low.x >= rect.minX - 1e-9 && high.x <= rect.maxX + 1e-9)
      #expect(high.y >= rect.minY - 1e-9 && low.y <= rect.maxY + 1e-9 && high.y < low.y)
      #expect((abs(transform.scaleX) == abs(transform.scaleY)) == (aspect == .equal))
      let shown = transform.dataRect(rect)
      #expect(shown.minX <= -10 + 1e-9 && shown.maxX >= 10 - 1e-9 && shown.minY <= -5 + 1e-9)
    }
  }

  @Test func theSmallestDataThereAreHaveAPlace() {
    for size in [1e-300, 1e-306, 1e-308, .leastNonzeroMagnitude] {
      let bounds = DataRect(minX: 0, minY: -size, maxX: size, maxY: 0)
      for aspect in [Aspect.equal, .independent] {
        let transform = CanvasTransform(Viewport(bounds: bounds), aspect: aspect, in: rect)
        for point in [DataPoint(0, 0), DataPoint(size, -size)] {
          #expect(rect.inset(by: -1).contains(transform.pixel(point)), "\(size)")
        }
      }
    }
  }

  @Test func aBrushIsACircleOnTheScreen() {
    let bounds = DataRect(minX: 0, minY: 0, maxX: 100, maxY: 1)
    let transform = CanvasTransform(Viewport(bounds: bounds), aspect: .independent, in: rect)
    let size = transform.dataSize(pixels: 20)
    #expect(abs(size.width * abs(transform.scaleX) - 20) < 1e-9)
    #expect(abs(size.height * abs(transform.scaleY) - 20) < 1e-9)
  }

  @Test func zoomingKeepsTheDataUnderThePointer() {
    for aspect in [Aspect.equal, .independent] {
      var scene = Scene()
      if aspect == .independent { scene.type("a") }
      let place = Point(300, 600)
      let fixed = scene.layout.transform.data(place)
      for amount in [1.0, 1, -1, 3, -2, -1, 0.25, -0.25] {
        scene.send(.wheel(amount, place, []))
        let now = scene.layout.transform.data(place)
        #expect(abs(now.x - fixed.x) < 1e-9 && abs(now.y - fixed.y) < 1e-9, "\(aspect) \(amount)")
      }
    }
  }

  @Test func resizingKeepsThePointsAndTheView() {
    var scene = Scene()
    scene.click(at: Point(400, 300))
    let x = scene.points.x
    let view = scene.state.viewport
    for (width, height) in [(960, 600), (480, 360), (3840, 2160), (1, 1), (1280, 800)] {
      scene.send(.resized(width: width, height: height, pixelRatio: 1))
      #expect(scene.points.x == x && scene.state.viewport == view)
    }
    let last = scene.layout.transform.pixel(scene.points[scene.points.count - 1])
    #expect(abs(last.x - 400) < 1e-6 && abs(last.y - 300) < 1e-6)
  }
}
