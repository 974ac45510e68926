import Dispatch
import Glibc
import LabCore
import Synchronization

/// Writes a session as it happens.
///
/// Entries are in the system's hands when `append` returns, so that whatever becomes of the program they are kept; that
/// they survive the machine `flush` sees to. `replace` begins the file anew at a scene, so that it stays short. Whatever
/// goes wrong is told once and never stops the program: after a write that failed nothing is appended, since what follows
/// would not lead to the same state any more, until `replace` succeeds.
///
/// Any thread may call it. Entries keep the order of the calls.
public final class SessionWriter: Sendable {
  public let path: String
  /// Links followed.
  private let target: String
  private let header: [UInt8]
  private let report: @Sendable (FileError) -> Void
  private let state: Mutex<State>
  /// Scenes are turned into text and written here, and with a large one what follows it.
  private let queue = DispatchQueue(label: "mixture-lab.session")

  private struct State {
    var descriptor: Int32
    /// Up to here the file holds whole lines.
    var length: Int
    /// Up to here it holds what it began with.
    var ground: Int
    var entries = 0
    var isDirty = false
    var isBroken = false
    var isReported = false
    /// Calls of `append` that wait for the queue.
    var waiting = 0
    /// What was appended since a scene was taken that is not written yet; nil where there is none.
    var meanwhile: Meanwhile?
  }

  /// A scene of more points takes so long to be written that nobody should wait for it.
  fileprivate static let manyPoints = 5000

  private struct Meanwhile {
    var bytes: [UInt8] = []
    var entries = 0
    /// Something could not be turned into text: what follows leads nowhere.
    var isTorn = false
  }

  /// Makes a new file that begins with some entries. What is there already is replaced in one step, or left where it is.
  ///
  /// - Parameters:
  ///   - replacing: whether a file of this name may be replaced. If not, and there is one, this throws.
  ///   - report: is told of the first failure that comes later, on any thread.
  public init(
    _ path: String, _ header: SessionHeader, _ beginning: [SessionEntry], replacing: Bool,
    report: @escaping @Sendable (FileError) -> Void = { _ in }
  ) throws(FileError) {
    self.path = path
    self.report = report
    self.header = SessionLine.bytes(header)
    let content = self.header + (try SessionDraft.bytes(beginning, path: path))
    target = try SessionDraft.target(of: path)
    if !replacing { try SessionDraft.reserve(target, path: path) }
    do throws(FileError) {
      let draft = try SessionDraft.put(content, at: target, path: path)
      state = Mutex(
        State(
          descriptor: draft.descriptor, length: content.count, ground: content.count, entries: beginning.count))
    } catch {
      if !replacing { unlink(target) }
      throw error
    }
  }

  deinit { state.withLock { if $0.descriptor >= 0 { _ = Glibc.close($0.descriptor) } } }

  /// How much has been written since the last scene that the file began with.
  public var size: (entries: Int, bytes: Int) { state.withLock { ($0.entries, $0.length) } }

  /// How many bytes were appended since then.
  public var growth: Int { state.withLock { $0.length - $0.ground } }

  /// Whether entries are being lost since a write failed; a scene by `replace` would mend that.
  public var isBroken: Bool { state.withLock { $0.isBroken } }

  // MARK: - Appending

  /// Appends entries. They are written when this returns, but for a large scene and what follows it.
  public func append(_ entries: [SessionEntry]) {
    guard !entries.isEmpty else { return }
    let isLarge = entries.contains(where: \.isLarge)
    let waits = state.withLock { state in
      if isLarge || state.waiting > 0 { state.waiting += 1 }
      return isLarge || state.waiting > 0
    }
    guard waits else { return write(entries) }
    queue.async { [self] in
      write(entries)
      state.withLock { $0.waiting -= 1 }
    }
  }

  private func write(_ entries: [SessionEntry]) {
    do throws(FileError) {
      let bytes = try SessionDraft.bytes(entries, path: path)
      try state.withLock { state throws(FileError) in
        state.meanwhile?.bytes += bytes
        state.meanwhile?.entries += entries.count
        try append(bytes, entries.count, to: &state)
      }
    } catch {
      if case .notSaved = error {
        state.withLock { state in
          state.isBroken = true
          state.meanwhile?.isTorn = true
        }
      }
      fail(error)
    }
  }

  private func append(_ bytes: [UInt8], _ count: Int, to state: inout State) throws(FileError) {
    guard !state.isBroken, state.descriptor >= 0 else { return }
    let code = AtomicFile.fill(state.descriptor, with: bytes)
    guard code == 0 else {
      // Half a line would hide whatever came after it.
      state.isBroken = true
      _ = ftruncate(state.descriptor, off_t(state.length))
      throw .writing(path, folder: AtomicFile.folder(of: path), code: code)
    }
    state.length += bytes.count
    state.entries += count
    state.isDirty = true
  }

  /// Sees to it that all entries so far survive the machine. To be called each second, off the main thread.
  public func flush() {
    var isGone = false
    let descriptor = state.withLock { state -> Int32 in
      guard state.isDirty, state.descriptor >= 0 else { return -1 }
      var status = stat()
      // Somebody removed it: what is written goes nowhere.
      if fstat(state.descriptor, &status) == 0, status.st_nlink == 0 {
        state.isBroken = true
        isGone = true
      }
      state.isDirty = false
      // One of its own: the file may be replaced meanwhile.
      return dup(state.descriptor)
    }
    guard descriptor >= 0 else { return }
    let code = isGone ? ENOENT : fsync(descriptor) == 0 ? 0 : errno
    _ = Glibc.close(descriptor)
    if code != 0 { fail(.writing(path, folder: AtomicFile.folder(of: path), code: code)) }
  }

  // MARK: - Beginning anew

  /// Begins the file anew at a scene: what is appended after this call follows it. Returns at once; the scene is written
  /// elsewhere, and until it is there in one step the old file goes on. Does nothing while another one is on its way,
  /// and is false then.
  @discardableResult
  public func replace(with scene: LabScene, _ moment: SessionMoment) -> Bool {
    let begins = state.withLock { state -> Bool in
      guard state.descriptor >= 0, state.meanwhile == nil, state.waiting == 0 else { return false }
      state.meanwhile = Meanwhile()
      return true
    }
    guard begins else { return false }
    queue.async { [self] in
      do throws(FileError) {
        try renew(with: [.scene(scene), .moment(moment)])
      } catch {
        state.withLock { $0.meanwhile = nil }
        fail(error)
      }
    }
    return true
  }

  private func renew(with beginning: [SessionEntry]) throws(FileError) {
    let content = header + (try SessionDraft.bytes(beginning, path: path))
    let draft = try SessionDraft(content, for: target, path: path)
    do throws(FileError) {
      try state.withLock { state throws(FileError) in
        guard let meanwhile = state.meanwhile, state.descriptor >= 0 else { return draft.drop() }
        try draft.append(meanwhile.bytes)
        try draft.put()
        _ = Glibc.close(state.descriptor)
        state.descriptor = draft.descriptor
        state.length = content.count + meanwhile.bytes.count
        state.ground = content.count
        state.entries = beginning.count + meanwhile.entries
        state.isDirty = true
        state.isBroken = meanwhile.isTorn
        // What goes wrong after this is another thing to tell.
        state.isReported = false
        state.meanwhile = nil
      }
    } catch {
      draft.drop()
      throw error
    }
    draft.settle()
  }

  // MARK: - Ending

  /// Writes what is on its way, and ends. Nothing is appended after this.
  ///
  /// - Parameter discarding: whether the file goes: nothing is to be recovered.
  public func close(discarding: Bool) {
    queue.sync {}
    if !discarding { flush() }
    state.withLock { state in
      guard state.descriptor >= 0 else { return }
      if discarding { unlink(target) }
      _ = Glibc.close(state.descriptor)
      state.descriptor = -1
    }
  }

  /// Waits for scenes on their way.
  func finish() { queue.sync {} }

  private func fail(_ error: FileError) {
    let isFirst = state.withLock { state in
      defer { state.isReported = true }
      return !state.isReported
    }
    if isFirst { report(error) }
  }
}

extension SessionEntry {
  /// Whether writing it takes longer than a frame may.
  fileprivate var isLarge: Bool {
    switch self {
    case .scene(let scene): scene.pointCount > SessionWriter.manyPoints
    case .moment, .command, .computed, .answer: false
    }
  }
}
