import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct LayoutTests {
  static let sizes: [(Int, Int)] = [
    (480, 360), (600, 400), (640, 480), (800, 600), (899, 600), (960, 600), (1024, 768), (1119, 699), (1120, 700),
    (1280, 720), (1280, 800), (1366, 768), (1440, 900), (1600, 900), (1920, 1080), (1080, 1920), (2240, 1260),
    (2560, 1080), (2560, 1440), (3000, 1700), (3840, 2160),
  ]
  static let ratios = [1, 1.25, 2]
  static let ks = [1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 14]

  private func scenes(_ width: Int, _ height: Int) -> [(String, Scene)] {
    let points = (0..<20).map { (Double($0), Double($0 * 7 % 11)) }
    let source = DataSource(
      name: .file("Measurements of the long winter in the northern valleys"), columnNames: ["x", "y"],
      x: points.map(\.0),
      y: points.map(\.1), aspect: .equal)
    var scenes: [(String, Scene)] = []
    for k in LayoutTests.ks {
      var begun = Scene(LabState(source: source, componentCount: k, seed: 1, menu: Scene.menu))
      if k % 2 == 0 { begun.perform(.run(.stepIteration)) }
      for isProjector in [false, true] {
        for ratio in LayoutTests.ratios {
          var scene = Scene(
            begun.state, width: Int(Double(width) * ratio), height: Int(Double(height) * ratio), ratio: ratio)
          if isProjector { scene.perform(.interface(.toggleProjector)) }
          scenes.append(("\(width)×\(height) @\(ratio) K = \(k)\(isProjector ? " projector" : "")", scene))
        }
      }
    }
    return scenes
  }

  @Test(arguments: sizes)
  func controlsLieInTheWindowApartFromEachOther(_ width: Int, _ height: Int) {
    for (name, scene) in scenes(width, height) {
      for flaw in flaws(scene.layout) { Issue.record("\(name): \(flaw)") }
    }
  }

  @Test(arguments: sizes)
  func aToastAndTheMenuFitToo(_ width: Int, _ height: Int) {
    for ratio in LayoutTests.ratios {
      for isProjector in [false, true] {
        var scene = Scene(width: Int(Double(width) * ratio), height: Int(Double(height) * ratio), ratio: ratio)
        if isProjector { scene.perform(.interface(.toggleProjector)) }
        let name = "\(width)×\(height) @\(ratio)\(isProjector ? " projector" : "")"
        scene.perform(.tick(1), .edit(.clearPoints))
        for flaw in flaws(scene.layout) { Issue.record("toast, \(name): \(flaw)") }
        scene.perform(.interface(.closeAnnouncement), .interface(.toggleOverlay(.gallery)))
        let layout = scene.layout
        let cards = layout.gallery?.cards ?? []
        #expect(!cards.isEmpty && cards.count <= Scene.menu.count)
        for card in cards {
          #expect(card.rect.minX >= 0 && card.rect.maxX <= layout.window.maxX, "card \(card.entry), \(name)")
          #expect(card.rect.minY >= layout.gallery?.page.minY ?? 0, "card \(card.entry), \(name)")
          #expect(card.rect.maxY <= layout.strip.y || cards.count == layout.gallery?.columns, "\(card.entry), \(name)")
          #expect(layout.control(at: card.rect.center) == .menuItem(card.entry), "\(name)")
        }
      }
    }
  }

  @Test(arguments: sizes)
  func thePagesFitToo(_ width: Int, _ height: Int) {
    for page in [PanelPage.options, .selection, .race, .runs] {
      for isProjector in [false, true] {
        for k in [1, 3, 9, 14] {
          var scene = Scene(width: width, height: height)
          scene.perform(.start(.setComponentCount(k)), .interface(.showPage(page)))
          if isProjector { scene.perform(.interface(.toggleProjector)) }
          for flaw in flaws(scene.layout) {
            Issue.record("\(page), \(width)×\(height) K = \(k)\(isProjector ? " projector" : ""): \(flaw)")
          }
        }
      }
    }
  }

  /// However many data sets there are and however low the window is, the arrows lead to each of them.
  @Test func everyCardOfTheGalleryCanBeReached() throws {
    let files = (1...6).map { MenuEntry.file(path: "/\($0)", .iris) }
    let menu = Example.allCases.map(MenuEntry.example) + files
    for (width, height) in LayoutTests.sizes {
      for isProjector in [false, true] {
        var scene = Scene(LabState(menu: menu), width: width, height: height)
        if isProjector { scene.perform(.interface(.toggleProjector)) }
        scene.key(.f3)
        var reached: Set<Int> = []
        for _ in 0..<(2 * menu.count) {
          guard case .menuItem(let entry) = scene.state.interface.focused else { break }
          let rect = try #require(scene.layout.rect(of: .menuItem(entry)), "\(width) × \(height): \(entry)")
          #expect(rect.minY >= 0 && rect.height >= 8)
          reached.insert(entry)
          scene.key(.right)
        }
        #expect(reached.count == menu.count, "\(width) × \(height)")
      }
    }
  }

  /// However many there are, no card leaves the panel's sides or lies on another.
  @Test func cardsStandSideBySideInThePanel() {
    for (width, height) in [(960, 600), (1280, 800), (1920, 1080)] {
      for isProjector in [false, true] {
        var scene = Scene(width: width, height: height)
        if isProjector { scene.perform(.interface(.toggleProjector)) }
        for count in LabState.componentCounts {
          scene.perform(.start(.setComponentCount(count)))
          let (cards, panel) = (scene.layout.components.cards, scene.layout.panel)
          #expect(cards.allSatisfy { $0.minX >= panel.minX && $0.maxX <= panel.maxX }, "\(width), \(count)")
          for (index, card) in cards.enumerated() {
            for other in cards.dropFirst(index + 1) { #expect(card.intersection(other).isEmpty) }
          }
        }
      }
    }
  }

  /// A mark for every candidate, further right the more components it has, within the panel.
  @Test func candidatesStandInOrderInThePanel() throws {
    for (width, height) in [(1280, 800), (1920, 1080)] {
      var scene = Scene(
        LabState(source: Example.nested.source, componentCount: 2, seed: 1), width: width, height: height)
      scene.perform(.interface(.showPage(.selection)))
      for family in CovarianceFamily.allCases where family != .spherical {
        scene.perform(.search(.toggleFamily(family)))
      }
      scene.perform(.search(.start))
      scene.state.performPendingSearch()
      let room = scene.layout.panel.inset(by: scene.layout.metrics.padding)
      let centers = try scene.state.search.candidates.indices.map {
        try #require(scene.layout.rect(of: .candidate($0))).center
      }
      #expect(centers.count == ModelSearch.components.count && centers.allSatisfy { room.contains($0) })
      for (left, right) in zip(centers, centers.dropFirst()) { #expect(left.x < right.x) }
    }
  }

  @Test func regionsShareTheWindow() {
    for (width, height) in LayoutTests.sizes {
      let layout = Scene(width: width, height: height).layout
      let parts = [layout.topBar, layout.rail, layout.canvas, layout.panel, layout.strip]
      let area = parts.reduce(0) { $0 + $1.width * $1.height }
      #expect(area == Double(width * height))
      for (index, part) in parts.enumerated() {
        for other in parts.dropFirst(index + 1) { #expect(part.intersection(other).isEmpty) }
      }
    }
  }

  @Test func aMillionPointsLeaveRoomForTheNumbers() {
    let count = 1_000_000
    let column = [Double](repeating: 1, count: count)
    let source = DataSource(name: .file("Many"), columnNames: ["x", "y"], x: column, y: column, aspect: .equal)
    for (width, height) in LayoutTests.sizes {
      var scene = Scene(width: width, height: height)
      scene.state.document.points = PointCloud(x: source.x, y: source.y, revision: Revision(9))
      for k in [3, 6, 9] {
        scene.state.apply(.start(.setComponentCount(k)))
        let part = scene.layout.components
        #expect(part.barRight > scene.layout.panel.x + 2 * scene.layout.metrics.ringRadius || !part.showsPoints)
        #expect(part.weightRight > part.barRight)
        for flaw in flaws(scene.layout) { Issue.record("\(width)×\(height) K = \(k): \(flaw)") }
      }
    }
  }

  @Test func theReferenceSizesHaveTheLengthsOfTheLook() {
    let regular = Scene().layout
    #expect(regular.topBar == Rect(x: 0, y: 0, width: 1280, height: 56))
    #expect(regular.rail == Rect(x: 0, y: 56, width: 56, height: 708))
    #expect(regular.panel == Rect(x: 968, y: 56, width: 312, height: 708))
    #expect(regular.strip == Rect(x: 0, y: 764, width: 1280, height: 36))
    #expect(regular.rect(of: .next)?.width == 226 && regular.rect(of: .play)?.width == 40)
    #expect(regular.rect(of: .tool(.brush)) == Rect(x: 6, y: 62, width: 44, height: 44))
    let compact = Scene(width: 960, height: 600).layout
    #expect(compact.topBar.height == 48 && compact.rail.width == 44 && compact.panel.width == 256)
    #expect(compact.strip.height == 28)
    var scene = Scene(width: 1920, height: 1080)
    let roomy = scene.layout
    #expect(roomy.topBar.height == 70 && roomy.panel.width == 390)
    scene.perform(.interface(.toggleProjector))
    let projector = scene.layout
    #expect(projector.topBar.height == 96 && projector.rail.width == 88 && projector.panel.width == 576)
    #expect(projector.metrics.caption >= 27)
    var laptop = Scene(width: 1280, height: 800)
    laptop.perform(.interface(.toggleProjector))
    let small = laptop.layout
    #expect(small.topBar.height == 80 && small.rail.width == 72 && small.panel.width == 360 && small.strip.height == 0)
    #expect(small.rect(of: .next)?.width == 216 && small.metrics.caption == 24 && small.metrics.body == 26)
    var xga = Scene(width: 1024, height: 768)
    xga.perform(.interface(.toggleProjector))
    let smallest = xga.layout
    #expect(smallest.topBar.height == 68 && smallest.rail.width == 60 && smallest.panel.width == 320)
    #expect(smallest.rect(of: .play)?.width == 56 && smallest.metrics.caption == 20 && smallest.metrics.big == 32)
  }

  @Test func highDensityIsTheSameLayoutTwiceAsLarge() {
    for isProjector in [false, true] {
      var once = Scene(width: 1280, height: 800)
      var twice = Scene(width: 2560, height: 1600, ratio: 2)
      if isProjector {
        once.perform(.interface(.toggleProjector))
        twice.perform(.interface(.toggleProjector))
      }
      for (control, rect) in once.layout.controls {
        guard let other = twice.layout.rect(of: control), once.layout.rect(of: control) == rect else { continue }
        #expect(abs(other.x - 2 * rect.x) <= 8 && abs(other.y - 2 * rect.y) <= 8, "\(control)")
        #expect(abs(other.width - 2 * rect.width) <= 8, "\(control)")
      }
    }
  }

  /// What is wrong with where controls are.
  private func flaws(_ layout: Layout) -> [String] {
    var flaws: [String] = []
    let controls = layout.controls
    for (index, (control, rect)) in controls.enumerated() {
      if rect.minX < 0 || rect.minY < 0 || rect.maxX > layout.window.maxX || rect.maxY > layout.window.maxY {
        flaws.append("\(control) leaves the window")
      }
      if rect.isEmpty { flaws.append("\(control) is empty") }
      if layout.control(at: rect.center) != control { flaws.append("\(control) is not what its center hits") }
      for (other, otherRect) in controls.dropFirst(index + 1) where !isToast(other) {
        let shared = rect.intersection(otherRect)
        if shared.width > 0.5, shared.height > 0.5 { flaws.append("\(control) and \(other) overlap") }
      }
    }
    let cards = layout.components.cards
    for (index, card) in cards.enumerated() {
      for other in cards.dropFirst(index + 1) where !card.intersection(other).isEmpty { flaws.append("cards overlap") }
    }
    return flaws
  }

  /// Announcements lie over whatever is there.
  private func isToast(_ control: Control) -> Bool {
    switch control {
    case .announcementUndo, .announcementClose: true
    default: false
    }
  }
}
