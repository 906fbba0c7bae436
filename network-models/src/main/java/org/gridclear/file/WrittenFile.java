package org.gridclear.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

/** A file that is there whole or not at all. */
public final class WrittenFile {
  private WrittenFile() {}

  /** What fills a file. */
  private interface Filling {
    void into(Path file) throws IOException;
  }

  /**
   * Writes aside, then moves into the place of what is there; folders are made.
   *
   * @throws IOException if it cannot be written; what was there before stays
   */
  public static void write(Path target, byte[] content) throws IOException {
    replace(target, aside -> Files.write(aside, content));
  }

  /**
   * Copies a file of any size aside, then moves it into the place of what is there.
   *
   * @return SHA-256 of the bytes that were copied, in hexadecimal
   * @throws IOException if it cannot be copied; what was there before stays
   */
  public static String copy(Path source, Path target) throws IOException {
    MessageDigest digest = Sha256.digest();
    replace(
        target,
        aside -> {
          try (DigestInputStream in = new DigestInputStream(Files.newInputStream(source), digest);
              OutputStream out = Files.newOutputStream(aside)) {
            in.transferTo(out);
          }
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void replace(Path target, Filling filling) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path aside = Aside.file(Objects.requireNonNull(folder));
    try {
      filling.into(aside);
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
