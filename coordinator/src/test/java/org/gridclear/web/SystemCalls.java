package org.gridclear.web;

import static org.gridclear.account.Right.MANAGE_ACCOUNTS;
import static org.gridclear.account.Right.MANAGE_GRID;
import static org.gridclear.account.Right.READ_AUDIT;
import static org.gridclear.account.Right.READ_METRICS;
import static org.gridclear.account.Right.READ_RESULTS;
import static org.gridclear.account.Right.READ_SETTLEMENT;
import static org.gridclear.account.Right.RUN;

import java.util.List;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.web.CallTable.Door;
import org.gridclear.web.CallTable.Sample;

/** Calls of everybody, of the system, of runs and of nodes. */
final class SystemCalls extends CallRows {
  SystemCalls() {
    ofEverybody();
    ofTheSystem();
    ofRuns();
    ofNodes();
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
            "{id}/accounts/{account}/days",
            "{id}/items/{item}/top")) {
      String sample =
          path.replace("{id}", "none")
              .replace("{entity}", "alder")
              .replace("{item}", "x")
              .replace("{account}", "ancillary");
      add("GET /api/v1/closes/" + path, closes, get("closes/" + sample));
    }
  }

  private void ofNodes() {
    Set<Right> manages = Set.of(MANAGE_GRID);
    Set<Right> reads = Set.of(RUN, READ_RESULTS, MANAGE_GRID, READ_METRICS);
    add("GET /api/v1/nodes", reads, get("nodes"));
    add("POST /api/v1/nodes/{name}/drain", manages, get("nodes/none/drain"));
    add("POST /api/v1/nodes/activation", manages, get("nodes/activation"));
  }
}
