import LabCore

/// Every length of the window, in drawable pixels: the size class's table times the scale, each rounded.
public struct Metrics: Sendable {
  public enum SizeClass: Sendable {
    case compact, regular, projector
    /// A projector shown on a laptop: as large as can be read from the last row, as little as leaves the canvas room.
    case smallProjector
  }

  public let sizeClass: SizeClass
  public let scale: Double
  /// Pixels per window unit.
  let ratio: Double
  /// A length of 1 at text size 11: what icons, handles and the like grow by.
  let unit: Double

  let topBar, rail, panel, strip: Double
  let padding, gap: Double
  let button, buttonIcon, play, next: Double
  let toolCell, toolIcon, toolGap: Double
  /// Font sizes in pixels per em; `fine` is for pages full of choices.
  let caption, fine, body, value, big, stripText: Int
  let ringRadius, bar: Double
  let buttonCorner, cardCorner, keyCorner: Double
  let hairline, ellipse1, ellipse2, curve: Double
  private(set) var meanRadius, pointFactor: Double
  /// The panel's rows from the top: a margin, a heading row, column heads.
  let panelTop, headRow, columnHeads: Double
  /// Distances between the centers of the panel's lines, from the hairline below the cards down to the chart.
  let hairlineAfterCards, headingAfterHairline, captionAfterHeading, bigAfterCaption, reasonAfterBig: Double
  let chartAfterReason: Double
  /// Centers of the legend and of the tick labels, and the chart's axis, above the panel's bottom and each other.
  let legendAboveBottom, ticksAboveLegend, axisAboveTicks: Double
  /// The least height of a chart worth drawing beside everything else.
  let leastChart: Double

  var isProjector: Bool { sizeClass == .projector || sizeClass == .smallProjector }

  public init(_ interface: Interface) {
    let ratio = interface.pixelRatio * Metrics.zoom(interface)
    let width = Double(interface.width) / ratio
    let height = Double(interface.height) / ratio
    if interface.isProjector {
      if width < 1600 {
        self.init(.smallProjector, scale: min(max(min(width / 1280, height / 800), 0.8), 1), ratio: ratio)
      } else {
        // With the height, so that the last row reads the same everywhere; a tall window's panel leaves the canvas room.
        self.init(.projector, scale: max(min(height / 1080, width / 1600), 0.75), ratio: ratio)
      }
    } else if width < 1120 || height < 700 {
      self.init(.compact, scale: 1, ratio: ratio)
    } else {
      let factors: [(Double, Double, Double)] = [(3000, 1700, 2), (2240, 1260, 1.5), (1600, 900, 1.25)]
      let factor = factors.first { width >= $0.0 && height >= $0.1 }?.2 ?? 1
      self.init(.regular, scale: factor, ratio: ratio)
    }
  }

  /// How much larger everything is drawn for whoever asks for it: what is left of the window is still as large as the
  /// smallest one in which everything has its place.
  private static func zoom(_ interface: Interface) -> Double {
    let least: (width: Double, height: Double) = interface.isProjector ? (1024, 768) : (960, 600)
    let room = min(
      Double(interface.width) / interface.pixelRatio / least.width,
      Double(interface.height) / interface.pixelRatio / least.height)
    return min(interface.textScale.factor, max(room, 1))
  }

  /// Those of a window with several lanes: where each has less room, letters and points are smaller.
  init(_ interface: Interface, lanes: Int) {
    self.init(interface)
    guard lanes > 1 else { return }
    pointFactor *= 0.85
    meanRadius = (meanRadius * 11 / 12).rounded()
  }

  private init(_ sizeClass: SizeClass, scale: Double, ratio: Double) {
    self.sizeClass = sizeClass
    self.scale = scale * ratio
    self.ratio = ratio
    // Compact, regular and projector at scale 1; the small projector at its largest and at its smallest.
    func exact(_ compact: Double, _ regular: Double, _ projector: Double, _ small: (Double, Double)) -> Double {
      switch sizeClass {
      case .compact: compact * ratio
      case .regular: regular * scale * ratio
      case .projector: projector * scale * ratio
      case .smallProjector: (small.1 + (small.0 - small.1) * (scale - 0.8) / 0.2) * ratio
      }
    }
    func px(_ compact: Double, _ regular: Double, _ projector: Double, _ large: Double, _ small: Double) -> Double {
      exact(compact, regular, projector, (large, small)).rounded()
    }
    func font(_ compact: Double, _ regular: Double, _ projector: Double, _ large: Double, _ small: Double) -> Int {
      Int(max(11, px(compact, regular, projector, large, small)))
    }
    unit = exact(1, 1, 2, (1.7, 1.4))
    topBar = px(48, 56, 96, 80, 68)
    rail = px(44, 56, 88, 72, 60)
    panel = px(256, 312, 576, 360, 320)
    strip = px(28, 36, 64, 0, 0)
    padding = px(12, 16, 28, 18, 15)
    gap = px(6, 8, 12, 10, 8)
    button = px(32, 36, 64, 56, 48)
    buttonIcon = px(18, 20, 34, 30, 26)
    play = px(34, 40, 72, 64, 56)
    next = px(206, 226, 452, 216, 188)
    toolCell = px(36, 44, 72, 56, 54)
    toolIcon = px(20, 22, 38, 31, 28)
    toolGap = px(4, 4, 8, 2, 2)
    caption = font(11, 11, 27, 24, 20)
    fine = font(11, 11, 27, 20, 19)
    body = font(12, 13, 28, 26, 24)
    value = font(13, 15, 36, 30, 26)
    big = font(15, 18, 38, 38, 32)
    stripText = font(12, 12, 28, 24, 20)
    ringRadius = px(10, 12, 25, 23, 22)
    bar = px(6, 6, 14, 14, 12)
    buttonCorner = px(6, 6, 10, 8, 7)
    cardCorner = px(6, 8, 12, 10, 9)
    keyCorner = px(4, 4, 8, 6, 5)
    hairline = max(1, exact(1, 1, 2, (2, 2)).rounded(.down))
    ellipse1 = exact(2.25, 2.5, 6, (5, 4.5))
    ellipse2 = exact(1.25, 1.25, 3, (2.5, 2.25))
    curve = exact(2, 2, 5, (4, 3.5))
    meanRadius = px(11, 12, 26, 23, 22)
    pointFactor = exact(0.85, 1, 2.1, (1.5, 1.32))
    panelTop = px(5, 8, 12, 0, 0)
    headRow = px(32, 36, 64, 66, 57)
    columnHeads = px(15, 16, 38, 0, 0)
    hairlineAfterCards = px(11, 14, 19, 14, 10)
    headingAfterHairline = px(18, 22, 36, 32, 25)
    captionAfterHeading = px(23, 27, 53, 48, 41)
    bigAfterCaption = px(19, 20, 46, 0, 0)
    reasonAfterBig = px(20, 23, 51, 0, 0)
    chartAfterReason = px(19, 18, 44, 33, 28)
    legendAboveBottom = px(17, 21, 43, 24, 23)
    ticksAboveLegend = px(19, 20, 49, 0, 0)
    axisAboveTicks = px(15, 16, 38, 27, 22)
    leastChart = px(100, 100, 150, 110, 110)
  }

  /// A side of what a finger hits at least: what a projector shows may be touched. 0 where there is a mouse.
  var fingertip: Double { isProjector ? (44 * ratio).rounded(.up) : 0 }

  /// The baseline that centers capitals of `size` on `centerY`.
  static func baseline(centerY: Double, size: Int) -> Double {
    centerY.rounded() + (0.364 * Double(size)).rounded()
  }
}
