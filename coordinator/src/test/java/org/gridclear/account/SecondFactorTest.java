package org.gridclear.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

// Rows: P-08
class SecondFactorTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @Test
  void codesAreThoseOfTheStandard() {
    // RFC 6238, appendix B, SHA-1; the last six of eight digits.
    assertEquals("287082", SecondFactor.code(SECRET, SecondFactor.step(59_000)));
    assertEquals("081804", SecondFactor.code(SECRET, SecondFactor.step(1_111_111_109_000L)));
    assertEquals("279037", SecondFactor.code(SECRET, SecondFactor.step(2_000_000_000_000L)));
  }

  @Test
  void aCodeIsAcceptedHalfAMinuteEarlyOrLate() {
    String code = SecondFactor.code(SECRET, 100);
    assertEquals(100, SecondFactor.step(SECRET, code, 100 * 30_000L + 31_000));
    assertEquals(-1, SecondFactor.step(SECRET, code, 100 * 30_000L + 61_000));
  }
}
