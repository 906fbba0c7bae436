package org.gridclear.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.atrest.AtRest;
import org.gridclear.atrest.EncryptedOutput;
import org.gridclear.atrest.FileFrame;
import org.gridclear.atrest.KeyRing;

/**
 * The calls of {@link Files} for what the program keeps: written encrypted where the process has a
 * key, read whether it is encrypted or not. Files that others are to read (exports, publications,
 * public keys) are written by {@link Files} itself.
 */
public final class StoredFiles {
  private StoredFiles() {}

  /** As {@link Files#newInputStream}. */
  public static InputStream newInputStream(Path path) throws IOException {
    return new ReadingStream(RandomReading.open(path));
  }

  /** As {@link Files#readAllBytes}. */
  public static byte[] readAllBytes(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return Files.readAllBytes(path);
    }
    try (RandomReading file = RandomReading.open(path)) {
      return file.all();
    }
  }

  /** As {@link Files#readString(Path)}. */
  public static String readString(Path path) throws IOException {
    return new String(readAllBytes(path), StandardCharsets.UTF_8);
  }

  /** As {@link Files#readAllLines(Path)}. */
  public static List<String> readAllLines(Path path) throws IOException {
    return readString(path).lines().toList();
  }

  /**
   * As {@link Files#newOutputStream}.
   *
   * @throws IllegalArgumentException where an encrypted file is to be added to
   */
  public static OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    Optional<KeyRing> ring = AtRest.ring();
    if (ring.isEmpty()) {
      return new PiecedOutput(Files.newOutputStream(path, options));
    }
    if (Arrays.asList(options).contains(StandardOpenOption.APPEND)) {
      throw new IllegalArgumentException("An encrypted file is not added to: " + path);
    }
    OutputStream out = new PiecedOutput(Files.newOutputStream(path, options));
    try {
      return new EncryptedOutput(out, ring.get().current());
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }

  /** As {@link Files#write(Path, byte[], OpenOption...)}. */
  public static Path write(Path path, byte[] bytes, OpenOption... options) throws IOException {
    try (OutputStream out = newOutputStream(path, options)) {
      out.write(bytes);
    }
    return path;
  }

  /** As {@link Files#writeString(Path, CharSequence, OpenOption...)}. */
  public static Path writeString(Path path, CharSequence text, OpenOption... options)
      throws IOException {
    return write(path, text.toString().getBytes(StandardCharsets.UTF_8), options);
  }

  /** As {@link WrittenFile#write}: whole or not at all. */
  public static void replace(Path path, byte[] bytes) throws IOException {
    WrittenFile.write(path, stored(bytes));
  }

  /** Bytes in clear. */
  public static long size(Path path) throws IOException {
    try (RandomReading file = RandomReading.open(path)) {
      return file.size();
    }
  }

  /** Whether a file is encrypted. */
  public static boolean isEncrypted(Path path) throws IOException {
    return !keyOf(path).isEmpty();
  }

  /** The id of the key that a file is encrypted with; empty where it is in clear. */
  public static String keyOf(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(FileFrame.HEAD);
      return FileFrame.isHead(head) ? FileFrame.keyOf(head) : "";
    }
  }

  /** Bytes as a file that is kept has them; for what writes its files itself. */
  public static byte[] stored(byte[] plain) {
    Optional<KeyRing> ring = AtRest.ring();
    if (ring.isEmpty()) {
      return plain;
    }
    try (java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream()) {
      try (OutputStream out = new EncryptedOutput(bytes, ring.get().current())) {
        out.write(plain);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
