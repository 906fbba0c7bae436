package org.gridclear.crossing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gridclear.account.seal.SealKey;
import org.gridclear.file.Sha256;
import org.gridclear.file.StoredFiles;
import org.gridclear.file.WrittenFile;

/** Writes packages for another zone. */
public final class CrossingExport {
  private final CrossingFolder folder;
  private final SealKey key;
  private final Clock clock;

  /**
   * Writes into a folder.
   *
   * @param out what the device empties
   * @param channel name of the direction
   * @param key signs
   */
  public CrossingExport(Path out, String channel, SealKey key, Clock clock) {
    this.folder = new CrossingFolder(out, channel);
    this.key = key;
    this.clock = clock;
  }

  /**
   * What was written.
   *
   * @param number of the package
   * @param files in it
   * @param encrypted how many of them are encrypted at rest, and were sent as they are
   * @param sha256 of its manifest
   */
  public record Sent(int number, int files, int encrypted, String sha256) {}

  /**
   * Writes a package. It is there once its manifest is.
   *
   * @param sources files, and folders with all that is in them
   * @throws IllegalArgumentException if there is nothing to send, a name cannot be, a folder has
   *     links or the packages in it, or packages lie there that were never written down
   */
  public Sent send(List<Path> sources) throws IOException {
    Files.createDirectories(folder.path());
    Path sent = Path.of(folder.path().toAbsolutePath().normalize() + "." + folder.channel());
    return CrossingLock.under(
        Path.of(sent + ".lock"),
        "export of the channel " + folder.channel(),
        () -> {
          CrossingBook book = new CrossingBook(Path.of(sent + ".sent"));
          adopt(book);
          return write(book, CrossingSources.of(sources, folder.path()));
        });
  }

  /**
   * A package whose writer died before it wrote it down was sent all the same. More than one is a
   * book that was lost: to go on would write over what the device has not taken yet.
   */
  private void adopt(CrossingBook book) throws IOException {
    int next = book.last() + 1;
    TreeSet<Integer> there = folder.numbers();
    if (!there.isEmpty() && there.last() > next) {
      throw new IllegalArgumentException(
          "%s ends with package %d, and package %d lies in %s: take the file from a backup."
              .formatted(book.file(), book.last(), there.last(), folder.path()));
    }
    if (there.contains(next)) {
      book.add(next, Sha256.hex(Files.readAllBytes(folder.manifest(next))));
    }
  }

  private Sent write(CrossingBook book, Map<String, Path> files) throws IOException {
    int number = book.last() + 1;
    List<CrossingManifest.Entry> entries = new ArrayList<>();
    int encrypted = 0;
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Path part = folder.part(number, entries.size() + 1);
      String sha256 = WrittenFile.copy(file.getValue(), part);
      encrypted += StoredFiles.isEncrypted(part) ? 1 : 0;
      entries.add(new CrossingManifest.Entry(sha256, Files.size(part), file.getKey()));
    }
    CrossingManifest manifest =
        new CrossingManifest(
            folder.channel(),
            number,
            clock.instant().toString(),
            book.lastHash(),
            key.fingerprint(),
            entries);
    byte[] text = manifest.text().getBytes(StandardCharsets.UTF_8);
    CrossingManifest.parse(manifest.text());
    WrittenFile.write(folder.signature(number), key.sign(text));
    WrittenFile.write(folder.manifest(number), text);
    book.add(number, Sha256.hex(text));
    return new Sent(number, entries.size(), encrypted, Sha256.hex(text));
  }
}
