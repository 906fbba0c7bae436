package org.gridclear.settlement.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridclear.cli.Shell;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.process.ClosedMonths;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Winners and losers of a book on closed months, before it is approved. */
// Rows: Q-28, S-13
class RuleTrialTest {
  @TempDir private static Path folder;
  private static List<Path> closes;

  @BeforeAll
  static void close() throws IOException {
    ClosedMonths months = ClosedMonths.make(folder.resolve("a"));
    closes = List.of(months.close(), months.copied(folder.resolve("b")).close());
  }

  /** Both closes are of one month: each is tried alone, as if they were of two. */
  private static RuleTrial trial(String text, RuleTrial.Sample sample) {
    IssueLog log = new IssueLog("book");
    RuleBook book = RuleBookReader.read(text, log);
    log.throwIfErrors();
    return new RuleTrial(
        closes.stream()
            .map(close -> RuleTrial.of(List.of(close), CloseFolder::open, book, sample))
            .flatMap(each -> each.months().stream())
            .toList());
  }

  private static String dearer() {
    return RuleBookReader.defaultText()
        .replace("membershipYuan: {value: \"500.000\"", "membershipYuan: {value: \"650.500\"");
  }

  private static void balanced(RuleTrial trial) {
    for (RuleTrial.Month month : trial.months()) {
      long members = month.members().values().stream().mapToLong(Long::longValue).sum();
      assertEquals(0, members + month.accountsMilliYuan(), "what some get others or accounts pay");
      assertEquals(List.of(), month.findings());
    }
  }

  /** Everybody that pays the fee of 500 yuan pays 150.500 yuan more, in each of two months. */
  @Test
  void aDearerFeeByHand() throws IOException {
    RuleTrial trial = trial(dearer(), new RuleTrial.Sample(2, List.of("US00007")));
    balanced(trial);
    List<RuleTrial.Outcome> outcomes = trial.outcomes();
    RuleTrial.Outcome seven =
        outcomes.stream()
            .filter(each -> each.member().equals("MUS00007"))
            .findFirst()
            .orElseThrow();
    assertEquals(new RuleTrial.Outcome("MUS00007", -301_000, 0, 2, -150_500), seven);
    long[] fees = trial.items().get("MEMBERSHIP");
    long payers = fees[0] / -1_000_000;
    assertArrayEquals(new long[] {payers * -1_000_000, payers * -1_301_000}, fees);
    assertEquals(payers * 150_500, trial.months().get(0).accountsMilliYuan());
    RuleTrial.Month first = trial.months().get(0);
    assertTrue(
        first
            .details()
            .contains(
                new RuleTrial.Detail(
                    first.month(), "MUS00007", "US00007", "MEMBERSHIP", -500_000, -650_500)));
    assertTrue(first.details().stream().map(RuleTrial.Detail::entity).distinct().count() >= 2);
  }

  @Test
  void theSameBookChangesNothing() {
    RuleTrial trial = trial(RuleBookReader.defaultText(), RuleTrial.Sample.NONE);
    balanced(trial);
    assertEquals(List.of(), trial.outcomes());
    assertEquals(0, trial.months().get(0).entities());
  }

  /** A pool that is shared otherwise: some win what others lose. */
  @Test
  void aPoolSharedOtherwiseHasWinnersAndLosers() {
    RuleTrial trial =
        trial(
            RuleBookReader.defaultText().replace("portion: \"0.5\"", "portion: \"0.25\""),
            RuleTrial.Sample.NONE);
    balanced(trial);
    assertEquals(0, trial.months().get(0).accountsMilliYuan());
    List<RuleTrial.Outcome> outcomes = trial.outcomes();
    assertTrue(outcomes.get(0).milliYuan() > 0, "a winner first");
    assertTrue(outcomes.get(outcomes.size() - 1).milliYuan() < 0, "a loser last");
    Map<String, long[]> items = trial.items();
    long moved = items.get("ANCILLARY_GENERATION")[1] - items.get("ANCILLARY_GENERATION")[0];
    long other = items.get("ANCILLARY_CONSUMPTION")[1] - items.get("ANCILLARY_CONSUMPTION")[0];
    assertEquals(0, moved + other);
  }

  @Test
  void byTheCommand() throws IOException {
    Path book = Files.writeString(folder.resolve("book.yaml"), dearer());
    Map<String, String> told =
        Map.of(
            "MEMBER", "150.500", "ITEM", "MEMBERSHIP", "MONTH", "2026-10,", "DETAIL", "-650.500");
    for (String show : told.keySet()) {
      String[] detail = {"--entity", "US00007"};
      Shell.Ended ended = byCommand(book, show, show.equals("DETAIL") ? detail : new String[0]);
      assertEquals(0, ended.code(), ended.text());
      assertTrue(ended.output().contains(told.get(show)), ended.text());
    }
  }

  private static Shell.Ended byCommand(Path book, String show, String... more) {
    String close = closes.get(0).toString();
    return Shell.run(
        Stream.concat(
                Stream.of("settle", "trial", close, "--book", book.toString()),
                Stream.concat(Stream.of("--show", show, "--format", "csv"), Arrays.stream(more)))
            .toArray(String[]::new));
  }

  /** What would be left out without a word, or count twice, is refused. */
  @Test
  void whatCannotBeAnsweredIsRefused() throws IOException {
    Path book = Files.writeString(folder.resolve("refused.yaml"), dearer());
    Map<String, Shell.Ended> refused =
        Map.of(
            "entity NOBODY", byCommand(book, "DETAIL", "--entity", "NOBODY"),
            "Whose detail?", byCommand(book, "DETAIL"),
            "are of --show DETAIL", byCommand(book, "ITEM", "--entity", "US00007"),
            "a month counts once", byCommand(book, "ITEM", closes.get(1).toString()));
    refused.forEach(
        (words, ended) -> {
          assertEquals(2, ended.code(), ended.text());
          assertTrue(ended.text().contains(words), ended.text());
        });
  }
}
