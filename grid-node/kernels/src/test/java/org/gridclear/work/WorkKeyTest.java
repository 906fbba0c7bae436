package org.gridclear.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.security.input.ScreeningOptions;
import org.junit.jupiter.api.Test;

/** A key names one question: whatever is asked otherwise has another one. */
class WorkKeyTest {
  private static final List<List<String>> BLOCKS = List.of(List.of("x", "y"), List.of("z"));

  private static WorkKey charges(List<String> prices, List<List<String>> blocks) {
    return WorkKey.of("month", prices, blocks, 0, 5);
  }

  /** A block that lies in another day, or a price that is a block, is another question. */
  @Test
  void chargesOfOtherListsHaveOtherKeys() {
    Set<WorkKey> keys = new HashSet<>();
    keys.add(charges(List.of("p", "q"), BLOCKS));
    keys.add(charges(List.of("p", "q"), List.of(List.of("x"), List.of("y", "z"))));
    keys.add(charges(List.of("p", "q"), List.of(List.of("x", "y", "z"))));
    keys.add(charges(List.of("p", "q"), List.of(List.of("x", "y"), List.of("z"), List.of())));
    keys.add(charges(List.of("p"), List.of(List.of("q", "x", "y"), List.of("z"))));
    keys.add(charges(List.of("q", "p"), BLOCKS));
    keys.add(charges(List.of("p", "q"), List.of(List.of("y", "x"), List.of("z"))));
    keys.add(WorkKey.of("other", List.of("p", "q"), BLOCKS, 0, 5));
    keys.add(WorkKey.of("month", List.of("p", "q"), BLOCKS, 0, 6));
    keys.add(WorkKey.of("month", List.of("p", "q"), BLOCKS, 1, 5));
    assertEquals(10, keys.size());
    assertTrue(keys.contains(charges(List.of("p", "q"), BLOCKS)), "the same again is the same");
  }

  @Test
  void casesThatDifferInAnythingHaveOtherKeys() {
    ClearingOptions options = ClearingOptions.LOSSLESS;
    Set<WorkKey> keys =
        Set.of(
            WorkKey.of("base", "changes", options, "start"),
            WorkKey.of("changes", "base", options, "start"),
            WorkKey.of("bas", "echanges", options, "start"),
            WorkKey.of("base", "changes", options, ""),
            WorkKey.of("base", "changes", options.withGap(1e-9), "start"),
            WorkKey.of("base", "changes", options.withLosses(true), "start"));
    assertEquals(6, keys.size());
  }

  @Test
  void rangesOfOutagesHaveOtherKeys() {
    ScreeningOptions options = ScreeningOptions.DEFAULT;
    Set<WorkKey> keys =
        Set.of(
            WorkKey.of("n", "p", "s", 1, 23, options),
            WorkKey.of("n", "p", "s", 12, 3, options),
            WorkKey.of("p", "n", "s", 1, 23, options),
            WorkKey.of("n", "s", "p", 1, 23, options));
    assertEquals(4, keys.size());
    assertNotEquals(WorkKey.of("1", 23, 4), WorkKey.of("1", 2, 34));
  }

  private static String sha(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** By the digest of the platform over bytes written by hand. */
  @Test
  void aTextGoesInWithItsLengthInBytes() throws NoSuchAlgorithmException {
    byte[] text = "电价".getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[4 + text.length];
    all[3] = (byte) text.length;
    System.arraycopy(text, 0, all, 4, text.length);
    assertEquals(sha(all), new Hashes().add("电价").hex());
    assertNotEquals(new Hashes().add("a").add("bc").hex(), new Hashes().add("ab").add("c").hex());
  }

  @Test
  void bothZerosAreOneAndTheObjectIsEmptyAfterwards() throws NoSuchAlgorithmException {
    assertEquals(sha(new byte[8]), new Hashes().add(-0.0).hex());
    assertEquals(sha(new byte[8]), new Hashes().add(0.0).hex());
    Hashes hashes = new Hashes().add(7.5);
    String first = hashes.hex();
    assertEquals(first, hashes.add(7.5).hex());
    assertNotEquals(first, new Hashes().add(Math.nextUp(7.5)).hex());
    assertNotEquals(new Hashes().add(new long[] {1, 2}).hex(), sha(new byte[20]));
    assertNotEquals(
        new Hashes().add(new boolean[][] {{true, false}}).hex(),
        new Hashes().add(new boolean[][] {{false, true}}).hex());
  }
}
