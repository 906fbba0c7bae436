package org.gridclear.atrest.source;

import java.security.SecureRandom;
import java.time.Clock;
import org.gridclear.atrest.DataKey;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.atrest.KeyRing;

/** Where the keys of data at rest are kept: a file, a token by PKCS#11, or a service by its URL. */
public sealed interface KeySource permits KeyFile, KeyToken, KeyService {
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
