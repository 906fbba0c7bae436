package org.gridclear.crossing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.account.seal.SealKey;
import org.gridclear.file.Sha256;
import org.gridclear.file.WrittenFile;
import org.gridclear.report.FolderSwap;

/** Takes in packages of another zone, in their order, and none that is not as it was sent. */
public final class CrossingImport {
  private final CrossingFolder folder;
  private final Path target;
  private final PublicKey key;

  /**
   * Takes in what a device brings.
   *
   * @param in what the device fills
   * @param channel name of the direction
   * @param target folder of what was taken in: {@code 000001/…}
   * @param key of the other zone
   */
  public CrossingImport(Path in, String channel, Path target, PublicKey key) {
    this.folder = new CrossingFolder(in, channel);
    this.target = target;
    this.key = key;
  }

  /**
   * What was done.
   *
   * @param taken numbers that were taken in
   * @param before how many were taken in before
   * @param findings what is wrong, each with package and file; nothing at or after the first of
   *     them was taken in
   */
  public record Taken(List<Integer> taken, int before, List<String> findings) {
    public Taken {
      taken = List.copyOf(taken);
      findings = List.copyOf(findings);
    }

    /** What became of the packages of a channel, a line each and one of all. */
    public List<String> lines(String channel) {
      List<String> lines = new ArrayList<>();
      taken.forEach(number -> lines.add("taken in: %s-%06d".formatted(channel, number)));
      lines.addAll(findings);
      lines.add(
          "%d taken in now, %d before, %d findings."
              .formatted(taken.size(), before, findings.size()));
      return lines;
    }
  }

  /**
   * Takes in all that follows what was taken in before.
   *
   * @throws IllegalArgumentException if another import of the channel is under way
   */
  public Taken take() throws IOException {
    Files.createDirectories(target);
    return CrossingLock.under(
        target.resolve("%s.lock".formatted(folder.channel())),
        "import of the channel " + folder.channel(),
        this::following);
  }

  private Taken following() throws IOException {
    CrossingBook book = new CrossingBook(target.resolve("%s.taken".formatted(folder.channel())));
    List<String> findings = new ArrayList<>();
    TreeSet<Integer> there = folder.numbers();
    for (int number : there.headSet(book.last(), true)) {
      byte[] manifest = Files.readAllBytes(folder.manifest(number));
      if (!Sha256.hex(manifest).equals(book.packages().get(number))) {
        findings.add(
            name(number)
                + ": another package was taken in under this number; this one is a replay"
                + " or was changed.");
      }
    }
    int before = book.last();
    List<Integer> taken = new ArrayList<>();
    for (int number : there.tailSet(before, false)) {
      List<String> wrong = new ArrayList<>();
      byte[] manifest = judge(book, number, wrong);
      if (!wrong.isEmpty()) {
        findings.addAll(wrong);
        break;
      }
      book.add(number, Sha256.hex(manifest));
      taken.add(number);
    }
    return new Taken(taken, before, findings);
  }

  private String name(int number) {
    return "%s-%06d".formatted(folder.channel(), number);
  }

  private byte[] judge(CrossingBook book, int number, List<String> wrong) throws IOException {
    if (number != book.last() + 1) {
      wrong.add(
          "%s is missing: %s is there, and nothing is taken in out of its order."
              .formatted(name(book.last() + 1), name(number)));
      return new byte[0];
    }
    byte[] text = Files.readAllBytes(folder.manifest(number));
    Path signature = folder.signature(number);
    if (!Files.exists(signature)) {
      wrong.add(name(number) + ".sig is missing.");
      return text;
    }
    if (!SealKey.verifies(key, text, Files.readAllBytes(signature))) {
      wrong.add(
          name(number)
              + ".manifest is not signed by the key "
              + SealKey.fingerprint(key)
              + ": it was changed, or is of somebody else.");
      return text;
    }
    try {
      CrossingManifest manifest = CrossingManifest.parse(new String(text, StandardCharsets.UTF_8));
      follows(book, number, manifest, wrong);
      if (wrong.isEmpty()) {
        content(number, manifest, wrong);
      }
    } catch (IllegalArgumentException e) {
      wrong.add(name(number) + ".manifest: " + e.getMessage() + ".");
    }
    return text;
  }

  private void follows(
      CrossingBook book, int number, CrossingManifest manifest, List<String> wrong) {
    if (!manifest.channel().equals(folder.channel())) {
      wrong.add(name(number) + " is a package of the channel " + manifest.channel() + ".");
    } else if (manifest.number() != number) {
      wrong.add(
          "%s is package %d under another number: a replay, or out of order."
              .formatted(name(number), manifest.number()));
    } else if (!manifest.before().equals(book.lastHash())) {
      wrong.add(
          name(number)
              + " does not follow the package that was taken in last: the order is wrong.");
    }
  }

  private void content(int number, CrossingManifest manifest, List<String> wrong)
      throws IOException {
    for (int k = 0; k < manifest.files().size(); k++) {
      Path part = folder.part(number, k + 1);
      if (!Files.exists(part)) {
        wrong.add(
            "%s (%s) is missing.".formatted(part.getFileName(), manifest.files().get(k).name()));
      }
    }
    Path place = target.resolve(name(number));
    if (Files.exists(place)) {
      already(place, manifest, wrong);
      return;
    }
    try {
      FolderSwap.writeOnce(place, aside -> write(aside, number, manifest, wrong));
    } catch (ChangedException e) {
      // All that was changed is named; nothing of the package is left.
    }
  }

  /** What a process left that died before it wrote down that it had taken the package in. */
  private static void already(Path place, CrossingManifest manifest, List<String> wrong)
      throws IOException {
    for (CrossingManifest.Entry entry : manifest.files()) {
      Path file = place.resolve(entry.name());
      if (!Files.isRegularFile(file) || !hash(file).equals(entry.sha256())) {
        wrong.add(
            "%s is there, and %s in it is not what the package has; move it away and repeat."
                .formatted(place, entry.name()));
      }
    }
    Set<Path> own =
        manifest.files().stream()
            .map(entry -> place.resolve(entry.name()))
            .collect(Collectors.toSet());
    try (Stream<Path> all = Files.walk(place)) {
      all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && !own.contains(file))
          .forEach(
              file ->
                  wrong.add(
                      "%s is there, and %s in it is not of the package; move it away and repeat."
                          .formatted(place, place.relativize(file))));
    }
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.hex(in);
    }
  }

  private void write(Path aside, int number, CrossingManifest manifest, List<String> wrong)
      throws IOException {
    for (int k = 0; k < manifest.files().size(); k++) {
      CrossingManifest.Entry entry = manifest.files().get(k);
      Path part = folder.part(number, k + 1);
      if (Files.exists(part)) {
        Path file = aside.resolve(entry.name());
        String sha256 = WrittenFile.copy(part, file);
        if (Files.size(file) != entry.size() || !sha256.equals(entry.sha256())) {
          wrong.add("%s (%s) was changed.".formatted(part.getFileName(), entry.name()));
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw new ChangedException();
    }
  }

  /** Ends the writing of a package of which something is wrong. */
  private static final class ChangedException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
