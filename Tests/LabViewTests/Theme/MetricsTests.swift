import Testing

@testable import LabCore
@testable import LabView

struct MetricsTests {
  private func metrics(_ width: Int, _ height: Int, ratio: Double = 1, projector: Bool = false) -> Metrics {
    var scene = Scene(width: width, height: height, ratio: ratio)
    if projector { scene.perform(.interface(.toggleProjector)) }
    return scene.layout.metrics
  }

  @Test func sizeClassesBeginWhereTheLookSays() {
    #expect(metrics(1119, 800).sizeClass == .compact && metrics(1280, 699).sizeClass == .compact)
    #expect(metrics(1120, 700).sizeClass == .regular && metrics(1120, 700).scale == 1)
    #expect(metrics(1599, 900).scale == 1 && metrics(1600, 900).scale == 1.25)
    #expect(metrics(2240, 1260).scale == 1.5 && metrics(3000, 1700).scale == 2)
    #expect(metrics(2560, 1600, ratio: 2).sizeClass == .regular && metrics(2560, 1600, ratio: 2).scale == 2)
    #expect(metrics(1920, 1080, projector: true).scale == 1 && metrics(3840, 2160, projector: true).scale == 2)
  }

  @Test func noTextIsSmallerThanElevenNorOnAProjectorThanTheLastRowReads() {
    for (width, height) in LayoutTests.sizes {
      for ratio in [0.5, 1, 1.25, 2] {
        let m = metrics(width, height, ratio: ratio)
        #expect([m.caption, m.fine, m.body, m.value, m.big, m.stripText].allSatisfy { $0 >= 11 })
      }
    }
    // 2.4 % of the height at the shapes that projectors have.
    for (width, height) in [
      (1024, 768), (1280, 720), (1280, 800), (1366, 768), (1600, 900), (1920, 1080), (3840, 2160),
    ] {
      let p = metrics(width, height, projector: true)
      let least = min(p.caption, p.fine, p.body, p.value, p.big)
      #expect(Double(least) >= 0.024 * Double(height), "\(width)×\(height): \(least)")
    }
  }

  @Test func onASmallProjectorTheCanvasHasMostOfTheWidth() {
    for (width, height) in [(960, 600), (1024, 768), (1280, 720), (1280, 800), (1366, 768)] {
      var scene = Scene(width: width, height: height)
      scene.perform(.interface(.toggleProjector))
      let layout = scene.layout
      #expect(layout.canvas.width >= 0.6 * Double(width), "\(width)×\(height): \(layout.canvas.width)")
      for k in [1, 3, 9] {
        scene.perform(.start(.setComponentCount(k)))
        #expect(scene.layout.chart.showsPlot, "\(width)×\(height), K = \(k)")
      }
    }
  }
}
