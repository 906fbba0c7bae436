package org.gridclear.web;

import static org.gridclear.account.Right.APPROVE_DAY;
import static org.gridclear.account.Right.APPROVE_REGISTRY;
import static org.gridclear.account.Right.DECLARE;
import static org.gridclear.account.Right.MANAGE_ACCOUNTS;
import static org.gridclear.account.Right.MANAGE_GRID;
import static org.gridclear.account.Right.MANAGE_REGISTRY;
import static org.gridclear.account.Right.OPERATE_MARKET;
import static org.gridclear.account.Right.READ_AUDIT;
import static org.gridclear.account.Right.READ_DECLARATIONS;
import static org.gridclear.account.Right.READ_MARKET;
import static org.gridclear.account.Right.READ_METRICS;
import static org.gridclear.account.Right.READ_OWN;
import static org.gridclear.account.Right.READ_RESULTS;
import static org.gridclear.account.Right.READ_SETTLEMENT;
import static org.gridclear.account.Right.RUN;
import static org.gridclear.account.Right.SETTLE;
import static org.gridclear.account.Right.SUPERVISE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.account.Right;

/**
 * Every call of the interface: who may make it, and samples of it. A sample that names something of
 * the member alder is also sent by the member birch, who must hear what it hears of something that
 * does not exist.
 */
final class CallTable {
  /** Who may make a call. */
  enum Door {
    /** Everybody, with a token or without. */
    OPEN,
    /** Everybody whose token is good. */
    KNOWN,
    /** Who has logged in, which no API token has. */
    SESSION,
    /** Who has one of the rights. */
    RIGHT
  }

  /**
   * A call.
   *
   * @param door who may make it
   * @param rights rights of which one is enough, where the door asks for any
   * @param samples what to send
   */
  record Call(Door door, Set<Right> rights, List<Sample> samples) {}

  /**
   * A sample.
   *
   * @param address path and query
   * @param body null for none
   * @param own whether alder's answer names something of alder
   */
  record Sample(String address, String body, boolean own) {
    /** Whether it names something of alder. */
    boolean ofAlder() {
      return (address + body).contains("alder");
    }

    /** The same with something that does not exist instead of what is alder's. */
    Sample ofNobody() {
      return new Sample(
          address.replace("alder", "aspen"),
          body == null ? null : body.replace("alder", "aspen"),
          own);
    }
  }

  private static final String API = "/api/v1/";
  private static final String DAY = "markets/da/days/2026-10-01/";
  private static final String RANGE = "from=2026-10-01&to=2026-10-02";
  private static final List<String> KINDS =
      List.of(
          "prices",
          "zone-prices",
          "units",
          "commitment",
          "reserves",
          "flows",
          "shadow-prices",
          "security",
          "offers",
          "balance",
          "loads",
          "storage");
  private static final Set<String> OF_OWNERS =
      Set.of("units", "commitment", "offers", "loads", "storage");

  private static final Set<Right> OPERATES = Set.of(OPERATE_MARKET);
  private static final Set<Right> APPROVES = Set.of(APPROVE_DAY);

  private final Map<String, Call> calls = new TreeMap<>();

  private CallTable() {}

  /** All calls, by {@code METHOD /path} as the description has it. */
  static Map<String, Call> calls() {
    CallTable table = new CallTable();
    table.ofEverybody();
    table.ofTheSystem();
    table.ofRuns();
    table.ofNodes();
    table.ofDays();
    table.ofApproval();
    table.ofAnomalies();
    table.ofForum();
    table.ofIndices();
    table.ofTheRegistry();
    table.ofPieces();
    table.ofDeclarations();
    table.ofPublications();
    table.ofWorkflows();
    table.ofRules();
    table.ofExchange();
    table.ofSettlement();
    return table.calls;
  }

  private static Sample get(String address) {
    return new Sample(API + address, null, false);
  }

  private static Sample own(String address) {
    return new Sample(API + address, null, true);
  }

  private static Sample with(String address, String body) {
    return new Sample(API + address, body, false);
  }

  private void add(String key, Door door, Sample... samples) {
    calls.put(key, new Call(door, Set.of(), List.of(samples)));
  }

  private void add(String key, Set<Right> rights, Sample... samples) {
    calls.put(key, new Call(Door.RIGHT, rights, List.of(samples)));
  }

  private void ofEverybody() {
    add("GET /health/live", Door.OPEN, new Sample("/health/live", null, false));
    add("GET /health/ready", Door.OPEN, new Sample("/health/ready", null, false));
    add("POST /api/v1/session", Door.OPEN, with("session", "{}"));
    add("POST /api/v1/invitations/opened", Door.OPEN, with("invitations/opened", "{}"));
    add("POST /api/v1/invitations/accepted", Door.OPEN, with("invitations/accepted", "{}"));
    add("GET /api/v1/session", Door.KNOWN, own("session"));
    add("GET /api/v1/events", Door.KNOWN, get("events?once=true"));
    add("DELETE /api/v1/session", Door.SESSION, get("session"));
    add("PUT /api/v1/password", Door.SESSION, with("password", "{}"));
    add("GET /api/v1/tokens", Door.SESSION, get("tokens"));
    add("POST /api/v1/tokens", Door.SESSION, with("tokens", "{}"));
    add("DELETE /api/v1/tokens/{label}", Door.SESSION, get("tokens/x"));
    add("POST /api/v1/session/challenge", Door.OPEN, with("session/challenge", "{}"));
    add("POST /api/v1/session/devices", Door.OPEN, get("session/devices"));
    add("POST /api/v1/session/devices/session", Door.OPEN, with("session/devices/session", "{}"));
    add("GET /api/v1/second-factors", Door.SESSION, get("second-factors"));
    for (String call :
        List.of(
            "POST /api/v1/session/devices/approval",
            "POST /api/v1/second-factors/codes",
            "PUT /api/v1/second-factors/codes",
            "POST /api/v1/second-factors/keys/challenge",
            "POST /api/v1/second-factors/keys")) {
      add(call, Door.SESSION, new Sample(call.substring(call.indexOf('/')), "{}", false));
    }
    add(
        "POST /api/v1/second-factors/keys/{label}/removal",
        Door.SESSION,
        with("second-factors/keys/x/removal", "{}"));
  }

  private void ofTheSystem() {
    Set<Right> accounts = Set.of(MANAGE_ACCOUNTS);
    add("GET /metrics", Set.of(READ_METRICS), new Sample("/metrics", null, false));
    add("GET /api/v1/audit", Set.of(READ_AUDIT), get("audit"));
    add("GET /api/v1/audit/findings", Set.of(READ_AUDIT), get("audit/findings"));
    add(
        "GET /api/v1/audit/records",
        Set.of(READ_AUDIT),
        get("audit/records?limit=5"),
        get("audit/records?text=session&before=x"));
    add("GET /api/v1/audit/seals", Set.of(READ_AUDIT), get("audit/seals"));
    add(
        "GET /api/v1/audit/statistics",
        Set.of(READ_AUDIT),
        get("audit/statistics?from=2026-01-01T00:00:00Z"));
    add("GET /api/v1/accounts", accounts, get("accounts"));
    add("POST /api/v1/accounts", accounts, with("accounts", "{}"));
    add("PUT /api/v1/accounts/{name}/locked", accounts, get("accounts/no/locked?locked=true"));
    add("PUT /api/v1/accounts/{name}/groups", accounts, with("accounts/no/groups", "[]"));
    add("PUT /api/v1/accounts/{name}/scope", accounts, with("accounts/no/scope", "{}"));
    add("POST /api/v1/accounts/{name}/reset", accounts, get("accounts/no/reset"));
    add(
        "POST /api/v1/accounts/{name}/tokens/{label}/revoked",
        accounts,
        get("accounts/no/tokens/x/revoked"));
    add("POST /api/v1/accounts/{name}/recovery", accounts, with("accounts/no/recovery", "{}"));
    add("GET /api/v1/groups", accounts, get("groups"));
    add("PUT /api/v1/groups/{group}", accounts, with("groups/NO", "[]"));
  }

  private void ofRuns() {
    Set<Right> results = Set.of(READ_RESULTS, RUN);
    Set<Right> run = Set.of(RUN);
    Set<Right> closes = Set.of(READ_SETTLEMENT);
    add("GET /api/v1/run-list", results, get("run-list"));
    add(
        "POST /api/v1/run-list/resubmission",
        run,
        with("run-list/resubmission", "{\"study\": \"none\", \"expected\": 0}"));
    add(
        "POST /api/v1/run-list/cancellation",
        run,
        with("run-list/cancellation", "{\"study\": \"none\", \"expected\": 0}"));
    for (String path :
        List.of(
            "",
            "/{runId}",
            "/{runId}/events",
            "/{runId}/report",
            "/{runId}/units",
            "/{runId}/work",
            "/{runId}/replay")) {
      add("GET /api/v1/runs" + path, results, get("runs" + path.replace("{runId}", "none")));
    }
    for (String path :
        List.of(
            "/cases/{number}/tables",
            "/cases/{number}/tables/{table}",
            "/tables",
            "/tables/{table}",
            "/cases/{number}/explanation",
            "/cases/{number}/figures",
            "/cases/{number}/security",
            "/cases/{number}/network",
            "/cases/{number}/network/frames",
            "/security",
            "/sensitivities",
            "/flows",
            "/devices",
            "/contingencies",
            "/overview",
            "/snapshots",
            "/results",
            "/loadings",
            "/outages")) {
      String sample = path.replace("{number}", "0").replace("{table}", "units");
      add(
          "GET /api/v1/runs/{runId}" + path,
          results,
          get("runs/none" + sample + (path.endsWith("explanation") ? "?unit=alder-1" : "")));
    }
    add("DELETE /api/v1/runs/{runId}", run, get("runs/none"));
    add("POST /api/v1/runs/{runId}/resubmission", run, get("runs/none/resubmission"));
    add("POST /api/v1/runs/{runId}/kill", run, get("runs/none/kill"));
    for (String path :
        List.of(
            "studies",
            "studies/expansion",
            "studies/cost",
            "studies/fields",
            "screenings",
            "sensitivities",
            "runs/{runId}/cases/{number}/what-if",
            "runs/{runId}/cases/{caseName}/screening",
            "runs/{runId}/cases/{caseName}/sensitivities")) {
      add(
          "POST /api/v1/" + path,
          run,
          with(
              path.replace("{runId}", "none")
                  .replace("{number}", "0")
                  .replace("{caseName}", "none"),
              "{}"));
    }
    add("GET /api/v1/cases/{name}", results, get("cases/none.json"));
    add("GET /api/v1/cases/{name}/{table}", results, get("cases/none.json/units"));
    add("GET /api/v1/closes", closes, get("closes"));
    add("GET /api/v1/settlement/closes", closes, get("settlement/closes"));
    ofBills();
    for (String path :
        List.of(
            "{id}",
            "{id}/checks",
            "{id}/days",
            "{id}/changes",
            "{id}/entities",
            "{id}/entities/{entity}/explanation",
            "{id}/entities/{entity}",
            "{id}/entities/{entity}/lines",
            "{id}/items/{item}/days",
            "{id}/items/{item}/top")) {
      String sample =
          path.replace("{id}", "none").replace("{entity}", "alder").replace("{item}", "x");
      add("GET /api/v1/closes/" + path, closes, get("closes/" + sample));
    }
  }

  private void ofBills() {
    Set<Right> reads = Set.of(READ_OWN, READ_SETTLEMENT);
    add("GET /api/v1/bills", reads, get("bills"), get("bills?member=alder&format=csv"));
    for (String path : List.of("", "/explanation", "/pdf")) {
      String sample = "bills/B202610-alder-1" + path;
      add("GET /api/v1/bills/{number}" + path, reads, get(sample));
    }
  }

  private void ofNodes() {
    Set<Right> manages = Set.of(MANAGE_GRID);
    Set<Right> reads = Set.of(RUN, READ_RESULTS, MANAGE_GRID, READ_METRICS);
    add("GET /api/v1/nodes", reads, get("nodes"));
    add("POST /api/v1/nodes/{name}/drain", manages, get("nodes/none/drain"));
    add("POST /api/v1/nodes/activation", manages, get("nodes/activation"));
  }

  private void ofDays() {
    Set<Right> rights = Set.of(READ_MARKET, READ_OWN);
    String market = "/api/v1/markets/{market}";
    String version = market + "/days/{date}/versions/{version}/{kind}";
    add("GET /api/v1/market", Set.of(READ_MARKET), get("market"));
    add("GET /api/v1/market/dates", rights, get("market/dates"));
    add(
        "GET /api/v1/market/board",
        Set.of(OPERATE_MARKET, APPROVE_DAY, SUPERVISE),
        get("market/board?date=2026-10-01"));
    add("GET " + market + "/days", rights, get("markets/da/days?" + RANGE));
    List<Sample> days = new ArrayList<>();
    List<Sample> comparisons = new ArrayList<>();
    List<Sample> ranges = new ArrayList<>();
    List<Sample> statistics = new ArrayList<>();
    for (String kind : KINDS) {
      boolean owned = OF_OWNERS.contains(kind);
      days.add(new Sample(API + DAY + "versions/1/" + kind, null, owned));
      comparisons.add(
          new Sample(
              API + DAY + "versions/1/" + kind + "/comparison?otherDate=2026-10-02", null, false));
      ranges.add(new Sample(API + "markets/da/results/" + kind + "?" + RANGE, null, owned));
      statistics.add(get("markets/da/statistics/" + kind + "?" + RANGE));
      if (!owned) {
        continue;
      }
      for (String of : List.of("unit=alder-1", "owner=alder", "element=alder-store")) {
        days.add(get(DAY + "versions/1/" + kind + "?" + of));
      }
      ranges.add(get("markets/da/results/" + kind + "?owner=alder&" + RANGE));
      statistics.add(get("markets/da/statistics/" + kind + "?by=owner&" + RANGE));
    }
    for (String more : List.of("by=unit", "by=fuel", "by=zone", "unit=alder-1", "curve=true")) {
      statistics.add(get("markets/da/statistics/units?" + more + "&" + RANGE));
    }
    days.add(get(DAY + "versions/newest/units?format=csv"));
    add("GET " + version, rights, days.toArray(Sample[]::new));
    add("GET " + version + "/comparison", rights, comparisons.toArray(Sample[]::new));
    Set<Right> whys = Set.of(OPERATE_MARKET, APPROVE_DAY, READ_RESULTS);
    String one = market + "/days/{date}/versions/{version}/";
    String sample = DAY + "versions/99/";
    String kept = DAY + "versions/1/";
    add(
        "GET " + one + "explanation",
        whys,
        get(sample + "explanation?period=1&unit=alder-1"),
        get(kept + "explanation?period=1&bus=n1"));
    add("GET " + one + "figures", rights, new Sample(API + DAY + "versions/1/figures", null, true));
    for (String drawn : List.of("network", "network/frames")) {
      add("GET " + one + drawn, whys, get(sample + drawn), get(kept + drawn));
    }
    add(
        "POST " + one + "what-if",
        whys,
        with(sample + "what-if", "{}"),
        with(kept + "what-if", "{\"changes\": [{\"load\": {\"scale\": 1.01}}]}"));
    add("GET " + market + "/results/{kind}", rights, ranges.toArray(Sample[]::new));
    add("GET " + market + "/statistics/{kind}", rights, statistics.toArray(Sample[]::new));
    add("GET " + market + "/buses/{bus}", rights, get("markets/da/buses/n1?" + RANGE));
  }

  private void ofApproval() {
    Set<Right> reads = Set.of(OPERATE_MARKET, APPROVE_DAY);
    String market = "/api/v1/markets/{market}/";
    String version = market + "days/{date}/versions/{version}/";
    String sample = DAY + "versions/99/";
    add("GET " + market + "states", reads, get("markets/da/states?" + RANGE));
    add("GET " + market + "days/{date}/history", reads, get(DAY + "history"));
    add("GET " + version + "state", reads, get(sample + "state"));
    for (String step : List.of("check", "submit")) {
      add("POST " + version + "state/" + step, OPERATES, with(sample + "state/" + step, "{}"));
    }
    for (String step : List.of("approve", "reject", "withdraw")) {
      add("POST " + version + "state/" + step, APPROVES, with(sample + "state/" + step, "{}"));
    }
    for (String more : List.of("measures", "interventions")) {
      add("POST " + version + more, OPERATES, with(sample + more, "{}"));
    }
    add(
        "GET " + market + "interventions",
        Set.of(OPERATE_MARKET, APPROVE_DAY, SUPERVISE),
        get("markets/da/interventions?" + RANGE));
    add("GET " + market + "approval-rules", reads, get("markets/rt/approval-rules"));
    add("POST " + market + "approval-rules", APPROVES, with("markets/rt/approval-rules", "{}"));
  }

  private void ofForum() {
    Set<Right> reads = Set.of(READ_OWN, OPERATE_MARKET);
    add("GET /api/v1/forum/topics", reads, get("forum/topics"), get("forum/topics?limit=1"));
    add("GET /api/v1/forum/topics/{number}", reads, get("forum/topics/999"));
    add("GET /api/v1/forum/waiting", OPERATES, get("forum/waiting"));
    add(
        "POST /api/v1/forum/posts",
        Set.of(DECLARE, OPERATE_MARKET),
        with("forum/posts", "{\"topic\": 999, \"text\": \"x\"}"));
    add(
        "POST /api/v1/forum/posts/{number}/moderation",
        OPERATES,
        with("forum/posts/999/moderation", "{\"decision\": \"shown\"}"));
  }

  private void ofAnomalies() {
    Set<Right> reads = Set.of(READ_MARKET, READ_OWN);
    String anomalies = "/api/v1/anomalies";
    String version = "?market=da&date=2026-10-01&version=1";
    add(
        "GET " + anomalies,
        reads,
        own("anomalies?" + RANGE),
        own("anomalies?format=csv&" + RANGE),
        get("anomalies?state=closed&" + RANGE));
    add(
        "GET " + anomalies + "/groups",
        reads,
        get("anomalies/groups?" + RANGE),
        get("anomalies/groups?format=csv&state=closed&" + RANGE));
    add("GET " + anomalies + "/{number}", reads, own("anomalies/1"), get("anomalies/999"));
    add(
        "POST " + anomalies + "/{number}/steps",
        OPERATES,
        with("anomalies/999/steps", "{\"to\": \"acknowledged\"}"));
    add(
        "POST " + anomalies + "/evaluations",
        OPERATES,
        with("anomalies/evaluations" + version, ""));
    add("GET " + anomalies + "/changes", OPERATES, get("anomalies/changes" + version));
    add(
        "POST " + anomalies + "/fallbacks",
        OPERATES,
        with("anomalies/fallbacks?market=da&date=2026-10-01", "{}"));
    add("GET " + anomalies + "/rules", OPERATES, get("anomalies/rules"));
    add("PUT " + anomalies + "/rules", OPERATES, with("anomalies/rules", "{}"));
    add(
        "GET /api/v1/market-events",
        Set.of(OPERATE_MARKET, APPROVE_DAY, SUPERVISE),
        get("market-events?once=true&after=0"));
    add(
        "GET /api/v1/operations",
        Set.of(OPERATE_MARKET, APPROVE_DAY, SUPERVISE),
        get("operations?from=2026-09-01T00:00:00Z&to=2026-11-01T00:00:00Z"));
  }

  private void ofIndices() {
    Set<Right> watches = Set.of(SUPERVISE, OPERATE_MARKET);
    String indices = "/api/v1/indices";
    String range = "?market=da&" + RANGE;
    add("GET " + indices, watches, get("indices"));
    add("PUT " + indices, OPERATES, with("indices", "{}"));
    add("POST " + indices + "/evaluations", watches, with("indices/evaluations" + range, ""));
    for (String of : List.of("values", "elements", "overview", "alarms", "report")) {
      add("GET " + indices + "/" + of, watches, get("indices/" + of + range));
    }
    add(
        "POST " + indices + "/alarms/{number}/clear",
        watches,
        with("indices/alarms/999/clear", "{\"comment\": \"over\"}"));
    add("GET /api/v1/mitigations", watches, get("mitigations"));
    add("GET /api/v1/mitigations/{number}", watches, get("mitigations/999"));
    add(
        "POST /api/v1/mitigations/{number}/decision",
        Set.of(SUPERVISE),
        with("mitigations/999/decision", "{\"approve\": true, \"comment\": \"x\"}"));
  }

  private void ofTheRegistry() {
    Set<Right> reads = Set.of(READ_MARKET, READ_OWN, MANAGE_REGISTRY, APPROVE_REGISTRY);
    Set<Right> owned = Set.of(READ_OWN, MANAGE_REGISTRY, APPROVE_REGISTRY);
    Set<Right> registrars = Set.of(MANAGE_REGISTRY, APPROVE_REGISTRY);
    String registry = "/api/v1/registry/";
    List<Sample> kinds = new ArrayList<>();
    for (String kind :
        List.of("member", "unit", "meter", "foreign-id", "contract", "price-point")) {
      boolean ofMembers = Set.of("member", "unit", "meter", "contract").contains(kind);
      kinds.add(new Sample(registry + "records/" + kind, null, ofMembers));
      kinds.add(new Sample(registry + "records/" + kind + "?format=csv", null, ofMembers));
    }
    add(
        "GET " + registry + "records",
        reads,
        own("registry/records"),
        own("registry/records?on=2026-05-01&revision=1"));
    add("GET " + registry + "records/{kind}", reads, kinds.toArray(Sample[]::new));
    add(
        "GET " + registry + "records/{kind}/{id}/history",
        reads,
        own("registry/records/unit/alder-1/history"),
        own("registry/records/member/alder/history?format=csv"),
        get("registry/records/meter/alder-m/history"),
        get("registry/records/contract/alder-c/history"));
    add(
        "GET " + registry + "curves",
        owned,
        own("registry/curves?month=2026-10&intervals=24&format=csv"),
        get("registry/curves?month=2026-10&intervals=24&contract=alder-c"));
    add("GET " + registry + "proposals", registrars, get("registry/proposals?open=false"));
    add("GET " + registry + "proposals/{number}", registrars, get("registry/proposals/1"));
    add(
        "POST " + registry + "proposals",
        Set.of(MANAGE_REGISTRY),
        with("registry/proposals", "{}"));
    add(
        "POST " + registry + "proposals/{number}/review",
        Set.of(APPROVE_REGISTRY),
        with("registry/proposals/1/review", "{\"decision\": \"rejected\"}"));
    add(
        "POST " + registry + "unmatched",
        registrars,
        with("registry/unmatched?system=t&kind=unit&on=2026-05-01", "[]"));
  }

  private void ofPieces() {
    Set<Right> operates = Set.of(OPERATE_MARKET);
    String market = "/api/v1/market/";
    for (String path :
        List.of(
            "series",
            "series/{kind}/versions/{version}",
            "similar-days",
            "networks",
            "tickets",
            "snapshots",
            "checks",
            "cases/{hash}")) {
      String sample =
          path.replace("{kind}", "load-forecast-short")
              .replace("{version}", "1")
              .replace("{hash}", "0".repeat(64));
      add("GET " + market + path, operates, get("market/" + sample));
    }
    for (String path : List.of("series", "networks", "tickets", "snapshots", "cases")) {
      add("POST " + market + path, operates, with("market/" + path, "{}"));
    }
    add("PUT " + market + "checks", operates, with("market/checks", "{"));
  }

  private void ofDeclarations() {
    String day = "/api/v1/markets/{market}/days/{date}/declarations";
    String sample = "markets/da/days/" + TwoMembers.DECLARED + "/declarations";
    Set<Right> reads = Set.of(DECLARE, READ_OWN, READ_DECLARATIONS);
    add(
        "POST " + day,
        Set.of(DECLARE),
        new Sample(API + sample, TwoMembers.declaration("alder", "alder-1"), true),
        with(sample, TwoMembers.declaration("birch", "alder-1")),
        with(sample, TwoMembers.declaration("birch", "birch-9")));
    add("GET " + day, reads, own(sample), get(sample + "?unit=alder-1"));
    add(
        "GET /api/v1/markets/{market}/gates",
        Set.of(DECLARE, READ_OWN, READ_MARKET, READ_DECLARATIONS),
        get("markets/da/gates?" + RANGE));
    add(
        "GET /api/v1/markets/{market}/receipts/{number}",
        reads,
        own("markets/da/receipts/1"),
        get("markets/da/receipts/999"));
  }

  private void ofPublications() {
    Set<Right> reads = Set.of(READ_OWN, SUPERVISE, OPERATE_MARKET);
    Set<Right> operates = Set.of(OPERATE_MARKET);
    String messages = "/api/v1/messages";
    String publications = "/api/v1/publications";
    String whose = "recipient=member:alder";
    // The first messages of the market are of TwoMembers.publish: 2 is alder's.
    add("GET " + messages, reads, own("messages"), get("messages?" + whose), get("messages"));
    add(
        "GET " + messages + "/{number}",
        reads,
        own("messages/" + TwoMembers.MESSAGE),
        get("messages/" + TwoMembers.MESSAGE + "?" + whose));
    add(
        "GET " + messages + "/{number}/rows",
        reads,
        own("messages/" + TwoMembers.MESSAGE + "/rows?format=csv"),
        get("messages/" + TwoMembers.MESSAGE + "/rows?" + whose));
    add(
        "POST " + messages + "/{number}/acknowledgement",
        reads,
        own("messages/" + TwoMembers.MESSAGE + "/acknowledgement"),
        get("messages/" + TwoMembers.MESSAGE + "/acknowledgement?" + whose));
    String numbers = "{\"numbers\": [%d]}".formatted(TwoMembers.MESSAGE);
    add(
        "POST " + messages + "/acknowledgements",
        reads,
        new Sample(API + "messages/acknowledgements", numbers, true),
        with("messages/acknowledgements?" + whose, numbers));
    add(
        "GET " + publications,
        reads,
        get("publications?" + RANGE),
        get("publications?" + whose + "&" + RANGE));
    add("GET " + publications + "/catalogue", reads, get("publications/catalogue"));
    add(
        "GET " + publications + "/{number}/rows",
        reads,
        own("publications/1/rows?format=csv"),
        get("publications/1/rows?" + whose));
    add("PUT " + publications + "/catalogue", operates, with("publications/catalogue", "{"));
    add("POST " + publications + "/due", operates, get("publications/due?from=x&to=y"));
    add("POST " + publications + "/versions", operates, with("publications/versions", "{}"));
    add(
        "POST " + publications + "/withdrawals",
        Set.of(APPROVE_DAY),
        with("publications/withdrawals", "{}"));
    String notices = "/api/v1/notices";
    add("GET " + notices, reads, get("notices?" + RANGE), get("notices?" + whose + "&" + RANGE));
    add(
        "GET " + notices + "/{number}/papers/{name}",
        reads,
        get("notices/1/papers/x"),
        get("notices/1/papers/x?" + whose));
    add("GET " + notices + "/{number}/receipts", operates, get("notices/1/receipts"));
    add("POST " + notices, operates, with("notices", "{}"));
    add("POST " + notices + "/{number}/correction", operates, with("notices/1/correction", "{}"));
    add("POST " + notices + "/{number}/withdrawal", operates, get("notices/1/withdrawal"));
    String date = "/{date}/{kind}";
    add("POST " + publications + "/dates" + date, operates, get("publications/dates/x/y"));
    add("POST " + publications + "/tables" + date, operates, with("publications/tables/x/y", "{}"));
  }

  private void ofWorkflows() {
    Set<Right> reads = Set.of(OPERATE_MARKET, APPROVE_DAY, READ_SETTLEMENT);
    Set<Right> operates = Set.of(OPERATE_MARKET);
    String workflows = "/api/v1/workflows";
    String one = "/instances/{workflow}/{date}/{cycle}/{run}";
    String none = "workflows/instances/none/2026-10-01/0/1";
    add("GET " + workflows, reads, get("workflows"));
    add("GET " + workflows + "/instances", reads, get("workflows/instances?" + RANGE));
    add("GET " + workflows + one, reads, get(none));
    add("GET " + workflows + one + "/history", reads, get(none + "/history"));
    for (String act : List.of("run", "skip", "retry")) {
      add(
          "POST " + workflows + one + "/nodes/{node}/" + act,
          reads,
          with(none + "/nodes/none/" + act, "{\"reason\": \"no\"}"));
    }
    add("POST " + workflows + "/instances", operates, with("workflows/instances", "{}"));
    add("POST " + workflows + "/events", operates, with("workflows/events", "{}"));
  }

  private void ofRules() {
    Set<Right> reads = Set.of(OPERATE_MARKET, APPROVE_DAY);
    String rules = "/api/v1/rules";
    add("GET " + rules, reads, get("rules"));
    add("GET " + rules + "/{kind}", reads, get("rules/penalties"));
    add(
        "GET " + rules + "/{kind}/difference",
        reads,
        get("rules/penalties/difference?before=0&after=0"));
    add("POST " + rules + "/{kind}", Set.of(OPERATE_MARKET), with("rules/penalties", "{}"));
    add("GET " + rules + "/proposals", reads, get("rules/proposals"));
    add("GET " + rules + "/proposals/{number}", reads, get("rules/proposals/1"));
    add(
        "GET " + rules + "/proposals/{number}/shadow",
        reads,
        get("rules/proposals/1/shadow?market=da&" + RANGE));
    add(
        "POST " + rules + "/proposals/{number}/review",
        reads,
        with("rules/proposals/1/review", "{\"decision\": \"rejected\"}"));
  }

  private void ofExchange() {
    Set<Right> operates = Set.of(OPERATE_MARKET);
    String exchange = "/api/v1/exchange";
    for (String path : List.of("channels", "dead", "inbox")) {
      add("GET " + exchange + "/" + path, operates, get("exchange/" + path));
    }
    add("PUT " + exchange + "/channels", operates, with("exchange/channels", "{"));
    add("GET " + exchange + "/channels/{id}/outbox", operates, get("exchange/channels/x/outbox"));
    add("POST " + exchange + "/sending", operates, get("exchange/sending?from=x&to=y"));
    add("POST " + exchange + "/outbox/{number}/replay", operates, get("exchange/outbox/9/replay"));
    for (String path : List.of("receipts", "inbox")) {
      add(
          "POST " + exchange + "/channels/{id}/" + path,
          operates,
          with("exchange/channels/x/" + path, "{}"));
    }
  }

  private void ofSettlement() {
    Set<Right> settles = Set.of(SETTLE);
    Set<Right> reads = Set.of(READ_OWN, SETTLE);
    Set<Right> members = Set.of(DECLARE);
    String at = "/api/v1/settlement";
    add("GET " + at + "/calendar", settles, get("settlement/calendar?month=2026-10"));
    add(
        "POST " + at + "/days/{date}/check",
        settles,
        with("settlement/days/2026-10-01/check", "{\"note\": \"x\"}"));
    add("GET " + at + "/rules", reads, get("settlement/rules"));
    add("POST " + at + "/rules", settles, with("settlement/rules", "{}"));
    add("POST " + at + "/publications", settles, with("settlement/publications", "{}"));
    add("POST " + at + "/previews", settles, with("settlement/previews", "{}"));
    add(
        "GET " + at + "/closes/{id}/reports/{show}",
        settles,
        get("settlement/closes/x/reports/CLASS"));
    add("GET " + at + "/closes/{id}/obligations", settles, get("settlement/closes/x/obligations"));
    add(
        "GET " + at + "/closes/{id}/consolidation",
        settles,
        get("settlement/closes/x/consolidation?province=y&entity=z"));
    add("POST " + at + "/rule-trials", settles, with("settlement/rule-trials", "{}"));
    add("GET " + at + "/proposals", settles, get("settlement/proposals"));
    add(
        "POST " + at + "/proposals/{number}/decision",
        settles,
        with("settlement/proposals/1/decision", "{\"decision\": \"approved\"}"));
    add("GET " + at + "/statements", reads, get("settlement/statements?member=alder"));
    String statement = "/statements/{publication}/{member}";
    String alder = "settlement/statements/1/alder";
    add("GET " + at + statement + "/bundle", reads, get(alder + "/bundle"));
    add("GET " + at + statement + "/lines", reads, get(alder + "/lines"));
    add("GET " + at + statement + "/resettlements", reads, get(alder + "/resettlements"));
    add(
        "GET " + at + statement + "/intervals",
        reads,
        get(alder + "/intervals?entity=alder-1&date=2026-10-01"));
    add("POST " + at + statement + "/confirmation", members, with(alder + "/confirmation", null));
    add("GET " + at + "/sums", reads, get("settlement/sums?member=alder&" + RANGE));
    add("GET " + at + "/effects/{publication}", reads, get("settlement/effects/1"));
    String disputes = at + "/disputes";
    add("GET " + disputes, reads, get("settlement/disputes"));
    add(
        "GET " + disputes + "/{number}/papers/{name}",
        reads,
        get("settlement/disputes/1/papers/a"));
    add(
        "POST " + disputes,
        members,
        with(
            "settlement/disputes",
            "{\"publication\": 1, \"member\": \"alder\", \"date\": \"2026-10-01\", \"entity\":"
                + " \"alder-1\", \"item\": \"X\", \"claim\": \"c\"}"));
    add(
        "POST " + disputes + "/{number}/taking",
        settles,
        with("settlement/disputes/1/taking", null));
    add(
        "POST " + disputes + "/{number}/answer",
        settles,
        with("settlement/disputes/1/answer", "{\"outcome\": \"DENIED\", \"words\": \"no\"}"));
    for (String act : List.of("withdrawal", "refusal")) {
      add(
          "POST " + disputes + "/{number}/" + act,
          members,
          with("settlement/disputes/1/" + act, "{\"reason\": \"x\"}"));
    }
    add(
        "POST /api/v1/settlement/effects/{publication}/telling",
        settles,
        with("settlement/effects/9/telling", null));
    ofPayments(settles, reads);
  }

  private void ofPayments(Set<Right> settles, Set<Right> reads) {
    String at = "/api/v1/settlement/payments";
    for (String path : List.of("items", "defaults", "terms")) {
      add("GET " + at + "/" + path, reads, get("settlement/payments/" + path));
    }
    for (String path : List.of("balances", "orders", "proposals")) {
      add("GET " + at + "/" + path, settles, get("settlement/payments/" + path));
    }
    add(
        "POST " + at + "/invoices",
        settles,
        with("settlement/payments/invoices?month=2026-10", null));
    add("POST " + at + "/bank", settles, with("settlement/payments/bank", "{}"));
    add(
        "POST " + at + "/offsets/{member}",
        settles,
        with("settlement/payments/offsets/alder", null));
    add(
        "POST " + at + "/late-fees",
        settles,
        with("settlement/payments/late-fees?to=2026-10-01", null));
    add("POST " + at + "/terms", settles, with("settlement/payments/terms", "{}"));
    add("POST " + at + "/share-back", settles, with("settlement/payments/share-back", null));
    add(
        "POST " + at + "/carrying/{publication}",
        settles,
        with("settlement/payments/carrying/1", null));
    add(
        "POST " + at + "/e-invoices",
        settles,
        with("settlement/payments/e-invoices?month=2026-10", null));
    add(
        "POST " + at + "/defaults/{member}",
        settles,
        with("settlement/payments/defaults/alder?month=2026-10", null));
    add(
        "POST " + at + "/proposals/{number}/decision",
        settles,
        with("settlement/payments/proposals/9/decision", "{\"decision\": \"approved\"}"));
    String credit = "/api/v1/settlement/credit";
    add("GET " + credit, reads, get("settlement/credit"));
    add("GET " + credit + "/guarantees", reads, get("settlement/credit/guarantees"));
    add("GET " + credit + "/standing", settles, get("settlement/credit/standing"));
    add(
        "POST " + credit + "/standing/{date}/{interval}",
        settles,
        with("settlement/credit/standing/2026-10-01/1", "{}"));
    add("POST " + credit + "/telling", settles, with("settlement/credit/telling", null));
    add(
        "POST " + credit + "/ratings/{member}",
        settles,
        with("settlement/credit/ratings/alder", "{}"));
    add("POST " + credit + "/guarantees", settles, with("settlement/credit/guarantees", "{}"));
    add(
        "POST " + credit + "/guarantees/{number}/return",
        settles,
        with("settlement/credit/guarantees/9/return", "{\"yuan\": \"1\"}"));
  }
}
