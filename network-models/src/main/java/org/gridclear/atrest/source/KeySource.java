package org.gridclear.atrest.source;

import java.security.SecureRandom;
import java.time.Clock;
import org.gridclear.atrest.DataKey;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.atrest.KeyRing;

/** Where the keys of data at rest are kept: a file, a token by PKCS#11, or a service by its URL. */
public sealed interface KeySource permits KeyFile, KeyToken, KeyService {
  /**
   * The source of an address: {@code file:/etc/gridclear/data.keys}, {@code
   * pkcs11:slot-id=0?module-path=/usr/lib/x.so&pin-source=file:/etc/gridclear/pin}, or {@code
   * https://kms:8200/v1/secret/data/gridclear?token-source=file:/etc/gridclear/token}.
   *
   * @throws KeyRefusedException if it is none of these
   */
  static KeySource of(String address) {
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

  /**
   * The keys.
   *
   * @throws KeyRefusedException if there are none, they cannot be had, or others can read them
   */
  KeyRing load();

  /**
   * Makes the first key.
   *
   * @throws KeyRefusedException if there is one already
   */
  KeyRing init(Clock clock);

  /** Makes another key, which is written with from now on; the others stay, to be read with. */
  KeyRing rotate(Clock clock);

  /** A new key. */
  static DataKey fresh(Clock clock) {
    byte[] secret = new byte[DataKey.BYTES];
    new SecureRandom().nextBytes(secret);
    return new DataKey(secret, clock.instant().toString());
  }
}
