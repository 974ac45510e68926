import CSDL2
import Glibc
import LabCore

/// Plays the tones of half-steps. Where there is nothing to play them on, nothing is heard.
final class Tones {
  private var device: SDL_AudioDeviceID = 0
  private var hasFailed = false
  private var last: StepTone?

  /// Values per second, and how long a tone is, in seconds.
  static let rate = 44_100.0
  static let length = 0.16
  private static let loudness: Float = 0.2

  deinit {
    guard device != 0 else { return }
    SDL_CloseAudioDevice(device)
    SDL_QuitSubSystem(SDL_INIT_AUDIO)
  }

  /// Plays a tone once. What still sounds of an earlier one makes way for it.
  func follow(_ tone: StepTone?) {
    guard tone != last else { return }
    last = tone
    guard let tone, open() else { return }
    SDL_ClearQueuedAudio(device)
    Tones.samples(pitch: tone.pitch).withUnsafeBytes { bytes in
      _ = SDL_QueueAudio(device, bytes.baseAddress, UInt32(bytes.count))
    }
  }

  /// A tone that begins without a click and dies away.
  static func samples(pitch: Double) -> [Float] {
    let count = Int(rate * length)
    return (0..<count).map { index in
      let time = Double(index) / rate
      let rise = min(time / 0.006, 1)
      let fall = min((length - time) / 0.02, 1) * exp(-time / 0.07)
      return loudness * Float(rise * fall * sin(2 * .pi * pitch * time))
    }
  }

  private func open() -> Bool {
    if device != 0 { return true }
    guard !hasFailed else { return false }
    hasFailed = true
    guard SDL_InitSubSystem(SDL_INIT_AUDIO) == 0 else { return false }
    // Without any sound card the libraries below would complain in their own words.
    guard SDL_GetNumAudioDevices(0) != 0 else {
      SDL_QuitSubSystem(SDL_INIT_AUDIO)
      return false
    }
    var wanted = SDL_AudioSpec()
    wanted.freq = Int32(Tones.rate)
    wanted.format = SDL_AudioFormat(AUDIO_F32LSB)
    wanted.channels = 1
    wanted.samples = 1024
    device = SDL_OpenAudioDevice(nil, 0, &wanted, nil, 0)
    guard device != 0 else {
      SDL_QuitSubSystem(SDL_INIT_AUDIO)
      return false
    }
    SDL_PauseAudioDevice(device, 0)
    return true
  }
}
