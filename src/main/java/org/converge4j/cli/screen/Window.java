package org.converge4j.cli.screen;

import org.jline.nativ.CLibrary;

/** How wide the terminal's window is now. */
final class Window {
    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;

    private Window() {}

    /**
     * Its columns.
     *
     * @param otherwise where that cannot be found out
     */
    static int columns(int otherwise) {
        String told = System.getenv().getOrDefault("COLUMNS", "");
        int columns = told.matches("[1-9]\\d{0,3}") ? Integer.parseInt(told) : asked();
        return columns > 0 ? columns : otherwise;
    }

    /** 0 where there is no terminal, or no library for this system. */
    private static int asked() {
        try {
            CLibrary.WinSize size = new CLibrary.WinSize();
            for (int stream : new int[] {STANDARD_ERROR, STANDARD_OUTPUT}) {
                if (CLibrary.ioctl(stream, CLibrary.TIOCGWINSZ, size) == 0 && size.ws_col > 0) {
                    return size.ws_col;
                }
            }
        } catch (LinkageError | RuntimeException unknown) {
            // the usual width will do
        }
        return 0;
    }
}
