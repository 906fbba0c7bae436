package org.gridclear.market.exchange;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over a channel is signed; constants were computed by another implementation. */
class SignatureTest {
  private static final byte[] SECRET = bytes("secret");
  private static final byte[] BODY = bytes("{\"a\":1}");
  private static final Instant TIME = Instant.ofEpochSecond(1_759_305_600);
  private static final String SIGNED =
      "be07ba6e285c008c057524c3565eec83f96eb6ad286df3b41f44102e1d2db24e";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void signatureIsThatOfTimeDotAndBody() {
    assertEquals(SIGNED, Signature.of(SECRET, TIME, BODY));
    assertEquals(SIGNED, Signature.of(SECRET, TIME.plusMillis(999), BODY), "whole seconds");
    assertEquals(
        "2b3c1370dd83b407ed7240471d0772187de3ef1bce267f446fbeb680f28c94cb",
        Signature.of(new byte[] {(byte) 0xff, 0, 1}, Instant.ofEpochSecond(-1), new byte[0]));
  }

  @Test
  void otherSecretTimeBodyOrTextIsRefused() {
    assertDoesNotThrow(() -> Signature.check(SECRET, TIME, BODY, SIGNED));
    for (Executable each :
        List.<Executable>of(
            () -> Signature.check(bytes("Secret"), TIME, BODY, SIGNED),
            () -> Signature.check(SECRET, TIME.plusSeconds(1), BODY, SIGNED),
            () -> Signature.check(SECRET, TIME, bytes("{\"a\":2}"), SIGNED),
            () -> Signature.check(SECRET, TIME, BODY, SIGNED.substring(1)),
            () -> Signature.check(SECRET, TIME, BODY, ""))) {
      assertThrows(IllegalArgumentException.class, each);
    }
  }

  /** A call that somebody kept is not taken again after five minutes, nor one of the future. */
  @ParameterizedTest
  @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false", "86400, false"})
  void callsAreTakenWithinFiveMinutes(long seconds, boolean taken) {
    Executable check = () -> Signature.check(SECRET, TIME, BODY, SIGNED, TIME.plusSeconds(seconds));
    if (taken) {
      assertDoesNotThrow(check);
    } else {
      String said = assertThrows(IllegalArgumentException.class, check).getMessage();
      assertTrue(said.contains("5 minutes"), said);
    }
  }

  @Test
  void callInTimeStillNeedsItsSignature() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Signature.check(SECRET, TIME, BODY, "0".repeat(64), TIME));
  }

  private static Envelope.In read(String text) {
    return Envelope.read(bytes(text), "test");
  }

  private static final String GOOD =
      "{\"format\": \"gridclear-envelope\", \"version\": 1, \"id\": \"m-1\","
          + " \"sequence\": 7, \"content\": {\"b\": 1.50, \"a\": []}}";

  /** Numbers keep their digits: what is signed or hashed later is what came. */
  @Test
  void envelopeGivesItsContentAsItCame() {
    Envelope.In in = read(GOOD);
    assertEquals("m-1", in.id());
    assertEquals(7, in.sequence());
    assertEquals("{\"b\":1.50,\"a\":[]}", new String(in.content(), StandardCharsets.UTF_8));
    assertEquals(0, read(GOOD.replace(" \"sequence\": 7,", "")).sequence());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gridclear-envelope|gridclear-envelop|gridclear-envelope, version 1",
        "\"version\": 1|\"version\": 2|gridclear-envelope, version 1",
        "\"m-1\"|\"\"|1 to 120",
        "\"m-1\"|\"m 1\"|1 to 120",
        "\"m-1\"|\"m\\u00001\"|1 to 120",
        "\"sequence\": 7|\"sequence\": -1|number from 1",
        ", \"content\": {\"b\": 1.50, \"a\": []}||content",
        "\"sequence\": 7|\"sequence\": 7, \"x\": 1|x"
      })
  void envelopesThatAreNoneAreRefused(String good, String bad, String words) {
    String text = GOOD.replace(good, bad == null ? "" : bad);
    String said = assertThrows(InvalidInputException.class, () -> read(text)).getMessage();
    assertTrue(said.contains(words), said);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 120})
  void idsHaveUpToAHundredAndTwentyLetters(int length) {
    assertEquals(length, read(GOOD.replace("m-1", "m".repeat(length))).id().length());
    String longer = GOOD.replace("m-1", "m".repeat(121));
    assertThrows(InvalidInputException.class, () -> read(longer));
  }
}
