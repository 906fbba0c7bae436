package org.gridclear.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gridclear.file.Sha256;
import org.gridclear.file.WrittenFile;

/**
 * Files that are handed out together: {@code NAME.sha256} lists them as {@code sha256sum} does, and
 * {@code NAME.sha256.sig} is its signature.
 */
public final class SignedList {
  /** Ending of a list. */
  public static final String END = ".sha256";

  private static final Pattern LINE = Pattern.compile("[0-9a-f]{64} {2}[^/\\\\]+");

  private SignedList() {}

  /** Writes the list of files of a folder, where the process has keys to sign with. */
  public static void write(Path folder, String name, List<String> files) throws IOException {
    Optional<SigningKeys> keys = Signing.keys();
    if (keys.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (String file : files) {
      text.append(Sha256.hex(Files.readAllBytes(folder.resolve(file))));
      text.append("  ").append(file).append('\n');
    }
    byte[] list = text.toString().getBytes(StandardCharsets.UTF_8);
    Path target = folder.resolve(name + END);
    WrittenFile.write(target, list);
    WrittenFile.write(DetachedSignature.beside(target), keys.get().detached(list));
  }

  /** What is wrong with a list, its signature or its files; empty if nothing is. */
  public static List<String> check(Path list, TrustedKeys trusted) throws IOException {
    List<String> findings = new ArrayList<>(DetachedSignature.check(list, trusted));
    for (String line : Files.readAllLines(list)) {
      if (!LINE.matcher(line).matches()) {
        findings.add("%s: '%s' is no hash and name of a file".formatted(list, line));
        continue;
      }
      Path file = list.resolveSibling(line.substring(66));
      if (!Files.isRegularFile(file)) {
        findings.add(file + " is gone");
      } else if (!Sha256.hex(Files.readAllBytes(file)).equals(line.substring(0, 64))) {
        findings.add(file + " is not what was signed");
      }
    }
    return findings;
  }

  /** Files that a list has, beside it. */
  public static List<Path> files(Path list) throws IOException {
    return Files.readAllLines(list).stream()
        .filter(line -> LINE.matcher(line).matches())
        .map(line -> list.resolveSibling(line.substring(66)))
        .toList();
  }
}
