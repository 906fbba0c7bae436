package org.gridclear.settlement.process;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.process.ProcessState.StatementState;
import org.gridclear.settlement.register.DataStates;
import org.gridclear.settlement.register.DataStates.Check;
import org.gridclear.settlement.register.DataStates.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A market in a folder, a month to be published in it, and a clock that is set. */
abstract class ProcessOnDisk {
  static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  static final LocalDate LAST = LocalDate.of(2026, 10, 3);
  static final LocalDate SECOND = LocalDate.of(2026, 10, 2);
  static final String ENTITY = "US00007";
  static final String MEMBER = "MUS00007";
  static final DataStates.State GOOD = new DataStates.State(Check.PASSED, Quality.QUALIFIED);

  @TempDir static Path shared;
  static ClosedMonths months;

  @TempDir Path folder;
  final SetClock clock = new SetClock("2026-10-05T09:00+08:00");
  MarketFolder market;
  SettlementProcess process;

  @BeforeAll
  static void close() throws IOException {
    months = ClosedMonths.make(shared);
  }

  @AfterEach
  void shut() {
    if (market != null) {
      market.close();
    }
  }

  void open(String kind) {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabases.empty(kind)));
    process = SettlementProcess.of(market, clock);
  }

  /** As after a kill: everything is read again from the disk. */
  void again() {
    market.close();
    market = MarketFolder.open(folder.resolve("market"));
    process = SettlementProcess.of(market, clock);
  }

  ExchangeDesk exchange() {
    return new ExchangeDesk(process);
  }

  MemberDesk member() {
    return new MemberDesk(process);
  }

  void checkDays() {
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      exchange().checked(day, GOOD, "", "sue");
    }
  }

  Act.Published draft(Act.Kind kind, LocalDate from, LocalDate to) {
    return draft(months.close(), kind, from, to);
  }

  Act.Published draft(Path folder, Act.Kind kind, LocalDate from, LocalDate to) {
    try (CloseFolder close = CloseFolder.open(folder)) {
      return new StatementDraft(process, close).period(kind, from, to);
    }
  }

  long approved(Act act) {
    long number = exchange().propose(act, "sue");
    exchange().decide(number, true, "", "bob");
    return number;
  }

  long month() {
    checkDays();
    return approved(draft(Act.Kind.MONTH, FIRST, LAST));
  }

  StatementState state(long publication, String member) {
    return new StatementQueries(process).find(publication, member).state();
  }

  /** A member that is not the one that disputes. */
  String other(long publication) {
    return process.ask(state -> state.index(state.publication(publication))).statements().stream()
        .map(StatementIndex.Entry::member)
        .filter(member -> !member.equals(MEMBER))
        .findFirst()
        .orElseThrow();
  }

  long file(long publication, String item) {
    return member().file(claim(publication, MEMBER, ENTITY, SECOND, item, false), "m7");
  }

  static MemberDesk.Claim claim(
      long publication,
      String member,
      String entity,
      LocalDate date,
      String item,
      boolean nextPeriod) {
    Map<String, byte[]> papers = Map.of("a.txt", "reading".getBytes(StandardCharsets.UTF_8));
    return new MemberDesk.Claim(
        publication, member, date, entity, item, "wrong", papers, nextPeriod);
  }

  static void conflict(String words, Executable work) {
    String said = assertThrows(ProcessConflictException.class, work).getMessage();
    assertTrue(said.contains(words), said);
  }
}
