import CSDL2
import LabCore
import LabView
import Rasterizer
import Testing

@testable import SDLShell

@Suite struct SDLEventsTests {
  private func translate(_ event: SDL_Event, ratio: Double = 1) -> InputEvent? {
    var repeats = false
    return SDLEvents.translate(event, ratio: ratio, repeats: &repeats)
  }

  private func keyDown(_ key: SDL_KeyCode, _ modifiers: SDL_Keymod = KMOD_NONE, isRepeat: Bool = false) -> SDL_Event {
    var event = SDL_Event()
    event.key.type = SDL_KEYDOWN.rawValue
    event.key.keysym.sym = SDL_Keycode(key.rawValue)
    event.key.keysym.mod = UInt16(modifiers.rawValue)
    event.key.repeat = isRepeat ? 1 : 0
    return event
  }

  private func text(_ text: String) -> SDL_Event {
    var event = SDL_Event()
    event.text.type = SDL_TEXTINPUT.rawValue
    withUnsafeMutableBytes(of: &event.text.text) { $0.copyBytes(from: text.utf8.prefix($0.count - 1)) }
    return event
  }

  @Test func positionsAreMiddlesOfDrawablePixels() {
    var event = SDL_Event()
    event.motion.type = SDL_MOUSEMOTION.rawValue
    (event.motion.x, event.motion.y) = (10, 20)
    #expect(translate(event) == .pointerMoved(Point(10.5, 20.5), []))
    #expect(translate(event, ratio: 2) == .pointerMoved(Point(21, 41), []))
  }

  @Test func buttonsKeepTheirClicks() {
    var event = SDL_Event()
    event.button.type = SDL_MOUSEBUTTONDOWN.rawValue
    (event.button.button, event.button.clicks) = (1, 2)
    #expect(translate(event) == .buttonDown(.left, Point(0.5, 0.5), clicks: 2, []))
    event.button.button = 9
    #expect(translate(event) == nil, "a thumb button")
  }

  @Test(arguments: [(UInt8(1), MouseButton.left), (2, .middle), (3, .right)])
  func everyButtonIsItself(_ number: UInt8, _ button: MouseButton) {
    var event = SDL_Event()
    event.button.type = SDL_MOUSEBUTTONDOWN.rawValue
    (event.button.button, event.button.clicks) = (number, 1)
    #expect(translate(event) == .buttonDown(button, Point(0.5, 0.5), clicks: 1, []))
    event.button.type = SDL_MOUSEBUTTONUP.rawValue
    #expect(translate(event) == .buttonUp(button, Point(0.5, 0.5)))
  }

  @Test func everyModifierIsItself() {
    for (left, right, modifier) in [
      (KMOD_LSHIFT, KMOD_RSHIFT, Modifiers.shift), (KMOD_LCTRL, KMOD_RCTRL, .control), (KMOD_LALT, KMOD_RALT, .alt),
    ] {
      for key in [left, right] {
        #expect(translate(keyDown(SDLK_TAB, key)) == .key(.tab, modifier, isRepeat: false))
      }
    }
  }

  @Test func theWheelGoesUpAwayFromTheUser() {
    var event = SDL_Event()
    event.wheel.type = SDL_MOUSEWHEEL.rawValue
    event.wheel.preciseY = 1.5
    #expect(translate(event) == .wheel(1.5, Point(0.5, 0.5), []))
    event.wheel.direction = SDL_MOUSEWHEEL_FLIPPED.rawValue
    #expect(translate(event) == .wheel(-1.5, Point(0.5, 0.5), []))
  }

  @Test func lettersComeAsKeys() {
    #expect(translate(keyDown(SDLK_b)) == .key(.character("b"), [], isRepeat: false))
    #expect(translate(keyDown(SDLK_z, KMOD_LCTRL)) == .key(.character("z"), .control, isRepeat: false))
    #expect(translate(keyDown(SDLK_SPACE, isRepeat: true)) == .key(.space, [], isRepeat: true))
    #expect(translate(text("b")) == nil)
  }

  @Test func lettersOfOtherAlphabetsStandForLatinOnes() {
    var event = keyDown(SDLK_UNKNOWN, KMOD_RCTRL)
    event.key.keysym.sym = 0x44F  // я
    event.key.keysym.scancode = SDL_SCANCODE_Z
    #expect(translate(event) == .key(.character("z"), .control, isRepeat: false))
    event.key.keysym.sym = 0xF6  // ö, no letter of an English keyboard
    event.key.keysym.scancode = SDL_SCANCODE_SEMICOLON
    #expect(translate(event) == nil)
  }

  /// "+" is on another key in every country, and "3" needs Shift in some.
  @Test func signsAndDigitsComeAsText() {
    #expect(translate(keyDown(SDLK_3)) == nil)
    for character in "+−-=[]?139" {
      #expect(translate(text(String(character))) == .key(.character(character), [], isRepeat: false))
    }
    #expect(translate(text(" ")) == nil)
    #expect(translate(text("")) == nil)
  }

  /// The text that follows a repeated key is a repetition too.
  @Test func textKnowsWhetherItsKeyIsHeld() {
    var repeats = false
    _ = SDLEvents.translate(keyDown(SDLK_3, isRepeat: true), ratio: 1, repeats: &repeats)
    #expect(SDLEvents.translate(text("3"), ratio: 1, repeats: &repeats) == .key(.character("3"), [], isRepeat: true))
  }

  @Test func droppedFilesKeepTheirNames() {
    var event = SDL_Event()
    event.drop.type = SDL_DROPFILE.rawValue
    event.drop.file = SDL_strdup("/data/größe.csv")
    #expect(translate(event) == .fileDropped(path: "/data/größe.csv"))
    event.drop.file = nil
    #expect(translate(event) == nil)
  }

  @Test func theWindowTellsWhatItLoses() {
    var event = SDL_Event()
    event.window.type = SDL_WINDOWEVENT.rawValue
    event.window.event = UInt8(SDL_WINDOWEVENT_FOCUS_LOST.rawValue)
    #expect(translate(event) == .focusLost)
    event.window.event = UInt8(SDL_WINDOWEVENT_LEAVE.rawValue)
    #expect(translate(event) == .pointerLeft)
    event.window.event = UInt8(SDL_WINDOWEVENT_MOVED.rawValue)
    #expect(translate(event) == nil)
  }
}
