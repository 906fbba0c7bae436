package org.gridclear.settlement.close;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.gridclear.file.DamagedFileException;
import org.gridclear.file.Sha256;
import org.gridclear.file.StoredFiles;

/**
 * The one close that corrects another: the versions of a month are a chain. {@code successor.txt}
 * in the folder of a close names it, with its seal; the file is written once.
 *
 * @param folder folder of the correction
 * @param seal its seal
 */
public record Successor(Path folder, String seal) {
  static final String NAME = "successor.txt";

  /** The successor of a close; nothing while it is the last version of its month. */
  public static Optional<Successor> of(Path close) {
    Path file = close.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines =
          new String(StoredFiles.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      if (lines.size() != 3 || !lines.get(2).equals(hash(lines.get(0), lines.get(1)))) {
        throw new DamagedFileException(file, "its content differs from its hash");
      }
      Path folder = close.toAbsolutePath().resolve(lines.get(0)).normalize();
      return Optional.of(new Successor(folder, lines.get(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String link, String seal) {
    return Sha256.hex((link + "\n" + seal + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Opens it, unless another close lies in its folder. */
  CloseFolder open() {
    CloseFolder close = CloseFolder.open(folder);
    if (!close.seal().hash().equals(seal)) {
      close.close();
      throw new DamagedFileException(
          folder.resolve(Seal.NAME), "it is not the seal of the close that was made a successor");
    }
    return close;
  }

  /**
   * Refuses a close that has a successor.
   *
   * @param what what is not done with it, such as {@code billed}
   * @throws IllegalArgumentException if it has one
   */
  public static void refuse(Path close, String what) {
    of(close)
        .ifPresent(
            next -> {
              throw new IllegalArgumentException(
                  "%s was corrected by %s and is not %s any more; %s."
                      .formatted(close, next.folder(), what, advice(close, next)));
            });
  }

  private static String advice(Path close, Successor next) {
    return Files.isDirectory(next.folder())
        ? "name the last version of the month"
        : "that folder is not there: put it back, or, if the correction broke off before it was"
            + " written, delete "
            + close.resolve(NAME);
  }

  /**
   * Names the successor of a close, once.
   *
   * @param target where the successor will stand
   * @throws IllegalArgumentException if another correction was faster
   */
  static void claim(Path close, Path target, String seal) {
    String link = close.toAbsolutePath().relativize(target.toAbsolutePath()).toString();
    String text = "%s\n%s\n%s\n".formatted(link, seal, hash(link, seal));
    try {
      StoredFiles.writeString(close.resolve(NAME), text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(
          "%s was corrected by somebody else in the meantime; see %s."
              .formatted(close, close.resolve(NAME)),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a claim back whose correction was not written. */
  static void release(Path close) {
    try {
      Files.deleteIfExists(close.resolve(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
