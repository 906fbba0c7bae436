package org.gridclear.bench.messages;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridclear.account.Scope;
import org.gridclear.bench.machine.Machine;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.Proposal;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.settlement.registration.RegistryLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Messages to members over connections that drop, from a server that is killed: each member has to
 * get each message, and each acknowledgement has to be recorded once.
 */
@Command(
    name = "messages",
    description = "Publish to members, drop calls and kill the server, look for every message.")
public final class MessagesBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--database",
      defaultValue = MarketDatabase.EMBEDDED,
      description = "embedded, or postgresql for one of its own (default: ${DEFAULT-VALUE}).")
  private String database;

  @Option(
      names = "--messages",
      defaultValue = "100000",
      description = "Messages in all (default: ${DEFAULT-VALUE}).")
  private int messages;

  @Option(
      names = "--members",
      defaultValue = "50",
      description = "Members (default: ${DEFAULT-VALUE}).")
  private int members;

  @Option(
      names = "--drops",
      defaultValue = "0.1",
      description = "Share of calls dropped before, and again after, the work (${DEFAULT-VALUE}).")
  private double drops;

  @Option(
      names = "--kills",
      defaultValue = "5",
      description = "Times that the server is killed (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--kill-after-ms",
      defaultValue = "2000",
      description = "Least time until a kill, at most three times that (${DEFAULT-VALUE}).")
  private int killAfterMillis;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  private final AtomicInteger port = new AtomicInteger(1);

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.line());
    out.flush();
    Path folder = Files.createTempDirectory("gridclear-messages-").resolve("market");
    if (database.equals(MarketDatabase.EMBEDDED)) {
      return run(folder, MarketDatabase.EMBEDDED, out);
    }
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("fsync", "on").start()) {
      return run(folder, server.getJdbcUrl("postgres", "postgres"), out);
    }
  }

  private int run(Path folder, String address, PrintWriter out) throws Exception {
    create(folder, address);
    int publications = messages / members;
    HttpClient client = HttpClient.newHttpClient();
    List<Member> all = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int m = 0; m < members; m++) {
      Member member = new Member("m" + m, publications, port::get, client);
      all.add(member);
      threads.add(new Thread(member));
    }
    long from = System.nanoTime();
    Process server = start(folder, publications, 0);
    threads.forEach(Thread::start);
    Random chance = new Random(seed);
    for (int kill = 1; kill <= kills; kill++) {
      TimeUnit.MILLISECONDS.sleep(killAfterMillis + chance.nextInt(2 * killAfterMillis));
      server.destroyForcibly().waitFor();
      server = start(folder, publications, kill);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    server.getOutputStream().close();
    server.waitFor();
    return judge(folder, all, seconds, publications, out);
  }

  private void create(Path folder, String address) {
    StringBuilder records = new StringBuilder();
    for (int m = 0; m < members; m++) {
      records
          .append(m == 0 ? "" : ", ")
          .append(
              "{\"kind\": \"member\", \"id\": \"m%d\", \"from\": \"2026-01-01\", \"name\": \"M\","
                  .formatted(m))
          .append(" \"type\": \"generator\"}");
    }
    MarketFolder.Facts facts =
        new MarketFolder.Facts("bench", "Asia/Shanghai", MarketDay.YUAN, address);
    try (MarketFolder market = MarketFolder.create(folder, facts)) {
      MarketRegistry registry =
          new MarketRegistry(market, RegistryLimits.STANDARD, Clock.systemUTC());
      byte[] text =
          ("{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": [" + records + "]}")
              .getBytes(StandardCharsets.UTF_8);
      long number =
          registry
              .propose(
                  new MarketRegistry.Wanted(
                      "ann", "", "m.json", ChangeReader.json("m.json", text), Map.of()))
              .number()
              .orElseThrow();
      registry.review(
          new MarketRegistry.ReviewWanted(number, Proposal.Decision.APPROVED, "bob", ""));
    }
  }

  private Process start(Path folder, int publications, int kill) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add(MessageServer.class.getName());
    for (Object argument : new Object[] {folder, publications, seed + 1000 * kill, drops}) {
      command.add(argument.toString());
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("port ")) {
        port.set(Integer.parseInt(line.substring(5)));
        return process;
      }
    }
    throw new IllegalStateException("The server did not start.");
  }

  private int judge(
      Path folder, List<Member> all, double seconds, int publications, PrintWriter out) {
    List<String> faults = new ArrayList<>();
    all.forEach(member -> faults.addAll(member.faults()));
    long received = all.stream().mapToLong(Member::received).sum();
    long acknowledged = all.stream().mapToLong(Member::acknowledged).sum();
    long dropped = all.stream().mapToLong(Member::failures).sum();
    long kept = 0;
    try (MarketFolder market = MarketFolder.open(folder)) {
      Mailbox mailbox = new Mailbox(market, DayStore.of(market), Clock.systemUTC());
      for (int m = 0; m < members; m++) {
        kept += kept(mailbox, new Recipient.OfMember("m" + m), faults);
      }
    }
    long wanted = (long) publications * members;
    out.printf(
        "%d messages to %d members in %.1f s, %.0f a second; %d calls dropped, server killed %d"
            + " times; %d received, %d acknowledged, %d kept, %d faults%n",
        wanted,
        members,
        seconds,
        wanted / seconds,
        dropped,
        kills,
        received,
        acknowledged,
        kept,
        faults.size());
    faults.stream().limit(20).forEach(out::println);
    out.flush();
    boolean whole = received == wanted && acknowledged == wanted && kept == wanted;
    return whole && faults.isEmpty() ? 0 : 1;
  }

  private static long kept(Mailbox mailbox, Recipient recipient, List<String> faults) {
    long kept = 0;
    Mailbox.Page page;
    long after = 0;
    do {
      page = mailbox.after(recipient, Scope.ALL, after, Mailbox.LIMIT_MAX);
      for (MessageRow message : page.messages()) {
        kept++;
        if (message.acknowledged().isEmpty()) {
          faults.add("message %d is not acknowledged".formatted(message.number()));
        }
      }
      after = page.next();
    } while (page.more());
    return kept;
  }
}
