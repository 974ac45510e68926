import Foundation
import Testing

/// A file dropped on a window as a file manager does it: by the XDND protocol, of which `xdotool` knows nothing.
enum DroppedFile {
  private typealias OpenDisplay = @convention(c) (UnsafePointer<CChar>?) -> OpaquePointer?
  private typealias InternAtom = @convention(c) (OpaquePointer, UnsafePointer<CChar>, CInt) -> CUnsignedLong
  private typealias SendEvent =
    @convention(c) (OpaquePointer, CUnsignedLong, CInt, CLong, UnsafeMutableRawPointer) -> CInt
  private typealias RootWindow = @convention(c) (OpaquePointer) -> CUnsignedLong
  private typealias CreateWindow =
    @convention(c) (
      OpaquePointer, CUnsignedLong, CInt, CInt, CUnsignedInt, CUnsignedInt, CUnsignedInt, CUnsignedLong, CUnsignedLong
    ) -> CUnsignedLong
  private typealias SetOwner = @convention(c) (OpaquePointer, CUnsignedLong, CUnsignedLong, CUnsignedLong) -> CInt
  private typealias CheckTyped = @convention(c) (OpaquePointer, CInt, UnsafeMutableRawPointer) -> CInt
  private typealias ChangeProperty =
    @convention(c) (OpaquePointer, CUnsignedLong, CUnsignedLong, CUnsignedLong, CInt, CInt, UnsafePointer<UInt8>, CInt)
    -> CInt
  private typealias Plain = @convention(c) (OpaquePointer) -> CInt

  /// - Parameter place: on the screen.
  static func drop(_ path: String, on window: String, display name: String, at place: (x: Int, y: Int)) throws {
    let library = try #require(dlopen("libX11.so.6", RTLD_NOW))
    defer { dlclose(library) }
    func function<T>(_ name: String, _ type: T.Type) throws -> T {
      unsafeBitCast(try #require(dlsym(library, name)), to: type)
    }
    let display = try #require(try function("XOpenDisplay", OpenDisplay.self)(name))
    let close = try function("XCloseDisplay", Plain.self)
    defer { _ = close(display) }
    let intern = try function("XInternAtom", InternAtom.self)
    let flush = try function("XFlush", Plain.self)
    let sendEvent = try function("XSendEvent", SendEvent.self)
    let checkTyped = try function("XCheckTypedEvent", CheckTyped.self)
    let changeProperty = try function("XChangeProperty", ChangeProperty.self)
    let root = try function("XDefaultRootWindow", RootWindow.self)(display)
    let source = try function("XCreateSimpleWindow", CreateWindow.self)(display, root, 0, 0, 1, 1, 0, 0, 0)
    let target = try #require(CUnsignedLong(window))
    func atom(_ name: String) -> CLong { CLong(bitPattern: intern(display, name, 0)) }
    let selection = atom("XdndSelection")
    let list = atom("text/uri-list")
    _ = try function("XSetSelectionOwner", SetOwner.self)(
      display, CUnsignedLong(bitPattern: selection), source, 0)

    let (clientMessage, selectionRequest, selectionNotify): (CLong, CInt, CLong) = (33, 30, 31)
    func send(_ message: String, _ data: [CLong]) {
      // XClientMessageEvent within the 24 words of an XEvent: type, serial, sent, display, window, kind, format, data.
      var event = [CLong](repeating: 0, count: 24)
      event[0] = clientMessage
      event[4] = CLong(bitPattern: target)
      event[5] = atom(message)
      event[6] = 32
      for (index, value) in data.enumerated() { event[7 + index] = value }
      _ = sendEvent(display, target, 0, 0, &event)
      _ = flush(display)
    }
    let own = CLong(bitPattern: source)
    send("XdndEnter", [own, 5 << 24, list, 0, 0])
    send("XdndPosition", [own, 0, CLong(place.x << 16 | place.y), 0, atom("XdndActionCopy")])
    send("XdndDrop", [own, 0, 0, 0, 0])

    // The window asks for what was dropped: the file as an address, a line of its own.
    var request = [CLong](repeating: 0, count: 24)
    let deadline = Date(timeIntervalSinceNow: 20)
    while checkTyped(display, selectionRequest, &request) == 0 {
      try #require(Date() < deadline, "nobody asked for the file")
      Thread.sleep(forTimeInterval: 0.01)
    }
    let text = Array((URL(fileURLWithPath: path).absoluteString + "\r\n").utf8)
    _ = changeProperty(
      display, CUnsignedLong(bitPattern: request[5]), CUnsignedLong(bitPattern: request[8]),
      CUnsignedLong(bitPattern: request[7]), 8, 0, text, CInt(text.count))
    var answer = [CLong](repeating: 0, count: 24)
    answer[0] = selectionNotify
    (answer[4], answer[5], answer[6], answer[7], answer[8]) = (
      request[5], request[6], request[7], request[8], request[9]
    )
    _ = sendEvent(display, CUnsignedLong(bitPattern: request[5]), 0, 0, &answer)
    _ = flush(display)
    // Until it has read that, the source has to stay.
    Thread.sleep(forTimeInterval: 0.3)
  }
}
