package org.gridclear.worker.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.junit.jupiter.api.Test;

/** What is stored comes back as it was, every field in its place; other versions are refused. */
class StoredBytesTest {
  private static final Receipt RECEIPT =
      new Receipt(
          "key",
          "node",
          1.5,
          0.5,
          99,
          List.of(new TimedPhase("search", 2.25, -3, null)),
          null,
          null,
          null,
          7,
          null,
          null);

  /** Every number another one, so that no two fields can be changed for each other. */
  private static OutageResult outage(int number, OutageStatus status, String text) {
    return new OutageResult(
        number, status, 11, 1.01, 12, 1.02, 1.03, 1.04, 13, 1.05, 1.06, -1.07, 1e-9, 14, -1, text);
  }

  private static ScreeningBlock block() {
    List<OutageResult> outages = new ArrayList<>();
    for (OutageStatus status : OutageStatus.values()) {
      outages.add(outage(outages.size(), status, "停运 " + status + ", \"a\""));
    }
    outages.add(outage(Integer.MAX_VALUE, OutageStatus.SECURE, ""));
    List<Loading> loadings = new ArrayList<>();
    for (Loading.Kind kind : Loading.Kind.values()) {
      loadings.add(new Loading(loadings.size(), 21, kind, 2.1, -2.2, Double.POSITIVE_INFINITY));
    }
    return new ScreeningBlock(outages, loadings);
  }

  @Test
  void screenedOutagesComeBackAsTheyWere() {
    byte[] packed = ScreeningBytes.pack(RECEIPT, block());
    ScreeningBytes.Stored stored = ScreeningBytes.unpack(packed);
    assertEquals(block().results(), stored.block().results());
    assertEquals(block().loadings(), stored.block().loadings());
    assertEquals(RECEIPT, stored.receipt());
    assertEquals(RECEIPT, ScreeningBytes.receipt(packed));
  }

  @Test
  void anEmptyBlockComesBackEmpty() {
    ScreeningBlock none = new ScreeningBlock(List.of(), List.of());
    assertEquals(
        List.of(), ScreeningBytes.unpack(ScreeningBytes.pack(RECEIPT, none)).block().results());
  }

  @Test
  void bytesOfAnotherVersionAreRefused() {
    byte[] packed = ScreeningBytes.pack(RECEIPT, block());
    packed[0]++;
    assertThrows(IllegalArgumentException.class, () -> ScreeningBytes.unpack(packed));
    assertThrows(IllegalArgumentException.class, () -> ScreeningBytes.receipt(packed));
    assertThrows(IllegalArgumentException.class, () -> ChargeBytes.receipt(packed));
    byte[] wire = Wire.pack(RECEIPT);
    wire[0] = 3;
    assertThrows(IllegalArgumentException.class, () -> Wire.unpack(wire, Receipt.class));
    assertThrows(IllegalArgumentException.class, () -> Wire.unpack(new byte[0], Receipt.class));
  }

  /** Short values lie plain, long ones zipped; which it is the first byte says. */
  @Test
  void shortAndLongValuesComeBackAsTheyWere() {
    for (int length : new int[] {0, 2000, 2046, 2047, 200_000}) {
      String text = "值".repeat(length);
      Receipt failed = Receipt.failed("k", "n", new Failure(FailureReason.INTERNAL, text));
      byte[] packed = Wire.pack(failed);
      assertEquals(failed, Wire.unpack(packed, Receipt.class), "length " + length);
      assertArrayEquals(packed, Wire.pack(failed), "the same record has the same bytes");
    }
  }

  @Test
  void aReceiptFromAnotherNodeIsTheSameButForTheNode() {
    Receipt other = RECEIPT.from("other");
    assertEquals("other", other.node());
    assertEquals(RECEIPT, other.from("node"));
    assertEquals("key", RECEIPT.cacheKey());
  }
}
