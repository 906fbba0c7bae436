package org.gridclear.worker.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.json.Json;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.work.ChargeSummary;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.work.UnitSummary;
import org.gridclear.work.WorkUnit;
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
          new UnitSummary.Sensitivities(7));

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

  /** As the form was written before summaries were one part; backups are full of it. */
  @Test
  void receiptsAreWrittenAndReadAsInBackupsOfBefore() {
    String written =
        """
        {"key":"key","node":"node","seconds":1.5,"cpuSeconds":0.5,"startedAtMillis":99,\
        "phases":[{"name":"search","seconds":2.25,"bound":-3.0,"incumbent":null}],\
        "summary":null,"block":null,"charges":%s,"sensitivities":%s,"probe":%s,"failure":%s,\
        "figures":%s}\
        """;
    Map<UnitSummary, String> expected =
        Map.of(
            new ChargeSummary(1, 2, 3, "h"),
            written.formatted(
                "{\"from\":1,\"to\":2,\"metered\":3,\"outcomeHash\":\"h\"}",
                null,
                null,
                null,
                null),
            new UnitSummary.Sensitivities(7),
            written.formatted(null, 7, null, null, null),
            new UnitSummary.Probe(-5),
            written.formatted(null, null, -5, null, null),
            new Failure(FailureReason.INTERNAL, "t"),
            written.formatted(null, null, null, "{\"reason\":\"INTERNAL\",\"text\":\"t\"}", null),
            new UnitSummary.Monitoring(3),
            written.formatted(null, null, null, null, 3));
    expected.forEach(
        (summary, text) -> {
          Receipt receipt = new Receipt("key", "node", 1.5, 0.5, 99, RECEIPT.phases(), summary);
          assertEquals(text, Json.MAPPER.writeValueAsString(receipt));
          assertEquals(receipt, Json.MAPPER.readValue(text, Receipt.class));
        });
  }

  @Test
  void figuresOfAKindFromOutsideComeBackByTheirNames() {
    UnitSummary figures = new UnitSummary.Figures(new TreeMap<>(Map.of("primes", 25.0, "a", 0.1)));
    Receipt receipt = new Receipt("key", "node", 1.5, 0.5, 99, List.of(), figures);
    assertEquals(receipt, Wire.unpack(Wire.pack(receipt), Receipt.class));
  }

  @Test
  void aReceiptWithoutASummaryOrWithTwoIsRefused() {
    String head = "{\"key\":\"k\",\"node\":\"n\",\"seconds\":0,\"cpuSeconds\":0,";
    for (String tail :
        List.of(
            "\"startedAtMillis\":0,\"phases\":[]}",
            "\"startedAtMillis\":0,\"phases\":[],\"probe\":1,\"figures\":2}")) {
      Throwable refused =
          assertThrows(
              RuntimeException.class, () -> Json.MAPPER.readValue(head + tail, Receipt.class));
      assertTrue(refused.getMessage().contains("it must have one"), refused.getMessage());
    }
  }

  @Test
  void unitsAreMarkedWithTheNamesOfTheirKindsAndAnUnknownOneIsNamed() {
    UnitBatch batch = new UnitBatch("r", List.of(WorkUnit.probe("seed", 3, 5)));
    String written =
        "{\"runId\":\"r\",\"units\":[{\"kind\":\"probe\",\"key\":{\"hex\":\"196880236376179150f512a35e93f380c16ccaedf4c912fa626a8fb9d1e13a72\"},\"name\":\"probe"
            + " 3\",\"steps\":5}]}";
    byte[] packed = Wire.pack(batch);
    assertEquals(written, new String(packed, 1, packed.length - 1, UTF_8));
    assertEquals(batch, Wire.unpack(packed, UnitBatch.class));
    byte[] other = ("\2" + written.replace("\"probe\"", "\"primes\"")).getBytes(UTF_8);
    String refused =
        assertThrows(IllegalArgumentException.class, () -> Wire.unpack(other, UnitBatch.class))
            .getMessage();
    assertTrue(refused.contains("kind 'primes'"), refused);
  }
}
