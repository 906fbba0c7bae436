package org.gridclear.market.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.file.DamagedFileException;
import org.gridclear.file.Sha256;
import org.gridclear.file.StoredFiles;

/**
 * What is kept by its content: network versions, series, cases. A file's name is the SHA-256 of its
 * bytes; it is never changed.
 *
 * @param folder where they lie, in folders by the first two digits of their hash
 */
public record ContentStore(Path folder) {
  private static final String HASH = "[0-9a-f]{64}";

  /** Keeps bytes; returns their hash. What is there already is not written again. */
  public String put(byte[] content) {
    String hash = Sha256.hex(content);
    Path file = file(hash);
    if (!Files.exists(file)) {
      try {
        StoredFiles.replace(file, content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return hash;
  }

  /**
   * The bytes of a hash.
   *
   * @throws IllegalArgumentException if there are none
   * @throws DamagedFileException if they are not those that were kept
   */
  public byte[] get(String hash) {
    Path file = file(hash);
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("There is no content %s in %s.".formatted(hash, folder));
    }
    try {
      byte[] content = StoredFiles.readAllBytes(file);
      if (!Sha256.hex(content).equals(hash)) {
        throw new DamagedFileException(file, "its bytes are not those of its name");
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String hash) {
    if (!hash.matches(HASH)) {
      throw new IllegalArgumentException("'%s' is no SHA-256.".formatted(hash));
    }
    return folder.resolve(hash.substring(0, 2)).resolve(hash);
  }
}
