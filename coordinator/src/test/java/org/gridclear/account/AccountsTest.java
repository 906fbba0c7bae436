package org.gridclear.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts, their groups, and their API tokens: for how long, for what, and for whom. */
// Rows: M-05, M-07
class AccountsTest {
  private static final long LONGEST = Duration.ofDays(366).toMillis();

  @TempDir private Path temporary;

  private final AtomicLong now = new AtomicLong(1_795_000_000_000L);
  private Path folder;
  private Accounts accounts;

  @BeforeEach
  void make() {
    folder = temporary.resolve("s");
    Accounts.create(folder, "admin", now::get);
    accounts = Accounts.open(folder, now::get);
    accounts.add("olga", List.of("operators"), Scope.ALL);
  }

  private String token(String label, Duration life, Right... rights) {
    return accounts.token("olga", label, life, null, Set.of(rights));
  }

  private Set<Right> rightsOf(String token) {
    return accounts.ofToken(token).map(TokenHolder::rights).orElse(Set.of());
  }

  @ParameterizedTest
  @CsvSource({
    "-1, false",
    "0, false",
    "1, true",
    "31622400000, true",
    "31622400001, false",
    "31705199999, false",
    "9223372036854775807, false"
  })
  void aTokenIsGoodForAtMost366DaysToTheMillisecond(long millis, boolean taken) {
    assertEquals(31_622_400_000L, LONGEST);
    Duration life = Duration.ofMillis(millis);
    if (!taken) {
      assertThrows(IllegalArgumentException.class, () -> token("t", life));
      assertEquals(List.of(), accounts.get("olga").tokens());
      return;
    }
    String token = token("t", life);
    now.addAndGet(millis - 1);
    assertEquals("olga", accounts.ofToken(token).orElseThrow().account().name());
    now.addAndGet(1);
    assertTrue(accounts.ofToken(token).isEmpty());
  }

  @Test
  void aTokenHasTheRightsItWasMadeForWhileItsUserHasThem() {
    String narrow = token("narrow", Duration.ofDays(1), Right.RUN, Right.OPERATE_MARKET);
    String all = token("all", Duration.ofDays(1));
    assertEquals(EnumSet.of(Right.RUN, Right.OPERATE_MARKET), rightsOf(narrow));
    assertEquals(accounts.rights(accounts.get("olga")), rightsOf(all));
    accounts.define("operators", EnumSet.of(Right.RUN, Right.READ_RESULTS));
    assertEquals(EnumSet.of(Right.RUN), rightsOf(narrow));
    assertEquals(EnumSet.of(Right.RUN, Right.READ_RESULTS), rightsOf(all));
    accounts.regroup("olga", List.of("settlement"));
    assertEquals(Set.of(), rightsOf(narrow), "nothing is left of what it was made for");
    assertEquals(EnumSet.of(Right.READ_SETTLEMENT, Right.SETTLE), rightsOf(all));
    accounts.lock("olga", true);
    assertTrue(accounts.ofToken(all).isEmpty());
    accounts.lock("olga", false);
    assertTrue(accounts.ofToken(all).isPresent());
  }

  @Test
  void noTokenHasARightThatItsUserLacks() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> token("t", Duration.ofDays(1), Right.RUN, Right.SETTLE, Right.READ_AUDIT));
    assertTrue(refused.getMessage().contains("SETTLE"), refused.getMessage());
    assertTrue(refused.getMessage().contains("READ_AUDIT"), refused.getMessage());
    assertEquals(List.of(), accounts.get("olga").tokens());
  }

  @Test
  void aTokenOfTheSameLabelTakesThePlaceOfTheOneBeforeAndOneThatEndedGoes() {
    String first = token("t", Duration.ofHours(1));
    String other = token("other", Duration.ofHours(2));
    String second = token("t", Duration.ofHours(3));
    assertTrue(accounts.ofToken(first).isEmpty());
    assertTrue(accounts.ofToken(second).isPresent());
    now.addAndGet(Duration.ofHours(2).toMillis());
    assertTrue(accounts.ofToken(other).isEmpty());
    now.addAndGet(1);
    token("third", Duration.ofHours(1));
    assertEquals(
        List.of("t", "third"),
        accounts.get("olga").tokens().stream().map(Account.Token::label).toList());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> accounts.revoke("olga", "other"));
    assertTrue(refused.getMessage().contains("[t, third]"), refused.getMessage());
    accounts.revoke("olga", "t");
    assertTrue(accounts.ofToken(second).isEmpty());
  }

  @Test
  void aLabelIsOfLettersDigitsDotsDashesAndUnderscores() {
    for (String label : List.of("", " ", "-a", ".a", "a b", "a/b", "a\n", "ä", "a".repeat(65))) {
      assertThrows(IllegalArgumentException.class, () -> token(label, Duration.ofDays(1)), label);
    }
    assertTrue(rightsOf(token("a".repeat(64), Duration.ofDays(1))).contains(Right.RUN));
  }

  @Test
  void aNameIsOfSmallLettersDigitsDotsAndDashes() {
    for (String name : List.of("", "a", "A1", "1a", "olga ", "ol ga", "olga\n", "olgä", "(olga)")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> accounts.add(name, List.of("readers"), Scope.ALL),
          name);
      assertThrows(IllegalArgumentException.class, () -> accounts.addSuperuser(name, ""), name);
    }
    assertEquals(2, accounts.all().size());
  }

  @Test
  void aNameIsTakenOnceWhateverItIs() {
    for (String name : List.of("olga", "admin")) {
      assertThrows(
          IllegalArgumentException.class, () -> accounts.add(name, List.of("readers"), Scope.ALL));
      assertThrows(IllegalArgumentException.class, () -> accounts.addSuperuser(name, "admin"));
    }
    assertEquals(List.of("operators"), accounts.get("olga").groups());
    accounts.add("a".repeat(32), List.of("readers"), Scope.ALL);
    assertThrows(
        IllegalArgumentException.class,
        () -> accounts.add("a".repeat(33), List.of("readers"), Scope.ALL));
  }

  @Test
  void groupsOfAUserExistAndAreOfOneKind() {
    for (List<String> groups :
        List.of(
            List.<String>of(),
            List.of("none"),
            List.of("operators", "none"),
            List.of("operators", "auditors"),
            List.of("members"))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> accounts.add("otto", groups, Scope.ALL),
          groups::toString);
      assertThrows(
          IllegalArgumentException.class, () -> accounts.regroup("olga", groups), groups::toString);
    }
    assertTrue(accounts.find("otto").isEmpty());
    assertEquals(List.of("operators"), accounts.get("olga").groups());
    assertThrows(
        IllegalArgumentException.class, () -> accounts.regroup("admin", List.of("readers")));
  }

  @Test
  void aGroupIsNotDefinedSoThatOneOfItsUsersCouldNotBe() {
    Set<Right> before = accounts.rightsOfGroups().get("operators");
    for (Set<Right> rights :
        List.of(
            EnumSet.of(Right.MANAGE_ACCOUNTS),
            EnumSet.of(Right.RUN, Right.READ_AUDIT),
            EnumSet.of(Right.DECLARE))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> accounts.define("operators", rights),
          rights::toString);
    }
    assertEquals(before, accounts.rightsOfGroups().get("operators"));
    accounts.add("nora", List.of("readers"), Scope.ofMembers(List.of("m1")));
    accounts.define("readers", EnumSet.of(Right.READ_OWN, Right.DECLARE));
    assertThrows(
        IllegalArgumentException.class,
        () -> accounts.define("readers", EnumSet.of(Right.READ_AUDIT)),
        "rights of the system know no scope");
    accounts.rescope("nora", Scope.NOTHING);
    assertThrows(IllegalArgumentException.class, () -> accounts.rescope("nora", Scope.ALL));
  }

  @Test
  void theLastSuperuserWhoCanLogInIsNotLocked() {
    accounts.addSuperuser("second", "admin");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> accounts.lock("admin", true));
    assertTrue(refused.getMessage().contains("only superuser"), "second has no password yet");
    assertThrows(IllegalArgumentException.class, () -> accounts.lock("nobody", true));
    accounts.lock("olga", true);
    assertTrue(accounts.locked(accounts.get("olga")));
    assertTrue(Accounts.open(folder, now::get).locked(accounts.get("olga")));
  }
}
