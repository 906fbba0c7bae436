package org.gridclear.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a merge leaves in a page is shown by browsers and read by nobody who compiles. */
class MergeMarksTest {
  private static final Path ROOT = Path.of(System.getProperty("gridclear.root"));
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "runs", "builds");
  private static final Set<String> PICTURES = Set.of("png", "ttf", "parquet");

  @Test
  void noFileHasTheMarksOfAMerge() throws IOException {
    List<String> marked = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            String name = file.getFileName().toString();
            if (!PICTURES.contains(name.substring(name.lastIndexOf('.') + 1)) && marked(file)) {
              marked.add(ROOT.relativize(file).toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    assertEquals(List.of(), marked);
  }

  private static boolean marked(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
        .lines()
        .anyMatch(
            line -> line.startsWith("<".repeat(7) + " ") || line.startsWith(">".repeat(7) + " "));
  }
}
