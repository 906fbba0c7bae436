package org.gridclear.account.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.file.PrivateFiles;
import org.gridclear.file.Sha256;
import org.gridclear.file.WrittenFile;

/**
 * Files of seals beside an audit log: {@code seals/seal-000001.txt} with its signature {@code .sig}
 * of 64 bytes, and public keys as {@code key-….pem}.
 *
 * @param path the folder {@code seals}
 */
record SealFolder(Path path) {
  private static final int KEY_DIGITS = 16;

  static SealFolder of(Path security) {
    return new SealFolder(security.resolve("seals"));
  }

  /**
   * A file of a seal.
   *
   * @param number by its name
   * @param text its bytes
   * @param signature the bytes of its signature; empty if there are none
   */
  record Stored(int number, byte[] text, byte[] signature) {
    String sha256() {
      return Sha256.hex(text);
    }

    /**
     * What it says.
     *
     * @throws IllegalArgumentException if it is no seal
     */
    Seal seal() {
      return Seal.of(new String(text, StandardCharsets.UTF_8));
    }
  }

  /** All seals by number. */
  List<Stored> all() {
    TreeMap<Integer, Stored> seals = new TreeMap<>();
    for (Path file : files("seal-\\d{6}.txt")) {
      int number = Integer.parseInt(file.getFileName().toString().substring(5, 11));
      Path signature = path.resolve(name(number, "sig"));
      byte[] signed = Files.exists(signature) ? bytes(signature) : new byte[0];
      seals.put(number, new Stored(number, bytes(file), signed));
    }
    return new ArrayList<>(seals.values());
  }

  /** Public keys that lie beside the seals. */
  List<PublicKey> keys() {
    return files("key-[0-9a-f]{16}.pem").stream().map(SealKey::readPublic).toList();
  }

  /** All files. */
  List<Path> files() {
    return files("(seal-\\d{6}\\.(txt|sig|tsr)|key-[0-9a-f]{16}\\.pem)");
  }

  private List<Path> files(String pattern) {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> file.getFileName().toString().matches(pattern)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(int number, String kind) {
    return "seal-%06d.%s".formatted(number, kind);
  }

  /**
   * Writes a seal, its signature first: a text without one would be a finding; returns the SHA-256
   * of the text.
   */
  String write(Seal seal, SealKey key) {
    byte[] text = seal.text().getBytes(StandardCharsets.UTF_8);
    try {
      PrivateFiles.makeFolder(path);
      keep(key.open());
      if (seal.nextKey() != null) {
        keep(seal.nextKey());
      }
      WrittenFile.write(path.resolve(name(seal.number(), "sig")), key.sign(text));
      WrittenFile.write(path.resolve(name(seal.number(), "txt")), text);
      return Sha256.hex(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(PublicKey key) throws IOException {
    String name = "key-%s.pem".formatted(SealKey.fingerprint(key).substring(0, KEY_DIGITS));
    if (!Files.exists(path.resolve(name))) {
      WrittenFile.write(path.resolve(name), SealKey.pem(key).getBytes(StandardCharsets.US_ASCII));
    }
  }
}
