package org.gridclear.crossing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.account.seal.SealKey;
import org.gridclear.file.Sha256;
import org.gridclear.file.WrittenFile;

/** Writes packages for another zone. */
public final class CrossingExport {
  private static final int FILES_MAX = 999;

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
   * @param sha256 of its manifest
   */
  public record Sent(int number, int files, String sha256) {}

  /**
   * Writes a package. It is there once its manifest is.
   *
   * @param sources files, and folders with all that is in them
   * @throws IllegalArgumentException if there is nothing to send or a name cannot be
   */
  public Sent send(List<Path> sources) throws IOException {
    Files.createDirectories(folder.path());
    Path sent = Path.of(folder.path().toAbsolutePath().normalize() + "." + folder.channel());
    try (FileChannel lock =
            FileChannel.open(
                Path.of(sent + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = taken(lock)) {
      CrossingBook book = new CrossingBook(Path.of(sent + ".sent"));
      adopt(book);
      return write(book, files(sources));
    }
  }

  private FileLock taken(FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new IllegalArgumentException(
          "Another export of the channel %s is under way.".formatted(folder.channel()));
    }
    return lock;
  }

  /** A package whose writer died before it wrote it down was sent all the same. */
  private void adopt(CrossingBook book) throws IOException {
    int next = book.last() + 1;
    if (Files.exists(folder.manifest(next))) {
      book.add(next, Sha256.hex(Files.readAllBytes(folder.manifest(next))));
    }
  }

  private static Map<String, Path> files(List<Path> sources) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (Path source : sources) {
      Path whole = source.toAbsolutePath().normalize();
      Path parent = Objects.requireNonNullElse(whole.getParent(), whole);
      try (Stream<Path> all = Files.walk(source)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          Path name = parent.relativize(file.toAbsolutePath().normalize());
          if (files.put(name.toString().replace('\\', '/'), file) != null) {
            throw new IllegalArgumentException("Two files would have the name %s.".formatted(name));
          }
        }
      }
    }
    if (files.isEmpty() || files.size() > FILES_MAX) {
      throw new IllegalArgumentException(
          "A package has 1 to %d files, not %d.".formatted(FILES_MAX, files.size()));
    }
    return files;
  }

  private Sent write(CrossingBook book, Map<String, Path> files) throws IOException {
    int number = book.last() + 1;
    List<CrossingManifest.Entry> entries = new ArrayList<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      byte[] content = Files.readAllBytes(file.getValue());
      WrittenFile.write(folder.part(number, entries.size() + 1), content);
      entries.add(new CrossingManifest.Entry(Sha256.hex(content), content.length, file.getKey()));
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
    return new Sent(number, entries.size(), Sha256.hex(text));
  }
}
