package org.gridclear.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may try a password: by address and name, for longer each time, and never by name alone. */
// Rows: P-08
class LoginGateTest {
  private static final long MINUTE = 60_000;

  private final LoginGate gate = new LoginGate();
  private long now = 1_000_000_000L;

  private void wrong(String name, String source) {
    assertThrows(
        Sessions.RefusedLoginException.class,
        () ->
            gate.attempt(
                name,
                source,
                now,
                () -> {
                  throw new Sessions.RefusedLoginException("wrong password");
                }));
  }

  private boolean enters(String name, String source) {
    try {
      gate.attempt(name, source, now, () -> {});
      return true;
    } catch (Sessions.RefusedLoginException refused) {
      assertEquals("locked for this address", refused.detail());
      return false;
    }
  }

  @Test
  void fiveWrongTriesLockAnAddressOutOfANameForLongerEachTime() {
    for (int round = 0; round < 3; round++) {
      for (int k = 0; k < 5; k++) {
        wrong("ada", "10.0.0.1");
      }
      now += (15L << round) * MINUTE - 1;
      if (round < 2) {
        assertEquals(false, enters("ada", "10.0.0.1"), "round " + round);
        now += 1;
      }
    }
    assertEquals(false, enters("ada", "10.0.0.1"));
    assertTrue(enters("ada", "10.0.0.2"), "the owner elsewhere");
    assertTrue(enters("bob", "10.0.0.1"), "another name");
    now += 1;
    assertTrue(enters("ada", "10.0.0.1"));
  }

  @Test
  void thirtyWrongTriesOfAnyNamesLockAnAddressAndARightOneForgivesNoOther() {
    for (int k = 0; k < 30; k++) {
      if (k % 4 == 3) {
        assertTrue(enters("mallory", "10.0.0.9"));
      }
      wrong("user" + k, "10.0.0.9");
    }
    assertEquals(false, enters("mallory", "10.0.0.9"));
    assertTrue(enters("mallory", "10.0.0.8"));
  }

  @Test
  void anIpv6AddressCountsByItsFirstHalf() {
    for (int k = 0; k < 5; k++) {
      wrong("ada", "2001:db8:0:1:0:0:0:" + k);
    }
    assertEquals(false, enters("ada", "2001:db8:0:1:0:0:0:ffff"));
    assertTrue(enters("ada", "2001:db8:0:2:0:0:0:1"));
  }

  /**
   * Whoever has a network may write its addresses as he likes; a mapped address is its IPv4 one.
   */
  @ParameterizedTest
  @CsvSource({
    "2001:db8::a:b, 2001:db8::c:d, true",
    "2001:db8::1, 2001:db8:0:0:ffff::2, true",
    "2001:DB8:0:1::1, 2001:db8:0:1:0:0:0:9%eth0, true",
    "2001:db8::1, 2001:db8:0:1::1, false",
    "2001:db8:0:1::1, 2001:db8:1::1, false",
    "::ffff:10.0.0.9, 10.0.0.9, true",
    "::ffff:10.0.0.9, 10.0.0.8, false",
    "10.0.0.9, 10.0.0.8, false"
  })
  void anAddressIsItsNetworkHoweverItIsWritten(String one, String other, boolean same) {
    for (int k = 0; k < 5; k++) {
      wrong("ada", one);
    }
    assertEquals(same, !enters("ada", other));
  }

  @Test
  void wrongTriesOfLongAgoAreForgotten() {
    for (int k = 0; k < 12; k++) {
      wrong("ada", "10.0.0.1");
      now += k % 4 == 3 ? 16 * MINUTE : 0;
    }
    assertTrue(enters("ada", "10.0.0.1"));
  }
}
