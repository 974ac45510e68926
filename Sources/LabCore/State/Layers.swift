/// Something that can be drawn on the canvas or left out.
public enum CanvasLayer: String, Sendable, Hashable, Codable, CaseIterable {
  case points, oneSigma, twoSigma, threeSigma, trails, letters
  /// Lines of equal density.
  case contours
  /// Who wins where.
  case regions
  /// Points the larger the less it is known who owns them.
  case uncertainty
  /// The groups that the file names, around the points.
  case truth
  /// The model as a whole, on the canvas and in the panel: hidden to ask, shown to answer.
  case model

  /// Whether it shows something of the model, and is hidden with it.
  var isOfModel: Bool {
    switch self {
    case .points, .truth: false
    case .oneSigma, .twoSigma, .threeSigma, .trails, .letters, .contours, .regions, .uncertainty, .model: true
    }
  }
}

/// What is drawn of data and model. It is a way of looking: no edit, and not undone.
public struct Layers: Sendable, Equatable {
  /// Those that are switched on, whether or not the model is hidden.
  public internal(set) var switchedOn: Set<CanvasLayer>

  /// What is on at first.
  public static let usual = Layers([.points, .oneSigma, .twoSigma, .trails, .letters, .model])

  public init(_ switchedOn: Set<CanvasLayer>) { self.switchedOn = switchedOn }

  /// Whether a layer is seen: it is switched on, and so is the model if it shows anything of it.
  public func shows(_ layer: CanvasLayer) -> Bool {
    switchedOn.contains(layer) && (!layer.isOfModel || switchedOn.contains(.model))
  }

  mutating func toggle(_ layer: CanvasLayer) {
    if switchedOn.remove(layer) == nil { switchedOn.insert(layer) }
  }
}

/// In a file: the names of those that are switched on, in the order of their switches.
extension Layers: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(Set(try decoder.singleValueContainer().decode([CanvasLayer].self)))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(CanvasLayer.allCases.filter(switchedOn.contains))
  }
}
