import Foundation
import Testing

/// What a window manager does when its user presses a window's close button: a message of the X protocol that `xdotool`
/// cannot send.
enum CloseButton {
  private typealias OpenDisplay = @convention(c) (UnsafePointer<CChar>?) -> OpaquePointer?
  private typealias InternAtom = @convention(c) (OpaquePointer, UnsafePointer<CChar>, CInt) -> CUnsignedLong
  private typealias SendEvent =
    @convention(c) (OpaquePointer, CUnsignedLong, CInt, CLong, UnsafeMutableRawPointer) -> CInt
  private typealias CloseDisplay = @convention(c) (OpaquePointer) -> CInt

  static func press(window: String, display name: String) throws {
    // SDL brings this library along.
    let library = try #require(dlopen("libX11.so.6", RTLD_NOW))
    defer { dlclose(library) }
    func function<T>(_ name: String, _ type: T.Type) throws -> T {
      unsafeBitCast(try #require(dlsym(library, name)), to: type)
    }
    let display = try #require(try function("XOpenDisplay", OpenDisplay.self)(name))
    let internAtom = try function("XInternAtom", InternAtom.self)
    let target = try #require(CUnsignedLong(window))

    // XClientMessageEvent within the 24 words of an XEvent: type, serial, sent, display, window, kind, format, data.
    var event = [CLong](repeating: 0, count: 24)
    let clientMessage: CLong = 33
    event[0] = clientMessage
    event[4] = CLong(bitPattern: target)
    event[5] = CLong(bitPattern: internAtom(display, "WM_PROTOCOLS", 0))
    event[6] = 32
    event[7] = CLong(bitPattern: internAtom(display, "WM_DELETE_WINDOW", 0))
    let sent = try function("XSendEvent", SendEvent.self)(display, target, 0, 0, &event)
    _ = try function("XCloseDisplay", CloseDisplay.self)(display)
    #expect(sent != 0)
  }
}
