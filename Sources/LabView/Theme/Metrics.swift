import LabCore

/// Every length of the window, in drawable pixels: the size class's table times the scale, each rounded.
public struct Metrics: Sendable {
  public enum SizeClass: Sendable { case compact, regular, projector }

  public let sizeClass: SizeClass
  public let scale: Double

  let topBar, rail, panel, strip: Double
  let padding, gap: Double
  let button, buttonIcon, play, next: Double
  let toolCell, toolIcon: Double
  /// Font sizes in pixels per em.
  let caption, body, value, big, stripText: Int
  let ringRadius, bar: Double
  let buttonCorner, cardCorner, keyCorner: Double
  let hairline, ellipse1, ellipse2, curve: Double
  let meanRadius, pointFactor: Double
  /// The panel's rows from the top: a margin, a heading row, column heads.
  let panelTop, headRow, columnHeads: Double
  /// Distances between the centers of the panel's lines, from the hairline below the cards down to the chart.
  let hairlineAfterCards, headingAfterHairline, captionAfterHeading, bigAfterCaption, reasonAfterBig: Double
  let chartAfterReason: Double
  /// Centers of the legend and of the tick labels, and the chart's axis, above the panel's bottom and each other.
  let legendAboveBottom, ticksAboveLegend, axisAboveTicks: Double
  /// What gives way in a narrow window.
  let isNarrow, isVeryNarrow: Bool

  public init(_ interface: Interface) {
    let ratio = interface.pixelRatio
    let width = Double(interface.width) / ratio
    let height = Double(interface.height) / ratio
    if interface.isProjector {
      self.init(
        .projector, scale: max(1, height / 1080) * ratio, isNarrow: width < 1600, isVeryNarrow: width < 1280)
    } else if width < 1120 || height < 700 {
      self.init(.compact, scale: ratio, isNarrow: width < 900, isVeryNarrow: width < 760)
    } else {
      let factors: [(Double, Double, Double)] = [(3000, 1700, 2), (2240, 1260, 1.5), (1600, 900, 1.25)]
      let factor = factors.first { width >= $0.0 && height >= $0.1 }?.2 ?? 1
      self.init(.regular, scale: factor * ratio, isNarrow: false, isVeryNarrow: false)
    }
  }

  private init(_ sizeClass: SizeClass, scale: Double, isNarrow: Bool, isVeryNarrow: Bool) {
    self.sizeClass = sizeClass
    self.scale = scale
    self.isNarrow = isNarrow
    self.isVeryNarrow = isVeryNarrow
    let column = sizeClass == .compact ? 0 : sizeClass == .regular ? 1 : 2
    func exact(_ compact: Double, _ regular: Double, _ projector: Double) -> Double {
      [compact, regular, projector][column] * scale
    }
    func px(_ compact: Double, _ regular: Double, _ projector: Double) -> Double {
      exact(compact, regular, projector).rounded()
    }
    func font(_ compact: Double, _ regular: Double, _ projector: Double) -> Int {
      Int(max(11, px(compact, regular, projector)))
    }
    topBar = px(48, 56, 96)
    rail = px(44, 56, 88)
    panel = px(256, 312, isVeryNarrow ? 400 : 576)
    strip = px(28, 36, 64)
    padding = px(12, 16, 28)
    gap = px(6, 8, 12)
    button = px(32, 36, 64)
    buttonIcon = px(18, 20, 34)
    play = px(34, 40, 72)
    next = px(206, 226, isNarrow ? 230 : 452)
    toolCell = px(36, 44, 72)
    toolIcon = px(20, 22, 38)
    caption = font(11, 11, 27)
    body = font(12, 13, 28)
    value = font(13, 15, 36)
    big = font(15, 18, 38)
    stripText = font(12, 12, 28)
    ringRadius = px(10, 12, 25)
    bar = px(6, 6, 14)
    buttonCorner = px(6, 6, 10)
    cardCorner = px(6, 8, 12)
    keyCorner = px(4, 4, 8)
    hairline = max(1, (sizeClass == .projector ? 2 * scale : scale).rounded(.down))
    ellipse1 = exact(2.25, 2.5, 6)
    ellipse2 = exact(1.25, 1.25, 3)
    curve = exact(2, 2, 5)
    meanRadius = px(11, 12, 26)
    pointFactor = exact(0.85, 1, 2.1)
    panelTop = px(5, 8, 12)
    headRow = px(32, 36, 64)
    columnHeads = px(15, 16, 38)
    hairlineAfterCards = px(11, 14, 19)
    headingAfterHairline = px(18, 22, 36)
    captionAfterHeading = px(23, 27, 53)
    bigAfterCaption = px(19, 20, 46)
    reasonAfterBig = px(20, 23, 51)
    chartAfterReason = px(19, 18, 44)
    legendAboveBottom = px(17, 21, 43)
    ticksAboveLegend = px(19, 20, 49)
    axisAboveTicks = px(15, 16, 38)
  }

  /// The baseline that centers capitals of `size` on `centerY`.
  static func baseline(centerY: Double, size: Int) -> Double {
    centerY.rounded() + (0.364 * Double(size)).rounded()
  }
}
