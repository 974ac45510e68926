import GaussianMixtures

/// What the gallery knows of the data sets it offers, and the fit that it shows.
public struct Gallery: Sendable, Equatable {
  /// The first row of cards on show, where not all have room.
  public internal(set) var firstRow = 0
  /// The fit of the card that the pointer or the keyboard is on.
  public internal(set) var preview: GalleryPreview?
  /// What files hold, by their places in the menu.
  var files: [Int: DataSource] = [:]
  var waiting: [Ticket: Int] = [:]
  /// The files that were open lately, once their folder was asked.
  public internal(set) var recent: FolderListing?
  var recentTicket: Ticket?
}

/// How EM fits a data set, half-step by half-step.
public struct GalleryPreview: Sendable, Equatable {
  /// A place in the menu.
  public let entry: Int
  let steps: [RunStep]
  let beganAt: Double

  static let secondsPerStep = 0.09
  /// A fit is followed so far at most.
  static let mostSteps = 120
  /// A picture of more points would not be drawn within a frame.
  static let mostPoints = 2000

  private func index(at time: Double) -> Int {
    min(max(Int((time - beganAt) / GalleryPreview.secondsPerStep), 0), steps.count - 1)
  }

  /// The half-step on show at a time.
  public func step(at time: Double) -> RunStep { steps[index(at: time)] }

  /// The end of the fit.
  var last: RunStep { steps[steps.count - 1] }

  /// When the next one comes; nil after the last.
  func nextChange(at time: Double) -> Double? {
    let next = index(at: time) + 1
    return next < steps.count ? beganAt + Double(next) * GalleryPreview.secondsPerStep : nil
  }
}

extension LabState {
  /// The points of a data set in the menu; nil while its file has not been read.
  public func gallerySource(_ entry: Int) -> DataSource? {
    guard menu.indices.contains(entry) else { return nil }
    switch menu[entry] {
    case .example(let example): return example.source
    case .file: return gallery.files[entry]
    }
  }
}
