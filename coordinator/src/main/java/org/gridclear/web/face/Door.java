package org.gridclear.web.face;

import org.gridclear.account.Face;

/**
 * Where a face is served.
 *
 * @param face which one
 * @param host address to bind to
 * @param port port, 0 for a free one
 */
public record Door(Face face, String host, int port) {
  private static final int PORT_MAX = 65_535;

  /** The door of a server without faces, where all calls are answered. */
  public static Door plain(String host, int port) {
    return new Door(Face.OPERATOR, host, port);
  }

  /**
   * A door as it is written: {@code FACE}, {@code FACE=PORT} or {@code FACE=HOST:PORT}.
   *
   * @param host where none is said
   * @param port where none is said
   * @throws IllegalArgumentException if it cannot be
   */
  public static Door read(String text, String host, int port) {
    int equal = text.indexOf('=');
    Face face = Face.of(equal < 0 ? text : text.substring(0, equal));
    if (equal < 0) {
      return new Door(face, host, port);
    }
    String address = text.substring(equal + 1);
    int colon = address.lastIndexOf(':');
    String named = colon < 0 ? host : address.substring(0, colon);
    String number = address.substring(colon + 1);
    if (named.isEmpty() || !number.matches("\\d{1,5}") || Integer.parseInt(number) > PORT_MAX) {
      throw new IllegalArgumentException(
          "--face %s must be FACE, FACE=PORT or FACE=HOST:PORT, with a port from 0 to 65535."
              .formatted(text));
    }
    return new Door(face, named, Integer.parseInt(number));
  }
}
