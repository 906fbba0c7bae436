package org.gridclear.bench.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.bench.store.SyntheticYear;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.GridProcess;
import org.gridclear.file.Sha256;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.approval.VersionState;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.archive.DatabaseCopy;

/**
 * A site is lost under load, the other takes over, the first comes back and takes back: nothing
 * that was acknowledged may be lost or be there twice.
 */
public final class SiteRehearsal {
  private static final Pattern HASH = Pattern.compile("hash ([0-9a-f]{16})");
  private static final int NORTH = 43_000;
  private static final int SOUTH = 41_000;
  private static final int SECONDS_MAX = 240;

  private final Path root;
  private final int runs;
  private final int days;
  private final PrintWriter out;
  private final SiteLoad load = new SiteLoad();
  private boolean good = true;

  /**
   * A rehearsal.
   *
   * @param root an empty folder
   * @param runs runs under way when the site is lost
   * @param days versions that wait to be approved
   */
  public SiteRehearsal(Path root, int runs, int days, PrintWriter out) {
    this.root = root;
    this.runs = runs;
    this.days = days;
    this.out = out;
  }

  private void say(boolean as, String text, Object... values) {
    good &= as;
    out.println((as ? "  " : "! ") + text.formatted(values));
    out.flush();
  }

  /** Whether all came as it must. */
  public boolean passed() throws Exception {
    prepare();
    String calm = close(List.of());
    try (Site north = new Site(root.resolve("north"), NORTH);
        Site south = new Site(root.resolve("south"), SOUTH)) {
      north.startNode("north");
      south.startNode("south");
      String server = north.serve(false);
      south.follow(north);
      boolean open = load.approve(server);
      for (int k = 0; k < SECONDS_MAX && !open; k++) {
        // The standby site's first word opens this one.
        Thread.sleep(250);
        open = load.approve(server);
      }
      Thread working = load.start(server);
      for (int k = 0; k < runs; k++) {
        load.submit(server, k);
      }
      GridProcess closing = north.close(root.resolve("month"), north.closes().resolve("close"));
      Thread.sleep(4000);
      int ended = ended(server);
      say(closing.alive(), "a close and %d of %d runs are under way", runs - ended, runs);
      long lost = System.nanoTime();
      long lostMillis = System.currentTimeMillis();
      north.kill();
      load.end();
      working.join();
      say(
          !load.approved().isEmpty() && !load.published().isEmpty() && load.runs().size() == runs,
          "acknowledged: %d approvals, %d publications, %d runs; an approval waits %.3f s (p50),"
              + " %.3f s (p99)",
          load.approved().size(),
          load.published().size(),
          load.runs().size(),
          load.wait(0.5),
          load.wait(0.99));
      String other = takenOver(south, lost);
      runsGoOn(other, lostMillis);
      closedAgain(south, calm);
      back(north, south);
    }
    compare();
    return good;
  }

  private static int ended(SiteLoad load, String server) throws Exception {
    int ended = 0;
    for (String run : load.runs().keySet()) {
      ended += SiteLoad.state(server, run).equals("DONE") ? 1 : 0;
    }
    return ended;
  }

  private int ended(String server) throws Exception {
    return ended(load, server);
  }

  private void prepare() throws IOException {
    try (MarketFolder market =
        MarketFolder.create(
            root.resolve("north/market"),
            new MarketFolder.Facts("site", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))) {
      new SyntheticYear().append(DayStore.of(market), days);
      DayApproval approval = approval(market);
      for (int d = 0; d < days; d++) {
        approval.check(new Wanted(id(SyntheticYear.FIRST.plusDays(d)), "sue", "bench"));
        approval.submit(new Wanted(id(SyntheticYear.FIRST.plusDays(d)), "sue", ""));
      }
    }
    run(
        "settle",
        "synthesize",
        root.resolve("month").toString(),
        "--entities",
        "400",
        "--days",
        "10");
    Files.createDirectories(root.resolve("south"));
    out.println("prepared: %d versions to approve, a month of 400 entities".formatted(days));
    out.flush();
  }

  private static VersionId id(LocalDate date) {
    return new VersionId(new DayKey(Market.DA, date), 1);
  }

  private static DayApproval approval(MarketFolder market) {
    return new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, Clock.systemUTC());
  }

  private static String run(String... command) throws IOException {
    try (GridProcess process = GridProcess.start(List.of(), List.of(command))) {
      int code = process.await(SECONDS_MAX);
      if (code != 0) {
        throw new IllegalStateException(List.of(command) + ": " + process.output());
      }
      return process.output();
    }
  }

  private String close(List<String> more) throws IOException {
    Path target = root.resolve("close-" + System.nanoTime());
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                "settle", "month", root.resolve("month").toString(), "--out", target.toString()));
    command.addAll(more);
    Matcher said = HASH.matcher(run(command.toArray(String[]::new)));
    if (!said.find()) {
      throw new IllegalStateException("A close has no hash.");
    }
    return said.group(1);
  }

  /** The other site takes over: from the loss to its first acknowledged approval. */
  private String takenOver(Site south, long lost) throws Exception {
    StringBuilder said = new StringBuilder();
    int refused = 0;
    while (!south.order("take-over", said)) {
      refused++;
      if (refused > 60) {
        throw new IllegalStateException("No take-over: " + said);
      }
      Thread.sleep(500);
    }
    double ordered = (System.nanoTime() - lost) / 1e9;
    String server = south.serve(true);
    double ready = (System.nanoTime() - lost) / 1e9;
    boolean approved = load.approve(server);
    while (!approved && (System.nanoTime() - lost) / 1e9 < 2 * SECONDS_MAX) {
      // The one that was under way when the site was lost may be there without acknowledgement.
      approved = load.approve(server);
    }
    double seconds = (System.nanoTime() - lost) / 1e9;
    out.println("  " + said.toString().strip().lines().reduce((a, b) -> b).orElse(""));
    say(
        approved && seconds <= 60,
        "taken over %.1f s after the loss (site take-over refused %d times, done after %.1f s,"
            + " server ready after %.1f s)",
        seconds,
        refused,
        ordered,
        ready);
    return server;
  }

  private void runsGoOn(String server, long lostMillis) throws Exception {
    int missing = 0;
    double youngest = 0;
    Map<String, Integer> states = new TreeMap<>();
    for (Map.Entry<String, Long> run : load.runs().entrySet()) {
      String state = SiteLoad.state(server, run.getKey());
      if (state.isEmpty()) {
        missing++;
        youngest = Math.max(youngest, (lostMillis - run.getValue()) / 1e3);
        continue;
      }
      for (int k = 0; k < 2 * SECONDS_MAX && !state.matches("DONE|FAILED|CANCELLED"); k++) {
        Thread.sleep(500);
        state = SiteLoad.state(server, run.getKey());
      }
      states.merge(state, 1, Integer::sum);
    }
    say(
        youngest <= 2 && states.getOrDefault("DONE", 0) == load.runs().size() - missing,
        "runs at the other site: %s, %d not there (submitted %.1f s before the loss or later)",
        states,
        missing,
        youngest);
  }

  private void closedAgain(Site south, String calm) throws IOException {
    String hash = close(List.of("--join", south.join(), "--grid-port", "" + (SOUTH + 125)));
    say(
        hash.equals(calm),
        "the close, made at the other site: hash %s, undisturbed %s",
        hash,
        calm);
  }

  /** The lost site comes back, follows, and is given back; the other follows. */
  private void back(Site north, Site south) throws Exception {
    north.startNode("north-again");
    north.follow(south);
    StringBuilder said = new StringBuilder();
    long start = System.nanoTime();
    boolean given = north.order("give-back", said);
    south.stop();
    String server = north.serve(false);
    south.follow(north);
    boolean approved = load.approve(server);
    for (int k = 0; k < 40 && !approved; k++) {
      Thread.sleep(500);
      approved = load.approve(server);
    }
    say(
        given && approved,
        "switched back in %.1f s, with nothing changed meanwhile",
        (System.nanoTime() - start) / 1e9);
    Thread.sleep(2000);
    south.stop();
    north.stop();
  }

  private void compare() throws IOException {
    Map<String, String> first = hashes(root.resolve("north/market"));
    Map<String, String> second = hashes(root.resolve("south/market"));
    say(first.equals(second), "%d tables, hash by hash the same at both sites", first.size());
    try (MarketFolder market = MarketFolder.open(root.resolve("north/market"))) {
      DayApproval approval = approval(market);
      long there =
          load.approved().stream()
              .filter(date -> approval.standing(id(date)).state() == VersionState.APPROVED)
              .count();
      say(
          there == load.approved().size(),
          "%d of %d acknowledged approvals are there",
          there,
          load.approved().size());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new DatabaseCopy(market.database())
          .write(
              name -> name.equals("publication") ? bytes : java.io.OutputStream.nullOutputStream());
      List<String> rows = bytes.toString(StandardCharsets.UTF_8).lines().toList();
      long once =
          load.published().stream()
              .filter(
                  date ->
                      rows.stream().filter(row -> row.contains("\"" + date + "\"")).count() == 1)
              .count();
      say(
          once == load.published().size(),
          "%d of %d acknowledged publications are there, each once",
          once,
          load.published().size());
    }
  }

  private static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, ByteArrayOutputStream> tables = new TreeMap<>();
    try (MarketFolder market = MarketFolder.open(folder)) {
      new DatabaseCopy(market.database())
          .write(name -> tables.computeIfAbsent(name, n -> new ByteArrayOutputStream()));
    }
    Map<String, String> hashes = new TreeMap<>();
    tables.forEach((name, bytes) -> hashes.put(name, Sha256.hex(bytes.toByteArray())));
    return hashes;
  }
}
