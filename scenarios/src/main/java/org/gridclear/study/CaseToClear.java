package org.gridclear.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.SecurityCutReader;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.MarketDayValidator;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A case of a file that is cleared by itself.
 *
 * @param source what the file is called in messages
 * @param day the day, before periods of it are chosen
 * @param as how the file says that it was cleared
 * @param options how it is cleared
 * @param remarks what the reader of the file said
 */
public record CaseToClear(
    String source, MarketDay day, ClearedAs as, ClearingOptions options, List<Issue> remarks) {
  public CaseToClear {
    remarks = List.copyOf(remarks);
  }

  /**
   * Outages that the schedule has to survive beside those of the case.
   *
   * @param everyBranch whether each single branch is one
   * @param cuts file with cuts of an earlier AC check; null for none
   */
  public record Security(boolean everyBranch, @Nullable Path cuts) {
    private MarketDay of(MarketDay day, IssueLog log) {
      ContingencySet set = day.rules().contingencies();
      if (everyBranch) {
        set = set.ofEveryBranch(true);
      }
      if (cuts != null) {
        set = set.withCuts(SecurityCutReader.read(cuts));
      }
      MarketDay secured = day.withRules(day.rules().withContingencies(set));
      if (cuts != null) {
        MarketDayValidator.check(secured, log);
        log.throwIfErrors();
      }
      return secured;
    }
  }

  /**
   * A case as it is cleared.
   *
   * @param days makes the day of the file, or that of its network
   * @param options the options, by how the file says that it was cleared
   * @throws org.gridclear.validate.InvalidInputException with every issue, if it cannot be
   */
  public static CaseToClear of(
      String source,
      CaseFiles.Loaded loaded,
      Function<CaseFiles.Loaded, MarketDay> days,
      Security security,
      Function<ClearedAs, ClearingOptions> options) {
    IssueLog log = new IssueLog(source);
    MarketDay secured = security.of(days.apply(loaded), log);
    ClearedAs as = ClearedAs.of(loaded, log);
    log.throwIfErrors();
    return new CaseToClear(source, secured, as, options.apply(as), loaded.log().issues());
  }

  /** What was made for the case, and what periods of it leave out; null for the periods it has. */
  public List<Issue> notices(@Nullable MarketRun window) {
    IssueLog log = new IssueLog(source);
    if (!day.synthetic().isEmpty()) {
      log.notice(
          Rule.TAKEN_AS,
          "case",
          "",
          "synthetic",
          String.join(", ", day.synthetic()),
          "The file lacks these; they are made from the seed.");
    }
    if (window != null) {
      window.notices(day, log);
    }
    return log.issues();
  }

  /** A study of nothing but its base, so that it goes the way of all cases. */
  public StudyDefinition study(MarketDay cleared, List<Issue> notices) {
    return new StudyDefinition(
        day.name(),
        cleared,
        options,
        List.of(as.base()),
        Optional.empty(),
        Stream.concat(remarks.stream(), notices.stream()).toList());
  }
}
