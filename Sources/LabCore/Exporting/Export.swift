/// What is being taken out of the lab, and how: the page of exports. Each kind keeps its own settings.
public struct Export: Sendable, Equatable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case picture, animation, sheet, data, model
    /// A lesson, as it was done.
    case handIn

    /// What the file's name ends in.
    public var fileExtension: String { self == .handIn ? String(HandIn.ending.dropFirst()) : format.rawValue }

    private var format: Format {
      switch self {
      case .picture, .sheet: .png
      case .animation: .gif
      case .data: .csv
      case .model, .handIn: .json
      }
    }

    private enum Format: String { case png, gif, csv, json }
  }

  /// What a picture shows: the window as it was, its canvas, or fit and curve with title and numbers.
  public enum Frame: String, Sendable, Hashable, Codable, CaseIterable { case window, canvas, handout }
  /// What a picture for others consists of, and what moves in an animation.
  public enum Show: String, Sendable, Hashable, Codable, CaseIterable { case fit, likelihood, both }

  public enum Size: String, Sendable, Hashable, Codable, CaseIterable {
    case small, medium, large

    /// In pixels.
    public var pixels: (width: Int, height: Int) {
      switch self {
      case .small: (640, 360)
      case .medium: (960, 540)
      case .large: (1280, 720)
      }
    }
  }

  public enum Colors: String, Sendable, Hashable, Codable, CaseIterable { case light, dark, projector }

  public static let scales = 1...4
  /// The speeds on the page.
  public static let speeds = [1, 2, 3, 5].compactMap { rate in
    Speed.rates.firstIndex(of: rate).map { Speed(index: $0) }
  }
  /// How many moments a sheet has.
  public static let momentCounts = [4, 6, 9, 12]

  public internal(set) var kind = Kind.picture
  public internal(set) var frame = Frame.handout
  public internal(set) var scale = 2
  public internal(set) var show = Show.both
  public internal(set) var size = Size.medium
  public internal(set) var speed = Speed(index: 3)
  public internal(set) var colors = Colors.light
  /// The half-steps of an animation; nil for all.
  var range: ClosedRange<Int>?
  public internal(set) var namesHalfSteps = true
  public internal(set) var rests = true
  public internal(set) var momentCount = 6
  /// Whether the numbers of a sheet are left out, to be filled in by hand; without that it is the one with the answers.
  public internal(set) var leavesBlanks = false
  public internal(set) var hasResponsibilities = true
  public internal(set) var hasUncertainty = true

  /// What was typed as the file's name; nil while it is the usual one.
  public internal(set) var typedName: String?
  /// Whether letters are those of the name.
  public internal(set) var isNaming = false
  /// The name that a hand-in bears, and whether letters are those of it.
  public internal(set) var signer = ""
  public internal(set) var isSigning = false
  /// What is on its way to its file.
  public internal(set) var writing: Writing?
  /// How the last one ended.
  public internal(set) var result: Result?
  /// Since when the animation plays on the page; nil while it stands.
  var playsSince: Double?
  /// The frame it stands at.
  var frameOnShow = 0

  public struct Writing: Sendable, Equatable {
    let ticket: Ticket
    public let path: String
    public internal(set) var progress = ExportProgress(done: 0, total: 0, bytes: 0)
  }

  public enum Result: Sendable, Equatable {
    case written(path: String, bytes: Int)
    case failed(SaveProblem)
  }

  static let nameLimit = 1000

  public init() {}

  /// Whether to export once more is to replace the file that is there.
  public var replaces: Bool {
    if case .failed(.exists) = result { true } else { false }
  }

  public var isPlaying: Bool { playsSince != nil }
}

/// How far an export has come: frames, or rows, and the bytes so far.
public struct ExportProgress: Sendable, Equatable {
  public let done, total, bytes: Int

  public init(done: Int, total: Int, bytes: Int) {
    self.done = done
    self.total = total
    self.bytes = bytes
  }

  /// 0 … 1.
  public var fraction: Double { total > 0 ? min(max(Double(done) / Double(total), 0), 1) : 0 }
}

/// One setting of an export, changed.
public enum ExportChange: Sendable, Hashable, Codable {
  case kind(Export.Kind)
  case frame(Export.Frame)
  case scale(Int)
  case show(Export.Show)
  case size(Export.Size)
  case speed(Speed)
  case colors(Export.Colors)
  case momentCount(Int)
  case namesHalfSteps(Bool)
  case rests(Bool)
  case responsibilities(Bool)
  case uncertainty(Bool)
  case blanks(Bool)
}

/// All that whoever writes an export needs to know.
public struct ExportRequest: Sendable, Equatable {
  /// The lab as it is shown to others.
  public let exhibit: LabState
  public let settings: Export
  public let path: String
  /// Whether a file of the same kind that is there is replaced.
  public let replaces: Bool
  /// What is handed in, where that is written.
  public var handIn: HandIn?

  /// The same, to be written elsewhere.
  public func at(_ path: String) -> ExportRequest {
    ExportRequest(exhibit: exhibit, settings: settings, path: path, replaces: replaces, handIn: handIn)
  }
}
