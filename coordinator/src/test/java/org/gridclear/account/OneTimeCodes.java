package org.gridclear.account;

/** What an authenticator app does with the address that it was shown. */
public final class OneTimeCodes {
  private OneTimeCodes() {}

  /** The code of a moment. */
  public static String of(String address, long nowMillis) {
    String text = address.replaceAll(".*secret=([A-Z2-7]+).*", "$1");
    byte[] secret = new byte[text.length() * 5 / 8];
    long buffer = 0;
    int bits = 0;
    int at = 0;
    for (char letter : text.toCharArray()) {
      buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        secret[at++] = (byte) (buffer >> bits);
      }
    }
    return SecondFactor.code(secret, SecondFactor.step(nowMillis));
  }
}
