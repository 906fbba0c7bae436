package org.gridclear.market.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.atrest.AtRest;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.file.PrivateFiles;
import org.gridclear.file.StoredFiles;

/**
 * The password of an encrypted database file: drawn when the file is made, and kept beside it,
 * itself encrypted with the key of the process. So another key of the process leaves the file as it
 * is.
 */
final class DatabaseKey {
  private static final String DATA_END = ".mv.db";
  private static final String KEY_END = ".key";
  private static final int BYTES = 32;

  private DatabaseKey() {}

  /**
   * The password of a database; empty where it is in clear.
   *
   * @param database its file without the ending
   * @throws KeyRefusedException if it is encrypted and the key is not there, or in clear where the
   *     process encrypts
   */
  static Optional<String> of(Path database) {
    Path key = beside(database, KEY_END);
    try {
      if (Files.exists(key)) {
        return Optional.of(StoredFiles.readString(key));
      }
      if (AtRest.ring().isEmpty()) {
        return Optional.empty();
      }
      if (Files.exists(beside(database, DATA_END))) {
        throw new KeyRefusedException(
            "The database %s is in clear, and a key was given: what is written there would stay in clear. Copy the market without the key (gridclear archive backup), and restore the copy with it (gridclear archive restore)."
                .formatted(beside(database, DATA_END)));
      }
      return Optional.of(make(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path beside(Path database, String end) {
    return database.resolveSibling(database.getFileName() + end);
  }

  private static String make(Path key) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    PrivateFiles.makeFolder(Objects.requireNonNull(key.getParent()));
    AtRest.apart(Objects.requireNonNull(key.getParent().getParent()));
    StoredFiles.replace(key, password.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return password;
  }
}
