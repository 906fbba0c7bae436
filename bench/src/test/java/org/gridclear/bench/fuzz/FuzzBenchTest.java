package org.gridclear.bench.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.gridclear.bench.Bench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Spoilt samples come again by their seed, and parsers refuse them. */
// Rows: P-07
class FuzzBenchTest {
  private static final String ROOT = System.getProperty("gridclear.root", "..");

  @TempDir private Path folder;

  @Test
  void theSameSeedSpoilsTheSameWayAndOthersOtherwise() {
    byte[] sample = "{\"a\": 12, \"name\": \"b\"}".getBytes(StandardCharsets.UTF_8);
    int same = 0;
    for (int seed = 0; seed < 200; seed++) {
      byte[] spoilt = new Mutator(seed).spoil(sample);
      assertArrayEquals(spoilt, new Mutator(seed).spoil(sample));
      same += Arrays.equals(spoilt, sample) ? 1 : 0;
    }
    assertTrue(same < 20, "unchanged: " + same);
  }

  @Test
  void parsersRefuseWhatIsSpoiltAndFallOverNothing() {
    for (String target : new String[] {"matpower", "camt-053", "bank-csv"}) {
      StringWriter said = new StringWriter();
      CommandLine line = Bench.commandLine().setOut(new PrintWriter(said, true));
      int code =
          line.execute(
              "fuzz",
              "--root",
              ROOT,
              "--inputs",
              "25",
              "--target",
              target,
              "--out",
              folder.resolve("kept").toString());
      assertEquals(0, code, said.toString());
      assertTrue(said.toString().contains("Inputs: 25, defects: 0"), said.toString());
    }
  }
}
