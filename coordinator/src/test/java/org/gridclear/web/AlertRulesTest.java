package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLog;
import org.gridclear.account.seal.Seals;
import org.gridclear.cli.Shell;
import org.gridclear.study.Yaml;
import org.gridclear.validate.IssueLog;
import org.gridclear.web.metrics.SafetyMetrics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Alert rules by what servers really say at /metrics: each fires and clears. Their expressions are
 * read here by rules of its own; promtool reads them beside it (gridclear-alerts-test.yml).
 */
// Rules of Prometheus have no clock here: an increase is that between two scrapes.
// Rows: P-05, P-06, P-12, X-09
class AlertRulesTest {
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "(sum|min|max)\\((increase\\()?(gridclear_\\w+)(?:\\[5m\\]\\))?\\) ([<>]) ([0-9.]+)");
  private static final Map<String, String> RULES = new LinkedHashMap<>();

  @TempDir private Path folder;

  @BeforeAll
  static void read() throws IOException {
    Path file =
        Path.of(
            System.getProperty("gridclear.root", ".."), "dist/src/prometheus/gridclear-alerts.yml");
    IssueLog log = new IssueLog(file.toString());
    JsonNode rules = Yaml.parse(Files.readString(file), log, "");
    log.throwIfErrors();
    rules
        .get("groups")
        .forEach(
            group ->
                group
                    .get("rules")
                    .forEach(
                        rule ->
                            RULES.put(rule.get("alert").asString(), rule.get("expr").asString())));
    assertEquals(11, RULES.size());
  }

  /** Values of all series of a metric. */
  private static List<Double> values(String text, String metric) {
    List<Double> values = new ArrayList<>();
    Matcher series = Pattern.compile("(?m)^" + metric + "(?:\\{[^}]*\\})? (\\S+)$").matcher(text);
    while (series.find()) {
      values.add(Double.valueOf(series.group(1)));
    }
    return values;
  }

  /** What Prometheus says of a target that it scrapes: 1 where it answers 200, 0 where not. */
  private static String up(SecuredServer server, String token) {
    boolean answers;
    try {
      answers = server.call("GET", "/metrics", token, null).statusCode() == 200;
    } catch (Exception e) {
      answers = false;
    }
    return "up{instance=\"a\",job=\"gridclear\"} %d".formatted(answers ? 1 : 0);
  }

  /** An expression of series that are equal to a value, by labels that they have. */
  private static boolean equalFires(String alert, String now) {
    Matcher rule =
        Pattern.compile("(\\w+)\\{(\\w+=\"[^\"]+\")} == ([0-9.]+)").matcher(RULES.get(alert));
    assertTrue(rule.matches(), RULES.get(alert));
    Matcher series =
        Pattern.compile(
                "(?m)^" + rule.group(1) + "\\{(?:[^}]*,)?" + rule.group(2) + "[^}]*} (\\S+)$")
            .matcher(now);
    boolean fires = false;
    while (series.find()) {
      fires |= Double.parseDouble(series.group(1)) == Double.parseDouble(rule.group(3));
    }
    return fires;
  }

  private static boolean fires(String alert, String before, String now) {
    Matcher rule = EXPRESSION.matcher(RULES.get(alert));
    assertTrue(rule.matches(), RULES.get(alert));
    String metric = rule.group(3);
    DoubleBinaryOperator joined =
        switch (rule.group(1)) {
          case "sum" -> Double::sum;
          case "min" -> Math::min;
          default -> Math::max;
        };
    List<Double> found = values(now, metric);
    assertTrue(!found.isEmpty(), "nothing says " + metric);
    double value = found.stream().mapToDouble(Double::doubleValue).reduce(joined).orElseThrow();
    if (rule.group(2) != null) {
      value -= values(before, metric).stream().mapToDouble(Double::doubleValue).sum();
    }
    double bound = Double.parseDouble(rule.group(5));
    return rule.group(4).equals(">") ? value > bound : value < bound;
  }

  private static String scrape(SecuredServer server, String token) throws Exception {
    return server.call("GET", "/metrics", token, null).body();
  }

  @Test
  void whatAServerCountsFiresAndClears() throws Exception {
    try (SecuredServer server = new SecuredServer(folder)) {
      Accounts accounts = server.security.accounts();
      accounts.add("mona", List.of("monitoring"), org.gridclear.account.Scope.ALL);
      String token = accounts.token("mona", "t", 1);
      String quiet = scrape(server, token);
      for (int k = 0; k < 11; k++) {
        server.call(
            "POST",
            "/api/v1/session",
            "",
            SecuredServer.json("name", "mona", "password", "wrong", "code", "000000"));
      }
      String tried = scrape(server, token);
      assertTrue(fires("GridClearLoginsFailed", quiet, tried));
      assertTrue(!fires("GridClearCallsDenied", quiet, tried));
      for (int k = 0; k < 51; k++) {
        server.call("GET", "/api/v1/accounts", token, null);
      }
      String burst = scrape(server, token);
      assertTrue(fires("GridClearCallsDenied", tried, burst));
      assertTrue(!fires("GridClearLoginsFailed", tried, burst));
      assertTrue(!fires("GridClearCallsDenied", burst, scrape(server, token)));
      grid(burst);
      Set<String> said = new TreeSet<>();
      for (String expression : RULES.values()) {
        Matcher rule = EXPRESSION.matcher(expression);
        if (rule.matches() && values(burst, rule.group(3)).isEmpty()) {
          said.add(rule.group(3));
        }
      }
      assertEquals(
          Set.of("gridclear_audit_sealed_age_seconds", "gridclear_certificate_expiry_seconds"),
          said,
          "a server without keys and seals says all the others");
      assertTrue(!equalFires("GridClearAway", up(server, token)));
      assertTrue(!equalFires("GridClearAway", up(server, "").replace("gridclear", "other")));
      assertTrue(equalFires("GridClearAway", up(server, "no token")), "a scrape that is refused");
      assertTrue(!equalFires("GridClearAway", up(server, token)), "and cleared");
      server.close();
      assertTrue(equalFires("GridClearAway", up(server, token)), "a server that is gone");
    }
  }

  /** What a healthy grid says does not fire; the same with one value of trouble does. */
  private static void grid(String healthy) {
    Map<String, String> trouble =
        Map.of(
            "GridClearNotReady", "gridclear_ready 0.0",
            "GridClearGridDegraded", "gridclear_backups_complete 0.0",
            "GridClearDataLost", "gridclear_lost_caches 2.0",
            "GridClearUnitsQuarantined", "gridclear_quarantined_units 1.0");
    trouble.forEach(
        (alert, line) -> {
          assertTrue(!fires(alert, healthy, healthy), alert);
          String metric = line.substring(0, line.indexOf(' '));
          String troubled = healthy.replaceAll("(?m)^" + metric + " \\S+$", line);
          assertTrue(fires(alert, healthy, troubled), alert);
        });
  }

  private static String said(SafetyMetrics metrics) {
    StringWriter text = new StringWriter();
    try {
      TextFormat.write004(text, Collections.enumeration(metrics.samples()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString();
  }

  @Test
  void gapsOfTheLogLateSealsAndFullDisksFireAndClear() throws Exception {
    AtomicLong now = new AtomicLong(1_795_000_000_000L);
    Clock clock = new Moving(now);
    Path security = folder.resolve("s");
    Accounts.create(security, "admin", now::get);
    AuditLog log = AuditLog.open(security, now::get);
    for (int k = 0; k < 3; k++) {
      log.add(AuditLog.Kind.SYSTEM, AuditLog.Outcome.SUCCESS, "admin", "t", "act " + k, "");
    }
    new Seals(security, log, null, now::get).seal();
    AtomicReference<Double> free = new AtomicReference<>(0.5);
    SafetyMetrics metrics =
        new SafetyMetrics(log, null, Map.of("security", security), clock, any -> free.get());
    String good = said(metrics);
    for (String alert :
        List.of("GridClearAuditLogChanged", "GridClearAuditLogNotSealed", "GridClearDiskFills")) {
      assertTrue(!fires(alert, good, good), alert);
    }
    Path file = security.resolve("audit-2026-11.jsonl");
    String whole = Files.readString(file);
    Files.writeString(file, whole.replace("act 1", "act 7"), StandardCharsets.UTF_8);
    now.addAndGet(Duration.ofHours(27).toMillis());
    free.set(0.05);
    String bad = said(metrics);
    for (String alert :
        List.of("GridClearAuditLogChanged", "GridClearAuditLogNotSealed", "GridClearDiskFills")) {
      assertTrue(fires(alert, good, bad), alert);
    }
    Files.writeString(file, whole, StandardCharsets.UTF_8);
    new Seals(security, log, null, now::get).seal();
    now.addAndGet(Duration.ofHours(2).toMillis());
    free.set(0.5);
    String mended = said(metrics);
    for (String alert :
        List.of("GridClearAuditLogChanged", "GridClearAuditLogNotSealed", "GridClearDiskFills")) {
      assertTrue(!fires(alert, bad, mended), alert);
    }
  }

  @Test
  void aCertificateThatEndsFiresAndANewOneClears() {
    Path keys = folder.resolve("keys");
    Shell.Ended made =
        Shell.run("keys", "--authority", folder.resolve("ca").toString(), "--out", keys.toString());
    assertEquals(0, made.code(), made.text());
    AtomicLong now = new AtomicLong(System.currentTimeMillis());
    SafetyMetrics metrics = new SafetyMetrics(null, keys, Map.of(), new Moving(now));
    String fresh = said(metrics);
    double seconds = values(fresh, "gridclear_certificate_expiry_seconds").get(0);
    now.addAndGet((long) ((seconds - 86_400) * 1_000));
    String ending = said(metrics);
    assertTrue(!fires("GridClearCertificateEnds", fresh, fresh));
    assertTrue(fires("GridClearCertificateEnds", fresh, ending));
  }

  /** A clock that stands where it is put. */
  private static final class Moving extends Clock {
    private final AtomicLong millis;

    Moving(AtomicLong millis) {
      this.millis = millis;
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis.get());
    }
  }
}
