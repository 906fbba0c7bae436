package org.gridclear.signature;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The keys that this process signs with; said once, when it starts. */
public final class Signing {
  /** Option that names them. */
  public static final String OPTION = "--sign-key";

  private static final AtomicReference<SigningKeys> KEYS = new AtomicReference<>();

  private Signing() {}

  /** Signs with these keys from now on. */
  public static void use(SigningKeys keys) {
    KEYS.set(keys);
  }

  /** Signs nothing from now on. */
  public static void forget() {
    KEYS.set(null);
  }

  /** The keys; empty where none were given. */
  public static Optional<SigningKeys> keys() {
    return Optional.ofNullable(KEYS.get());
  }
}
