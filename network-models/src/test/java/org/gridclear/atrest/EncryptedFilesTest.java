package org.gridclear.atrest;

import static org.gridclear.atrest.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gridclear.file.ClearCopy;
import org.gridclear.file.DamagedFileException;
import org.gridclear.file.PackFile;
import org.gridclear.file.RandomReading;
import org.gridclear.file.StoredFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written under a key comes back with it, and neither without it nor changed. */
// Rows: P-08, P-10, W-03
class EncryptedFilesTest {
  private static final byte[] FIRST = filled(1);
  private static final byte[] SECOND = filled(2);

  @TempDir private Path folder;

  private static byte[] filled(int value) {
    byte[] bytes = new byte[DataKey.BYTES];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static void use(byte[]... secrets) {
    List<DataKey> keys = Arrays.stream(secrets).map(s -> new DataKey(s, "-")).toList();
    AtRest.use(() -> new KeyRing(keys, "the test"));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @AfterEach
  void inClear() {
    AtRest.forget();
  }

  @Test
  void filesOfEveryLengthComeBackWholeAndInParts() throws IOException {
    use(FIRST);
    for (int length : List.of(0, 1, 65_535, 65_536, 65_537, 131_072, 200_001)) {
      byte[] plain = random(length);
      Path file = StoredFiles.write(folder.resolve("f" + length), plain);
      assertArrayEquals(plain, StoredFiles.readAllBytes(file));
      assertEquals(length, StoredFiles.size(file));
      try (InputStream in = StoredFiles.newInputStream(file)) {
        assertArrayEquals(plain, in.readAllBytes());
      }
      try (RandomReading reading = RandomReading.open(file)) {
        int from = length / 2;
        ByteBuffer part = ByteBuffer.allocate(100);
        int read = reading.read(part, from);
        assertArrayEquals(
            Arrays.copyOfRange(plain, from, Math.min(length, from + 100)),
            Arrays.copyOf(part.array(), Math.max(0, read)));
      }
    }
  }

  /** An own reader after the description, without the code that wrote. */
  @Test
  void anotherReaderOpensAFileByItsDescription() throws Exception {
    use(FIRST);
    byte[] plain = random(70_000);
    byte[] stored = Files.readAllBytes(StoredFiles.write(folder.resolve("f"), plain));
    byte[] salt = Arrays.copyOfRange(stored, 16, 32);
    byte[] key = hmac(hmac(salt, FIRST), "gridclear file\u0001".getBytes(StandardCharsets.UTF_8));
    byte[] opened = new byte[plain.length];
    int at = 0;
    int piece = 65_536 + 16;
    for (int k = 0, from = 39; from < stored.length; k++, from += piece) {
      int length = Math.min(piece, stored.length - from);
      ByteBuffer nonce = ByteBuffer.allocate(12).put(stored, 32, 7).putInt(k);
      nonce.put((byte) (from + length == stored.length ? 1 : 0));
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(128, nonce.array()));
      cipher.updateAAD(stored, 0, 39);
      at += cipher.doFinal(stored, from, length, opened, at);
    }
    assertArrayEquals(plain, opened);
  }

  private static byte[] hmac(byte[] key, byte[] text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  @Test
  void aChangedCutOrRearrangedFileIsNamed() throws IOException {
    use(FIRST);
    Path file = StoredFiles.write(folder.resolve("f"), random(200_000));
    byte[] stored = Files.readAllBytes(file);
    int piece = 65_552;
    for (int at : List.of(20, 35, 39, 70_000, stored.length - 1)) {
      byte[] changed = stored.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertRefused(
          DamagedFileException.class, () -> StoredFiles.readAllBytes(file), file.toString());
    }
    byte[] swapped = stored.clone();
    System.arraycopy(stored, 39, swapped, 39 + piece, piece);
    System.arraycopy(stored, 39 + piece, swapped, 39, piece);
    for (byte[] wrong :
        List.of(swapped, Arrays.copyOf(stored, 39 + piece), Arrays.copyOf(stored, 45))) {
      Files.write(file, wrong);
      assertRefused(DamagedFileException.class, () -> StoredFiles.readAllBytes(file));
    }
  }

  /** Sixteen bytes of a piece look as an empty one does, which no reader would open. */
  @Test
  void aFileCutBehindTheBeginOfAPieceIsNamed() throws IOException {
    use(FIRST);
    Path file = StoredFiles.write(folder.resolve("f"), random(200_000));
    byte[] stored = Files.readAllBytes(file);
    for (int pieces : List.of(0, 1, 2)) {
      Files.write(file, Arrays.copyOf(stored, 39 + pieces * 65_552 + 16));
      assertRefused(DamagedFileException.class, () -> StoredFiles.readAllBytes(file));
      assertRefused(
          DamagedFileException.class,
          () -> {
            try (InputStream in = StoredFiles.newInputStream(file)) {
              in.readAllBytes();
            }
          });
    }
  }

  @Test
  void withoutTheKeyOrWithAnotherItSaysWhichIsMissing() throws IOException {
    use(FIRST);
    Path file = StoredFiles.writeString(folder.resolve("f"), "414.300 yuan");
    String id = new DataKey(FIRST, "-").id();
    assertEquals(id, StoredFiles.keyOf(file));
    use(SECOND);
    assertRefused(
        KeyRefusedException.class, () -> StoredFiles.readString(file), id, "the test has");
    AtRest.forget();
    assertRefused(
        KeyRefusedException.class, () -> StoredFiles.readString(file), "GRIDCLEAR_DATA_KEY");
  }

  @Test
  void afterAnotherKeyTheOldFilesAreReadAndRenewed() throws IOException {
    Path clear = StoredFiles.writeString(folder.resolve("clear"), "clear");
    use(FIRST);
    Path old = StoredFiles.writeString(folder.resolve("old"), "old");
    use(FIRST, SECOND);
    StoredFiles.writeString(folder.resolve("new"), "new");
    assertEquals("old", StoredFiles.readString(old));
    assertEquals("clear", StoredFiles.readString(clear));
    assertEquals(2, ClearCopy.renew(folder));
    use(SECOND);
    assertEquals("old", StoredFiles.readString(old));
    assertTrue(StoredFiles.isEncrypted(clear));
    assertEquals(0, ClearCopy.renew(folder));
  }

  @Test
  void aKeyThatWasMadeLaterElsewhereIsFetched() throws IOException {
    use(FIRST, SECOND);
    Path file = StoredFiles.writeString(folder.resolve("f"), "by another process");
    int[] asked = {0};
    List<DataKey> keys = List.of(new DataKey(FIRST, "-"), new DataKey(SECOND, "-"));
    AtRest.use(() -> new KeyRing(keys.subList(0, Math.min(2, ++asked[0])), "the test"));
    assertEquals("by another process", StoredFiles.readString(file));
    assertEquals(2, asked[0]);
  }

  @Test
  void packsAreReadBlockByBlock() throws IOException {
    use(FIRST);
    Path file = folder.resolve("pack");
    try (PackFile.Writer writer = new PackFile.Writer(file)) {
      writer.put("a", random(100_000));
      writer.put("b", random(10));
    }
    assertTrue(StoredFiles.isEncrypted(file));
    try (PackFile.Reader reader = new PackFile.Reader(file)) {
      assertArrayEquals(random(10), reader.get("b").orElseThrow());
      assertEquals(List.of(), reader.differences());
    }
  }

  @Test
  void linesAndValuesAreBoundToWhereTheyAre() {
    use(FIRST);
    byte[] value = "414.300".getBytes(StandardCharsets.UTF_8);
    byte[] sealed = EncryptedBytes.seal("runs", value);
    assertArrayEquals(EncryptedBytes.seal("runs", value), sealed);
    assertFalse(Arrays.equals(EncryptedBytes.seal("bases", value), sealed));
    assertArrayEquals(value, EncryptedBytes.open("runs", sealed));
    assertRefused(AlteredException.class, () -> EncryptedBytes.open("bases", sealed));
    String line = EncryptedBytes.sealLine("log", "M0001,12.5");
    assertFalse(line.contains("M0001"));
    assertEquals("M0001,12.5", EncryptedBytes.openLine("log", line));
    for (String wrong : List.of(line.substring(0, 20), "GCL1:%%%", line + "AAAA")) {
      assertRefused(AlteredException.class, () -> EncryptedBytes.openLine("log", wrong));
    }
    assertEquals("in clear", EncryptedBytes.openLine("log", "in clear"));
  }

  @Test
  void aCopyInClearHasFilesAndLines() throws IOException {
    use(FIRST);
    Path kept = folder.resolve("kept");
    Files.createDirectories(kept.resolve("below"));
    StoredFiles.writeString(kept.resolve("below/a.txt"), "text");
    Files.writeString(
        kept.resolve("log.csv"), "head\n" + EncryptedBytes.sealLine("log.csv", "row") + "\n");
    assertEquals(2, ClearCopy.of(kept, folder.resolve("clear")));
    assertEquals("text", Files.readString(folder.resolve("clear/below/a.txt")));
    assertEquals("head\nrow\n", Files.readString(folder.resolve("clear/log.csv")));
    assertEquals(0, ClearCopy.renew(kept));
    assertRefused(
        IllegalArgumentException.class,
        () -> ClearCopy.of(kept, folder.resolve("clear")),
        "exists");
  }

  @Test
  void anEncryptedFileIsNotAddedTo() throws IOException {
    use(FIRST);
    Path file = StoredFiles.writeString(folder.resolve("f"), "a");
    assertRefused(
        IllegalArgumentException.class,
        () -> StoredFiles.write(file, FIRST, StandardOpenOption.APPEND),
        "not added to");
    try (OutputStream out = StoredFiles.newOutputStream(folder.resolve("g"))) {
      out.write('x');
      out.flush();
    }
    assertEquals("x", StoredFiles.readString(folder.resolve("g")));
  }

  /** RFC 5869 says what a derived key is; an id tells nothing of it. */
  @Test
  void keysOfUsesAreDerived() throws Exception {
    DataKey key = new DataKey(FIRST, "-");
    byte[] expected =
        hmac(hmac(new byte[32], FIRST), "gridclear x\u0001".getBytes(StandardCharsets.UTF_8));
    assertArrayEquals(expected, key.derived("x", new byte[0]));
    assertEquals(16, key.id().length());
    assertFalse(key.id().contains(HexFormat.of().formatHex(FIRST, 0, 4)));
    assertRefused(IllegalArgumentException.class, () -> new DataKey(new byte[31], "-"), "31 bytes");
  }
}
