package org.gridclear.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who has lost password or device is let in again by two administrators. Two accounts of which one
 * may have been made by way of the other are one.
 */
// Rows: M-07
class TwoAdministratorsTest {
  private static final long WEEK = Duration.ofDays(7).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long NOW = 1_795_000_000_000L;

  @TempDir private Path temporary;

  private final AtomicLong now = new AtomicLong(NOW);
  private Accounts accounts;

  @BeforeEach
  void make() {
    Path folder = temporary.resolve("s");
    Accounts.create(folder, "adam", now::get);
    accounts = Accounts.open(folder, now::get);
    accounts.addSuperuser("bea", "");
    accounts.addSuperuser("cleo", "");
  }

  /** Links as {@code WHO<BY@AGE}, the age in ms before now: who made the link of whom, and when. */
  private static Map<String, Account> linked(String links) {
    Map<String, Account> all = new TreeMap<>();
    for (String name : List.of("a", "b", "c", "d", "e")) {
      all.put(name, Account.of(name, true, List.of(), Scope.ALL));
    }
    for (String each : links.isEmpty() ? List.<String>of() : List.of(links.split(" ", -1))) {
      String[] parts = each.split("[<@]", -1);
      Factors.Link link = new Factors.Link(parts[1], NOW - Long.parseLong(parts[2]));
      all.put(parts[0], all.get(parts[0]).with(Factors.of(link)));
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // Links,                     first, second, may be one
        "'',                          a, b, false",
        "'',                          a, a, true",
        "b<a@0,                       a, b, true",
        "b<a@0,                       b, a, true",
        "b<a@604799999,               a, b, true",
        "b<a@604800000,               a, b, false",
        "b<c@1 a<c@1,                 a, b, true",
        "b<c@1 a<d@1,                 a, b, false",
        "c<b@1 b<a@1,                 a, c, true",
        "c<b@1 b<a@604800000,         a, c, false",
        "c<b@1 b<a@604800000,         b, c, true",
        "e<d@1 d<c@1 b<a@1 c<a@1,     e, b, true",
        // Each made the link of the other: a ring has no first.
        "a<b@1 b<a@2,                 a, b, true",
        "a<b@1 b<a@2,                 b, a, true",
        "a<b@1 b<a@2,                 a, c, false",
        "a<b@1 b<c@1 c<a@1,           a, c, true",
        "a<b@1 b<c@1 c<a@1 d<b@1,     d, c, true",
        "a<b@1 b<a@1 c<d@1 d<c@1,     a, c, false"
      })
  void whoMayBeOnePersonDoesNotTakeBothSteps(
      String links, String first, String second, boolean one) {
    Map<String, Account> all = linked(links);
    Factors.Recovery asked = new Factors.Recovery(first, "seen", NOW);
    if (one) {
      assertThrows(
          IllegalArgumentException.class, () -> asked.requireOther(second, all::get, NOW), links);
    } else {
      asked.requireOther(second, all::get, NOW);
    }
  }

  @Test
  void theSecondStepIsOfAnotherWithinADayOrTheFirstOneAgain() {
    assertTrue(accounts.recover("adam", "bea", "knows his dog").isEmpty());
    now.addAndGet(DAY - 1);
    IllegalArgumentException same =
        assertThrows(
            IllegalArgumentException.class, () -> accounts.recover("adam", "bea", "again"));
    assertTrue(same.getMessage().contains("another administrator"), same.getMessage());
    now.addAndGet(1);
    assertThrows(
        IllegalArgumentException.class, () -> accounts.recover("adam", "cleo", " "), "no reason");
    assertTrue(accounts.recover("adam", "cleo", "met him").isEmpty(), "the first has lapsed");
    assertEquals("cleo", accounts.get("adam").factors().recovery().by());
    Accounts.Introduction link = accounts.recover("adam", "bea", "").orElseThrow();
    assertEquals("adam", link.name());
    assertNull(accounts.get("adam").factors().recovery(), "it is used up");
    assertEquals("bea", accounts.get("adam").factors().link().by());
  }

  @Test
  void nobodyRecoversAnAccountForHimselfNorOneThatIsNot() {
    assertThrows(IllegalArgumentException.class, () -> accounts.recover("adam", "adam", "me"));
    assertNull(accounts.get("adam").factors().recovery());
    assertThrows(IllegalArgumentException.class, () -> accounts.recover("dora", "adam", "her"));
  }

  @Test
  void aLinkEndsTokensAndWhatWasAskedForBefore() {
    accounts.token("adam", "t", 9);
    accounts.recover("adam", "bea", "asked");
    Accounts.Introduction first = accounts.reset("adam", "cleo");
    Account adam = accounts.get("adam");
    assertEquals(List.of(), adam.tokens());
    assertNull(adam.factors().recovery());
    Sessions sessions = new Sessions(accounts);
    accounts.reset("adam", "cleo");
    assertThrows(
        IllegalArgumentException.class,
        () -> sessions.invitations().opened(first.code()),
        "an earlier link ends with the next");
  }

  @Test
  void aLinkIsGoodForAWeekToTheMillisecondAndForNobodyWhoIsLocked() {
    Sessions sessions = new Sessions(accounts);
    accounts.add("olga", List.of("readers"), Scope.ALL);
    Accounts.Introduction link = accounts.reset("olga", "");
    now.addAndGet(WEEK - 1);
    assertEquals("olga", sessions.invitations().opened(link.code()).name());
    accounts.lock("olga", true);
    assertThrows(IllegalArgumentException.class, () -> sessions.invitations().opened(link.code()));
    accounts.lock("olga", false);
    assertEquals("olga", sessions.invitations().opened(link.code()).name());
    now.addAndGet(1);
    assertThrows(IllegalArgumentException.class, () -> sessions.invitations().opened(link.code()));
    assertFalse(accounts.get("olga").active());
  }
}
