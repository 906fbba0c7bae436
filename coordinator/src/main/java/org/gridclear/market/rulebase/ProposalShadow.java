package org.gridclear.market.rulebase;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.compare.RunComparison;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.Penalties;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.rule.AnomalyRulesReader;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.parameter.PenaltyRules;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.run.StudyRuns;

/** What a proposal would have made of what there is. Nothing is kept. */
public final class ProposalShadow {
  private static final String BEFORE = "before";
  private static final String PROPOSED = "proposed";

  private final RuleBase rules;
  private final MarketFolder market;
  private final DayStore days;
  private final Clock clock;

  /** Proposals of a market. */
  public ProposalShadow(MarketFolder market, DayStore days, Clock clock) {
    this.rules = new RuleBase(market, clock);
    this.market = market;
    this.days = days;
    this.clock = clock;
  }

  /** Proposals of a market that is open. */
  public static ProposalShadow of(MarketFolder market, Clock clock) {
    return new ProposalShadow(market, DayStore.of(market), clock);
  }

  /**
   * A case that is cleared by both.
   *
   * @param source a file, a built-in network, or the SHA-256 of a case that the market keeps
   * @throws IllegalArgumentException if it is a network without units
   */
  public MarketDay day(String source) {
    CaseFiles.Loaded loaded =
        source.matches("[0-9a-f]{64}")
            ? CaseFiles.load(market.content().get(source), "case.json", Set.of())
            : CaseFiles.load(source, Path.of(""), Set.of());
    return loaded.day("The case (%s) is a network without units; give a case.".formatted(source));
  }

  /** What of a proposal is tried, and on what. */
  public sealed interface Asked {
    /**
     * Penalties on a case.
     *
     * @param source as {@link #day} has it
     */
    record OnCase(String source, ClearingOptions options) implements Asked {}

    /**
     * Rules of anomalies on the newest versions of dates.
     *
     * @param to the last date
     */
    record OnDates(Market market, LocalDate from, LocalDate to) implements Asked {}
  }

  /**
   * A case that was cleared by the penalties before and by those that are proposed.
   *
   * @param changes what is changed, in words
   * @param comparison A as it was, B as proposed
   */
  public record Cleared(List<String> changes, RunComparison comparison) {}

  /**
   * Clears a case by both.
   *
   * @throws IllegalArgumentException if there is no such proposal, it is of another kind, or the
   *     case has no units
   */
  public Cleared cleared(long number, Asked.OnCase asked, StudyRuns runs) {
    PenaltyChange change = penalties(number);
    RunComparison comparison =
        new ShadowClearing(runs, asked.options())
            .of(day(asked.source()), change.before(), change.proposed());
    return new Cleared(change.changes(), comparison);
  }

  /**
   * Penalties that a proposal would change.
   *
   * @param changes what it changes, in words
   * @param before those of the version that it was made from
   * @param proposed those that it proposes
   */
  public record PenaltyChange(List<String> changes, Penalties before, Penalties proposed) {}

  /**
   * Penalties of a proposal, to clear a case by both ({@link ShadowClearing}).
   *
   * @throws IllegalArgumentException if there is no such proposal, or it is of another kind
   */
  public PenaltyChange penalties(long number) {
    RuleProposal proposal = proposal(number, RuleKinds.PENALTIES, "a shadow run is for penalties");
    return new PenaltyChange(
        rules.changes(proposal),
        PenaltyRules.read(before(proposal), BEFORE),
        PenaltyRules.read(rules.proposed(proposal), PROPOSED));
  }

  /**
   * The newest versions of dates, judged by the rules of anomalies that a proposal would change and
   * by those that it proposes.
   *
   * @param number number of the proposal
   * @param to the last date
   * @throws IllegalArgumentException if there is no such proposal, it is of another kind, or the
   *     dates end before they begin
   */
  public List<ShadowJudgement.Judged> judged(long number, Market as, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("The dates end (%s) before %s.".formatted(to, from));
    }
    RuleProposal proposal =
        proposal(number, RuleKinds.ANOMALIES, "versions are judged by rules of anomalies");
    return new ShadowJudgement(days, new MarketAnomalies(market, days, clock))
        .of(
            as,
            from,
            to,
            AnomalyRulesReader.read(before(proposal), BEFORE),
            AnomalyRulesReader.read(rules.proposed(proposal), PROPOSED));
  }

  private RuleProposal proposal(long number, String kind, String wanted) {
    RuleProposal proposal = rules.proposal(number);
    if (!proposal.kind().equals(kind)) {
      throw new IllegalArgumentException(
          "Proposal %d is of %s; %s.".formatted(number, proposal.kind(), wanted));
    }
    return proposal;
  }

  private byte[] before(RuleProposal proposal) {
    return rules.version(proposal.kind(), "", proposal.base());
  }
}
