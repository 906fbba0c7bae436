package org.gridclear.web;

import static org.gridclear.account.Right.APPROVE_DAY;
import static org.gridclear.account.Right.APPROVE_REGISTRY;
import static org.gridclear.account.Right.DECLARE;
import static org.gridclear.account.Right.MANAGE_REGISTRY;
import static org.gridclear.account.Right.OPERATE_MARKET;
import static org.gridclear.account.Right.READ_DECLARATIONS;
import static org.gridclear.account.Right.READ_MARKET;
import static org.gridclear.account.Right.READ_OWN;
import static org.gridclear.account.Right.READ_RESULTS;
import static org.gridclear.account.Right.SUPERVISE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.web.CallTable.Sample;

/** Calls of the market day: results, approval, anomalies, registry, data, declarations. */
final class MarketCalls extends CallRows {
  MarketCalls() {
    ofDays();
    ofApproval();
    ofAnomalies();
    ofTheRegistry();
    ofPieces();
    ofDeclarations();
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
    add(
        "GET " + market + "/curves/{kind}",
        rights,
        own("markets/da/curves/units?by=owner&" + RANGE),
        get("markets/da/curves/units?owner=alder&" + RANGE),
        get("markets/da/curves/loads?energy=true&" + RANGE));
    add("GET " + market + "/price-changes", rights, get("markets/da/price-changes?" + RANGE));
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
            "cases/{hash}",
            "cases/{hash}/requirements")) {
      String sample =
          path.replace("{kind}", "load-forecast-short")
              .replace("{version}", "1")
              .replace("{hash}", "0".repeat(64));
      String query = path.endsWith("requirements") ? "?market=da" : "";
      add("GET " + market + path, operates, get("market/" + sample + query));
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
}
