package org.gridclear.web;

import static org.gridclear.account.Right.DECLARE;
import static org.gridclear.account.Right.READ_OWN;
import static org.gridclear.account.Right.READ_SETTLEMENT;
import static org.gridclear.account.Right.SETTLE;

import java.util.List;
import java.util.Set;
import org.gridclear.account.Right;

/** Calls of closes, bills, the settlement process and payments. */
final class SettlementCalls extends CallRows {
  SettlementCalls() {
    ofBills();
    ofSettlement();
  }

  private void ofBills() {
    Set<Right> reads = Set.of(READ_OWN, READ_SETTLEMENT);
    add("GET /api/v1/bills", reads, get("bills"), get("bills?member=alder&format=csv"));
    for (String path : List.of("", "/explanation", "/pdf")) {
      String sample = "bills/B202610-alder-1" + path;
      add("GET /api/v1/bills/{number}" + path, reads, get(sample));
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
