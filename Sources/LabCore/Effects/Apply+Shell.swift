/// What concerns the window and files.
extension LabState {
  mutating func applyShell(_ command: Command.Shell) {
    switch command {
    case .resize(let width, let height, let pixelRatio):
      interface.width = max(width, 1)
      interface.height = max(height, 1)
      interface.pixelRatio = pixelRatio.isFinite ? min(max(pixelRatio, 0.5), 8) : 1
    case .openFile(let path):
      cancelLoading()
      interface.overlay = nil
      interface.loading = Loading(ticket: ask(.readFile(path: path)), path: path)
    case .cancelLoading: cancelLoading()
    case .toggleFullScreen: _ = ask(.toggleFullScreen)
    case .quit: quit()
    }
  }

  mutating func readingGoesOn(_ fraction: Double, _ ticket: Ticket) {
    guard interface.loading?.ticket == ticket else { return }
    interface.loading?.fraction = min(max(fraction, 0), 1)
  }

  /// Shows a scene that was read; the file it is from is the one that it is saved to.
  mutating func openScene(_ scene: LabScene, _ stamp: FileStamp?, _ ticket: Ticket) {
    guard let loading = interface.loading, loading.ticket == ticket else { return }
    do throws(SceneFlaw) {
      try open(scene)
      file = SceneReference(path: loading.path, stamp: stamp)
    } catch {
      fileFailed(.notAScene(path: loading.path, field: error.field.description))
    }
  }

  mutating func fileFailed(_ problem: FileProblem) {
    interface.loading = nil
    announce(.cannotOpen(problem))
  }

  mutating func cancelLoading() {
    withdraw(interface.loading?.ticket)
    interface.loading = nil
  }
}

/// A file that is being read.
public struct Loading: Sendable, Equatable {
  let ticket: Ticket
  public let path: String
  /// How much has been read, 0…1.
  public internal(set) var fraction = 0.0
}
