package org.gridclear.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.gridclear.file.PrivateFiles;
import org.gridclear.file.Sha256;

/**
 * Folders of a site by their names at both sites. What is written aside, and locks, are no part of
 * them; nothing that was sent is taken away.
 *
 * @param roots folders by name
 */
public record SiteFiles(Map<String, Path> roots) {
  private static final String APPENDED = ".jsonl";

  /** Folders with what rows of the market refer to: a row without its content is none. */
  private static final String BINDING = "market-";

  /** Names of folders and files by which both sites know a file. */
  record Place(String root, String path) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byRoot = root.compareTo(other.root);
      return byRoot == 0 ? path.compareTo(other.path) : byRoot;
    }
  }

  /** How a file was when it was last looked at. */
  record Stamp(long size, long micros) {}

  /**
   * What was sent of a file.
   *
   * @param hash SHA-256 of it, if it is one that is added to; else ""
   */
  record Sent(Stamp stamp, String hash) {}

  /**
   * Parts of files.
   *
   * @param whole whether nothing is left of what rows of the market refer to
   */
  record Changed(List<Part> parts, boolean whole) {}

  /**
   * A part of a file.
   *
   * @param offset where it begins; 0 for the whole file
   */
  record Part(Place place, long offset, Stamp stamp, byte[] bytes) {}

  /** All files. */
  Map<Place, Stamp> all() {
    Map<Place, Stamp> found = new TreeMap<>();
    roots.forEach(
        (name, root) -> {
          try {
            if (Files.isRegularFile(root)) {
              found.put(
                  new Place(name, ""),
                  stamp(Files.readAttributes(root, BasicFileAttributes.class)));
            } else if (Files.isDirectory(root)) {
              Files.walkFileTree(root, new Visitor(name, root, found));
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return found;
  }

  private static Stamp stamp(BasicFileAttributes of) {
    return new Stamp(of.size(), of.lastModifiedTime().to(TimeUnit.MICROSECONDS));
  }

  /** Files that come and go while they are looked at are seen the next time. */
  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final String name;
    private final Path root;
    private final Map<Place, Stamp> found;

    Visitor(String name, Path root, Map<Place, Stamp> found) {
      this.name = name;
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes of) {
      boolean aside = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
      return aside ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
      String own = file.getFileName().toString();
      if (of.isRegularFile()
          && !own.startsWith(".")
          && !own.endsWith(".lock")
          && !own.endsWith(".part")) {
        found.put(new Place(name, root.relativize(file).toString()), stamp(of));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }

  private Path file(Place place) {
    Path root = roots.get(place.root());
    if (root == null) {
      throw new IllegalArgumentException("This site has no folder for " + place.root() + ".");
    }
    Path file = place.path().isEmpty() ? root : root.resolve(place.path()).normalize();
    if (!file.startsWith(root.normalize())) {
      throw new IllegalArgumentException(place + " lies outside its folder.");
    }
    return file;
  }

  /** All files as if they had been sent. */
  Map<Place, Sent> sent() throws IOException {
    Map<Place, Sent> sent = new TreeMap<>();
    for (Map.Entry<Place, Stamp> each : all().entrySet()) {
      byte[] content =
          isAdded(each.getKey()) ? Files.readAllBytes(file(each.getKey())) : new byte[0];
      sent.put(each.getKey(), new Sent(each.getValue(), hash(each.getKey(), content)));
    }
    return sent;
  }

  private static boolean isAdded(Place place) {
    return place.path().endsWith(APPENDED);
  }

  private static String hash(Place place, byte[] content) {
    return isAdded(place) ? Sha256.hex(content) : "";
  }

  /**
   * Parts of files that changed against what was sent, which then is what was sent. What rows of
   * the market refer to comes first. A file that is added to is sent from where the other ends, if
   * that is how it begins.
   *
   * @param bytesMax about so many bytes; the rest comes with the next call
   */
  Changed changed(Map<Place, Sent> sent, long bytesMax) throws IOException {
    List<Part> parts = new ArrayList<>();
    boolean whole = true;
    long bytes = 0;
    List<Map.Entry<Place, Stamp>> files = new ArrayList<>(all().entrySet());
    files.sort(Comparator.comparing(each -> !isBinding(each.getKey())));
    for (Map.Entry<Place, Stamp> each : files) {
      Place place = each.getKey();
      Sent before = sent.get(place);
      if (before != null && each.getValue().equals(before.stamp())) {
        continue;
      }
      if (bytes > bytesMax) {
        whole &= !isBinding(place);
        continue;
      }
      try {
        byte[] content = Files.readAllBytes(file(place));
        int from = isAdded(place) && before != null ? begun(content, before) : 0;
        Stamp now = new Stamp(content.length, each.getValue().micros());
        parts.add(new Part(place, from, now, Arrays.copyOfRange(content, from, content.length)));
        sent.put(place, new Sent(now, hash(place, content)));
        bytes += content.length - from;
      } catch (NoSuchFileException e) {
        sent.remove(place);
      }
    }
    return new Changed(parts, whole);
  }

  private static boolean isBinding(Place place) {
    return place.root().startsWith(BINDING);
  }

  /** How many bytes of a file the other has; 0 if what that has is not how it begins. */
  private static int begun(byte[] content, Sent before) {
    long size = before.stamp().size();
    return size <= content.length
            && Sha256.hex(Arrays.copyOf(content, Math.toIntExact(size))).equals(before.hash())
        ? Math.toIntExact(size)
        : 0;
  }

  /** Writes parts, which are on disk when this returns; a file is there whole or not at all. */
  void write(List<Part> parts) throws IOException {
    Set<Path> folders = new TreeSet<>();
    for (Part part : parts) {
      folders.add(write(part));
    }
    for (Path folder : folders) {
      if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        // There, no folder can be opened.
        continue;
      }
      try (FileChannel entries = FileChannel.open(folder)) {
        entries.force(true);
      }
    }
  }

  private Path write(Part part) throws IOException {
    Path file = file(part.place());
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    PrivateFiles.makeFolder(folder);
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    byte[] before = part.offset() == 0 ? new byte[0] : Files.readAllBytes(file);
    if (before.length < part.offset()) {
      throw new IllegalStateException("%s has not what is before.".formatted(file));
    }
    PrivateFiles.makeFile(aside);
    byte[] whole = Arrays.copyOf(before, Math.toIntExact(part.offset() + part.bytes().length));
    System.arraycopy(part.bytes(), 0, whole, (int) part.offset(), part.bytes().length);
    Files.write(aside, whole);
    try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.setLastModifiedTime(aside, FileTime.from(part.stamp().micros(), TimeUnit.MICROSECONDS));
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return folder;
  }
}
