package org.gridclear.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.NotCopiedException;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.market.store.RegistryStore;
import org.gridclear.market.store.approval.ApprovalRuleRow;
import org.gridclear.market.store.approval.ApprovalRuleRows;
import org.gridclear.market.store.process.JournalRow;
import org.gridclear.market.store.process.JournalStore;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.market.store.rule.RuleStore;
import org.gridclear.market.store.site.ChangeLog;
import org.gridclear.market.store.site.SiteMark.Role;
import org.gridclear.market.store.workflow.StoredEvent;
import org.gridclear.market.store.workflow.WorkflowStore;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standby site has what was acknowledged, and never two sites are active. */
// Rows: P-13
class SiteTest {
  private static final Duration LEASE = Duration.ofSeconds(60);

  @TempDir private Path root;
  private final Hand clock = new Hand();
  private final AtomicLong nanos = new AtomicLong(1);
  private MarketFolder north;
  private SiteFeed feed;
  private SiteFollower follower;

  /** A clock that is set on by hand. */
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-10-05T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @BeforeEach
  void begin() {
    north =
        MarketFolder.create(
            root.resolve("north/market"),
            new MarketFolder.Facts("spot", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
  }

  @AfterEach
  void end() {
    if (follower != null) {
      follower.close();
    }
    if (feed != null) {
      feed.close();
    }
    if (north != null) {
      north.close();
    }
  }

  private SiteFiles files(String site) {
    return new SiteFiles(
        Map.of(
            "content", root.resolve(site + "/market/content"),
            "security", root.resolve(site + "/security")));
  }

  private SiteFeed serve(MarketFolder market, String site, boolean alone) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      return SiteFeed.start(
          market,
          files(site),
          GridLink.NONE,
          LEASE,
          alone,
          clock,
          nanos::get,
          new SiteDoor(server, call -> {}));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private SiteFollower follow(SiteFeed of, String site) {
    return new SiteFollower(
        URI.create("http://127.0.0.1:" + of.port()),
        HttpClient.newBuilder(),
        root.resolve(site + "/market"),
        files(site),
        GridLink.NONE,
        clock,
        nanos::get);
  }

  private static void add(MarketFolder market, String text) {
    JournalStore journal = new JournalStore(market.database(), JournalStore.Journal.PAYMENT);
    List<JournalRow> rows = journal.after(0, JournalRow.FIRST);
    JournalRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
    journal.add(
        last == null ? 0 : last.number(),
        last == null ? JournalRow.FIRST : last.hash(),
        "olga",
        Instant.EPOCH,
        newer -> List.of(new JournalStore.Entry("x", text)));
  }

  private static List<String> journal(Path market) {
    try (MarketFolder folder = MarketFolder.open(market)) {
      return new JournalStore(folder.database(), JournalStore.Journal.PAYMENT)
          .after(0, JournalRow.FIRST).stream().map(JournalRow::content).toList();
    }
  }

  /** A row that is not chained to those before. */
  private static void write(Handle handle, int number, String text) {
    handle.begin();
    handle.execute(
        "INSERT INTO payment_journal (number, kind, content, made_by, made_at, hash)"
            + " VALUES (?, 'x', ?, 'olga', CURRENT_TIMESTAMP, REPEAT('0', 64))",
        number,
        text);
  }

  private List<String> contents(String site) {
    try (MarketFolder folder = MarketFolder.open(root.resolve(site + "/market"))) {
      return folder
          .database()
          .jdbi()
          .withHandle(
              handle ->
                  handle
                      .createQuery("SELECT content FROM payment_journal ORDER BY number")
                      .mapTo(String.class)
                      .list());
    }
  }

  /** Asks until a change that is made meanwhile is acknowledged. */
  private void acknowledged(MarketFolder market, String text) throws IOException {
    CompletableFuture<Void> done = CompletableFuture.runAsync(() -> add(market, text));
    while (!done.isDone()) {
      follower.ask();
    }
    done.join();
  }

  /** A change that nobody hears of, until the lease is over. */
  private Throwable unheard(Runnable made) {
    CompletableFuture<Void> change = CompletableFuture.runAsync(made);
    while (feed.waiting() == 0 && !change.isDone()) {
      Thread.onSpinWait();
    }
    nanos.addAndGet(LEASE.toNanos() + 1);
    return assertThrows(CompletionException.class, change::join).getCause();
  }

  /** Twice, for the second question says that the first answer is kept. */
  private void reach() throws IOException {
    follower.ask();
    follower.ask();
  }

  @Test
  void whatIsAcknowledgedIsAtTheOtherSite() throws IOException {
    Path log = root.resolve("north/security/audit-2026-10.jsonl");
    Files.createDirectories(log.getParent());
    Files.writeString(log, "1\n");
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    acknowledged(north, "before");
    String content = north.content().put("papers".getBytes(StandardCharsets.UTF_8));
    Files.writeString(log, "2\n", StandardOpenOption.APPEND);
    acknowledged(north, "after");
    assertEquals(Role.STANDBY, follower.mark().role());
    follower.close();
    assertEquals(List.of("before", "after"), journal(root.resolve("south/market")));
    try (MarketFolder south = MarketFolder.open(root.resolve("south/market"))) {
      assertArrayEquals("papers".getBytes(StandardCharsets.UTF_8), south.content().get(content));
    }
    assertEquals("1\n2\n", Files.readString(root.resolve("south/security/audit-2026-10.jsonl")));
  }

  @Test
  void withoutAStandbyNothingIsChangedUnlessToldSo() {
    feed = serve(north, "north", false);
    assertTrue(SiteGate.refusal().orElseThrow().contains("--alone"));
    assertTrue(
        assertThrows(RuntimeException.class, () -> add(north, "x"))
            .toString()
            .contains("No standby site follows"));
    feed.close();
    assertTrue(SiteGate.refusal().isEmpty());
    // A command beside the server changes nothing either.
    assertThrows(RuntimeException.class, () -> add(north, "x"));
    feed = serve(north, "north", true);
    add(north, "alone");
    feed.close();
    feed = null;
    north.close();
    assertEquals(List.of("alone"), journal(root.resolve("north/market")));
    north = null;
  }

  /** The copy of all tables is made while a transaction is open that has changed much before. */
  @Test
  void whatIsCommittedAfterTheCopyBeganIsSent() throws IOException {
    feed = serve(north, "north", true);
    follower = follow(feed, "south");
    try (Handle handle = north.database().jdbi().open()) {
      write(handle, 900, "late");
      for (int taken = 0; taken < 1_500; taken++) {
        handle.execute("CALL NEXT VALUE FOR site_sequence");
      }
      follower.ask();
      handle.commit();
    }
    reach();
    follower.close();
    assertEquals(List.of("late"), contents("south"));
  }

  @Test
  void aTransactionThatIsOpenForLongIsSentWhenItCommits() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    try (Handle handle = north.database().jdbi().open();
        Handle other = north.database().jdbi().open()) {
      write(handle, 900, "late");
      write(other, 901, "rolled back");
      acknowledged(north, "first");
      other.rollback();
      for (int passed = 0; passed < 3; passed++) {
        reach();
        clock.now = clock.now.plus(Duration.ofMinutes(20));
      }
      acknowledged(north, "second");
      handle.commit();
      reach();
      assertTrue(follower.mark().has().seen().isEmpty(), "the other one is given up");
    }
    follower.close();
    assertEquals(List.of("first", "second", "late"), contents("south"));
  }

  @Test
  void whatTheStandbyDoesNotConfirmIsNotAcknowledged() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    assertEquals(NotCopiedException.class, unheard(() -> add(north, "unheard")).getClass());
    assertTrue(SiteGate.refusal().orElseThrow().contains("may have taken over"));
    assertThrows(RuntimeException.class, () -> add(north, "later"));
    reach();
    assertTrue(SiteGate.refusal().isEmpty());
    acknowledged(north, "again");
  }

  @Test
  void oneTakesOverWhenTheOtherMustHaveStoppedAndIsFollowed() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    acknowledged(north, "kept");
    assertEquals(NotCopiedException.class, unheard(() -> add(north, "unheard")).getClass());
    String early =
        assertThrows(IllegalArgumentException.class, () -> follower.takeOver(false)).getMessage();
    assertTrue(early.contains("may go on until"), early);
    nanos.addAndGet(follower.left().toNanos());
    assertEquals(2, follower.takeOver(false).epoch());
    follower.close();
    feed.close();
    // The old one may be started again: it changes nothing.
    feed = serve(north, "north", false);
    assertThrows(RuntimeException.class, () -> add(north, "ghost"));
    feed.close();
    feed = null;
    north.close();
    north = null;
    List<ChangeLog.Change> lost = new ArrayList<>();
    try (MarketFolder south = MarketFolder.open(root.resolve("south/market"));
        SiteFeed other = serve(south, "south", true)) {
      add(south, "south");
      follower = follow(other, "north");
      lost.addAll(follower.ask());
      lost.addAll(follower.ask());
      follower.close();
    }
    assertTrue(
        lost.stream().anyMatch(change -> change.content().contains("unheard")), lost::toString);
    assertFalse(lost.stream().anyMatch(change -> change.content().contains("kept")));
    assertTrue(Files.readString(follower.notCopied()).contains("unheard"), "on disk");
    assertEquals(List.of("kept", "south"), journal(root.resolve("north/market")));
  }

  @Test
  void noClockThatIsSetMakesTwoActiveSites() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    clock.now = clock.now.plus(Duration.ofDays(1));
    assertTrue(SiteGate.refusal().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> follower.takeOver(false));
    // One that was started again has not heard what was confirmed before.
    follower.close();
    follower = follow(feed, "south");
    nanos.addAndGet(LEASE.toNanos());
    assertThrows(IllegalArgumentException.class, () -> follower.takeOver(false));
    clock.now = clock.now.minus(Duration.ofDays(2));
    nanos.addAndGet(follower.left().toNanos());
    assertTrue(SiteGate.refusal().isPresent());
    assertEquals(2, follower.takeOver(false).epoch());
  }

  @Test
  void theOneThatFollowsIsGivenBackWithNothingLost() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    acknowledged(north, "one");
    assertEquals(2, follower.takeBack().epoch());
    assertTrue(SiteGate.refusal().orElseThrow().contains("handed over"));
    assertThrows(RuntimeException.class, () -> add(north, "two"));
    follower.close();
    feed.close();
    assertThrows(IllegalArgumentException.class, () -> serve(north, "north", true));
    feed = null;
    assertEquals(List.of("one"), journal(root.resolve("south/market")));
    try (MarketFolder south = MarketFolder.open(root.resolve("south/market"));
        SiteFeed other = serve(south, "south", false)) {
      north.close();
      north = null;
      follower = follow(other, "north");
      reach();
      acknowledged(south, "two");
      assertEquals(3, follower.takeBack().epoch());
      follower.close();
    }
    assertEquals(List.of("one", "two"), journal(root.resolve("north/market")));
  }

  /** It was open when the site without a standby handed over, and is committed thereafter. */
  @Test
  void whatIsCommittedAfterTheHandOverIsNotAcknowledged() throws IOException {
    feed = serve(north, "north", true);
    follower = follow(feed, "south");
    reach();
    try (Handle handle = north.database().jdbi().open()) {
      write(handle, 900, "late");
      nanos.addAndGet(follower.left().toNanos());
      String goesOn =
          assertThrows(IllegalArgumentException.class, () -> follower.takeOver(false)).getMessage();
      assertTrue(goesOn.contains("--alone"), goesOn);
      follower.takeBack();
      handle.commit();
    }
    assertEquals(NotCopiedException.class, unheard(() -> north.database().force()).getClass());
  }

  @Test
  void aSiteOfAnEarlierEpochIsNotFollowed() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    follower.takeOver(true);
    assertThrows(IllegalArgumentException.class, () -> follower.ask());
    assertThrows(IllegalStateException.class, () -> follower.takeOver(true));
    // It has heard of a later one, and is not the active one when it is started again.
    assertEquals(Role.FENCED, new ChangeLog(north.database()).mark().orElseThrow().role());
  }

  @Test
  void noApprovalIsAcknowledgedBeforeItIsAtTheOtherSite() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    MarketDatabase database = north.database();
    Instant now = Instant.EPOCH;
    LocalDate day = LocalDate.of(2026, 10, 5);
    RuleStore rules = new RuleStore(database);
    PieceVersion.Facts facts = new PieceVersion.Facts("x", "", now, Optional.empty(), now);
    RuleProposal proposal =
        new RuleProposal(
            0,
            "rule",
            "a",
            0,
            "0".repeat(64),
            Optional.empty(),
            new RuleProposal.Made("olga", now, "why"),
            Optional.empty());
    List<Runnable> changes =
        List.of(
            () -> new RegistryStore(database).write(registry -> 1),
            () -> rules.add(proposal),
            () ->
                rules.review(
                    1,
                    found ->
                        new RuleProposal.Review(false, "paul", now, "no", OptionalInt.empty())),
            () ->
                new ApprovalRuleRows(database)
                    .add(
                        new ApprovalRuleRow(
                            0, "spot", day, false, "olga", now.atOffset(ZoneOffset.UTC), "why")),
            () ->
                new PieceStore(north)
                    .record(
                        new PieceVersion.Key("load", "a"),
                        () -> new PieceStore.Wanted(facts, new byte[] {1}),
                        "olga",
                        now),
            () -> new WorkflowStore(database).raise(new StoredEvent("e", day, 1), "olga", now));
    for (Runnable change : changes) {
      reach();
      assertEquals(NotCopiedException.class, unheard(change).getClass());
    }
  }

  @Test
  void nothingElseChangesTheCopy() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    follower.close();
    try (MarketFolder south = MarketFolder.open(root.resolve("south/market"))) {
      String why =
          assertThrows(RuntimeException.class, () -> add(south, "by a server beside it"))
              .toString();
      assertTrue(why.contains("or is of one"), why);
      assertThrows(IllegalArgumentException.class, () -> serve(south, "south", true));
    }
    follower = follow(feed, "south");
    reach();
    acknowledged(north, "one");
    follower.close();
    assertEquals(List.of("one"), contents("south"));
  }

  /** Each site brings its tables up to date for itself, before it is served. */
  @Test
  void aNewBuildMayChangeRowsOfASite() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    follower.close();
    feed.close();
    try (Handle handle = north.database().jdbi().open()) {
      assertThrows(RuntimeException.class, () -> write(handle, 900, "by a command"));
      handle.rollback();
      handle.execute("SET " + MarketDatabase.MIGRATES + " = TRUE");
      write(handle, 900, "by a new build");
      handle.commit();
      assertEquals(0, new ChangeLog(north.database()).drawn());
      handle.execute("SET " + MarketDatabase.MIGRATES + " = NULL");
    }
    assertThrows(RuntimeException.class, () -> add(north, "by a command"));
    feed = serve(north, "north", false);
  }

  /** Restored from a backup, or come up again without what its disk had not written. */
  @Test
  void aDatabaseThatKnowsLessThanItsCopyIsNotFollowed() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    acknowledged(north, "one");
    reach();
    feed.close();
    north
        .database()
        .jdbi()
        .useHandle(h -> h.execute("ALTER SEQUENCE site_sequence RESTART WITH 1"));
    feed = serve(north, "north", false);
    follower.close();
    follower = follow(feed, "south");
    String less = assertThrows(IllegalArgumentException.class, () -> follower.ask()).getMessage();
    assertTrue(less.contains("take over here"), less);
    feed.close();
    north.database().jdbi().useHandle(h -> h.execute("UPDATE site_mark SET log_id = 'another'"));
    feed = serve(north, "north", false);
    follower.close();
    follower = follow(feed, "south");
    assertThrows(IllegalArgumentException.class, () -> follower.ask());
    assertTrue(SiteGate.refusal().isPresent(), "and changes nothing by itself");
    follower.close();
    assertEquals(List.of("one"), contents("south"));
  }

  @Test
  void aFollowerThatWasStartedAgainKnowsThatTheOtherGoesOn() throws IOException {
    feed = serve(north, "north", true);
    follower = follow(feed, "south");
    reach();
    follower.close();
    follower = follow(feed, "south");
    assertEquals(LEASE.plusSeconds(1), follower.left());
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    String goesOn =
        assertThrows(IllegalArgumentException.class, () -> follower.takeOver(false)).getMessage();
    assertTrue(goesOn.contains("--alone"), goesOn);
  }

  @Test
  void aSiteThatHandedOverGoesOnAgainByForceAlone() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    follower.takeBack();
    follower.close();
    feed.close();
    north.close();
    north = null;
    follower = follow(feed, "north");
    assertThrows(IllegalArgumentException.class, () -> follower.takeOver(false));
    assertEquals(2, follower.takeOver(true).epoch());
    follower.close();
    feed = null;
    follower = null;
  }

  @Test
  void aLogThatWentAnotherWayIsSentWhole() throws IOException {
    Path log = Files.createDirectories(root.resolve("north/security")).resolve("audit.jsonl");
    Path other = Files.createDirectories(root.resolve("south/security")).resolve("audit.jsonl");
    Files.writeString(log, "1\n2 of north\n3\n");
    Files.writeString(other, "1\n2 alone\n");
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    assertEquals(Files.readString(log), Files.readString(other));
    Files.writeString(log, "all\nanew, and longer than it was\n");
    reach();
    assertEquals(Files.readString(log), Files.readString(other));
  }

  @Test
  void whatRowsReferToIsSentFirstAndCountsAlone() throws IOException {
    Path bills = Files.createDirectories(root.resolve("bills"));
    Path content = Files.createDirectories(root.resolve("content"));
    for (int k = 0; k < 3; k++) {
      Files.write(bills.resolve("a" + k), new byte[100]);
      Files.write(content.resolve("b" + k), new byte[100]);
    }
    SiteFiles own = new SiteFiles(Map.of("copy-bills", bills, "market-content", content));
    Map<SiteFiles.Place, SiteFiles.Sent> sent = new TreeMap<>();
    SiteFiles.Changed first = own.changed(sent, 150);
    assertEquals(
        List.of("market-content", "market-content"),
        first.parts().stream().map(part -> part.place().root()).toList());
    assertFalse(first.whole());
    SiteFiles.Changed second = own.changed(sent, 150);
    assertEquals("market-content", second.parts().get(0).place().root());
    assertTrue(second.whole(), "bills are left");
    Lease lease = new Lease(LEASE, false, nanos::get);
    lease.confirm(lease.begin(Duration.ZERO), false);
    assertTrue(lease.refusal().isPresent(), "not all is there");
    lease.confirm(lease.begin(Duration.ZERO), true);
    assertTrue(lease.refusal().isEmpty());
  }
}
