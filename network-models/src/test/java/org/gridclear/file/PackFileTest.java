package org.gridclear.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks in one file: they come back as they were, or it is said that they were changed. */
class PackFileTest {
  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path written(Map<String, byte[]> blocks) throws IOException {
    Path file = folder.resolve("pack");
    try (PackFile.Writer out = new PackFile.Writer(file)) {
      blocks.forEach(out::put);
    }
    return file;
  }

  private static Map<String, byte[]> some() {
    Map<String, byte[]> blocks = new LinkedHashMap<>();
    blocks.put("b", bytes("block b"));
    blocks.put("a", bytes("甲乙"));
    blocks.put("empty", new byte[0]);
    return blocks;
  }

  @Test
  void blocksComeBackByTheirNamesInTheOrderInWhichTheyWereWritten() throws IOException {
    try (PackFile.Reader in = new PackFile.Reader(written(some()))) {
      assertEquals(List.of("b", "a", "empty"), List.copyOf(in.names()));
      assertArrayEquals(bytes("block b"), in.get("b").orElseThrow());
      assertArrayEquals(bytes("甲乙"), in.get("a").orElseThrow());
      assertArrayEquals(new byte[0], in.get("empty").orElseThrow());
      assertEquals(Optional.empty(), in.get("c"));
      assertEquals(List.of(), in.differences());
      assertThrows(UnsupportedOperationException.class, () -> in.names().clear());
    }
  }

  /** Rare ideographs lie beyond the plane that sixteen bits number. */
  @ParameterizedTest
  @ValueSource(strings = {"甲", "𠮷野家", "é", "a\u0000b", "😀", ""})
  void aNameOfAnySignsIsFoundAgain(String name) throws IOException {
    try (PackFile.Reader in = new PackFile.Reader(written(Map.of(name, bytes("x"))))) {
      assertEquals(List.of(name), List.copyOf(in.names()));
      assertArrayEquals(bytes("x"), in.get(name).orElseThrow());
    }
  }

  @Test
  void aVeryLongNameIsFoundAgain() throws IOException {
    String name = "n".repeat(40_000);
    try (PackFile.Reader in = new PackFile.Reader(written(Map.of(name, bytes("x"))))) {
      assertTrue(in.get(name).isPresent());
    }
  }

  @Test
  void aNameIsWrittenOnceAndTheFirstStays() throws IOException {
    Path file = folder.resolve("pack");
    byte[] content = bytes("by its hash");
    String hash = sha256(content);
    try (PackFile.Writer out = new PackFile.Writer(file)) {
      out.put("a", bytes("first"));
      out.put("a", bytes("second"));
      out.putContent(hash, content);
      out.putContent(hash, content);
    }
    try (PackFile.Reader in = new PackFile.Reader(file)) {
      assertArrayEquals(bytes("first"), in.get("a").orElseThrow());
      assertArrayEquals(content, in.get(hash).orElseThrow());
      assertEquals(2, in.names().size());
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aBlockUnderTheHashOfAnotherIsADifference() throws IOException {
    Path file = folder.resolve("pack");
    try (PackFile.Writer out = new PackFile.Writer(file)) {
      out.putContent(sha256(bytes("one")), bytes("two"));
    }
    try (PackFile.Reader in = new PackFile.Reader(file)) {
      assertEquals(1, in.differences().size());
      assertThrows(DamagedFileException.class, () -> in.get(sha256(bytes("one"))));
    }
  }

  @Test
  void theRootBindsNamesAndContents() throws IOException {
    String root = root(some());
    assertEquals(root, root(some()));
    Map<String, byte[]> other = some();
    other.put("a", bytes("甲丙"));
    assertNotEquals(root, root(other));
    Map<String, byte[]> more = some();
    more.put("c", new byte[0]);
    assertNotEquals(root, root(more));
  }

  private String root(Map<String, byte[]> blocks) throws IOException {
    try (PackFile.Reader in = new PackFile.Reader(written(blocks))) {
      return in.root();
    }
  }

  /** Each byte of a file, changed by itself, is noticed, and so is each end that is cut off. */
  @Test
  void noByteCanBeChangedOrCutOffUnseen() throws IOException {
    byte[] good = Files.readAllBytes(written(some()));
    for (int k = 0; k < good.length; k++) {
      byte[] bad = good.clone();
      bad[k] ^= 0x10;
      assertTrue(noticed(bad), "byte " + k + " of " + good.length);
      assertTrue(noticed(java.util.Arrays.copyOf(good, k)), "the first " + k + " bytes alone");
    }
    assertTrue(!noticed(good));
  }

  private boolean noticed(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("other"), bytes);
    try (PackFile.Reader in = new PackFile.Reader(file)) {
      return !in.differences().isEmpty();
    } catch (DamagedFileException e) {
      assertTrue(e.getMessage().contains("Nothing in it is used"), e.getMessage());
      return true;
    }
  }

  @Test
  void aStreamReadsOnFromAnyPlace() throws IOException {
    byte[] content = new byte[300_000];
    for (int k = 0; k < content.length; k++) {
      content[k] = (byte) ((k * 31) >> 3);
    }
    Path file = Files.write(folder.resolve("data"), content);
    try (RandomReading reading = RandomReading.open(file);
        ReadingStream in = new ReadingStream(reading)) {
      assertEquals(content.length, reading.size());
      assertEquals(content[0] & 0xff, in.read());
      assertEquals(1, in.position());
      in.position(299_990);
      assertArrayEquals(java.util.Arrays.copyOfRange(content, 299_990, 300_000), in.readAllBytes());
      assertEquals(-1, in.read());
      assertEquals(0, in.read(new byte[4], 0, 0));
      in.position(131_070);
      byte[] over = in.readNBytes(10);
      assertArrayEquals(java.util.Arrays.copyOfRange(content, 131_070, 131_080), over);
      in.position(content.length);
      assertEquals(-1, in.read());
      assertThrows(EOFException.class, () -> in.position(content.length + 1L));
      assertArrayEquals(content, reading.all());
      assertEquals(-1, reading.read(ByteBuffer.allocate(4), content.length));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "504B0304, ZIP",
    "25504446, PDF",
    "89504E47, PNG",
    "50415231, Parquet",
    "89484446, HDF5",
    "4D41544C41422035, .mat",
    "6100, 0x00 at 1",
    "610A07, 0x07 at 2",
  })
  void whatIsNoTextIsSaidToBeWhatItIs(String hex, String what) {
    IssueLog log = new IssueLog("file");
    assertTrue(!CaseText.check(HexFormat.of().parseHex(hex), log));
    assertEquals(1, log.count());
    Issue issue = log.issues().get(0);
    assertTrue(issue.toString().contains(what), issue.toString());
  }

  @Test
  void anotherEncodingIsSaidWithItsLineAndItsByte() {
    IssueLog log = new IssueLog("file");
    byte[] gbk = "a\nb\n甲".getBytes(Charset.forName("GBK"));
    assertTrue(!CaseText.check(gbk, log));
    assertEquals("line 3", log.issues().get(0).element());
    assertTrue(log.issues().get(0).toString().contains("0xBC"), log.issues().toString());
    assertTrue(log.issues().get(0).toString().contains("GBK"), log.issues().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "PK", "MATLAB", "a\tb\r\nc\f", "甲", "\u001a", "\uFEFFa", "𠮷"})
  void textIsText(String text) {
    IssueLog log = new IssueLog("file");
    assertTrue(CaseText.check(bytes(text), log));
    assertEquals(0, log.count());
  }

  @Test
  void numbersAreWrittenLikeDecimalsOfAnySize() {
    SplittableRandom random = new SplittableRandom(4);
    for (int k = 0; k < 2_000; k++) {
      long value = random.nextLong() >> random.nextInt(64);
      int decimals = random.nextInt(7);
      String expected =
          java.math.BigDecimal.valueOf(value, decimals).setScale(decimals).toPlainString();
      assertEquals(expected, new ByteText(1).add(value, decimals).toString());
    }
    assertEquals("0.000", new ByteText(0).add(0, 3).toString());
    assertEquals("-0.001", new ByteText(0).add(-1, 3).toString());
    assertEquals(
        "a,甲;", new ByteText(1).add('a').add(',').add(ByteText.of("甲")).add(';').toString());
  }

  @Test
  void filesOfTheirOwnerAreNobodyElses() throws IOException {
    Path kept = folder.resolve("deep/er");
    PrivateFiles.makeFolder(kept);
    Path file = kept.resolve("f");
    PrivateFiles.makeFile(file);
    Files.writeString(file, "x");
    PrivateFiles.makeFile(file);
    assertEquals("x", Files.readString(file), "one that is there keeps its content");
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
    Path one = Aside.file(folder);
    Path other = Aside.file(folder);
    assertNotEquals(one, other);
    assertEquals(0, Files.size(one));
    assertTrue(Files.isDirectory(Aside.folder(folder)));
  }
}
