package org.gridclear.worker.ignite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of grids, and those of grids whose operators gave them none. */
public final class GridNames {
  private static final int SHOWN_BYTES = 6;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private GridNames() {}

  /**
   * Refuses what is no name of a grid.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The name of the grid (%s) must be 1 to 64 letters, digits, '.', '-' and '_', the first a letter or digit."
              .formatted(name));
    }
  }

  /**
   * The grid of an owner: of the authority that signed its keys, or else of who runs the process.
   *
   * @param keyFolder keys of a node; null for none
   * @throws IllegalArgumentException if the keys cannot be read
   */
  public static String ofOwner(@Nullable Path keyFolder) {
    if (keyFolder == null) {
      String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
      return "of-" + (user.isEmpty() ? "nobody" : user);
    }
    NodeKeys keys = NodeKeys.in(keyFolder);
    try (InputStream in = Files.newInputStream(keys.trustStore())) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(in, keys.password());
      String first = trusted.aliases().nextElement();
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(trusted.getCertificate(first).getEncoded());
      return "of-authority-" + HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "%s cannot be read: %s".formatted(keys.trustStore(), e.getMessage()), e);
    }
  }
}
