package org.gridclear.worker.ignite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Names of grids whose operators gave them none. */
public final class GridNames {
  private static final int SHOWN_BYTES = 6;

  private GridNames() {}

  /**
   * The grid of an owner: of the authority that signed its keys, or else of who runs the process.
   *
   * @param keyFolder keys of a node; null for none
   * @throws IllegalArgumentException if the keys cannot be read
   */
  public static String ofOwner(Path keyFolder) {
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
