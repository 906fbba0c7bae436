package org.gridclear.atrest.source;

import org.gridclear.atrest.KeyRefusedException;

/** The sources of keys by their addresses. */
public final class KeySources {
  private KeySources() {}

  /**
   * The source of an address: {@code file:/etc/gridclear/data.keys}, {@code
   * pkcs11:slot-id=0?module-path=/usr/lib/x.so&pin-source=file:/etc/gridclear/pin}, or {@code
   * https://kms:8200/v1/secret/data/gridclear?token-source=file:/etc/gridclear/token}.
   *
   * @throws KeyRefusedException if it is none of these
   */
  public static KeySource of(String address) {
    if (address.startsWith(KeyFile.SCHEME)) {
      return KeyFile.of(address);
    }
    if (address.startsWith(KeyToken.SCHEME)) {
      return KeyToken.of(address);
    }
    if (address.startsWith(KeyService.SCHEME)) {
      return KeyService.of(address);
    }
    throw new KeyRefusedException(
        "The keys (%s) must be file:PATH, pkcs11:slot-id=N?module-path=…&pin-source=file:…, or https://… ."
            .formatted(address));
  }
}
