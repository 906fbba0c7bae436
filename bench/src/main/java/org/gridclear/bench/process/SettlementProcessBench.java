package org.gridclear.bench.process;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gridclear.bench.machine.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A month from its first day to a closed dispute and a default, over HTTP. */
@Command(
    name = "settlement-process",
    description = {
      "Drive a month over HTTP as members, clerk and exchange by a simulated clock: publication,",
      "confirmations, disputes, credit, payments, a default. The server is a process that is"
          + " killed",
      "in between. Exit code 1 if something is lost, doubled, allowed or refused as it must not be."
    })
public final class SettlementProcessBench implements Callable<Integer> {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final int STRANGERS = 50;

  /** All states of S-39, of statements and of disputes with their outcomes. */
  private static final List<String> STATES =
      List.of(
          "UNCONFIRMED",
          "DISPUTED",
          "CONFIRMED",
          "REPLACED",
          "SUBMITTED",
          "IN_PROCESS",
          "IN_PROCESS DENIED",
          "ANSWERED GRANTED",
          "ANSWERED GRANTED_WITH_EXCEPTIONS",
          "ANSWERED DENIED",
          "REFUSED DENIED",
          "WITHDRAWN");

  @Spec private CommandSpec spec;

  @Option(
      names = "--entities",
      defaultValue = "1000",
      description = "Entities, each of a member of its own (default: ${DEFAULT-VALUE}).")
  private int entities;

  @Option(
      names = "--days",
      defaultValue = "31",
      description = "Days of the month that are settled (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--kills",
      defaultValue = "100",
      description = "Times that the server is killed at most (default: ${DEFAULT-VALUE}).")
  private int kills;

  private final Map<String, Long> told = new TreeMap<>();

  @Override
  public Integer call() throws IOException {
    say(Machine.line());
    Path folder = Files.createTempDirectory("gridclear-process-");
    long start = System.nanoTime();
    try (MonthPlace place = new MonthPlace(folder, entities, days, kills)) {
      Calls calls = new Calls(place::port);
      People people = new People(place, members(folder));
      say("%d members made in %.1f s", entities, seconds(start));
      month(place, calls, people);
      place.stop();
      JournalAudit audit = JournalAudit.of(place.market(), calls);
      audit.accounts(told, calls);
      say("journal: %s", audit.counts());
      return judge(place, calls, start);
    } finally {
      delete(folder);
    }
  }

  private void month(MonthPlace place, Calls calls, People people) throws IOException {
    LocalDate last = FIRST.plusDays(days - 1L);
    place.at(FIRST.plusDays(1).atStartOfDay());
    place.start();
    Publishing publishing = new Publishing(place, calls, people, FIRST, last);
    long start = System.nanoTime();
    long month = publishing.run(Disputes.METERED);
    say("days, weeks and month published in %.1f s", seconds(start));
    start = System.nanoTime();
    Disputes disputes = new Disputes(place, calls, people, publishing, month);
    calls.require(
        disputes.statements(month).size() == entities, "not every member has a statement");
    disputes.strangers(people.without(List.of()).stream().limit(STRANGERS).toList());
    long update = disputes.run(last.plusDays(3));
    say("confirmed, disputed, answered and updated in %.1f s", seconds(start));
    start = System.nanoTime();
    LocalDate confirmed = WorkDays.after(last.plusDays(3), 7);
    Money money = new Money(place, calls, people, confirmed.plusDays(1));
    String defaulter = money.run(update);
    calls.require(
        JournalAudit.told(calls, people.clerk()).size() > entities, "accounts are missing");
    told.putAll(JournalAudit.told(calls, people.clerk()));
    disputes.later(defaulter);
    say("invoiced, paid and the default of %s borne in %.1f s", defaulter, seconds(start));
  }

  private static List<String> members(Path folder) throws IOException {
    try (Stream<String> rows =
        Files.lines(folder.resolve("input/members.csv"), StandardCharsets.UTF_8)) {
      return rows.skip(1).map(row -> row.substring(0, row.indexOf(','))).toList();
    }
  }

  private int judge(MonthPlace place, Calls calls, long start) {
    TreeSet<String> missing = new TreeSet<>(STATES);
    missing.removeAll(calls.states());
    calls.require(missing.isEmpty(), "states that were not visited: %s", missing);
    say(
        "%d entities, %d days: %.1f s; %d calls, %d of them refused as they must be, %d cut off by"
            + " %d kills; %d states; %d faults",
        entities,
        days,
        seconds(start),
        calls.made(),
        calls.refused(),
        calls.cut(),
        place.kills(),
        calls.states().size(),
        calls.faults().size());
    calls.faults().stream().limit(20).forEach(this::say);
    return calls.faults().isEmpty() ? 0 : 1;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void say(String text, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(values.length == 0 ? text : String.format(Locale.ROOT, text, values));
    out.flush();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
