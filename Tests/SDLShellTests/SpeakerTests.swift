import Foundation
import Testing

@testable import SDLShell

/// What becomes of a text that is to be spoken.
struct SpeakerTests {
  /// A program in the place of the real one, which writes down what it is told.
  private static func withProgram(_ lines: String, _ body: (_ program: String, _ said: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (program, said) = (folder.appendingPathComponent("say").path, folder.appendingPathComponent("said").path)
    try Data("#!/bin/sh\n\(lines.replacing("SAID", with: said))\n".utf8).write(to: URL(fileURLWithPath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    try body(program, said)
  }

  private static func waitForAll(_ speaker: Speaker) {
    for _ in 0..<500 where speaker.waiting > 0 { usleep(10_000) }
  }

  @Test func aTextIsHandedOverAsItIs() throws {
    try Self.withProgram(#"printf '%s\n' "$@" > SAID"#) { program, said in
      let speaker = Speaker(program: program)
      #expect(speaker.say("-x $(date) 'A' \"B\" ; rm", language: "pt-BR") == .handedOver)
      Self.waitForAll(speaker)
      let lines = try String(contentsOfFile: said, encoding: .utf8).split(separator: "\n").map(String.init)
      #expect(lines.suffix(2) == ["--", "-x $(date) 'A' \"B\" ; rm"])
      #expect(lines.contains("pt") && !lines.contains("pt-BR"))
    }
  }

  /// The window does not wait, and what is out of date is not handed over any more.
  @Test func theLatestTakesThePlaceOfTheOneBefore() throws {
    try Self.withProgram(#"for last; do :; done; [ "$last" = first ] && exec sleep 30; echo "$last" >> SAID"#) {
      program, said in
      let speaker = Speaker(program: program)
      let began = Date()
      #expect(speaker.say("first", language: "en") == .handedOver)
      usleep(100_000)
      #expect(speaker.say("second", language: "en") == .handedOver)
      #expect(Date().timeIntervalSince(began) < 5)
      Self.waitForAll(speaker)
      #expect(speaker.waiting == 0)
      let lines = try String(contentsOfFile: said, encoding: .utf8)
      #expect(lines == "second\n")
    }
  }

  @Test func whatIsNotThereIsToldApart() {
    #expect(Speaker(program: "/no/such/program").say("x", language: "en") == .missing)
  }
}
