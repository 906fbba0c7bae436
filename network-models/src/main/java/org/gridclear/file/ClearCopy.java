package org.gridclear.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gridclear.atrest.AtRest;
import org.gridclear.atrest.EncryptedBytes;
import org.gridclear.atrest.KeyRefusedException;

/** Folders of encrypted files, copied in clear or encrypted anew. */
public final class ClearCopy {
  /** Of a security folder: what has a signature or an encryption of its own, and is read so. */
  private static final Set<String> SIGNED = Set.of("audit-head", "sessions");

  private ClearCopy() {}

  /**
   * Copies a file or folder in clear, lines of logs too.
   *
   * @return how many files
   * @throws IllegalArgumentException if the copy's place is taken, or a key is not there
   */
  public static int of(Path source, Path target) throws IOException {
    if (Files.exists(target)) {
      throw new IllegalArgumentException("%s exists; name another place.".formatted(target));
    }
    List<Path> files = files(source);
    for (Path file : files) {
      Path copy = file.equals(source) ? target : target.resolve(source.relativize(file).toString());
      byte[] stored = StoredFiles.readAllBytes(file);
      byte[] content = logged(file) ? lines(file, stored) : stored;
      PrivateFiles.makeFolder(Objects.requireNonNull(copy.toAbsolutePath().getParent()));
      PrivateFiles.makeFile(copy);
      Files.write(copy, content);
    }
    return files.size();
  }

  private static boolean logged(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".csv") || name.endsWith(".jsonl");
  }

  private static byte[] lines(Path file, byte[] content) {
    StringBuilder text = new StringBuilder();
    String name = file.getFileName().toString();
    String context = name.endsWith(".jsonl") ? EncryptedBytes.AUDIT : name;
    String all = new String(content, java.nio.charset.StandardCharsets.UTF_8);
    if (all.lines().noneMatch(EncryptedBytes::isLine)) {
      return content;
    }
    all.lines().forEach(line -> text.append(EncryptedBytes.openLine(context, line)).append('\n'));
    return text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static List<Path> files(Path source) throws IOException {
    try (Stream<Path> all = Files.walk(source)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /**
   * Encrypts the files of a folder with the key in force. Logs of lines, locks and databases stay
   * as they are.
   *
   * @return how many files had another key or none
   */
  public static int renew(Path folder) throws IOException {
    String key =
        AtRest.ring()
            .orElseThrow(() -> new KeyRefusedException("No key was given; say --data-key."))
            .current()
            .id();
    int renewed = 0;
    for (Path file : files(folder)) {
      if (kept(file) || key.equals(StoredFiles.keyOf(file))) {
        continue;
      }
      Path aside = Aside.file(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      try {
        try (InputStream in = StoredFiles.newInputStream(file);
            OutputStream out = StoredFiles.newOutputStream(aside)) {
          in.transferTo(out);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(aside);
      }
      renewed++;
    }
    return renewed;
  }

  private static boolean kept(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".db")
        || name.endsWith(".lock")
        || name.endsWith(".pem")
        || name.endsWith(".jsonl")
        || SIGNED.contains(name)
        || Objects.requireNonNull(file.toAbsolutePath().getParent()).endsWith("seals")) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String begin = new String(in.readNBytes(1 << 12), java.nio.charset.StandardCharsets.UTF_8);
      return logged(file) && begin.lines().anyMatch(EncryptedBytes::isLine);
    }
  }
}
