package org.gridclear.atrest;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The keys of this process. Whether files are encrypted is a matter of the process and not of each
 * of the many that write; so it is said once, when the process starts.
 */
public final class AtRest {
  /** Option and variable that name the keys. */
  public static final String OPTION = "--data-key";

  private static final String FILE = "file:";
  private static final AtomicReference<Keys> KEYS = new AtomicReference<>();

  private AtRest() {}

  private record Keys(KeyRing ring, Supplier<KeyRing> source) {}

  /**
   * Encrypts what is written from now on, and reads what was encrypted with these keys.
   *
   * @param source is asked at once, and again where a key is met that it did not have
   */
  public static void use(Supplier<KeyRing> source) {
    KEYS.set(new Keys(source.get(), source));
  }

  /** Writes in clear from now on, and reads nothing that is encrypted. */
  public static void forget() {
    KEYS.set(null);
  }

  /** The keys; empty where none were given. */
  public static Optional<KeyRing> ring() {
    return Optional.ofNullable(KEYS.get()).map(Keys::ring);
  }

  /**
   * The key of an id; where it was made since the keys were read they are read again.
   *
   * @throws KeyRefusedException if no keys were given, or none of this id
   */
  static DataKey key(String id, String what) {
    Keys keys = KEYS.get();
    if (keys == null) {
      throw new KeyRefusedException(
          "%s is encrypted and no key was given. Say %s file:…, pkcs11:… or https://…, or set GRIDCLEAR_DATA_KEY."
              .formatted(what, OPTION));
    }
    if (!keys.ring().has(id)) {
      use(keys.source());
    }
    return Objects.requireNonNull(KEYS.get()).ring().key(id, what);
  }

  /**
   * Makes sure that a key does not lie with what it protects.
   *
   * @throws KeyRefusedException if the keys of this process lie in or below a folder of data
   */
  public static void apart(Path folder) {
    ring()
        .map(KeyRing::source)
        .filter(source -> source.startsWith(FILE))
        .ifPresent(
            source -> {
              Path file = Path.of(source.substring(FILE.length())).toAbsolutePath();
              if (file.normalize().startsWith(folder.toAbsolutePath().normalize())) {
                throw new KeyRefusedException(
                    "The key file %s lies in the data folder %s, so a copy of the folder has it. Move it elsewhere."
                        .formatted(file, folder));
              }
            });
  }
}
