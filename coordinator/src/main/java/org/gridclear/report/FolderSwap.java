package org.gridclear.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.gridclear.file.Aside;

/** Writes a folder aside and then moves it, so that no half of it is ever seen. */
public final class FolderSwap {
  private FolderSwap() {}

  /** What fills a folder, or moves it. */
  public interface Filling {
    void into(Path folder) throws IOException;
  }

  /**
   * Writes entries into a folder; those that are there under other names stay.
   *
   * @throws IOException if they cannot be written; then nothing is left behind
   */
  public static void merge(Path folder, Filling filling) throws IOException {
    aside(
        folder,
        filling,
        aside -> {
          if (Files.exists(folder)) {
            moveInto(aside, folder);
          } else {
            Files.move(aside, folder);
          }
        });
  }

  /**
   * Writes a folder that never changes once it is there: it comes as a whole, in one step.
   *
   * @throws FileAlreadyExistsException if somebody has put something there by then, which stays
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public static void writeOnce(Path folder, Filling filling) throws IOException {
    aside(
        folder,
        filling,
        aside -> {
          try {
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
          } catch (IOException e) {
            if (holdsAnything(folder)) {
              FileAlreadyExistsException there = new FileAlreadyExistsException(folder.toString());
              there.initCause(e);
              throw there;
            }
            throw e;
          }
        });
  }

  /**
   * Writes a folder in place of what is there, which is gone as a whole once the new one is.
   *
   * @throws IOException if it cannot be written; then what was there is there as it was
   */
  public static void replace(Path folder, Filling filling) throws IOException {
    if (!holdsAnything(folder)) {
      writeOnce(folder, filling);
      return;
    }
    Path place = folder.toRealPath();
    aside(
        place,
        filling,
        aside -> {
          Path old = Aside.folder(Objects.requireNonNull(place.getParent()));
          Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
          try {
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
          } catch (IOException e) {
            Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
            throw e;
          }
          delete(old);
        });
  }

  /** Whether a path is a file, or a folder that is not empty. */
  public static boolean holdsAnything(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Files.exists(path);
    }
    try (var entries = Files.list(path)) {
      return entries.findAny().isPresent();
    }
  }

  private static void aside(Path folder, Filling filling, Filling toItsPlace) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path aside = Aside.folder(Objects.requireNonNull(parent));
    try {
      filling.into(aside);
      toItsPlace.into(aside);
    } finally {
      delete(aside);
    }
  }

  private static void moveInto(Path aside, Path folder) throws IOException {
    try (var entries = Files.list(aside)) {
      for (Path entry : entries.toList()) {
        Path target = folder.resolve(entry.getFileName());
        delete(target);
        Files.move(entry, target);
      }
    }
  }

  /** Deletes a folder with everything in it. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
