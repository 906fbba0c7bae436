package org.gridclear.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridclear.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Whose data an account sees, and that nothing but a change of it changes it. */
// Rows: M-06, M-07
class ScopeTest {
  private static final Scope OF_A = Scope.ofMembers(List.of("A"));

  @TempDir private Path folder;

  private Accounts accounts;

  @BeforeEach
  void make() {
    Accounts.create(folder.resolve("s"), "admin", () -> 0L);
    accounts = reopened();
  }

  private Accounts reopened() {
    return Accounts.open(folder.resolve("s"), () -> 0L);
  }

  @Test
  void aPartIsAllOrASetAndOneEmptySetSeesNothing() {
    assertTrue(Scope.ALL.seesMember("any") && Scope.ALL.seesZone("any") && Scope.ALL.isAll());
    assertTrue(OF_A.seesMember("A") && OF_A.seesZone("any") && OF_A.seesMarket("da"));
    assertFalse(OF_A.seesMember("B") || OF_A.seesMember("a") || OF_A.isAll());
    Scope noZone = new Scope(Scope.Part.ALL, Scope.Part.NONE, Scope.Part.ALL);
    assertFalse(noZone.seesMember("A") || noZone.seesZone("Z") || noZone.seesMarket("da"));
    assertTrue(noZone.isNothing() && Scope.NOTHING.isNothing() && !OF_A.isNothing());
  }

  @Test
  void anIdThatIsAWordOfTheScopeOrBlankIsRefused() {
    for (String bad : List.of("", " ", "A,", ",", "A, B", "A,all", "none,A")) {
      assertThrows(IllegalArgumentException.class, () -> Scope.Part.parse(bad), bad);
    }
    assertEquals(Scope.Part.ALL, Scope.Part.parse("all"));
    assertEquals(Scope.Part.NONE, Scope.Part.parse("none"));
    assertEquals(Set.of("A", "B"), Scope.Part.parse("B,A").ids());
  }

  @Test
  void jsonIsAllOrAListAndAFieldMoreOrLessIsRefused() {
    String text = Json.MAPPER.writeValueAsString(OF_A);
    assertEquals("{\"members\":[\"A\"],\"zones\":\"all\",\"markets\":\"all\"}", text);
    assertEquals(OF_A, Json.MAPPER.readValue(text, Scope.class));
    for (String bad :
        List.of(
            "{\"members\":[\"A\"],\"zones\":\"all\"}",
            "{\"members\":[\"A\"],\"zones\":\"all\",\"markets\":\"all\",\"units\":[\"g1\"]}",
            "{\"members\":\"A\",\"zones\":\"all\",\"markets\":\"all\"}",
            "{\"members\":[\"all\"],\"zones\":\"all\",\"markets\":\"all\"}",
            "{\"members\":null,\"zones\":\"all\",\"markets\":\"all\"}",
            "{\"members\":[1],\"zones\":\"all\",\"markets\":\"all\"}")) {
      assertThrows(RuntimeException.class, () -> Json.MAPPER.readValue(bad, Scope.class), bad);
    }
  }

  @Test
  void aScopeStaysThroughGroupsInvitationsPasswordsLocksTokensAndTheFile() {
    accounts.add("mia", List.of("members"), OF_A);
    accounts.regroup("mia", List.of("regulators"));
    accounts.regroup("mia", List.of("members"));
    accounts.reset("mia", "");
    accounts.lock("mia", true);
    accounts.lock("mia", false);
    accounts.token("mia", "t", 1);
    accounts.revoke("mia", "t");
    accounts.update("mia", before -> before.withSecondFactor("x").withPassword("h").loggedIn(3));
    assertEquals(OF_A, reopened().get("mia").scope());
    accounts.rescope("mia", Scope.ofMembers(List.of("B")));
    assertEquals(Set.of("B"), reopened().get("mia").scope().members().ids());
  }

  @Test
  void whoDeclaresHasMembersNamedByWhateverWayItBecomesADeclarer() {
    refused("would declare", () -> accounts.add("mia", List.of("members"), Scope.ALL));
    accounts.add("olga", List.of("readers"), Scope.ALL);
    refused("would declare", () -> accounts.regroup("olga", List.of("members")));
    refused("would declare", () -> accounts.define("readers", EnumSet.of(Right.DECLARE)));
    accounts.add("mia", List.of("members"), Scope.NOTHING);
    refused("would declare", () -> accounts.rescope("mia", Scope.ALL));
    refused("superuser", () -> accounts.rescope("admin", OF_A));
    refused("no user", () -> accounts.rescope("nobody", OF_A));
    assertEquals(Scope.NOTHING, reopened().get("mia").scope());
    assertEquals(List.of("readers"), reopened().get("olga").groups());
  }

  @Test
  void aNarrowedScopeTakesAwayRightsThatKnowNone() {
    accounts.add("olga", List.of("operators"), Scope.ALL);
    assertTrue(accounts.rights(accounts.get("olga")).contains(Right.READ_RESULTS));
    accounts.rescope("olga", OF_A);
    assertEquals(
        EnumSet.of(Right.READ_MARKET, Right.READ_OWN, Right.READ_DECLARATIONS),
        accounts.rights(accounts.get("olga")));
    refused("rights of the system", () -> accounts.add("ada", List.of("auditors"), OF_A));
  }

  @Test
  void aFileOfABuildBeforeScopesOpensWithAllForWhoDeclaresForNobody() throws Exception {
    accounts.add("olga", List.of("operators"), OF_A);
    accounts.add("mia", List.of("members"), OF_A);
    Path file = folder.resolve("s/accounts.json");
    ObjectNode json = (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
    json.get("accounts").forEach(account -> ((ObjectNode) account).remove("scope"));
    Files.writeString(file, json.toString());
    refused("no scope", this::reopened);
    json.remove("format");
    Files.writeString(file, json.toString());
    Accounts earlier = reopened();
    assertEquals(Scope.ALL, earlier.get("olga").scope());
    assertEquals(Scope.NOTHING, earlier.get("mia").scope());
    assertEquals(List.of("olga"), earlier.withoutScope());
    earlier.rescope("olga", OF_A);
    assertEquals(List.of(), reopened().withoutScope());
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"format\" : 2", "\"format\" : 3"));
    refused("format", this::reopened);
  }

  private static void refused(String word, Runnable change) {
    String message = assertThrows(IllegalArgumentException.class, change::run).getMessage();
    assertTrue(message.contains(word), message);
  }
}
