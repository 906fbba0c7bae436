package org.gridclear.market.rulebase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.Penalties;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.rule.AnomalyRulesReader;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.parameter.PenaltyRules;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.rule.RuleProposal;

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
