package org.gridclear.cli.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gridclear.cli.Shell;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.site.GridLink;
import org.gridclear.site.SiteFeed;
import org.gridclear.site.SiteOrders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A standby site at the command line. */
// Rows: P-13
class SiteCommandTest {
  @TempDir private Path root;
  private MarketFolder north;
  private SiteFeed feed;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectories(root.resolve("north"));
    north =
        MarketFolder.create(
            root.resolve("north/market"),
            new MarketFolder.Facts("spot", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
    north.content().put("papers".getBytes(StandardCharsets.UTF_8));
  }

  private void serve(Path keys) {
    feed =
        SiteFeed.start(
            north,
            new SiteFolders().of(north.path(), null, root.resolve("north")),
            GridLink.NONE,
            Duration.ofSeconds(60),
            false,
            Clock.systemUTC(),
            System::nanoTime,
            SiteTransport.door("127.0.0.1", 0, keys, "south"));
  }

  @AfterEach
  void end() {
    if (feed != null) {
      feed.close();
    }
    north.close();
  }

  private String south() {
    return root.resolve("south/market").toString();
  }

  private CompletableFuture<Integer> follow(String scheme, String... more) {
    String[] own = {
      "--from",
      scheme + "://127.0.0.1:" + feed.port(),
      "--market",
      south(),
      "--cases",
      root.resolve("south").toString()
    };
    String[] all = java.util.Arrays.copyOf(own, own.length + more.length);
    System.arraycopy(more, 0, all, own.length, more.length);
    CommandLine line = new CommandLine(new SiteFollowCommand());
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    return CompletableFuture.supplyAsync(() -> line.execute(all));
  }

  private void awaitCopy(CompletableFuture<Integer> following) {
    while (!said.toString().contains("copied: ") && !following.isDone()) {
      Thread.onSpinWait();
    }
    assertTrue(said.toString().contains("copied: epoch 1"), said::toString);
  }

  @Test
  void aFollowerSaysHowFarItIsAndTakesOverWhenItMay() throws Exception {
    serve(null);
    CompletableFuture<Integer> following = follow("http", "--metrics-port", "0");
    awaitCopy(following);
    String state = Shell.run("site", "status", "--market", south()).text();
    while (!state.contains("answers")) {
      state = Shell.run("site", "status", "--market", south()).text();
    }
    assertTrue(state.contains("role standby"), state);
    Shell.Ended early = Shell.run("site", "take-over", "--market", south());
    assertEquals(2, early.code(), early.text());
    assertTrue(early.text().contains("may go on until"), early.text());
    feed.close();
    feed = null;
    Shell.Ended forced = Shell.run("site", "take-over", "--force", "--market", south());
    assertEquals(0, forced.code(), forced.text());
    assertTrue(forced.text().contains("active, epoch 2"), forced.text());
    assertEquals(0, following.get());
    String after = Shell.run("site", "status", "--market", south()).text();
    assertTrue(after.contains("role active") && after.contains("epoch 2"), after);
  }

  @Test
  void aFollowerIsGivenBack() throws Exception {
    serve(null);
    SiteOrders orders = new SiteOrders(root.resolve("south/market"));
    Files.createDirectories(root.resolve("south"));
    orders.order(SiteOrders.FORCE);
    CompletableFuture<Integer> following = follow("http");
    awaitCopy(following);
    assertTrue(orders.answered().orElseThrow().contains("order it again"));
    Shell.Ended given = Shell.run("site", "give-back", "--market", south());
    assertEquals(0, given.code(), given.text());
    assertTrue(given.text().contains("nothing is lost that was"), given.text());
    assertFalse(given.text().contains("may be lost"), given.text());
    assertEquals(0, following.get());
    feed.close();
    feed = null;
    north.close();
    Shell.Ended changed =
        Shell.run(
            "settle",
            "process",
            "rules",
            "--market",
            north.path().toString(),
            "--set",
            "24,48,72,72,3,6",
            "--by",
            "sue");
    assertEquals(2, changed.code(), changed.text());
    assertTrue(changed.text().startsWith("gridclear: This market has a standby site, or"));
    assertTrue(changed.text().lines().count() < 3, "no trace: " + changed.text());
  }

  @Test
  void whatCannotBeIsSaid() {
    north.close();
    String alone = Shell.run("site", "status", "--market", north.path().toString()).text();
    assertTrue(alone.contains("no other site"), alone);
    String keys = root.toString();
    Shell.Ended nobody =
        Shell.run("serve", "--market", south(), "--site-port", "0", "--keys", keys);
    assertEquals(2, nobody.code(), nobody.text());
    assertTrue(nobody.text().contains("Say by --site-peer"), nobody.text());
    SiteFolders folders = new SiteFolders();
    new CommandLine(new Holder(folders)).parseArgs("--copy", "settlement");
    assertThrows(IllegalArgumentException.class, () -> folders.of(root, null, null));
  }

  /** Holds options. */
  @SuppressWarnings("UnusedVariable")
  @CommandLine.Command
  private static final class Holder {
    @CommandLine.Mixin private final SiteFolders folders;

    Holder(SiteFolders folders) {
      this.folders = folders;
    }
  }

  @Test
  @Tag("slow")
  void sitesShowEachOtherCertificates() throws Exception {
    String authority = root.resolve("authority").toString();
    for (String name : List.of("north", "south", "node")) {
      Shell.run(
          "keys",
          "--authority",
          authority,
          "--out",
          root.resolve("keys-" + name).toString(),
          "--address",
          name + ",127.0.0.1");
    }
    serve(root.resolve("keys-north"));
    String node = root.resolve("keys-node").toString();
    assertNotEquals(0, follow("https", "--keys", node).get(), said::toString);
    String stranger = "is of node, 127.0.0.1; the standby site of this one is south";
    assertTrue(said.toString().contains(stranger), said::toString);
    assertFalse(Files.exists(Path.of(south())), "nothing was sent");
    String own = root.resolve("keys-south").toString();
    CompletableFuture<Integer> following = follow("https", "--keys", own);
    awaitCopy(following);
    Shell.Ended given = Shell.run("site", "give-back", "--market", south());
    assertEquals(0, given.code(), given.text());
    assertEquals(0, following.get());
  }
}
