// SDLShell
