package org.gridclear.web;

import static org.gridclear.account.Right.APPROVE_DAY;
import static org.gridclear.account.Right.DECLARE;
import static org.gridclear.account.Right.OPERATE_MARKET;
import static org.gridclear.account.Right.READ_OWN;
import static org.gridclear.account.Right.READ_SETTLEMENT;
import static org.gridclear.account.Right.SUPERVISE;

import java.util.List;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.web.CallTable.Sample;

/** Calls of what is told and watched: publications, forum, indices, workflows, rules, exchange. */
final class PublicCalls extends CallRows {
  PublicCalls() {
    ofForum();
    ofIndices();
    ofPublications();
    ofWorkflows();
    ofRules();
    ofExchange();
  }

  private void ofForum() {
    Set<Right> reads = Set.of(READ_OWN, OPERATE_MARKET);
    add("GET /api/v1/forum/topics", reads, get("forum/topics"), get("forum/topics?limit=1"));
    add("GET /api/v1/forum/topics/{number}", reads, get("forum/topics/999"));
    add(
        "GET /api/v1/forum/posts/{number}/papers/{name}",
        reads,
        get("forum/posts/999/papers/a.png"));
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
    String inquiries = "/api/v1/inquiries";
    String question =
        """
        {"market": "da", "date": "2026-10-01", "zone": "n", "question": "why?", "due": "2999-01-01T00:00"}\
        """;
    add("GET " + inquiries, watches, get("inquiries"));
    add("POST " + inquiries, Set.of(SUPERVISE), with("inquiries", question));
    add(
        "POST " + inquiries + "/{number}/explanation",
        Set.of(OPERATE_MARKET),
        with("inquiries/999/explanation", "{\"text\": \"x\"}"));
    add(
        "POST " + inquiries + "/{number}/decision",
        Set.of(SUPERVISE),
        with("inquiries/999/decision", "{\"accept\": true, \"comment\": \"x\"}"));
    add("GET /api/v1/mitigations", watches, get("mitigations"));
    add("GET /api/v1/mitigations/{number}", watches, get("mitigations/999"));
    add(
        "POST /api/v1/mitigations/{number}/decision",
        Set.of(SUPERVISE),
        with("mitigations/999/decision", "{\"approve\": true, \"comment\": \"x\"}"));
  }

  private void ofPublications() {
    Set<Right> reads = Set.of(READ_OWN, SUPERVISE, OPERATE_MARKET);
    Set<Right> operates = Set.of(OPERATE_MARKET);
    String messages = "/api/v1/messages";
    String publications = "/api/v1/publications";
    add(
        "GET " + publications + "/disclosure",
        Set.of(SUPERVISE, OPERATE_MARKET),
        get("publications/disclosure?" + RANGE));
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
}
