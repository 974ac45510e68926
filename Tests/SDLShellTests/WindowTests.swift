import Testing

/// The real program in a real window, moved by a real mouse and real keys: what its users see.
///
/// One window at a time, since there is one mouse. A failing test leaves the screen's picture as `*.actual.png`.
@Suite(
  .serialized, .onWindowThread,
  .compactMapIssues { issue in
    ShownWindow.current?.savePicture()
    return issue
  })
enum WindowTests {}
