package org.converge4j.browser;

/**
 * What a page is shown on.
 *
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param touch whether fingers point, as on a phone, and not a mouse
 */
public record Screen(int width, int height, boolean touch) {
    public static final Screen DESKTOP = new Screen(1440, 900, false);
    public static final Screen WIDE = new Screen(1920, 1080, false);
    public static final Screen TABLET = new Screen(768, 1024, true);
    public static final Screen PHONE = new Screen(390, 844, true);
}
