package org.gridclear.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gridclear.account.Accounts;
import org.gridclear.account.Scope;
import org.gridclear.bench.day.SharedClock;
import org.gridclear.cli.GridClear;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.jspecify.annotations.Nullable;

/** Folder, clock and server of the month. The server is a process that can be killed. */
final class MonthPlace implements AutoCloseable {
  static final String ACCOUNTS = "security";
  static final String CLOCK = "clock";
  static final String MARKET = "market";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int INTERVALS = 96;

  private final Path folder;
  private final SharedClock clock;
  private final Accounts accounts;
  private volatile int port;
  private @Nullable Process server;
  private final int killsMax;
  private int kills;

  /**
   * Makes market, accounts, a month and its close in a folder.
   *
   * @param killsMax how often the server is killed at most
   */
  MonthPlace(Path folder, int entities, int days, int killsMax) {
    this.folder = folder;
    this.killsMax = killsMax;
    MarketFolder.create(
            folder.resolve(MARKET),
            new MarketFolder.Facts("bench", ZONE.getId(), "yuan", MarketDatabase.EMBEDDED))
        .close();
    Accounts.create(folder.resolve(ACCOUNTS), "admin", System::currentTimeMillis);
    accounts = Accounts.open(folder.resolve(ACCOUNTS), System::currentTimeMillis);
    clock = SharedClock.of(folder.resolve(CLOCK), ZONE);
    Path input = folder.resolve("input");
    done(
        "settle",
        "synthesize",
        input.toString(),
        "--entities",
        Integer.toString(entities),
        "--days",
        Integer.toString(days));
    done("settle", "month", input.toString(), "--out", close("v1").toString(), "--quiet");
  }

  private static void done(String... arguments) {
    if (GridClear.run(arguments) != 0) {
      throw new IllegalStateException(String.join(" ", arguments));
    }
  }

  private Path close(String name) {
    return folder.resolve("runs").resolve(name);
  }

  /** Corrects the close: a meter was read wrongly on the second day. */
  void correct() throws IOException {
    Path file = folder.resolve("correction/days/2026-10-02/meters.csv");
    Files.createDirectories(file.getParent());
    String numbers =
        String.join(",", IntStream.rangeClosed(1, INTERVALS).mapToObj(Integer::toString).toList());
    String values = String.join(",", Collections.nCopies(INTERVALS, "0.1"));
    Files.write(file, List.of("meter,series," + numbers, "EUS00007,forwardMwh," + values));
    done(
        "settle",
        "correct",
        close("v1").toString(),
        folder.resolve("correction").toString(),
        "--reason",
        "read wrongly",
        "--out",
        close("v2").toString(),
        "--quiet");
  }

  /** An account and its token. */
  String token(String name, String group, Scope scope) {
    accounts.add(name, List.of(group), scope);
    return accounts.token(name, "bench", 9);
  }

  /** Sets the clock to a time on the market's clock. */
  Instant at(LocalDateTime time) {
    Instant instant = time.atZone(ZONE).toInstant();
    clock.set(instant);
    return instant;
  }

  void start() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules=jdk.incubator.vector",
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-Dspring.main.lazy-initialization=true",
            "-cp",
            System.getProperty("java.class.path"),
            ProcessServer.class.getName(),
            folder.toString());
    Process started =
        new ProcessBuilder(command).redirectError(folder.resolve("server.log").toFile()).start();
    server = started;
    BufferedReader said = started.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("port ")) {
        port = Integer.parseInt(line.substring(5));
        return;
      }
    }
    throw new IllegalStateException(
        "The server did not start:\n" + Files.readString(folder.resolve("server.log")));
  }

  /** Kills the server as kill -9 does, and starts it again. */
  void kill() {
    if (kills == killsMax) {
      return;
    }
    try {
      Objects.requireNonNull(server).destroyForcibly().waitFor();
      kills++;
      start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  int kills() {
    return kills;
  }

  int port() {
    return port;
  }

  Path market() {
    return folder.resolve(MARKET);
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends the server; what is on disk stays. */
  void stop() {
    if (server != null) {
      server.destroyForcibly();
      try {
        server.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
