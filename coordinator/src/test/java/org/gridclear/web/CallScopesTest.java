package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.gridclear.account.Accounts;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.json.Json;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.RegisteredUnits;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every call of the description, made by nobody, by an account of each first group, by the
 * superuser and by two members: who is let in, and that no answer to one member has a word of what
 * is the other's.
 */
// Rows: M-06, M-07, M-08
class CallScopesTest {
  private static final Scope OF_ALDER = Scope.ofMembers(List.of("alder"));
  private static final Map<String, String> TOKENS = new TreeMap<>();

  @TempDir private static Path folder;

  private static ServedMarket market;
  private static SecuredServer server;
  private static Map<String, CallTable.Call> table;

  @BeforeAll
  static void serve() throws Exception {
    TwoMembers.make(folder.resolve("m"));
    market = ServedMarket.open(folder.resolve("m"));
    server = new SecuredServer(folder, UnaryOperator.identity(), market);
    table = CallTable.calls();
    Accounts accounts = server.security.accounts();
    for (String group : accounts.groups()) {
      if (!group.equals("members")) {
        accounts.add("all-" + group, List.of(group), Scope.ALL);
      }
    }
    accounts.add("alder", List.of("members"), OF_ALDER);
    accounts.add("birch", List.of("members"), Scope.ofMembers(List.of("birch")));
    accounts.add("no-member", List.of("members"), Scope.NOTHING);
    accounts.add("narrow", List.of("operators"), Scope.ofMembers(List.of("birch")));
    accounts.add("second", List.of("registrars"), Scope.ALL);
    accounts.all().forEach(each -> TOKENS.put(each.name(), accounts.token(each.name(), "t", 9)));
    String proposals = "/api/v1/registry/proposals";
    done("POST", proposals, "all-registrars", TwoMembers.RECORDS.strip());
    done("POST", proposals + "/1/review", "second", "{\"decision\": \"approved\"}");
    MarketFolder open = market.folder();
    MarketGate.of(open, RegisteredUnits.of(open, Clock.systemUTC()), Clock.systemUTC())
        .parameters()
        .add(TwoMembers.PARAMETERS, "all-operators");
    TwoMembers.publish(open);
    TwoMembers.judge(open);
    String day = "/api/v1/markets/da/days/" + TwoMembers.DECLARED + "/declarations";
    done("POST", day, "alder", TwoMembers.declaration("alder", "alder-1"));
  }

  private static void done(String method, String path, String caller, String body)
      throws Exception {
    HttpResponse<String> answer = server.call(method, path, TOKENS.get(caller), body);
    assertEquals(200, answer.statusCode(), answer.body());
  }

  @AfterAll
  static void stop() {
    server.close();
    market.close();
  }

  private static HttpResponse<String> send(String key, CallTable.Sample sample, String caller)
      throws Exception {
    String method = key.substring(0, key.indexOf(' '));
    return server.call(method, sample.address(), TOKENS.getOrDefault(caller, ""), sample.body());
  }

  private static boolean lets(CallTable.Call call, String caller) {
    Set<Right> rights = server.security.accounts().rights(server.security.accounts().get(caller));
    return switch (call.door()) {
      case OPEN, KNOWN -> true;
      case SESSION -> false;
      case RIGHT -> rights.stream().anyMatch(call.rights()::contains);
    };
  }

  @Test
  void everyCallOfTheDescriptionIsInTheTableAndNoOther() throws Exception {
    JsonNode paths =
        Json.MAPPER.readTree(server.call("GET", "/api/v1/openapi", "", null).body()).get("paths");
    Set<String> described = new TreeSet<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    Set<String> without = new TreeSet<>(described);
    without.removeAll(table.keySet());
    assertEquals(Set.of(), without, "say in CallTable who may make these calls");
    Set<String> gone = new TreeSet<>(table.keySet());
    gone.removeAll(described);
    assertEquals(Set.of(), gone, "there are no such calls");
    table.forEach((key, call) -> assertFalse(call.samples().isEmpty(), key));
  }

  @Test
  void whoMayNotIsRefusedAndWhoMayIsLetIn() throws Exception {
    List<String> wrong = new ArrayList<>();
    int calls = 0;
    for (Map.Entry<String, CallTable.Call> each : table.entrySet()) {
      CallTable.Call call = each.getValue();
      CallTable.Sample sample = call.samples().get(0);
      int anonymous = send(each.getKey(), sample, "").statusCode();
      boolean open = call.door() == CallTable.Door.OPEN;
      if (open == (anonymous == 401) && !each.getKey().equals("POST /api/v1/session")) {
        wrong.add("%s of nobody: %d".formatted(each.getKey(), anonymous));
      }
      for (String caller : TOKENS.keySet()) {
        int status = send(each.getKey(), sample, caller).statusCode();
        boolean refused = status == 401 || status == 403;
        if (!open && refused == lets(call, caller) || !open && status == 401 || status == 500) {
          wrong.add("%s of %s: %d".formatted(each.getKey(), caller, status));
        }
        calls++;
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(calls > 500, "calls: " + calls);
  }

  @Test
  void noAnswerToAMemberHasAWordOfAnother() throws Exception {
    List<String> wrong = new ArrayList<>();
    int own = 0;
    for (Map.Entry<String, CallTable.Call> each : table.entrySet()) {
      for (CallTable.Sample sample : each.getValue().samples()) {
        String name = each.getKey() + " " + sample.address();
        if (!lets(each.getValue(), "alder")) {
          continue;
        }
        if (sample.own()) {
          own++;
          String ours = told(send(each.getKey(), sample, "alder"));
          if (!ours.contains("alder")) {
            wrong.add(name + " tells alder nothing of alder: " + ours);
          }
        }
        for (String other : List.of("birch", "no-member", "narrow")) {
          if (!lets(each.getValue(), other)) {
            continue;
          }
          String told = told(send(each.getKey(), sample, other));
          if (!sample.ofAlder() && told.contains("alder")) {
            wrong.add("%s tells %s of alder: %s".formatted(name, other, told));
          }
          if (!sample.ofAlder()) {
            continue;
          }
          String ofNobody = told(send(each.getKey(), sample.ofNobody(), other));
          if (!told.replace("alder", "aspen").equals(ofNobody)) {
            wrong.add(
                "%s tells %s what is alder's from what is not: %s%n    but %s"
                    .formatted(name, other, told, ofNobody));
          }
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
    assertTrue(own > 10, "alder sees its own " + own + " times");
  }

  /** Status, headers that the server chose, and body, without what counts or dates the call. */
  private static String told(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeIf(name -> Set.of("date", "content-length").contains(name));
    String body =
        answer
            .body()
            .replaceAll("\"(number|refusal)\":\\d+", "\"$1\":0")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?", "now");
    return "%d %s %s".formatted(answer.statusCode(), headers, body);
  }

  /** Of what is added to totals by others nothing is seen: as if they were not there. */
  @Test
  void totalsAndStatisticsAreOfWhatIsSeenAlone() throws Exception {
    String units = "/api/v1/markets/da/results/units?from=2026-10-01&to=2026-10-02";
    JsonNode all = rows(units, "all-operators");
    JsonNode birch = rows(units, "birch");
    JsonNode alder = rows(units, "alder");
    assertEquals(all.get("total").asInt(), birch.get("total").asInt() + alder.get("total").asInt());
    assertEquals(birch.get("rows").size(), birch.get("total").asInt());
    assertEquals(0, rows(units, "no-member").path("total").asInt());
    String sum = "/api/v1/markets/da/statistics/units?from=2026-10-01&to=2026-10-02";
    JsonNode one = rows(sum + "&unit=birch-1", "all-operators").get("rows");
    assertEquals(one, rows(sum, "birch").get("rows"), "all that birch sees is birch-1");
  }

  private static JsonNode rows(String address, String caller) throws Exception {
    HttpResponse<String> answer = server.call("GET", address, TOKENS.get(caller), null);
    return Json.MAPPER.readTree(answer.body());
  }
}
