package org.gridclear.account.factor;

/**
 * Where a browser sees the server, which a hardware key signs.
 *
 * @param host its name, without port
 * @param origin scheme, name and port as browsers write them
 */
public record Site(String host, String origin) {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /**
   * The site of a call.
   *
   * @param scheme http or https
   * @param host name that the browser asked for
   */
  public static Site of(String scheme, String host, int port) {
    boolean usual = port == (scheme.equals("https") ? HTTPS : HTTP);
    return new Site(host, scheme + "://" + host + (usual ? "" : ":" + port));
  }

  /**
   * That hardware keys can be of this site: they are bound to names.
   *
   * @throws IllegalArgumentException if it is an address
   */
  void requireName() {
    if (host.matches("[0-9.]+") || host.contains(":")) {
      throw new IllegalArgumentException(
          "Hardware keys are bound to the name of a server; %s is an address. Open the desk by a name."
              .formatted(host));
    }
  }
}
